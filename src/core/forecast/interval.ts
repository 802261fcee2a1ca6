/**
 * Intervals for small samples. Every figure that is an estimate is shown with one of these and its n.
 *
 * Handbook: docs/handbook/forecast.md
 */

export type Interval = { readonly low: number; readonly high: number };

/** The normal quantile of a two-sided 95 % interval. */
const z95 = 1.959964;

/** The 0.8 quantile of Student's t for 1, 2, 3 … degrees of freedom. */
const t80 = [1.3764, 1.0607, 0.9785, 0.941, 0.9195, 0.9057, 0.896, 0.8889, 0.8834, 0.8791];
const z80 = 0.8416;

/**
 * The 0.8 quantile of Student's t: P20 and P80 lie this many standard errors from P50. Wider the fewer degrees
 * of freedom; from 11 on the normal value is close enough. Throws RangeError below one.
 */
export function studentT80(degreesOfFreedom: number): number {
  if (degreesOfFreedom < 1) throw new RangeError('a spread needs at least two observations');
  return t80[degreesOfFreedom - 1] ?? z80;
}

/**
 * Wilson's 95 % score interval of a rate: k of n. Inside [0, 1] for every k and n, honest for small n.
 * Throws RangeError unless 0 ≤ k ≤ n and n > 0.
 */
export function wilsonInterval(k: number, n: number): Interval {
  if (!(n > 0 && k >= 0 && k <= n)) throw new RangeError(`not a rate: ${k} of ${n}`);
  const rate = k / n;
  const square = z95 * z95;
  const centre = (rate + square / (2 * n)) / (1 + square / n);
  const half = (z95 / (1 + square / n)) * Math.sqrt((rate * (1 - rate)) / n + square / (4 * n * n));
  // At the ends the interval touches the rate; rounding must not move it past.
  return { low: k === 0 ? 0 : Math.max(0, centre - half), high: k === n ? 1 : Math.min(1, centre + half) };
}

/**
 * Newcombe's 95 % interval of the difference of two rates, a minus b, from the Wilson intervals of both.
 */
export function newcombeInterval(a: { k: number; n: number }, b: { k: number; n: number }): Interval {
  const [rateA, rateB] = [a.k / a.n, b.k / b.n];
  const [ofA, ofB] = [wilsonInterval(a.k, a.n), wilsonInterval(b.k, b.n)];
  const difference = rateA - rateB;
  return {
    low: Math.max(-1, difference - Math.hypot(rateA - ofA.low, ofB.high - rateB)),
    high: Math.min(1, difference + Math.hypot(ofA.high - rateA, rateB - ofB.low)),
  };
}

/**
 * The median and its distribution-free 95 % interval: the order statistics whose ranks are the 2.5 % points of
 * the binomial distribution with p = ½, so it holds whatever the shape. Values need not be sorted; of an even
 * number the median is the mean of the middle two. With fewer than six values the interval is the whole range.
 * Null for no values.
 */
export function medianInterval(values: readonly number[]): (Interval & { readonly median: number }) | null {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  const at = (rank: number): number => sorted[Math.min(n, Math.max(1, rank)) - 1] ?? Number.NaN;
  if (n === 0) return null;
  const median = (at(Math.floor((n + 1) / 2)) + at(Math.ceil((n + 1) / 2))) / 2;
  const rank = lowerRank(n);
  return { median, low: at(rank), high: at(n + 1 - rank) };
}

/** The largest r with P(fewer than r of n fair coins show heads) ≤ 2.5 %, at least 1. */
function lowerRank(n: number): number {
  // Beyond this the normal approximation errs by less than a rank, and 2^-n leaves the doubles.
  if (n > 1000) return Math.max(1, Math.floor((n - z95 * Math.sqrt(n)) / 2));
  let term = 2 ** -n;
  let below = 0;
  for (let r = 0; r < n; r += 1) {
    below += term;
    if (below > 0.025) return Math.max(1, r);
    term = (term * (n - r)) / (r + 1);
  }
  return 1;
}
