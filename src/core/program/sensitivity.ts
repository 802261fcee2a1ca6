/**
 * Which assumption the plan hangs on: each one moved to its low and to its high while the others stay, sorted by how
 * far the result swings (a tornado).
 *
 * Handbook: docs/handbook/assumptions.md
 */

import { type Figure, figureOf } from './algebra.ts';
import { ledgerKeys, type PlanInputs, type Range } from './assumptions-inputs.ts';
import type { LedgerKey } from './assumptions-page.ts';
import { emptyCurve, runCurve, scheduleOf, slot, valueList } from './returns-curve.ts';
import { keysOf } from './returns-months.ts';
import { type OutputValues, outputKeys, outputsOf, type PlanOutput } from './returns-outputs.ts';

/** One assumption at both ends of its range. Null: with that value there is no result at all. */
export type TornadoBar = {
  readonly key: LedgerKey;
  readonly low: number;
  readonly high: number;
  readonly atLow: number | null;
  readonly atHigh: number | null;
  /** Distance between the two results; null where one of them does not exist, which sorts first. */
  readonly swing: number | null;
};

export type Tornado = {
  readonly output: PlanOutput;
  readonly atValue: Figure;
  /** Bars that move the result, the widest first; empty while the result itself is unknown. */
  readonly bars: readonly TornadoBar[];
  /** Assumptions that the result rests on and that have no range. */
  readonly noRange: readonly LedgerKey[];
};

export const tornadoOutputs = [
  'producersNeeded',
  'signingsNeeded',
  'shareYear1',
  'roi',
  'paybackMonths',
] as const satisfies readonly PlanOutput[];

export type TornadoOutput = (typeof tornadoOutputs)[number];

/** The tornado of every output, from two runs of the plan per assumption. */
export function planTornados(inputs: PlanInputs): Record<TornadoOutput, Tornado> {
  const ends = ledgerKeys.flatMap((key) => {
    const range = inputs.ranges[key];
    return range === undefined ? [] : [{ key, range, ...bothEnds(inputs, key, range) }];
  });
  const { outputs, keys } = atValue(inputs);
  const tornados = tornadoOutputs.map((output) => {
    const figure = figureOf(inputs, outputs[output], keys[output]);
    const bars = ends.map(({ key, range, low, high }) => barOf(key, range, low[output], high[output]));
    const rests = new Set<string>(keys[output]);
    return [
      output,
      {
        output,
        atValue: figure,
        bars: figure.known || figure.why === 'never' ? bars.filter(moves).toSorted(bySwing) : [],
        noRange: ledgerKeys.filter((key) => rests.has(key) && inputs.ranges[key] === undefined),
      },
    ];
  });
  return Object.fromEntries(tornados) as Record<TornadoOutput, Tornado>;
}

const curve = emptyCurve();

function bothEnds(
  inputs: PlanInputs,
  key: LedgerKey,
  range: Range,
): { readonly low: OutputValues; readonly high: OutputValues } {
  const schedule = scheduleOf(inputs);
  const values = valueList(inputs);
  const at = (value: number): OutputValues => {
    values[slot[key]] = value;
    runCurve(schedule, values, curve);
    return outputsOf(schedule, values, curve, inputs.programYear);
  };
  return { low: at(range.low), high: at(range.high) };
}

function atValue(inputs: PlanInputs) {
  const schedule = scheduleOf(inputs);
  const values = valueList(inputs);
  runCurve(schedule, values, curve);
  return {
    outputs: outputsOf(schedule, values, curve, inputs.programYear),
    keys: outputKeys(inputs, keysOf(inputs, curve)),
  };
}

function barOf(key: LedgerKey, range: Range, atLow: number, atHigh: number): TornadoBar {
  const swing = Math.abs(atHigh - atLow);
  return {
    key,
    low: range.low,
    high: range.high,
    atLow: Number.isFinite(atLow) ? atLow : null,
    atHigh: Number.isFinite(atHigh) ? atHigh : null,
    swing: Number.isFinite(swing) ? swing : null,
  };
}

function moves(bar: TornadoBar): boolean {
  if (bar.swing !== null) return bar.swing > 0;
  return bar.atLow !== bar.atHigh;
}

function bySwing(a: TornadoBar, b: TornadoBar): number {
  if (a.swing === null || b.swing === null) return Number(b.swing === null) - Number(a.swing === null);
  return b.swing - a.swing;
}
