/**
 * Fits hazards to a grid (2.2): smoothed counts for stages and time in them, a gamma-Poisson table for age alone, the
 * phase of the quarter for both.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

import { type Grid, gridOf, type StageOf } from './exposure.ts';
import { bucketsOf, type Hazards, type Phases } from './hazard.ts';
import type { Panel } from './panel.ts';
import type { StatisticalSettings } from './settings.ts';

export type Fitted = {
  readonly hazards: Hazards;
  /** Wins of each day since the panel's first, and how many the hazards expected. Wins of a deal's first day left out. */
  readonly wins: Float64Array;
  readonly expected: Float64Array;
};

type Counts = { readonly byCell: Float64Array; readonly exposure: Float64Array };

/** By stage and time in stage. `stages` counts the known stages and the unknown one. */
export function fitByStage(
  panel: Panel,
  stages: number,
  phaseOf: Phases,
  isBulk: (day: number) => boolean,
  settings: StatisticalSettings,
): Fitted {
  const edges = settings.bucketEdges;
  const bucketOf = bucketsOf(edges);
  const grid = gridOf(panel, stages, edges, bucketOf, (stage) => Math.min(stage, stages - 1), isBulk);
  const weights = dayWeights(grid.days, settings);
  const counts = mergeThin(countMoves(grid, weights), grid, settings.leastExposure);
  const [buckets, targets] = [edges.length, stages + 2];
  const chance = new Float64Array(stages * buckets * targets);
  for (let s = 0; s < stages; s += 1) {
    const pooled = new Float64Array(targets);
    let total = 0;
    for (let b = 0; b < buckets; b += 1) {
      total += counts.exposure[s * buckets + b] as number;
      for (let to = 0; to < targets; to += 1) {
        pooled[to] = (pooled[to] as number) + (counts.byCell[(s * buckets + b) * targets + to] as number);
      }
    }
    for (let b = 0; b < buckets; b += 1) {
      const row = (s * buckets + b) * targets;
      const exposure = counts.exposure[s * buckets + b] as number;
      for (let to = 0; to < targets; to += 1) {
        const prior = total === 0 ? 0 : (pooled[to] as number) / total;
        chance[row + to] =
          ((counts.byCell[row + to] as number) + settings.smoothing * prior) /
          (exposure + settings.smoothing);
      }
    }
  }
  const usesPhase = (panel.today - panel.from) / 91 >= settings.phaseQuarters;
  const base: Hazards = {
    stages,
    edges,
    bucketOf,
    chance,
    entry: entryShares(grid, weights, stages),
    winsBehind: winsThrough(panel, stages, weights),
    winPhase: [1, 1, 1],
    lossPhase: [1, 1, 1],
  };
  if (!usesPhase) return { hazards: base, ...dayByDay(grid, base, phaseOf) };
  const { wins, expected } = dayByDay(grid, base, phaseOf);
  const hazards = { ...base, winPhase: phases(wins, expected, panel.from, phaseOf, settings) };
  return { hazards, ...dayByDay(grid, hazards, phaseOf) };
}

/** By age alone: cause-specific hazards β_age·γ_phase, fitted in turns, each held to its neighbours or to one. */
export function fitByAge(
  panel: Panel,
  phaseOf: Phases,
  isBulk: (day: number) => boolean,
  settings: StatisticalSettings,
): Fitted {
  const edges = Array.from({ length: settings.ageWeeks + 1 }, (_, week) => week * 7);
  const bucketOf = bucketsOf(edges);
  const asOne: StageOf = () => 0;
  const grid = gridOf(panel, 1, edges, bucketOf, asOne, isBulk);
  const weights = dayWeights(grid.days, settings);
  const chance = new Float64Array(edges.length * 3);
  const win = alternate(grid, weights, 1, phaseOf, settings);
  const loss = alternate(grid, weights, 2, phaseOf, settings);
  for (let b = 0; b < edges.length; b += 1) {
    chance[b * 3 + 1] = win.beta[b] as number;
    chance[b * 3 + 2] = loss.beta[b] as number;
  }
  const hazards: Hazards = {
    stages: 1,
    edges,
    bucketOf,
    chance,
    entry: entryShares(grid, weights, 1),
    winsBehind: Float64Array.of(win.events),
    winPhase: win.gamma,
    lossPhase: loss.gamma,
  };
  return { hazards, ...dayByDay(grid, hazards, phaseOf) };
}

/** β_a = (D_a + k)/(Σ_q E_aq γ_q + k/β̃_a) and γ_q = (D_q + K)/(Σ_a E_aq β_a + K), with geometric mean 1. */
function alternate(
  grid: Grid,
  weights: Float64Array,
  target: number,
  phaseOf: Phases,
  settings: StatisticalSettings,
): { beta: Float64Array; gamma: number[]; events: number } {
  const buckets = grid.edges.length;
  const exposure = [0, 1, 2].map(() => new Float64Array(buckets));
  const done = [0, 1, 2].map(() => new Float64Array(buckets));
  for (let t = 0; t < grid.days; t += 1) {
    const side = exposure[phaseOf(grid.from + t)] as Float64Array;
    for (let b = 0; b < buckets; b += 1) {
      side[b] = (side[b] as number) + (weights[t] as number) * (grid.watched[b * grid.days + t] as number);
    }
  }
  for (const { cell, day, to } of grid.moves) {
    if (to !== target || day <= grid.from) continue;
    const side = done[phaseOf(day)] as Float64Array;
    side[cell] = (side[cell] as number) + (weights[day - grid.from] as number);
  }
  const sum = (of: readonly Float64Array[], b: number, by: readonly number[]): number =>
    of.reduce((all, side, q) => all + (side[b] as number) * (by[q] as number), 0);
  const even = [1, 1, 1];
  const raw = Float64Array.from({ length: buckets }, (_, b) => sum(done, b, even));
  const under = Float64Array.from({ length: buckets }, (_, b) => sum(exposure, b, even));
  const events = raw.reduce((all, one) => all + one, 0);
  const overall =
    events /
    Math.max(
      1,
      under.reduce((all, one) => all + one, 0),
    );
  const smooth = Float64Array.from({ length: buckets }, (_, b) => {
    let [d, e] = [0, 0];
    for (const [offset, by] of [
      [-1, 1],
      [0, 2],
      [1, 1],
    ] as const) {
      d += by * (raw[b + offset] ?? 0);
      e += by * (under[b + offset] ?? 0);
    }
    return (d + overall) / (e + 1);
  });
  let gamma: number[] = even;
  let beta = smooth;
  const k = settings.ageEvents;
  for (let turn = 0; turn < 30; turn += 1) {
    beta = Float64Array.from({ length: buckets }, (_, b) =>
      Math.min(
        1,
        ((raw[b] as number) + k) / (sum(exposure, b, gamma) + k / Math.max(1e-9, smooth[b] as number)),
      ),
    );
    if (events === 0) beta.fill(0);
    const fresh = even.map((_, q) => {
      const [d, e] = [done[q] as Float64Array, exposure[q] as Float64Array];
      const expected = e.reduce((all, one, b) => all + one * (beta[b] as number), 0);
      return (
        (d.reduce((all, one) => all + one, 0) + settings.phaseEvents) / (expected + settings.phaseEvents)
      );
    });
    gamma = toMeanOne(fresh);
  }
  return { beta, gamma, events };
}

function toMeanOne(values: readonly number[]): number[] {
  const mean = Math.exp(values.reduce((all, one) => all + Math.log(one), 0) / values.length);
  return values.map((one) => one / mean);
}

function phases(
  wins: Float64Array,
  expected: Float64Array,
  from: number,
  phaseOf: Phases,
  settings: StatisticalSettings,
): number[] {
  const [d, e] = [
    [0, 0, 0],
    [0, 0, 0],
  ];
  wins.forEach((one, t) => {
    const q = phaseOf(from + t);
    d[q] = (d[q] ?? 0) + one;
    e[q] = (e[q] ?? 0) + (expected[t] as number);
  });
  const K = settings.phaseEvents;
  return toMeanOne(d.map((one, q) => (one + K) / ((e[q] ?? 0) + K)));
}

/** Weights by age of the day: half after each half-life, all alike in a short history. */
function dayWeights(days: number, settings: StatisticalSettings): Float64Array {
  const fades = days >= settings.halfLifeFrom;
  return Float64Array.from({ length: days }, (_, t) =>
    fades ? 0.5 ** ((days - 2 - t) / settings.halfLife) : 1,
  );
}

function countMoves(grid: Grid, weights: Float64Array): Counts {
  const cells = grid.stages * grid.edges.length;
  const exposure = new Float64Array(cells);
  for (let cell = 0; cell < cells; cell += 1) {
    let sum = 0;
    for (let t = 0; t < grid.days; t += 1)
      sum += (weights[t] as number) * (grid.watched[cell * grid.days + t] as number);
    exposure[cell] = sum;
  }
  const targets = grid.stages + 2;
  const byCell = new Float64Array(cells * targets);
  for (const { cell, day, to } of grid.moves) {
    if (day <= grid.from) continue;
    byCell[cell * targets + to] =
      (byCell[cell * targets + to] as number) + (weights[day - grid.from] as number);
  }
  return { byCell, exposure };
}

/** Takes thin buckets together with the one before; both then have the same counts. */
function mergeThin(counts: Counts, grid: Grid, least: number): Counts {
  const { byCell, exposure } = counts;
  const [buckets, targets] = [grid.edges.length, grid.stages + 2];
  for (let s = 0; s < grid.stages; s += 1) {
    for (let b = buckets - 1; b > 0; b -= 1) {
      const cell = s * buckets + b;
      if ((exposure[cell] as number) >= least) continue;
      for (let to = 0; to < targets; to += 1) {
        const at = (cell - 1) * targets + to;
        byCell[at] = (byCell[at] as number) + (byCell[at + targets] as number);
        byCell[at + targets] = 0;
      }
      exposure[cell - 1] = (exposure[cell - 1] as number) + (exposure[cell] as number);
      exposure[cell] = -1;
    }
    for (let b = 1; b < buckets; b += 1) {
      const cell = s * buckets + b;
      if (exposure[cell] !== -1) continue;
      exposure[cell] = exposure[cell - 1] as number;
      for (let to = 0; to < targets; to += 1)
        byCell[cell * targets + to] = byCell[(cell - 1) * targets + to] as number;
    }
  }
  return counts;
}

/** Of each stage: the won deals, weighted, that were in it at the end of a day. Its wins may come stages later. */
function winsThrough(panel: Panel, stages: number, weights: Float64Array): Float64Array {
  const wins = new Float64Array(stages);
  for (const { close, steps } of panel.deals) {
    if (close === null || !close.isWon || close.day <= panel.from) continue;
    const passed = new Set(
      steps.flatMap(({ day, stage }) => (day < close.day ? [Math.min(stage, stages - 1)] : [])),
    );
    for (const stage of passed)
      wins[stage] = (wins[stage] as number) + (weights[close.day - panel.from] as number);
  }
  return wins;
}

function entryShares(grid: Grid, weights: Float64Array, stages: number): Float64Array {
  const entry = new Float64Array(stages + 2);
  let total = 0;
  for (const { day, to } of grid.entries) {
    const weight = weights[day - grid.from] as number;
    entry[to] = (entry[to] as number) + weight;
    total += weight;
  }
  if (total === 0) entry[0] = 1;
  else for (let to = 0; to < entry.length; to += 1) entry[to] = (entry[to] as number) / total;
  return entry;
}

function dayByDay(
  grid: Grid,
  hazards: Hazards,
  phaseOf: Phases,
): { wins: Float64Array; expected: Float64Array } {
  const [wins, expected] = [new Float64Array(grid.days), new Float64Array(grid.days)];
  const targets = grid.stages + 2;
  for (const { day, to } of grid.moves)
    if (to === grid.stages) wins[day - grid.from] = (wins[day - grid.from] ?? 0) + 1;
  for (let t = 0; t < grid.days; t += 1) {
    const phase = hazards.winPhase[phaseOf(grid.from + t)] ?? 1;
    let sum = 0;
    for (let cell = 0; cell < grid.stages * grid.edges.length; cell += 1) {
      sum +=
        (grid.watched[cell * grid.days + t] as number) *
        (hazards.chance[cell * targets + grid.stages] as number);
    }
    expected[t] = sum * phase;
  }
  return { wins, expected };
}
