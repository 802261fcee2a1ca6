/**
 * The simple forecast of a quarter from the complete quarters before it, and its error on its own past.
 *
 * - Two candidates: the mean of the trailing quarters, and the last complete quarter again.
 * - The running quarter is left out, so the next quarter lies two steps ahead of the last one that is used; the
 *   back-test looks two steps ahead as well.
 * - The candidate with the smaller back-tested error is shown, from four origins on; before that, the mean.
 * - P20 and P80 lie t standard errors from P50, with the spread never taken as less than chance alone makes it.
 *
 * Handbook: docs/handbook/forecast.md
 */

import type { Chance } from './chance.ts';
import { studentT80 } from './interval.ts';

export type ForecastSettings = {
  /** How many trailing quarters the mean looks at, at most. */
  readonly trailingQuarters: number;
  /** With fewer complete quarters there is no forecast. */
  readonly neededQuarters: number;
  /** From this many back-tested forecasts on, the better candidate is chosen; before, the mean. */
  readonly originsToChoose: number;
};

export const defaultForecastSettings: ForecastSettings = {
  trailingQuarters: 4,
  neededQuarters: 3,
  originsToChoose: 4,
};

export const forecastMethods = ['mean', 'last'] as const;
export type Candidate = (typeof forecastMethods)[number];

/** How far ahead of the last complete quarter the forecast lies: the running quarter is between. */
const stepsAhead = 2;

/** The error of one candidate over all origins; null where nothing came, so that no share can be told. */
export type CandidateError = {
  readonly method: Candidate;
  readonly wape: number | null;
  readonly bias: number | null;
};

export type Backtest = { readonly origins: number; readonly candidates: readonly CandidateError[] };

export type QuarterForecast =
  | {
      readonly state: 'measured';
      readonly method: Candidate;
      /** How many of the last quarters the likely value stands on. */
      readonly used: number;
      readonly low: number;
      readonly likely: number;
      readonly high: number;
      readonly backtest: Backtest;
    }
  | { readonly state: 'waiting'; readonly needsQuarters: number; readonly hasQuarters: number };

/**
 * The likely value of one candidate from the quarters' sums, oldest first. Minor units, rounded to whole ones.
 * Throws RangeError without a quarter.
 */
export function likelyOf(method: Candidate, sums: readonly number[], settings: ForecastSettings): number {
  const trailing = method === 'last' ? sums.slice(-1) : sums.slice(-settings.trailingQuarters);
  if (trailing.length === 0) throw new RangeError('a forecast needs a quarter');
  return Math.round(trailing.reduce((all, sum) => all + sum, 0) / trailing.length);
}

/**
 * Rolling origins: from each past quarter on, what both candidates would have said about the quarter two later,
 * against what came. Only quarters before the origin are read.
 */
export function backtestQuarters(sums: readonly number[], settings: ForecastSettings): Backtest {
  const origins = Math.max(0, sums.length - stepsAhead);
  const candidates = forecastMethods.map((method) => {
    let [missed, signed, came] = [0, 0, 0];
    for (let origin = 1; origin <= origins; origin += 1) {
      const actual = sums[origin + stepsAhead - 1] ?? 0;
      const error = likelyOf(method, sums.slice(0, origin), settings) - actual;
      missed += Math.abs(error);
      signed += error;
      came += actual;
    }
    const told = came > 0;
    return { method, wape: told ? missed / came : null, bias: told ? signed / came : null };
  });
  return { origins, candidates };
}

/**
 * The forecast of the quarter after the running one. `sums`: complete quarters, oldest first, whole minor units.
 * `chance`: of the trailing quarters; null if they had no deals.
 */
export function forecastQuarter(
  sums: readonly number[],
  chance: Chance | null,
  settings: ForecastSettings = defaultForecastSettings,
): QuarterForecast {
  if (sums.length < settings.neededQuarters) {
    return { state: 'waiting', needsQuarters: settings.neededQuarters, hasQuarters: sums.length };
  }
  const backtest = backtestQuarters(sums, settings);
  const method = chooseMethod(backtest, settings);
  const likely = likelyOf(method, sums, settings);
  const half = halfWidth(method, sums.slice(-settings.trailingQuarters), likely, chance);
  return {
    state: 'measured',
    method,
    used: method === 'last' ? 1 : Math.min(sums.length, settings.trailingQuarters),
    low: Math.max(0, Math.round(likely - half)),
    likely,
    high: Math.round(likely + half),
    backtest,
  };
}

function chooseMethod(backtest: Backtest, settings: ForecastSettings): Candidate {
  const wapeOf = (method: Candidate): number | null =>
    backtest.candidates.find((candidate) => candidate.method === method)?.wape ?? null;
  const [mean, last] = [wapeOf('mean'), wapeOf('last')];
  if (backtest.origins < settings.originsToChoose || mean === null || last === null) return 'mean';
  return last < mean ? 'last' : 'mean';
}

/**
 * Mean of n: t(n−1)·s·√(1+1/n), s the spread of the quarters. Last quarter: t(n−1)·d·√2, d the root mean square
 * of the n−1 steps between neighbours, √2 for two steps. Neither s nor d is taken as less than chance gives.
 */
function halfWidth(
  method: Candidate,
  trailing: readonly number[],
  likely: number,
  chance: Chance | null,
): number {
  const n = trailing.length;
  const byChance = likely * (chance?.relativeSpread ?? 0);
  const t = studentT80(n - 1);
  if (method === 'mean') {
    const mean = trailing.reduce((all, sum) => all + sum, 0) / n;
    const variance = trailing.reduce((all, sum) => all + (sum - mean) ** 2, 0) / (n - 1);
    return t * Math.max(Math.sqrt(variance), byChance) * Math.sqrt(1 + 1 / n);
  }
  const steps = trailing.slice(1).map((sum, index) => sum - (trailing[index] ?? sum));
  const meanSquare = steps.reduce((all, step) => all + step ** 2, 0) / steps.length;
  return t * Math.max(Math.sqrt(meanSquare), byChance) * Math.SQRT2;
}
