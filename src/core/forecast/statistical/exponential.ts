/**
 * Simple exponential smoothing (B5, ETS(A,N,N)): a level that moves to each new value by the share α that fits best.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

/** The last level; null with fewer than four values. */
export function smoothTotals(totals: readonly number[]): number | null {
  if (totals.length < 4) return null;
  let best = { error: Number.POSITIVE_INFINITY, level: 0 };
  for (let hundredths = 1; hundredths < 100; hundredths += 1) {
    const smoothed = smoothBy(totals, hundredths / 100);
    if (smoothed.error < best.error) best = smoothed;
  }
  return best.level;
}

/** The squared one-step errors and the last level for a given share; the level starts at the mean of the first four. */
export function smoothBy(totals: readonly number[], share: number): { error: number; level: number } {
  const first = totals.slice(0, 4);
  let level = first.reduce((all, one) => all + one, 0) / Math.max(1, first.length);
  let error = 0;
  for (const total of totals) {
    const miss = total - level;
    error += miss * miss;
    level += share * miss;
  }
  return { error, level };
}
