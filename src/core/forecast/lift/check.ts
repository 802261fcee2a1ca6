/**
 * The second way: a regression, and how many days deals wait for a win, with intervals from accounts drawn anew.
 *
 * Handbook: docs/handbook/lift.md
 */

import { designOf, fitLogistic, type Standardized, standardize } from './logistic.ts';
import { clustersOf, drawsFor, drawTimes, intervalOf } from './resample.ts';
import type { Coverage, Ratio } from './risk-ratio.ts';
import type { Sample } from './sample.ts';
import type { LiftSettings } from './settings.ts';
import { mixWeights } from './strata.ts';
import { courseOf, daysWithoutWin, livesOf } from './survival.ts';

export type Checked = {
  /** The ratio of mean chances of the partner deals, with the partner and without. */
  readonly ratio: Ratio | null;
  /** The difference of the same, a share. */
  readonly difference: Ratio | null;
  /** Days without a win: of the partner deals minus of the others with the partners' mix. */
  readonly days: (Ratio & { readonly partner: number; readonly direct: number }) | null;
  readonly draws: number;
};

/** Any number does, as long as it stays: the same deals then give the same interval. */
const seed = 20_260_401;

/**
 * Yields the share that is done after every draw, so that a caller may do other things between two. `withRegression`:
 * whether the chances are wanted, or the days alone.
 */
export function* checkSample(
  sample: Sample,
  settings: LiftSettings,
  coverage: Coverage,
  withRegression: boolean,
): Generator<number, Checked> {
  const { cases, isPartner, isWon, strata } = sample;
  const design = designOf(cases.length, sample.coarsened.fields);
  const clusters = clustersOf(cases);
  const draws = drawsFor(cases.length, settings.resamples, settings.fewestResamples);
  const once = new Float64Array(cases.length).fill(1);
  const betaOf = (times: Float64Array, start: Float64Array, steps: number) =>
    fitLogistic(design, isPartner, isWon, times, settings.ridge, start, steps);
  const beta = withRegression ? betaOf(once, new Float64Array(design.columns), 30) : null;
  const chances = beta === null ? null : standardize(design, isPartner, once, beta);
  const days = daysOf(sample, sample.weights);

  const drawn = { ratio: [] as number[], difference: [] as number[], days: [] as number[] };
  for (let draw = 0; draw < draws; draw += 1) {
    const times = drawTimes(clusters, seed, draw);
    if (beta !== null) {
      // From where the whole sample ended two steps are enough.
      const own = standardize(design, isPartner, times, betaOf(times, beta, 2));
      drawn.ratio.push(own.withPartner / own.without);
      drawn.difference.push(own.withPartner - own.without);
    }
    const own = daysOf(sample, mixWeights(strata, isPartner, times));
    if (own !== null) drawn.days.push(own.partner - own.direct);
    yield (draw + 1) / draws;
  }
  const around = (value: number, values: readonly number[]): Ratio | null => {
    const interval = Number.isFinite(value) ? intervalOf(values, coverage) : null;
    return interval && { value, ...interval };
  };
  const waited = days && around(days.partner - days.direct, drawn.days);
  return {
    ratio: chances && around(ratioOf(chances), drawn.ratio),
    difference: chances && around(chances.withPartner - chances.without, drawn.difference),
    days: days && waited && { ...waited, ...days },
    draws,
  };
}

function ratioOf(chances: Standardized): number {
  return chances.withPartner / chances.without;
}

/** Null if no partner deal has anybody to be compared with. */
function daysOf(sample: Sample, weights: Float64Array): { partner: number; direct: number } | null {
  if (!weights.some((weight) => weight > 0)) return null;
  const { isPartner, horizon, lives } = sample;
  const [direct, partner] = ([0, 1] as const).map((side) =>
    daysWithoutWin(courseOf(livesOf(lives, horizon, weights, { isPartner, side })), horizon),
  );
  return { partner: partner ?? horizon, direct: direct ?? horizon };
}
