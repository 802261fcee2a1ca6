import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHost } from '#server/ecosystem/read-host.ts';
import { type AccountKeys, type AccountText, accountKeys } from './account-key.ts';
import { hostsIn } from './common-hosts.ts';
import { inLatin, skeleton } from './confusable.ts';
import { splitLegalForm } from './legal-form.ts';
import { likeness, type NearnessCode, nearness } from './nearness.ts';

type Typed = readonly [name: string, domain: string | null, country: string | null];
type Cases = {
  keys: { id: string; name: string; typed: AccountText; shared?: string[]; keys: Partial<AccountKeys> }[];
  pairs: { id: string; name: string; a: Typed; b: Typed; outcome: string; because: NearnessCode[] }[];
  legalForms: { folded: string; core: string; form: string }[];
};

const file = new URL('../../../test/vectors/account-keys.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as Cases;
const keysOf = ([name, domain, country]: Typed) => accountKeys({ name, domain, country }, readHost);
const askFrom = 0.9;

const letters = 'abcmnorüß аеорс αονε 10.-&’​';
const anyName = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...letters), maxLength: 25 }),
);
const anyDomain: fc.Arbitrary<string | null> = fc.oneof(
  fc.domain(),
  fc.emailAddress(),
  anyName,
  fc.constant(null),
);
const anyCountry: fc.Arbitrary<string | null> = fc.constantFrom('DE', 'nl', 'US', 'x', null);
const anyAccount: fc.Arbitrary<Typed> = fc.tuple(anyName, anyDomain, anyCountry);

describe('the keys of an account', () => {
  it.each(cases.keys)('$id: $name', ({ typed, shared, keys }) => {
    expect(accountKeys(typed, readHost, hostsIn((shared ?? []).join('; ')))).toMatchObject(keys);
  });

  it.each(cases.legalForms)('the legal form of $folded', ({ folded, core, form }) => {
    expect(splitLegalForm(folded)).toEqual({ core, form });
  });

  it('are made of any text, and never of all of a very long one', () => {
    const long = accountKeys(
      { name: 'x'.repeat(10_000), domain: 'y'.repeat(10_000), country: 'DE' },
      readHost,
    );
    expect(long.name).toHaveLength(200);
    expect(long.domain).toBeNull();
    fc.assert(
      fc.property(anyAccount, (typed) => {
        const keys = keysOf(typed);
        expect(keys.domain === null || keys.domain.includes('.')).toBe(true);
        expect((keys.domain === null) === (keys.domainSkeleton === null)).toBe(true);
      }),
    );
  });

  it('do not change with case, marks of width or the way in which a domain is written', () => {
    fc.assert(
      fc.property(fc.domain(), anyName, (domain, name) => {
        const plain = keysOf([name, domain, 'DE']);
        const dressed = keysOf([name, `https://WWW.${domain.toUpperCase()}:443/a?b#c`, 'de']);
        expect(dressed.domain).toBe(plain.domain);
        expect(dressed.nameCountry).toBe(plain.nameCountry);
      }),
    );
  });
});

describe('what looks alike', () => {
  it('is its own skeleton', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcmorvwn10-аеорус'), maxLength: 20 }), (text) => {
        const once = skeleton(text);
        // Two letters that are taken for one may stand beside what was taken for them; a second reading takes those too.
        expect(skeleton(once).length).toBeLessThanOrEqual(once.length);
        expect(skeleton(text.toUpperCase().toLowerCase())).toBe(once);
      }),
    );
  });

  it('reads a word of one script as it is spoken, and a mixed one by the eye', () => {
    expect(inLatin('яндекс')).toBe('yandeks');
    expect(inLatin('аcme')).toBe('acme');
  });
});

describe('nearness', () => {
  it.each(cases.pairs)('$id: $name', ({ a, b, outcome, because }) => {
    const judged = nearness(keysOf(a), keysOf(b), askFrom);
    expect(judged.outcome, JSON.stringify(judged)).toBe(outcome);
    expect(judged.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(because));
  });

  it('is the same from both sides, between 0 and 1, and certain only by a key', () => {
    fc.assert(
      fc.property(anyAccount, anyAccount, (a, b) => {
        const [left, right] = [keysOf(a), keysOf(b)];
        const judged = nearness(left, right, askFrom);
        const turned = nearness(right, left, askFrom);
        expect([turned.outcome, turned.score]).toEqual([judged.outcome, judged.score]);
        expect(judged.score).toBeGreaterThanOrEqual(0);
        expect(judged.score === 1).toBe(judged.outcome === 'same');
        expect(judged.reasons.length > 0 || left.nameSkeleton === '' || right.nameSkeleton === '').toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('says that an account with a key is itself', () => {
    fc.assert(
      fc.property(anyAccount, (typed) => {
        const keys = keysOf(typed);
        fc.pre(keys.domain !== null || keys.nameCountry !== null);
        expect(nearness(keys, keys, askFrom).outcome).toBe('same');
      }),
    );
  });

  it('counts letters that differ', () => {
    expect(likeness('', '')).toBe(1);
    expect(likeness('abcd', 'abdc')).toBe(0.75);
    expect(likeness('abcd', 'xyz')).toBe(0);
    expect(likeness('abcdefghij'.repeat(5), `${'abcdefghij'.repeat(4)}abcdefxxxx`)).toBe(0.92);
    expect(likeness('abcdefghij'.repeat(6), `${'abcdefghij'.repeat(5)}abcdexxxxx`)).toBe(0);
  });
});
