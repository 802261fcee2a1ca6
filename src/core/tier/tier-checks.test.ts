import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Archetype, archetypeLabels } from '#core/program/archetype.ts';
import { checkSentence } from '#core/program/check.ts';
import { arbitraryPage } from '#test/harness/arbitrary-page.ts';
import { describeChecks } from '#test/harness/check-vectors.ts';
import vectors from '#test/vectors/program-tiers.json' with { type: 'json' };
import { checkTiers, tierCheckWords } from './tier-checks.ts';
import type { TiersBody } from './tier-page.ts';
import { tiersExample, tiersTemplate } from './tier-template.ts';
import { tierThresholds } from './tier-thresholds.ts';

const open = new Set(['g5']);
const codes = (body: TiersBody) =>
  checkTiers(body, open)
    .filter(({ holds }) => !holds)
    .map(({ code }) => code);

describeChecks('the checks of the tiers', vectors, {
  check: (body: TiersBody, { openGates }) => checkTiers(body, new Set(openGates as string[])),
  words: tierCheckWords,
});

describe('the tiers', () => {
  it.each(Object.keys(archetypeLabels) as Archetype[])(
    'of the template for %s lack only the amounts',
    (archetype) => {
      expect(new Set(codes(tiersTemplate(archetype)))).toEqual(new Set(['tier.metric']));
    },
  );

  it('begin at 30 % of a typical first year, and at 2.5 times that', () => {
    expect(tierThresholds(3_600_000, 0.3, 2.5)).toEqual({ growth: 1_080_000, strategic: 2_700_000 });
    expect(tierThresholds(100, 0.333, 2)).toEqual({ growth: 34, strategic: 68 });
    expect(tierThresholds(1000, 0.07, 1)).toEqual({ growth: 70, strategic: 70 });
  });

  it('pass the checks of their amounts wherever share and step are usual ones', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000, max: 10_000_000_000 }),
        fc.double({ min: 0.25, max: 0.4, noNaN: true }),
        fc.double({ min: 1.5, max: 2.5, noNaN: true }),
        (typicalFirstYear, entryShare, ratio) => {
          const { growth, strategic } = tierThresholds(typicalFirstYear, entryShare, ratio);
          expect(Number.isSafeInteger(growth) && Number.isSafeInteger(strategic)).toBe(true);
          const { tiers, rules } = tiersExample;
          const body = {
            tiers: {
              ...tiers,
              growth: { ...tiers.growth, sourcedWon: growth },
              strategic: { ...tiers.strategic, sourcedWon: strategic },
            },
            rules: { ...rules, typicalFirstYear, entryShare, ratio },
          };
          expect(codes(body)).toEqual([]);
        },
      ),
    );
  });

  it('are judged in full sentences, whatever somebody writes', () => {
    fc.assert(
      fc.property(arbitraryPage('tiers'), (body) => {
        for (const check of checkTiers(body, new Set())) {
          expect(checkSentence(tierCheckWords, check)).toMatch(/\.$/);
        }
      }),
      { numRuns: 50 },
    );
  });
});
