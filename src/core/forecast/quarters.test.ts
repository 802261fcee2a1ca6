import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceReference } from './chance.ts';
import { backtestQuarters, defaultForecastSettings, forecastQuarter } from './quarters.ts';

const sums = fc.array(fc.nat({ max: 1_000_000_00 }), { minLength: 3, maxLength: 12 });

describe('the forecast of the next quarter', () => {
  it('waits for three complete quarters', () => {
    expect(forecastQuarter([100, 200], null)).toEqual({ state: 'waiting', needsQuarters: 3, hasQuarters: 2 });
    expect(forecastQuarter([100, 200, 300], null)).toMatchObject({ state: 'measured', likely: 200, used: 3 });
  });

  it('is the mean of the trailing four by default, with an interval by Student’s t', () => {
    const forecast = forecastQuarter([900, 100, 200, 300, 400], null);
    // s = 129.10, t(3) = .9785, √(1 + 1/4) = 1.1180: 141.2 on either side of 250.
    expect(forecast).toMatchObject({ method: 'mean', used: 4, low: 109, likely: 250, high: 391 });
  });

  it('takes the last quarter where that missed less on this history', () => {
    const growing = [100, 200, 300, 400, 500, 600, 700, 800];
    expect(forecastQuarter(growing, null)).toMatchObject({ method: 'last', used: 1, likely: 800 });
    const swinging = [100, 300, 500, 100, 300, 500, 100, 300];
    expect(forecastQuarter(swinging, null)).toMatchObject({ method: 'mean' });
  });

  it('is never narrower than chance makes it', () => {
    const steady = [1000, 1000, 1000, 1000];
    const few = chanceReference([500, 500, 500, 500, 500, 500, 500, 500], 4);
    expect(forecastQuarter(steady, null)).toMatchObject({ low: 1000, high: 1000 });
    expect(forecastQuarter(steady, few)).toMatchObject({ low: 226, high: 1774 });
  });

  it('keeps low, likely and high in order and not below zero', () => {
    fc.assert(
      fc.property(sums, (history) => {
        const forecast = forecastQuarter(history, null);
        if (forecast.state !== 'measured') throw new Error('three quarters are enough');
        expect(forecast.low >= 0 && forecast.low <= forecast.likely).toBe(true);
        expect(forecast.likely <= forecast.high && Number.isSafeInteger(forecast.high)).toBe(true);
      }),
    );
  });
});

describe('the back-test', () => {
  it('looks two quarters ahead, as the forecast does', () => {
    const { origins, candidates } = backtestQuarters([100, 200, 300, 400], defaultForecastSettings);
    expect(origins).toBe(2);
    // Last: 100 for 300, 200 for 400. Mean: 100 for 300, 150 for 400.
    expect(candidates).toEqual([
      { method: 'mean', wape: 450 / 700, bias: -450 / 700 },
      { method: 'last', wape: 400 / 700, bias: -400 / 700 },
    ]);
  });

  it('tells no error where nothing came', () => {
    expect(backtestQuarters([5, 0, 0, 0], defaultForecastSettings).candidates[0]).toMatchObject({
      wape: null,
    });
  });
});

describe('the chance reference', () => {
  it('is 0.80·√((1+cv²)/λ)', () => {
    // cv = 1 with two amounts of 0 and 2; ten deals in a quarter: 36 %.
    const amounts = [0, 2, 0, 2, 0, 2, 0, 2, 0, 2];
    expect(chanceReference(amounts, 1)).toMatchObject({ dealsPerQuarter: 10, amountVariation: 1 });
    expect(chanceReference(amounts, 1)?.wape).toBeCloseTo(0.3578, 4);
  });

  it('says nothing without deals or without amounts', () => {
    expect(chanceReference([], 4)).toBeNull();
    expect(chanceReference([0, 0], 4)).toBeNull();
  });
});
