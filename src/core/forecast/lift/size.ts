/**
 * How large won deals are on both sides. Amounts are compared by their geometric mean, since one very large deal
 * would carry any other mean.
 *
 * Handbook: docs/handbook/lift.md
 */

import { type Coverage, type Ratio, zOf } from './risk-ratio.ts';
import type { Strata } from './strata.ts';

/** The geometric mean; null for no amount. Amounts are positive. */
export function geometricMean(amounts: readonly number[]): number | null {
  if (amounts.length === 0) return null;
  return Math.exp(amounts.reduce((sum, amount) => sum + Math.log(amount), 0) / amounts.length);
}

/**
 * The ratio of geometric means within strata: the differences of mean logarithms, each weighted by n₁·n₀/(n₁+n₀).
 * Its variance comes from the spread within strata, of each side apart. Null where no stratum has both sides, or a
 * side has no two deals in one stratum, so that nobody can say how much amounts spread.
 */
export function sizeRatio(
  strata: Strata,
  isPartner: Uint8Array,
  logAmounts: Float64Array,
  coverage: Coverage,
): Ratio | null {
  const sides = [0, 1].map(() => ({
    n: new Float64Array(strata.count),
    sum: new Float64Array(strata.count),
    squares: 0,
    degrees: 0,
  }));
  const sideAt = (i: number) => sides[isPartner[i] ?? 0] as (typeof sides)[number];
  for (let i = 0; i < isPartner.length; i += 1) {
    const [side, s] = [sideAt(i), strata.of[i] ?? 0];
    side.n[s] = (side.n[s] ?? 0) + 1;
    side.sum[s] = (side.sum[s] ?? 0) + (logAmounts[i] ?? 0);
  }
  for (let i = 0; i < isPartner.length; i += 1) {
    const [side, s] = [sideAt(i), strata.of[i] ?? 0];
    side.squares += ((logAmounts[i] ?? 0) - (side.sum[s] ?? 0) / (side.n[s] ?? 1)) ** 2;
  }
  for (const side of sides) side.degrees = side.n.reduce((sum, n) => sum + Math.max(0, n - 1), 0);
  const [direct, partner] = sides;
  if (!direct || !partner || direct.degrees < 1 || partner.degrees < 1) return null;

  let [weights, difference, variance] = [0, 0, 0];
  for (let s = 0; s < strata.count; s += 1) {
    const [n1, n0] = [partner.n[s] ?? 0, direct.n[s] ?? 0];
    if (n1 === 0 || n0 === 0) continue;
    const weight = (n1 * n0) / (n1 + n0);
    weights += weight;
    difference += weight * ((partner.sum[s] ?? 0) / n1 - (direct.sum[s] ?? 0) / n0);
    variance += weight ** 2 * (partner.squares / partner.degrees / n1 + direct.squares / direct.degrees / n0);
  }
  if (weights === 0) return null;
  const mean = difference / weights;
  const half = (zOf[coverage] * Math.sqrt(variance)) / weights;
  return { value: Math.exp(mean), low: Math.exp(mean - half), high: Math.exp(mean + half) };
}
