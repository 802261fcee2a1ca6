import { describe, expect, it } from 'vitest';
import { defaultsOf } from '#core/program/settings.ts';
import vectors from '../../../../test/vectors/lift.json' with { type: 'json' };
import { decideStep } from './ladder.ts';
import { dealsNeeded, disagree, eValue, eValueOfInterval, stratifiedRatio } from './risk-ratio.ts';
import { liftSettings } from './settings.ts';
import { courseOf, daysWithoutWin, type Life, livesOf, medianToClose, medianToWin } from './survival.ts';

const settings = defaultsOf(liftSettings);

describe('a ratio within strata', () => {
  it.each(vectors.stratifiedRatio)('$name', ({ strata, value, low95, high95 }) => {
    const ratio = stratifiedRatio(strata, 95);
    expect(ratio?.value).toBeCloseTo(value, 3);
    expect(ratio?.low).toBeCloseTo(low95, 3);
    expect(ratio?.high).toBeCloseTo(high95, 3);
    const narrower = stratifiedRatio(strata, 80);
    expect(narrower?.low).toBeGreaterThan(low95);
    expect(narrower?.high).toBeLessThan(high95);
  });

  it('says nothing where a side never wins, or stands alone', () => {
    expect(stratifiedRatio([{ partner: 5, direct: 5, partnerWon: 0, directWon: 3 }], 95)).toBeNull();
    expect(stratifiedRatio([{ partner: 5, direct: 0, partnerWon: 3, directWon: 0 }], 95)).toBeNull();
  });
});

describe('what else would explain a ratio', () => {
  it.each(vectors.eValue)('$name', ({ ratio, low, high, value, ofInterval }) => {
    expect(eValue(ratio)).toBeCloseTo(value, 2);
    expect(eValueOfInterval({ value: ratio, low, high })).toBeCloseTo(ofInterval, 2);
  });
});

describe('the number of partner deals needed', () => {
  it.each(vectors.dealsNeeded)('for a lift of $lift from $rate is $deals', (row) => {
    expect(dealsNeeded(row.rate, row.lift, row.directPerPartner)).toBe(row.deals);
  });

  it('is not told where the lift would win more than every deal', () => {
    expect(dealsNeeded(0.7, 0.5, 10)).toBeNull();
    expect(dealsNeeded(0, 0.5, 10)).toBeNull();
  });
});

describe('the course of deals', () => {
  it.each(vectors.course)('$name', (row) => {
    const lives = row.lives.map(([days, end]) => ({ days, end }) as Life);
    const course = courseOf(livesOf(lives, row.horizon));
    for (const [day, won] of row.wonBy.entries()) expect(course.wonBy[day]).toBeCloseTo(won, 12);
    for (const [day, open] of row.openAfter.entries()) expect(course.openAfter[day]).toBeCloseTo(open, 12);
    expect(daysWithoutWin(course, row.horizon)).toBeCloseTo(row.daysWithoutWin, 12);
    expect(medianToClose(course)).toBe(row.medianToClose);
    expect(medianToWin(course)).toBe(row.medianToWin);
  });
});

describe('the ladder', () => {
  it.each(vectors.ladder)('$name', ({ standing, step, lacks }) => {
    const rung = decideStep(standing, settings);
    expect(rung.step).toBe(step);
    expect(rung.lacks.map(({ code }) => code)).toEqual(lacks);
    expect(rung.coverage).toBe(step === 'indicative' ? 80 : 95);
  });
});

describe('two ways of adjusting', () => {
  it('agree within a third of the larger, and where both find next to nothing', () => {
    expect(disagree(1.34, 1.23, settings)).toBe(false);
    expect(disagree(1.34, 1.22, settings)).toBe(true);
    expect(disagree(1.3, 0.9, settings)).toBe(true);
    expect(disagree(1.04, 0.97, settings)).toBe(false);
  });
});
