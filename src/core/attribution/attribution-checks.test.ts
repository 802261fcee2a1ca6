import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSentence, mayPropose } from '#core/program/check.ts';
import { defaultBody } from '#core/program/field.ts';
import { arbitraryPage } from '#test/harness/arbitrary-page.ts';
import { describeChecks } from '#test/harness/check-vectors.ts';
import vectors from '#test/vectors/program-attribution.json' with { type: 'json' };
import { attributionCheckWords, checkAttribution } from './attribution-checks.ts';
import { attributionExample } from './attribution-example.ts';
import { type AttributionBody, attributionPage } from './attribution-page.ts';

describeChecks('the checks of the attribution page', vectors, {
  check: (body: AttributionBody) => checkAttribution(body),
  words: attributionCheckWords,
});

describe('the attribution page', () => {
  it('lacks nothing as every program begins with it, but what joint selling and influence pay', () => {
    const failing = checkAttribution(defaultBody(attributionPage.fields)).filter(({ holds }) => !holds);
    expect(failing.map(({ code }) => code)).toEqual(['att.co_sold_open', 'att.influenced_open']);
  });

  it('is never signed with a claim later than it says itself', () => {
    const days = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(days, days, days, (lockDays, longLockDays, lockMostDays) => {
        const body: AttributionBody = {
          ...attributionExample,
          settings: { ...attributionExample.settings, lockDays, longLockDays },
          bounds: { lockMostDays },
        };
        expect(mayPropose(checkAttribution(body))).toBe(
          lockDays <= longLockDays && longLockDays <= lockMostDays,
        );
      }),
    );
  });

  it('is judged in full sentences, whatever somebody writes', () => {
    fc.assert(
      fc.property(arbitraryPage('attribution'), (body) => {
        for (const check of checkAttribution(body)) {
          expect(checkSentence(attributionCheckWords, check)).toMatch(/\.$/);
        }
      }),
      { numRuns: 50 },
    );
  });
});
