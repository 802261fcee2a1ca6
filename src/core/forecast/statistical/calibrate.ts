/**
 * Corrects a method by its own matured forecasts (2.6): the centre by their mean log error, the width by the conformal
 * rank of their misses, both shrunk by the number of independent horizons among them, since a handful of overlapping
 * weeks proves little.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

import { type Judged, type Outlook, quantileAt } from './metrics.ts';
import { gridOfNormals } from './outlook.ts';
import type { StatisticalSettings } from './settings.ts';

export type Correction = {
  /** Added to the logarithm of every quantile. */
  readonly centre: number;
  /** Added to the upper, taken from the lower end of the band of P10 to P90, on the log scale. May be negative. */
  readonly widen: number;
  readonly origins: number;
  /** n_eff = 1 + (last − first origin)/H. */
  readonly independent: number;
};

/** P90 in standard deviations. */
const z90 = 1.2815515655446004;

/** The correction from matured origins, oldest first; null while there are too few. */
export function correctionOf(
  matured: readonly (Judged & { readonly origin: number })[],
  horizon: number,
  settings: StatisticalSettings,
): Correction | null {
  const told = matured.filter(({ outlook }) => outlook.expected > 0);
  const [first, last] = [told[0], told.at(-1)];
  if (told.length < settings.calibrateFrom || first === undefined || last === undefined) return null;
  const independent = 1 + (last.origin - first.origin) / horizon;
  const held = independent / (independent + settings.calibrateWeight);
  const logs = told.map(({ outlook, actual }) => {
    const floor = settings.floorOfActual * outlook.expected;
    const log = (value: number): number => Math.log(Math.max(value, floor));
    return {
      y: log(actual),
      mid: log(outlook.expected),
      low: log(quantileAt(outlook, 0.1)),
      high: log(quantileAt(outlook, 0.9)),
    };
  });
  const centre = (held * logs.reduce((all, { y, mid }) => all + y - mid, 0)) / logs.length;
  const misses = logs
    .map(({ y, low, high }) => Math.max(low + centre - y, y - high - centre))
    .sort((a, b) => a - b);
  const rank = Math.min(misses.length, Math.ceil((misses.length + 1) * 0.8));
  return { centre, widen: held * (misses[rank - 1] ?? 0), origins: told.length, independent };
}

/** The corrected forecast: quantiles in their order, the band never turned inside out. */
export function correct(outlook: Outlook, correction: Correction | null): Outlook {
  if (correction === null) return outlook;
  const { centre, widen } = correction;
  const quantiles = outlook.quantiles.map((q, i) => q * Math.exp(centre + widen * ((gridOfNormals[i] ?? 0) / z90)));
  return { expected: outlook.expected * Math.exp(centre), quantiles: quantiles.toSorted() };
}
