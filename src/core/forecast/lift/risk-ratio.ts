/**
 * How many times as often the one side wins as the other, stratum by stratum, and what else would explain it.
 *
 * Handbook: docs/handbook/lift.md
 */

import type { Interval } from '../interval.ts';
import type { Stratum } from './strata.ts';

export type Ratio = Interval & { readonly value: number };

/** The normal quantile of a two-sided interval that covers 80 % or 95 %. */
export const zOf = { 80: 1.281552, 95: 1.959964 } as const;
export type Coverage = keyof typeof zOf;

/**
 * The ratio of win rates within strata (Mantel and Haenszel), with the interval from the variance of its logarithm
 * (Greenland and Robins). a, c: wins of the partners' side and the other; n₁, n₀: their deals; N = n₁ + n₀.
 *
 * RR = Σ a·n₀/N ÷ Σ c·n₁/N; var ln RR = Σ [n₁·n₀·(a+c) − a·c·N]/N² ÷ [Σ a·n₀/N · Σ c·n₁/N].
 *
 * Null where no stratum has wins on both sides to compare.
 */
export function stratifiedRatio(tables: readonly Stratum[], coverage: Coverage): Ratio | null {
  let [top, bottom, spread] = [0, 0, 0];
  for (const { partner: n1, direct: n0, partnerWon: a, directWon: c } of tables) {
    const n = n1 + n0;
    if (n1 === 0 || n0 === 0) continue;
    top += (a * n0) / n;
    bottom += (c * n1) / n;
    spread += (n1 * n0 * (a + c) - a * c * n) / (n * n);
  }
  if (top === 0 || bottom === 0) return null;
  const value = top / bottom;
  const half = zOf[coverage] * Math.sqrt(spread / (top * bottom));
  return { value, low: value * Math.exp(-half), high: value * Math.exp(half) };
}

/**
 * How strong something that nobody measured would have to be to explain a ratio away: it would have to make both a
 * partner and a win this many times as likely (VanderWeele and Ding). RR + √(RR·(RR−1)), of a ratio below 1 its
 * inverse; 1 where there is nothing to explain.
 */
export function eValue(ratio: number): number {
  const upward = ratio < 1 ? 1 / ratio : ratio;
  return upward + Math.sqrt(upward * (upward - 1));
}

/** The same for the end of the interval that is nearer to no difference; 1 if the interval holds it. */
export function eValueOfInterval(ratio: Ratio): number {
  if (ratio.low <= 1 && ratio.high >= 1) return 1;
  return eValue(ratio.value > 1 ? ratio.low : ratio.high);
}

/** Whether two ratios differ so much that neither should be leant on. */
export function disagree(
  a: number,
  b: number,
  settings: { readonly disagreement: number; readonly noDifference: number },
): boolean {
  const larger = Math.max(Math.abs(a - 1), Math.abs(b - 1));
  if (larger < settings.noDifference) return false;
  return Math.abs(a - b) > settings.disagreement * larger + 1e-12;
}

/**
 * How many partner deals have to mature until a lift of this size would be found four times in five (power 80 %, two
 * sides, 5 %), with so many other deals for each of them. Null where the lift would win more than every deal.
 */
export function dealsNeeded(directRate: number, lift: number, directPerPartner: number): number | null {
  const rate = directRate * (1 + lift);
  if (directRate <= 0 || rate >= 1 || lift === 0 || directPerPartner <= 0) return null;
  const k = directPerPartner;
  const pooled = (rate + k * directRate) / (1 + k);
  const underNone = zOf[95] * Math.sqrt((1 + 1 / k) * pooled * (1 - pooled));
  const underLift = 0.841621 * Math.sqrt(rate * (1 - rate) + (directRate * (1 - directRate)) / k);
  return Math.round(((underNone + underLift) / (rate - directRate)) ** 2);
}
