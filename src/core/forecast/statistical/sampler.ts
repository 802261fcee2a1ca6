/**
 * Random variates from one seed: evenly spread, normal, gamma, Poisson and negative binomial. The numbers beneath come
 * from the generator of `core/program/random.ts`, a column at a time.
 *
 * Sources: normal by the polar method (Marsaglia and Bray 1964), gamma by squeeze and rejection (Marsaglia and Tsang
 * 2000), Poisson by inversion below a mean of 30 and by splitting off a gamma above (Ahrens and Dieter 1974).
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

import { fillRandom } from '#core/program/random.ts';

const columnLength = 4096;

export type Sampler = {
  /** From 0 up to, but not including, 1. */
  readonly even: () => number;
  /** The same for a whole column at once. */
  readonly fillEven: (column: Float64Array) => void;
  readonly normal: () => number;
  /** Shape > 0, scale 1. */
  readonly gamma: (shape: number) => number;
  readonly poisson: (mean: number) => number;
  /** A count with this mean and variance mean + dispersion·mean². */
  readonly negativeBinomial: (mean: number, dispersion: number) => number;
};

export function samplerOf(seed: number): Sampler {
  const column = new Float64Array(columnLength);
  let [at, stream] = [columnLength, 0];
  let spare = Number.NaN;
  const even = (): number => {
    if (at === columnLength) {
      fillRandom(column, seed, stream);
      stream += 1;
      at = 0;
    }
    const value = column[at] as number;
    at += 1;
    return value;
  };
  const fillEven = (into: Float64Array): void => {
    fillRandom(into, seed, stream);
    stream += 1;
  };
  const normal = (): number => {
    if (!Number.isNaN(spare)) {
      const value = spare;
      spare = Number.NaN;
      return value;
    }
    for (;;) {
      const [x, y] = [2 * even() - 1, 2 * even() - 1];
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * scale;
      return x * scale;
    }
  };
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - even()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v <= 0) continue;
      const u = 1 - even();
      if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const binomial = (n: number, p: number): number => {
    let hits = 0;
    for (let i = 0; i < n; i += 1) if (even() < p) hits += 1;
    return hits;
  };
  const poisson = (mean: number): number => {
    if (!(mean > 0)) return 0;
    if (mean < 30) {
      const least = Math.exp(-mean);
      let [count, product] = [0, 1 - even()];
      while (product > least) {
        count += 1;
        product *= 1 - even();
      }
      return count;
    }
    // The nth event comes at a gamma(n); what is left of the mean is counted anew.
    const n = Math.floor(mean * 0.875);
    const when = gamma(n);
    return when > mean ? binomial(n - 1, mean / when) : n + poisson(mean - when);
  };
  const negativeBinomial = (mean: number, dispersion: number): number =>
    mean > 0 ? poisson(gamma(1 / dispersion) * dispersion * mean) : 0;
  return { even, fillEven, normal, gamma, poisson, negativeBinomial };
}
