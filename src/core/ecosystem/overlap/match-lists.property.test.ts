import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHost } from '#server/ecosystem/read-host.ts';
import type { ListedCompany } from './listed-company.ts';
import { matchLists } from './match-lists.ts';

const word = fc.constantFrom(
  'Vermeer',
  'Kessler',
  'Brauer',
  'Halvorsen',
  'Dairy',
  'Bank',
  'Germany',
  'Vermer',
  'Optik',
  'First',
);
const domain = fc.constantFrom(
  '',
  'vermeer.nl',
  'kessler.de',
  'brauer.com',
  'brauer.de',
  'gmail.com',
  'shop.vermeer.nl',
);
const company: fc.Arbitrary<ListedCompany> = fc.record({
  id: fc.uuid(),
  row: fc.integer({ min: 2, max: 9_999 }),
  name: fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.constantFrom('', ' GmbH', ' Inc.', ' (old)'))
    .map(([words, end]) => words.join(' ') + end),
  otherNames: fc.array(word, { maxLength: 1 }),
  websites: domain.map((one) => (one === '' ? [] : [one])),
  emails: fc.constantFrom([], ['a@vermeer.nl'], ['b@gmail.com']),
  country: fc.constantFrom(null, 'NL', 'DE'),
  city: fc.constantFrom('', 'Utrecht'),
  lei: fc.constant(''),
  duns: fc.constantFrom('', '312564871'),
  linkedin: fc.constantFrom('', 'vermeer'),
});
const list = fc.uniqueArray(company, { maxLength: 12, selector: ({ id }) => id });

/** The pairs by the ids of the rows, in one order. */
function pairsOf(ours: readonly ListedCompany[], theirs: readonly ListedCompany[]) {
  return matchLists(ours, theirs, readHost)
    .pairs.map(({ ours: a, theirs: b, decision, score }) => ({
      pair: [ours[a]?.id ?? '', theirs[b]?.id ?? ''],
      decision,
      score,
    }))
    .sort((x, y) => x.pair.join().localeCompare(y.pair.join()));
}

describe('two lists of companies', () => {
  it('give the same pairs whichever comes first', () => {
    fc.assert(
      fc.property(list, list, (ours, theirs) => {
        const turned = pairsOf(theirs, ours).map((one) => ({ ...one, pair: one.pair.toReversed() }));
        expect(turned.sort((x, y) => x.pair.join().localeCompare(y.pair.join()))).toEqual(
          pairsOf(ours, theirs),
        );
      }),
    );
  });

  it('give the same pairs in whatever order their rows stand', () => {
    fc.assert(
      fc.property(list, list, (ours, theirs) => {
        expect(pairsOf(ours.toReversed(), theirs.toReversed())).toEqual(pairsOf(ours, theirs));
      }),
    );
  });

  it('never match on a domain alone, and score each pair once between 0 and 1', () => {
    fc.assert(
      fc.property(list, list, (ours, theirs) => {
        const { pairs } = matchLists(ours, theirs, readHost);
        expect(new Set(pairs.map((pair) => `${pair.ours} ${pair.theirs}`)).size).toBe(pairs.length);
        for (const { decision, score, reasons } of pairs) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(reasons.length).toBeGreaterThan(0);
          if (decision === 'match') expect(reasons.join(' ')).not.toContain('no word in common');
        }
      }),
    );
  });

  it('find every company with a telling name in the same list, and nothing in an empty one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(company, { maxLength: 3, selector: ({ id }) => id }), (ours) => {
        const { pairs } = matchLists(ours, ours, readHost);
        for (const [at, { name }] of ours.entries()) {
          if (!/Vermeer|Kessler|Brauer|Halvorsen/.test(name)) continue;
          expect(pairs.some((pair) => pair.ours === at && pair.theirs === at)).toBe(true);
        }
        expect(matchLists(ours, [], readHost).pairs).toEqual([]);
      }),
    );
  });
});
