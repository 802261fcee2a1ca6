/**
 * How good a forecast was (2.7): WAPE, bias, CRPS and how often its band held what came.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

import { type Interval, wilsonInterval } from '../interval.ts';

/** A forecast in the form in which it is judged: its expected value and its quantiles, ascending and evenly spaced. */
export type Outlook = { readonly expected: number; readonly quantiles: Float64Array };

export type Judged = { readonly outlook: Outlook; readonly actual: number };

export type Measures = {
  readonly origins: number;
  /** Σ|forecast − actual| / Σ actual; null where nothing came. */
  readonly wape: number | null;
  readonly bias: number | null;
  /** Share of origins whose outcome lay from P10 to P90, with the Wilson interval of that share. */
  readonly coverage80: number | null;
  readonly coverage80Interval: Interval | null;
  /** Mean continuous ranked probability score over the mean outcome. */
  readonly crps: number | null;
};

/** The value below which that share of the distribution lies: between the neighbours, linearly. */
export function quantileAt({ quantiles }: Outlook, level: number): number {
  const at = Math.min(quantiles.length - 1, Math.max(0, level * quantiles.length - 0.5));
  const low = quantiles[Math.floor(at)] ?? 0;
  const high = quantiles[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

/** CRPS = mean|x−y| − ½ mean|x−x'| of ascending draws x, in the unit of the draws. */
export function crpsOf(ascending: Float64Array, actual: number): number {
  const n = ascending.length;
  let [miss, spread] = [0, 0];
  for (let i = 0; i < n; i += 1) {
    const x = ascending[i] as number;
    miss += Math.abs(x - actual);
    spread += (2 * (i + 1) - n - 1) * x;
  }
  return miss / n - spread / (n * n);
}

/** The measures of one method over its origins. */
export function measure(judged: readonly Judged[]): Measures {
  const origins = judged.length;
  if (origins === 0) {
    return { origins, wape: null, bias: null, coverage80: null, coverage80Interval: null, crps: null };
  }
  let [missed, signed, came, score, held] = [0, 0, 0, 0, 0];
  for (const { outlook, actual } of judged) {
    missed += Math.abs(outlook.expected - actual);
    signed += outlook.expected - actual;
    came += actual;
    score += crpsOf(outlook.quantiles, actual);
    if (actual >= quantileAt(outlook, 0.1) && actual <= quantileAt(outlook, 0.9)) held += 1;
  }
  const told = came > 0;
  return {
    origins,
    wape: told ? missed / came : null,
    bias: told ? signed / came : null,
    coverage80: held / origins,
    coverage80Interval: wilsonInterval(held, origins),
    crps: told ? score / came : null,
  };
}
