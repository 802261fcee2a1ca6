import { producersFor } from './algebra.ts';
import { type PlanInputs, type Range, shareKey, withLedger } from './assumptions-inputs.ts';
import type { LedgerKey } from './assumptions-page.ts';
import { plannedOf } from './feasibility-planned.ts';

/** What a person can turn: a row of the ledger, or the size or the number of the cohorts. */
export type LeverKey = LedgerKey | 'cohort' | 'cohortsPerYear';

/**
 * How far one assumption alone would have to move. For an infeasible plan `to` is the nearest value with which the plan
 * is feasible; for a feasible one the last value with which it still is.
 */
export type Lever = {
  readonly key: LeverKey;
  readonly value: number;
  /** Null: no possible value of this assumption alone makes the difference; `limit` was tried. */
  readonly to: number | null;
  readonly limit: number;
  /** `to` less `value`, and the same as a share of `value`. */
  readonly change: number | null;
  readonly relative: number | null;
  readonly range: Range | null;
  /** Whether `to` lies between low and high; null where the ledger gives no range. */
  readonly isInRange: boolean | null;
};

/** Values go in whole steps: an amount by the minor unit, a share by a tenth of a percent. */
type Turn = {
  readonly key: LeverKey;
  readonly stepsPerUnit: number;
  /** The value that helps most. */
  readonly best: number;
  readonly worst: number;
};

/** An amount above all amounts of a plan; whole minor units are still exact. */
const mostMoney = 1e14;

function turnsOf(inputs: PlanInputs): Turn[] {
  const turns: Turn[] = [
    { key: 'dealSize', stepsPerUnit: 1, best: mostMoney, worst: 0 },
    { key: 'registrationsPerProducer', stepsPerUnit: 10, best: 1000, worst: 0 },
    { key: 'registrationToPipeline', stepsPerUnit: 1000, best: 1, worst: 0 },
    { key: 'activationRate', stepsPerUnit: 1000, best: 1, worst: 0 },
    { key: 'newPipelinePerYear', stepsPerUnit: 1, best: 0, worst: mostMoney },
    { key: shareKey(inputs.programYear), stepsPerUnit: 1000, best: 0, worst: 1 },
    { key: 'cohort', stepsPerUnit: 1, best: 500, worst: 0 },
    { key: 'cohortsPerYear', stepsPerUnit: 1, best: 12, worst: 0 },
  ];
  if (inputs.programYear > 1) turns.push({ key: 'producersLost', stepsPerUnit: 1000, best: 0, worst: 1 });
  return turns;
}

/** Every lever of a plan, those that need no more than their range first, then by how far they would have to move. */
export function leversOf(inputs: PlanInputs): Lever[] {
  return turnsOf(inputs)
    .map((turn) => leverOf(inputs, turn))
    .toSorted((a, b) => rank(a) - rank(b) || Math.abs(a.relative ?? 0) - Math.abs(b.relative ?? 0));
}

function rank(lever: Lever): number {
  if (lever.to === null) return 3;
  if (lever.isInRange === null) return 1;
  return lever.isInRange ? 0 : 2;
}

function leverOf(inputs: PlanInputs, turn: Turn): Lever {
  const { key, best, stepsPerUnit } = turn;
  const value = currentOf(inputs, key);
  const range = key === 'cohort' || key === 'cohortsPerYear' ? null : (inputs.ranges[key] ?? null);
  const to = lastThatHolds(turn, (tried) => isEnough(turned(inputs, key, tried)));
  return {
    key,
    value,
    to,
    limit: best,
    change: to === null ? null : roundStep(to - value, stepsPerUnit),
    relative: to === null || value === 0 ? null : (to - value) / value,
    range,
    isInRange: to === null || range === null ? null : range.low <= to && to <= range.high,
  };
}

/** Halves the way between the best value and the worst until the last step that holds is found. */
function lastThatHolds(turn: Turn, holds: (value: number) => boolean): number | null {
  const { best, worst, stepsPerUnit } = turn;
  if (!holds(best)) return null;
  const towards = worst > best ? 1 : -1;
  const origin = Math.round(best * stepsPerUnit);
  const at = (steps: number) => (origin + towards * steps) / stepsPerUnit;
  let good = 0;
  let bad = Math.round(Math.abs(worst - best) * stepsPerUnit) + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (holds(at(middle))) good = middle;
    else bad = middle;
  }
  return at(good);
}

/** OM-7: the partners who are expected to produce are as many as the algebra asks for. */
export function isEnough(inputs: PlanInputs): boolean {
  const { needed, perProducer, producers } = plannedOf(inputs);
  return producersFor(needed, perProducer) <= producers * (1 + 1e-9) + 1e-9;
}

function currentOf(inputs: PlanInputs, key: LeverKey): number {
  if (key === 'cohort' || key === 'cohortsPerYear') return inputs[key];
  return inputs.ledger[key] ?? Number.NaN;
}

function turned(inputs: PlanInputs, key: LeverKey, value: number): PlanInputs {
  if (key === 'cohort' || key === 'cohortsPerYear') return { ...inputs, [key]: value };
  return withLedger(inputs, { [key]: value });
}

function roundStep(value: number, stepsPerUnit: number): number {
  return Math.round(value * stepsPerUnit) / stepsPerUnit;
}
