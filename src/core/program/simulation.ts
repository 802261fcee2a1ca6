/**
 * The range of the plan: many plans, each with its own draw of every assumption (OM-4 to OM-6).
 *
 * Handbook: docs/handbook/assumptions.md
 */

import { figureOf } from './algebra.ts';
import { type InputKey, ledgerKeys, type PlanInputs } from './assumptions-inputs.ts';
import type { LedgerKey } from './assumptions-page.ts';
import { fillRandom, toTriangle } from './random.ts';
import {
  emptyCurve,
  planMonths,
  runCurve,
  scheduleOf,
  shareOfYear,
  slot,
  valueList,
} from './returns-curve.ts';
import { keysOf } from './returns-months.ts';
import { neededOf, outputKeys, returnOf } from './returns-outputs.ts';
import { holdsUnknown, type Quantiles, quantilesOf } from './simulation-quantiles.ts';

export type SimulationOptions = { readonly runs?: number; readonly seed?: number };

/** The spread of one result, or why there is none. A quantile of Infinity is told as null: no number would do. */
export type Spread =
  | { readonly known: true; readonly quantiles: { readonly [P in keyof Quantiles]: number | null } }
  | { readonly known: false; readonly missing: readonly InputKey[] };

export type SimulatedMonth = {
  readonly month: number;
  /** Null where an input that it rests on is unknown. */
  readonly producing: Quantiles | null;
  readonly pipeline: Quantiles | null;
  /** Share of a twelfth of the year's total new pipeline. */
  readonly share: Quantiles | null;
};

export type Simulation = {
  readonly runs: number;
  readonly seed: number;
  /** Assumptions that were drawn, and those that stayed at their value because the ledger has no range for them. */
  readonly drawn: readonly LedgerKey[];
  readonly noRange: readonly LedgerKey[];
  readonly months: readonly SimulatedMonth[];
  readonly producersNeeded: Spread;
  readonly signingsNeeded: Spread;
  readonly managersNeeded: Spread;
  /** Return over the three years. */
  readonly roi: Spread;
  /** Per program year: the spread of the share, and how many of all plans reach the floor and the plan's own target. */
  readonly years: readonly {
    readonly year: number;
    readonly share: Spread;
    readonly floor: number;
    readonly reachesFloor: number | null;
    readonly target: number | null;
    readonly reachesTarget: number | null;
  }[];
  /** Inputs without a value, which keep something unknown. */
  readonly missing: readonly InputKey[];
};

/** The share that partners shall source is a decision, not a fact that may turn out otherwise: it is never drawn. */
const decided: ReadonlySet<LedgerKey> = new Set(['shareYear1', 'shareYear2', 'shareYear3']);

/**
 * Simulates the plan: each run draws every assumption that has a range from a triangle over its low, value and high
 * (`toTriangle`), each independently of the others, and runs the same months as the page. Assumptions that go wrong
 * together would spread the results further than shown. The same seed gives the same answer, and a change of one range
 * leaves the draws of the others as they were. With low = value = high everywhere it is the plan itself.
 *
 * 10,000 runs take some tens of milliseconds: columns of numbers, nothing allocated per run.
 */
export function simulatePlan(inputs: PlanInputs, options: SimulationOptions = {}): Simulation {
  const { runs = 10_000, seed = 1 } = options;
  const schedule = scheduleOf(inputs);
  const values = valueList(inputs);
  const curve = emptyCurve();
  runCurve(schedule, values, curve);
  const keys = keysOf(inputs, curve);

  const drawn = ledgerKeys.filter((key) => inputs.ranges[key] !== undefined && !decided.has(key));
  const draws = drawn.map((key) => drawColumn(inputs, key, runs, seed));
  const slots = drawn.map((key) => slot[key]);

  const column = () => new Float64Array(runs);
  const producing = new Float64Array(planMonths * runs);
  const pipeline = new Float64Array(planMonths * runs);
  const share = new Float64Array(planMonths * runs);
  const [producers, signings, managers, roi] = [column(), column(), column(), column()];
  const years = [column(), column(), column()];

  for (let run = 0; run < runs; run++) {
    for (let index = 0; index < slots.length; index++) {
      values[slots[index] as number] = (draws[index] as Float64Array)[run] as number;
    }
    runCurve(schedule, values, curve);
    const total = values[slot.newPipelinePerYear] as number;
    const growth = 1 + (values[slot.newPipelineGrowth] as number);
    let monthTotal = total / 12;
    for (let month = 0; month < planMonths; month++) {
      if (month === 12 || month === 24) monthTotal *= growth;
      const at = month * runs + run;
      producing[at] = curve.producing[month] as number;
      pipeline[at] = curve.pipeline[month] as number;
      share[at] = (curve.pipeline[month] as number) / monthTotal;
    }
    for (let year = 0; year < 3; year++) {
      (years[year] as Float64Array)[run] = shareOfYear(values, curve, year + 1);
    }
    const needed = neededOf(values, inputs.programYear, inputs.pmCap);
    producers[run] = needed.producers;
    signings[run] = needed.signings;
    managers[run] = needed.managers;
    roi[run] = returnOf(values, curve).roi;
  }

  const part = (all: Float64Array, month: number) =>
    quantilesOf(all.subarray(month * runs, (month + 1) * runs));
  const rests = outputKeys(inputs, keys);
  return {
    runs,
    seed,
    drawn,
    noRange: ledgerKeys.filter((key) => inputs.ranges[key] === undefined && !decided.has(key)),
    months: Array.from({ length: planMonths }, (_, month) => ({
      month: month + 1,
      producing: part(producing, month),
      pipeline: part(pipeline, month),
      share: part(share, month),
    })),
    producersNeeded: spreadOf(inputs, producers, rests.producersNeeded),
    signingsNeeded: spreadOf(inputs, signings, rests.signingsNeeded),
    managersNeeded: spreadOf(inputs, managers, rests.managersNeeded),
    roi: spreadOf(inputs, roi, [...rests.roi, 'tool:prm']),
    years: years.map((shares, index) => yearOf(inputs, shares, index + 1, rests.shareYear1)),
    missing: missingOf(inputs, [...new Set([...rests.signingsNeeded, ...rests.roi, ...keys.share])]),
  };
}

function drawColumn(inputs: PlanInputs, key: LedgerKey, runs: number, seed: number): Float64Array {
  const column = new Float64Array(runs);
  const mode = inputs.ledger[key] ?? 0;
  const { low, high } = inputs.ranges[key] ?? { low: mode, high: mode };
  fillRandom(column, seed, slot[key]);
  toTriangle(column, low, mode, high);
  return column;
}

function yearOf(inputs: PlanInputs, shares: Float64Array, year: number, rests: readonly InputKey[]) {
  const floor = inputs.shareFloors[year - 1] ?? 0;
  const target = inputs.ledger[`shareYear${year}` as LedgerKey];
  const isKnown = !holdsUnknown(shares);
  return {
    year,
    floor,
    reachesFloor: isKnown ? shareAtLeast(shares, floor) : null,
    target,
    reachesTarget: isKnown && target !== null ? shareAtLeast(shares, target) : null,
    share: spreadOf(inputs, shares, rests),
  };
}

function shareAtLeast(column: Float64Array, least: number): number {
  let reached = 0;
  for (const value of column) if (value >= least - 1e-12) reached++;
  return reached / column.length;
}

function spreadOf(inputs: PlanInputs, column: Float64Array, rests: readonly InputKey[]): Spread {
  const quantiles = quantilesOf(column);
  if (quantiles === null) return { known: false, missing: missingOf(inputs, rests) };
  const told = Object.entries(quantiles).map(([name, value]) => [
    name,
    Number.isFinite(value) ? value : null,
  ]);
  return { known: true, quantiles: Object.fromEntries(told) as Record<keyof Quantiles, number | null> };
}

function missingOf(inputs: PlanInputs, keys: readonly InputKey[]): readonly InputKey[] {
  const figure = figureOf(inputs, 0, keys);
  return figure.known ? [] : figure.keys;
}
