/**
 * Forecasts as distributions on one grid of quantiles: from draws, from a point and a spread, and weighted together.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

import type { Outlook } from './metrics.ts';
import { normalQuantile } from './normal.ts';

/** Odd, so that the middle one is the median. */
const gridSize = 199;

/** Standard normal values of the grid. */
export const gridOfNormals = Float64Array.from({ length: gridSize }, (_, i) =>
  normalQuantile((i + 0.5) / gridSize),
);

/** The expected value is the mean of the draws: it adds up. */
export function outlookOfDraws(draws: Float64Array): Outlook {
  const ascending = draws.toSorted();
  const quantiles = Float64Array.from({ length: gridSize }, (_, i) => {
    const at = ((i + 0.5) / gridSize) * ascending.length - 0.5;
    const low = ascending[Math.max(0, Math.floor(at))] ?? 0;
    const high = ascending[Math.min(ascending.length - 1, Math.ceil(at))] ?? low;
    return low + (high - low) * (at - Math.floor(at));
  });
  return { expected: draws.reduce((all, one) => all + one, 0) / Math.max(1, draws.length), quantiles };
}

/** Lognormal around a point: the point stays the expected value. `spread` is the standard deviation of the logarithm. */
export function outlookOfPoint(expected: number, spread: number): Outlook {
  return {
    expected,
    quantiles: gridOfNormals.map((z) => expected * Math.exp(spread * z - (spread * spread) / 2)),
  };
}

/** The weighted mean of forecasts, quantile by quantile. Weights need not sum to one. */
export function mixOutlooks(
  parts: readonly { readonly outlook: Outlook; readonly weight: number }[],
): Outlook {
  const total = parts.reduce((all, { weight }) => all + weight, 0);
  const quantiles = new Float64Array(gridSize);
  let expected = 0;
  for (const { outlook, weight } of parts) {
    expected += (outlook.expected * weight) / total;
    for (let i = 0; i < gridSize; i += 1) {
      quantiles[i] = (quantiles[i] as number) + ((outlook.quantiles[i] as number) * weight) / total;
    }
  }
  return { expected, quantiles };
}
