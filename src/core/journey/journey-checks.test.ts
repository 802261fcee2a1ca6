import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Archetype, archetypeLabels } from '#core/program/archetype.ts';
import { checkSentence } from '#core/program/check.ts';
import { arbitraryPage } from '#test/harness/arbitrary-page.ts';
import { describeChecks } from '#test/harness/check-vectors.ts';
import vectors from '#test/vectors/program-journey.json' with { type: 'json' };
import { checkJourney, journeyCheckWords } from './journey-checks.ts';
import type { JourneyBody } from './journey-page.ts';
import { journeyExample, journeyTemplate } from './journey-template.ts';
import { weeksOf } from './journey-weeks.ts';

describeChecks('the checks of the partner journey', vectors, {
  check: (body: JourneyBody) => checkJourney(body),
  words: journeyCheckWords,
});

describe('the partner journey', () => {
  it.each(Object.keys(archetypeLabels) as Archetype[])(
    'of the template for %s passes its checks',
    (archetype) => {
      expect(checkJourney(journeyTemplate(archetype)).filter(({ holds }) => !holds)).toEqual([]);
    },
  );

  it('certifies one person where a partner only introduces, two where it sells or delivers', () => {
    expect(journeyTemplate('referral').certification.reps).toBe(1);
    expect(journeyTemplate('reseller').certification.reps).toBe(2);
    expect(JSON.stringify(journeyTemplate('referral').done)).not.toContain('Two or more');
  });

  it('accepts a clock if and only if it runs forward', () => {
    const day = fc.integer({ min: 0, max: 130 });
    fc.assert(
      fc.property(day, day, day, day, day, (artefactDays, onboardDays, targetDays, dueDays, stopDays) => {
        const clock = { ...journeyExample.clock, artefactDays, onboardDays, targetDays, dueDays, stopDays };
        const check = checkJourney({ ...journeyExample, clock }).find(({ code }) => code === 'journey.clock');
        const runsForward =
          0 < artefactDays &&
          artefactDays < onboardDays &&
          onboardDays <= targetDays &&
          targetDays < dueDays &&
          dueDays < stopDays;
        expect(check?.holds).toBe(runsForward);
      }),
    );
  });

  it('reads weeks and spans, and nothing else', () => {
    expect(weeksOf('3')).toEqual([3]);
    expect(weeksOf('5–6')).toEqual([5, 6]);
    expect(weeksOf(' 5 - 7 , 9')).toEqual([5, 6, 7, 9]);
    for (const text of ['', '0', '6–5', 'week 3', '3,', '1.5']) expect(weeksOf(text)).toBeNull();
  });

  it('is judged in full sentences, whatever somebody writes', () => {
    fc.assert(
      fc.property(arbitraryPage('journey'), (body) => {
        for (const check of checkJourney(body)) {
          expect(checkSentence(journeyCheckWords, check)).toMatch(/\.$/);
        }
      }),
      { numRuns: 50 },
    );
  });
});
