/**
 * One seeded simulation of what will be won by the end of a horizon (2.5): open deals one by one, new ones week by
 * week, with shocks that hit all deals at once.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

import { samplerOf } from './sampler.ts';

export type Future = {
  /** Of each open deal: its chance to be won by the end, before shocks. */
  readonly chance: Float64Array;
  /** Its amount; NaN where it has none yet. */
  readonly amount: Float64Array;
  /** The part of the whole in which it is counted. */
  readonly part: Int32Array;
  /** Its stage, whose hazard is redrawn by the wins that stand behind it. */
  readonly stage: Uint8Array;
  readonly winsBehind: Float64Array;
  /** Of each week ahead: how many deals begin in it and are won by the end, on average. */
  readonly newWins: readonly number[];
  /** The part of new deals. */
  readonly newPart: number;
  /** φ of the weekly count of new deals. */
  readonly dispersion: number;
  /** Amounts of won deals, and what won deals brought over what they were quoted at: drawn from at random. */
  readonly finals: Float64Array;
  readonly ratios: Float64Array;
  readonly shocks: { readonly win: number; readonly arrival: number };
};

/** The expected value, without simulation: what the mean of many draws comes to. */
export function expectedOf(future: Future): number {
  const mean = (of: Float64Array): number =>
    of.length === 0 ? 0 : of.reduce((all, one) => all + one, 0) / of.length;
  const [final, ratio] = [mean(future.finals), mean(future.ratios)];
  let sum = future.newWins.reduce((all, one) => all + one, 0) * final;
  future.chance.forEach((chance, i) => {
    const amount = future.amount[i] as number;
    sum += chance * (Number.isNaN(amount) ? final : amount * ratio);
  });
  return sum;
}

/** The won value of each draw and part, draw by draw. All parts of a draw sum to its whole. */
export function simulate(future: Future, parts: number, draws: number, seed: number): Float64Array {
  const { winsBehind, finals, ratios, shocks } = future;
  // Stage by stage, so that what a stage has in common is looked up once.
  const order = Int32Array.from(future.stage.keys()).sort(
    (a, b) => (future.stage[a] as number) - (future.stage[b] as number) || a - b,
  );
  const chance = Float64Array.from(order, (i) => future.chance[i] as number);
  const amount = Float64Array.from(order, (i) => future.amount[i] as number);
  const part = Int32Array.from(order, (i) => future.part[i] as number);
  const ends = Array.from(
    winsBehind,
    (_, s) => 1 + order.findLastIndex((i) => (future.stage[i] as number) <= s),
  );
  const { even, fillEven, normal, gamma, negativeBinomial } = samplerOf(seed);
  const sums = new Float64Array(draws * parts);
  const level = new Float64Array(winsBehind.length);
  const isWon = new Float64Array(chance.length);
  const which = new Float64Array(chance.length);
  const winners = new Int32Array(chance.length);
  const pick = (of: Float64Array): number => of[Math.floor(even() * of.length)] ?? 0;
  const shock = (sigma: number): number => (sigma > 0 ? Math.exp(normal() * sigma - (sigma * sigma) / 2) : 1);
  for (let draw = 0; draw < draws; draw += 1) {
    const base = draw * parts;
    const [onWin, onArrival] = [shock(shocks.win), shock(shocks.arrival)];
    for (let s = 0; s < level.length; s += 1) {
      const wins = Math.max(1, winsBehind[s] as number);
      level[s] = Number.isFinite(wins) ? (onWin * gamma(wins)) / wins : onWin;
    }
    // Whole columns, also for deals that are not won: filling them costs less than drawing one by one.
    fillEven(isWon);
    fillEven(which);
    // First which deals are won, then what they bring: a branch that nobody can foresee costs more than the sum.
    let wins = 0;
    let i = 0;
    for (let s = 0; s < level.length; s += 1) {
      const [end, onStage] = [ends[s] as number, level[s] as number];
      for (; i < end; i += 1) {
        winners[wins] = i;
        wins += Number((isWon[i] as number) < (chance[i] as number) * onStage);
      }
    }
    for (let win = 0; win < wins; win += 1) {
      const won = winners[win] as number;
      const quoted = amount[won] as number;
      const from = Number.isNaN(quoted) ? finals : ratios;
      const drawn = from[Math.floor((which[won] as number) * from.length)] ?? 0;
      const at = base + (part[won] as number);
      sums[at] = (sums[at] as number) + Math.round(from === finals ? drawn : quoted * drawn);
    }
    const at = base + future.newPart;
    for (const mean of future.newWins) {
      // Winning thins a gamma-mixed Poisson count to another of the same dispersion.
      const newWins = negativeBinomial(mean * onArrival * onWin, future.dispersion);
      for (let win = 0; win < newWins; win += 1) sums[at] = (sums[at] as number) + Math.round(pick(finals));
    }
  }
  return sums;
}
