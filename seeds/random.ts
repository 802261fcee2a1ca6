/** A seeded source of chance: the same seed tells the same story. */
export type Chance = {
  /** A number from 0 up to 1. */
  readonly next: () => number;
  readonly between: (low: number, high: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly happens: (probability: number) => boolean;
  /** Days until something that happens on average every `mean` days; at least one. */
  readonly days: (mean: number) => number;
  /** A positive amount with this median whose logarithm has this spread. */
  readonly logNormal: (median: number, spread: number) => number;
  /** How many of something that happens `mean` times on average. */
  readonly count: (mean: number) => number;
};

/** Makes a source of chance from a 32-bit seed (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (list) => {
      const one = list[Math.floor(next() * list.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
    happens: (probability) => next() < probability,
    days: (mean) => Math.max(1, Math.round(-mean * Math.log(1 - next()))),
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
    count: (mean) => {
      const limit = Math.exp(-mean);
      let product = next();
      let found = 0;
      while (product > limit) {
        product *= next();
        found += 1;
      }
      return found;
    },
  };
}
