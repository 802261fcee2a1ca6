import { describe, expect, it } from 'vitest';
import vectors from '../../../../test/vectors/forecast-statistics.json' with { type: 'json' };
import { smoothBy } from './exponential.ts';
import { bucketsOf, type Hazards, winBy } from './hazard.ts';
import { crpsOf, measure } from './metrics.ts';
import { normalQuantile } from './normal.ts';
import { outlookOfDraws } from './outlook.ts';

describe('the statistics of a forecast (2.2, 2.7)', () => {
  it.each(vectors.normalQuantile)('the normal quantile of $share is $value', ({ share, value }) => {
    expect(normalQuantile(share)).toBeCloseTo(value, 8);
  });

  it('there is no quantile of nothing and of all', () => {
    expect(() => normalQuantile(0)).toThrow(RangeError);
    expect(() => normalQuantile(1)).toThrow(RangeError);
  });

  it.each(vectors.crps)('CRPS of $name', ({ draws, actual, value }) => {
    expect(crpsOf(Float64Array.from(draws), actual)).toBeCloseTo(value, 9);
  });

  it.each(vectors.smoothing)('smoothing: $name', ({ totals, share, level }) => {
    expect(smoothBy(totals, share).level).toBeCloseTo(level, 9);
  });

  it.each(vectors.winBy)('winning: $name', ({ perDay, days, value }) => {
    const by = winBy(oneStage(perDay.won, perDay.lost), 0, days, () => 0);
    expect(by.open[0]).toBeCloseTo(value, 9);
  });

  it('a deal that passes a second stage is won by way of it', () => {
    // From the first stage to the second for certain, from there won with 30 % a day: 1 − 0.7² in three days.
    const twoStages: Hazards = {
      ...oneStage(0, 0),
      stages: 2,
      chance: Float64Array.of(0, 1, 0, 0, 0, 0, 0.3, 0),
      entry: Float64Array.of(1, 0, 0, 0),
    };
    const by = winBy(twoStages, 0, 3, () => 0);
    expect(by.open[0]).toBeCloseTo(0.51, 9);
    // It begins tomorrow, and so has a day less.
    expect(by.arriving[0]).toBeCloseTo(0.3, 9);
  });

  it('measures errors against sums, never shares of single outcomes', () => {
    const judged = [
      { outlook: outlookOfDraws(Float64Array.of(8, 10, 12)), actual: 0 },
      { outlook: outlookOfDraws(Float64Array.of(8, 10, 12)), actual: 10 },
    ];
    expect(measure(judged)).toMatchObject({ origins: 2, wape: 1, bias: 1, coverage80: 0.5 });
    expect(measure([])).toMatchObject({ origins: 0, wape: null, coverage80: null });
  });
});

function oneStage(won: number, lost: number): Hazards {
  return {
    stages: 1,
    edges: [0],
    bucketOf: bucketsOf([0]),
    chance: Float64Array.of(0, won, lost),
    entry: Float64Array.of(1, 0, 0),
    winsBehind: Float64Array.of(1),
    winPhase: [1, 1, 1],
    lossPhase: [1, 1, 1],
  };
}
