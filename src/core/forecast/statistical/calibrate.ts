/**
 * Corrects the width of a method's band by its own matured forecasts (2.6): the conformal rank of their misses, shrunk
 * by the number of independent horizons among them, since a handful of overlapping weeks proves little. The centre stays:
 * the recalibration by wins over expected wins (2.3) has moved it already, and the same weeks must not count twice.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

import { type Judged, type Outlook, quantileAt } from './metrics.ts';
import { gridOfNormals } from './outlook.ts';
import type { StatisticalSettings } from './settings.ts';

/** P90 in standard deviations. */
const z90 = 1.2815515655446004;

/**
 * φ·Q: what is added to the upper end of the band of P10 to P90, and taken from the lower, on the log scale; negative
 * where the band was too wide. Q is the ⌈(n+1)·0.8⌉th smallest miss, φ = n_eff/(n_eff+3), n_eff = 1 + (last − first)/H.
 * Zero while there are too few matured origins.
 */
export function wideningOf(
  matured: readonly (Judged & { readonly origin: number })[],
  horizon: number,
  settings: StatisticalSettings,
): number {
  const told = matured.filter(({ outlook }) => outlook.expected > 0);
  const [first, last] = [told[0], told.at(-1)];
  if (told.length < settings.calibrateFrom || first === undefined || last === undefined) return 0;
  const independent = 1 + (last.origin - first.origin) / horizon;
  const misses = told
    .map(({ outlook, actual }) => {
      const floor = settings.floorOfActual * outlook.expected;
      const log = (value: number): number => Math.log(Math.max(value, floor));
      return Math.max(
        log(quantileAt(outlook, 0.1)) - log(actual),
        log(actual) - log(quantileAt(outlook, 0.9)),
      );
    })
    .sort((a, b) => a - b);
  const rank = Math.min(misses.length, Math.ceil((misses.length + 1) * 0.8));
  return (independent / (independent + settings.calibrateWeight)) * (misses[rank - 1] ?? 0);
}

/** The forecast with its band widened around the median, every other quantile in proportion; quantiles stay in order. */
export function widen(outlook: Outlook, by: number): Outlook {
  if (by === 0) return outlook;
  const quantiles = outlook.quantiles.map((q, i) => q * Math.exp(by * ((gridOfNormals[i] ?? 0) / z90)));
  return { expected: outlook.expected, quantiles: quantiles.toSorted() };
}
