/**
 * How long deals take, with those that are still open and those that were lost counted as what they are. The mean
 * over won deals would leave out every slow deal that has not been won yet.
 *
 * Handbook: docs/handbook/lift.md
 */

/** What became of the cases of one side, day by day: index d is d days after the start, up to the horizon. */
export type Lives = { readonly won: Float64Array; readonly lost: Float64Array; readonly left: Float64Array };

export type Life = { readonly days: number; readonly end: 'won' | 'lost' | 'open' };

/** Sums weights by day, of all cases or of those `on` one side. What happens after the horizon counts as open at it. */
export function livesOf(
  lives: readonly Life[],
  horizon: number,
  weights?: Float64Array,
  on?: { readonly isPartner: Uint8Array; readonly side: 0 | 1 },
): Lives {
  const result = {
    won: new Float64Array(horizon + 1),
    lost: new Float64Array(horizon + 1),
    left: new Float64Array(horizon + 1),
  };
  for (let i = 0; i < lives.length; i += 1) {
    const weight = weights === undefined ? 1 : (weights[i] as number);
    if (weight === 0 || (on !== undefined && on.isPartner[i] !== on.side)) continue;
    const { days, end } = lives[i] as Life;
    const bins = days > horizon || end === 'open' ? result.left : result[end];
    const day = Math.min(days, horizon);
    bins[day] = (bins[day] as number) + weight;
  }
  return result;
}

export type Course = {
  /** The share won by the end of each day (Aalen and Johansen: losing is another end, not a missing one). */
  readonly wonBy: Float64Array;
  /** The share still open after each day (Kaplan and Meier). */
  readonly openAfter: Float64Array;
};

export function courseOf(lives: Lives): Course {
  const days = lives.won.length;
  const [wonBy, openAfter] = [new Float64Array(days), new Float64Array(days)];
  let atRisk = 0;
  for (let d = 0; d < days; d += 1) {
    atRisk += (lives.won[d] as number) + (lives.lost[d] as number) + (lives.left[d] as number);
  }
  let [won, open] = [0, 1];
  for (let d = 0; d < days; d += 1) {
    const [wins, losses] = [lives.won[d] as number, lives.lost[d] as number];
    if (wins + losses > 0 && atRisk > 0) {
      won += open * (wins / atRisk);
      open *= Math.max(0, 1 - (wins + losses) / atRisk);
    }
    wonBy[d] = won;
    openAfter[d] = open;
    atRisk -= wins + losses + (lives.left[d] as number);
  }
  return { wonBy, openAfter };
}

/**
 * The restricted mean time to win: of the days up to the horizon, how many a deal goes without being won, on the
 * mean. A deal that is not won goes without for all of them. The area under 1 − the share won.
 */
export function daysWithoutWin(course: Course, horizon: number): number {
  let days = 0;
  for (let d = 0; d < horizon; d += 1) days += 1 - (course.wonBy[d] ?? 0);
  return days;
}

/** The first day by which half have closed, one way or the other; null if that day is not reached. */
export function medianToClose(course: Course): number | null {
  const day = course.openAfter.findIndex((open) => open <= 0.5 + 1e-9);
  return day < 0 ? null : day;
}

/** The first day by which half of all deals are won; null if that day is not reached. */
export function medianToWin(course: Course): number | null {
  const day = course.wonBy.findIndex((won) => won >= 0.5 - 1e-9);
  return day < 0 ? null : day;
}
