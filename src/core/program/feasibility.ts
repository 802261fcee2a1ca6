/**
 * Whether the plan can work (OM-7), and if not, which assumption would have to move, and how far.
 *
 * Handbook: docs/handbook/assumptions.md
 */

import { figureOf, pipelineNeeded, producersFor, signingsFor } from './algebra.ts';
import { type InputKey, type PlanInputs, shareKey, withLedger } from './assumptions-inputs.ts';
import { isEnough, type Lever, leversOf } from './feasibility-levers.ts';
import { plannedKeys, plannedOf } from './feasibility-planned.ts';

/** The first cohort of method 2: five to fifteen partners, unless the profile page says otherwise. */
export type CohortSize = { readonly least: number; readonly most: number };
export const firstCohort: CohortSize = { least: 5, most: 15 };

/** A number of cohorts a year with everything else as it is: what share it carries. */
export type CohortsChoice = {
  readonly cohortsPerYear: number;
  readonly signings: number;
  readonly producers: number;
  readonly pipeline: number;
  readonly share: number;
  /** Enough for the share that the plan means to reach, and for the floor. */
  readonly isEnough: boolean;
  readonly reachesFloor: boolean;
};

/**
 * X8: the floor of year one and a first cohort of 5 to 15 partners contradict each other unless deals are larger or
 * cohorts repeat. Shown as arithmetic; the CFO decides.
 */
export type CohortConflict = {
  readonly floor: number;
  /** What one cohort carries in a full year: the smallest, the plan's, the largest. */
  readonly sizes: readonly { readonly partners: number; readonly pipeline: number; readonly share: number }[];
  /** Whether even the largest cohort, once, stays below the floor. */
  readonly isConflict: boolean;
  /** Cohorts of the plan's size that the floor needs within the year, and deals of which size one of them would need. */
  readonly cohortsNeeded: number | null;
  readonly dealSizeNeeded: number | null;
};

export type Feasibility =
  | { readonly outcome: 'unknown'; readonly missing: readonly InputKey[] }
  | {
      readonly outcome: 'feasible' | 'infeasible';
      readonly year: number;
      /** The share that the plan means to reach, and the floor of the scoreboard for that year. */
      readonly target: number;
      readonly floor: number;
      readonly producersNeeded: number | null;
      /** Expected; need not be whole. */
      readonly producersPlanned: number;
      readonly signingsNeeded: number | null;
      readonly signingsPlanned: number;
      /** How far each assumption alone would have to move, or may still move. */
      readonly levers: readonly Lever[];
      /** Cohorts per year against the share that they carry. */
      readonly cohorts: readonly CohortsChoice[];
      readonly conflict: CohortConflict;
    };

/**
 * OM-7: a plan is feasible if the partners whom it expects to produce are as many as the algebra asks for in its program
 * year. Infeasible blocks the CFO's signature until an assumption or the target changes. Without a value for every
 * assumption that it rests on it is unknown, which is neither.
 */
export function decideFeasibility(inputs: PlanInputs, cohortSize: CohortSize = firstCohort): Feasibility {
  const year = inputs.programYear;
  const rests = figureOf(inputs, 0, plannedKeys(year));
  if (!rests.known) return { outcome: 'unknown', missing: rests.keys };
  const planned = plannedOf(inputs);
  const needed = producersFor(planned.needed, planned.perProducer);
  const signings = signingsFor(needed, inputs.ledger.activationRate ?? Number.NaN);
  const holds = isEnough(inputs);
  const target = inputs.ledger[shareKey(year)] ?? 0;
  const floor = inputs.shareFloors[year - 1] ?? 0;
  const whole = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    outcome: holds ? 'feasible' : 'infeasible',
    year,
    target,
    floor,
    producersNeeded: whole(needed),
    producersPlanned: planned.producers,
    signingsNeeded: whole(signings),
    signingsPlanned: planned.signings,
    levers: leversOf(inputs),
    cohorts: Array.from({ length: 12 }, (_, index) => choiceOf(inputs, index + 1, floor)),
    conflict: conflictOf(inputs, cohortSize),
  };
}

function choiceOf(inputs: PlanInputs, cohortsPerYear: number, floor: number): CohortsChoice {
  const choice = { ...inputs, cohortsPerYear };
  const { signings, producers, perProducer, total } = plannedOf(choice);
  const pipeline = Math.round(producers * perProducer);
  const share = total === 0 ? 0 : pipeline / total;
  return {
    cohortsPerYear,
    signings,
    producers,
    pipeline,
    share,
    isEnough: isEnough(choice),
    reachesFloor: share >= floor - 1e-9,
  };
}

function conflictOf(inputs: PlanInputs, size: CohortSize): CohortConflict {
  const once: PlanInputs = { ...inputs, programYear: 1, cohortsPerYear: 1 };
  const floor = inputs.shareFloors[0];
  const { total, perProducer } = plannedOf(once);
  const partners = [...new Set([size.least, inputs.cohort, size.most])].toSorted((a, b) => a - b);
  const sizes = partners.map((cohort) => {
    const { share, pipeline } = choiceOf({ ...once, cohort }, 1, floor);
    return { partners: cohort, pipeline, share };
  });
  const most = choiceOf({ ...once, cohort: size.most }, 1, floor);
  const neededForFloor = producersFor(pipelineNeeded(total, floor), perProducer);
  const cohorts = signingsFor(neededForFloor, inputs.ledger.activationRate ?? Number.NaN) / inputs.cohort;
  const atFloor = withLedger(once, { shareYear1: floor });
  const dealSize = leversOf(atFloor).find((lever) => lever.key === 'dealSize')?.to ?? null;
  return {
    floor,
    sizes,
    isConflict: !most.reachesFloor,
    cohortsNeeded: Number.isFinite(cohorts) ? Math.ceil(cohorts) : null,
    dealSizeNeeded: dealSize,
  };
}
