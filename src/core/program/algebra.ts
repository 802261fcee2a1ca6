/**
 * The partner algebra (OM-6): from the share that partners shall source to the partners that have to be signed.
 *
 * Amounts are whole minor units of the organization's currency, rounded half up once, where they are made. Partners
 * are whole people's work: they are rounded up, and a trace of floating error above a whole number is not one more.
 *
 * Handbook: docs/handbook/assumptions.md
 */

import { type InputKey, type PlanInputs, shareKey } from './assumptions-inputs.ts';
import type { LedgerKey } from './assumptions-page.ts';

/**
 * A number of the arithmetic, or why there is none.
 * - `missing`: these inputs have no value yet. Unknown is not zero.
 * - `never`: no number would do, because these inputs are zero; without keys, because it does not happen in the months
 *   that were looked at.
 */
export type Figure =
  | { readonly known: true; readonly value: number }
  | { readonly known: false; readonly why: 'missing' | 'never'; readonly keys: readonly InputKey[] };

/** Rounds up, but not for a trace of floating error: 25.000000001 partners are 25. Never below zero. */
export function ceilWhole(value: number): number {
  return value === Number.POSITIVE_INFINITY
    ? value
    : Math.max(0, Math.ceil(value - 1e-9 * Math.max(1, value)));
}

/** needed_pipeline = total_new_pipeline_target × share_target, in whole minor units. */
export function pipelineNeeded(total: number, share: number): number {
  return Math.round(total * share);
}

/** per_producer = accepted registrations a year × registration to pipeline × average deal, in whole minor units. */
export function pipelinePerProducer(registrations: number, toPipeline: number, dealSize: number): number {
  return Math.round(registrations * toPipeline * dealSize);
}

/** producers_needed = ceil(needed_pipeline ÷ per_producer). Infinite where a producer brings nothing. */
export function producersFor(needed: number, perProducer: number): number {
  return needed === 0 ? 0 : Math.max(1, ceilWhole(needed / perProducer));
}

/** sign_needed = ceil(producers_needed ÷ activation_rate). Infinite where nobody activates. */
export function signingsFor(producers: number, activationRate: number): number {
  return producers === 0 ? 0 : ceilWhole(producers / activationRate);
}

/** pm_needed = ceil(producers_needed ÷ pm_cap). */
export function managersFor(producers: number, cap: number): number {
  return ceilWhole(producers / cap);
}

/** The total new pipeline of a program year: it grows from year to year by the ledger's growth. */
export function totalOfYear(firstYear: number, growth: number, year: number): number {
  return year === 1 ? firstYear : Math.round(firstYear * (1 + growth) ** (year - 1));
}

/** What the algebra says of one program year. */
export type Algebra = {
  readonly year: number;
  /** Total new pipeline of the year. */
  readonly totalPipeline: Figure;
  /** The share that partners shall source. */
  readonly share: Figure;
  readonly neededPipeline: Figure;
  /** Pipeline of one producing partner in a full year. */
  readonly perProducer: Figure;
  readonly producersNeeded: Figure;
  readonly signingsNeeded: Figure;
  readonly managersNeeded: Figure;
  /** What one cohort of the plan would bring in a full year. `producers` is an expectation and need not be whole. */
  readonly oneCohort: {
    readonly signings: number;
    readonly producers: Figure;
    readonly pipeline: Figure;
    readonly share: Figure;
  };
};

/**
 * OM-6 for one program year:
 *
 *     needed_pipeline  = total_new_pipeline × share of the year
 *     per_producer     = accepted registrations per year × registration to pipeline × average deal
 *     producers_needed = ceil(needed_pipeline ÷ per_producer)
 *     sign_needed      = ceil(producers_needed ÷ activation rate)
 *     pm_needed        = ceil(producers_needed ÷ partners per manager)
 *
 * An input without a value leaves what rests on it unknown and says which input is missing; an input of zero that
 * would have to be divided by leaves it `never`.
 */
export function partnerAlgebra(inputs: PlanInputs, year: number = inputs.programYear): Algebra {
  const v = valuesOf(inputs);
  const totalKeys: LedgerKey[] =
    year === 1 ? ['newPipelinePerYear'] : ['newPipelinePerYear', 'newPipelineGrowth'];
  const share = shareKey(year);
  const producerKeys: LedgerKey[] = ['registrationsPerProducer', 'registrationToPipeline', 'dealSize'];
  const total = totalOfYear(v('newPipelinePerYear'), v('newPipelineGrowth'), year);
  const needed = pipelineNeeded(total, v(share));
  const perProducer = pipelinePerProducer(
    v('registrationsPerProducer'),
    v('registrationToPipeline'),
    v('dealSize'),
  );
  const producers = producersFor(needed, perProducer);
  const signings = signingsFor(producers, v('activationRate'));
  const cohortProducers = inputs.cohort * v('activationRate');
  const cohortPipeline = Math.round(cohortProducers * perProducer);
  const say = (value: number, keys: readonly LedgerKey[]) => figureOf(inputs, value, keys);
  const needs: LedgerKey[] = [...totalKeys, share];
  return {
    year,
    totalPipeline: say(total, totalKeys),
    share: say(v(share), [share]),
    neededPipeline: say(needed, needs),
    perProducer: say(perProducer, producerKeys),
    producersNeeded: say(producers, [...needs, ...producerKeys]),
    signingsNeeded: say(signings, [...needs, ...producerKeys, 'activationRate']),
    managersNeeded: say(managersFor(producers, inputs.pmCap), [...needs, ...producerKeys]),
    oneCohort: {
      signings: inputs.cohort,
      producers: say(cohortProducers, ['activationRate']),
      pipeline: say(cohortPipeline, ['activationRate', ...producerKeys]),
      share: say(cohortPipeline / total, ['activationRate', ...producerKeys, ...totalKeys]),
    },
  };
}

/** The ledger by key for sums that let an unknown through as NaN, which `figureOf` turns into what is missing. */
export function valuesOf(inputs: PlanInputs): (key: LedgerKey) => number {
  return (key) => inputs.ledger[key] ?? Number.NaN;
}

/** A result as a figure: what is missing of the inputs it rests on, or which of them stops it by being zero. */
export function figureOf(inputs: PlanInputs, value: number, keys: readonly InputKey[]): Figure {
  const missing = keys.filter((key) => inputOf(inputs, key) === null);
  if (missing.length > 0) return { known: false, why: 'missing', keys: missing };
  if (Number.isFinite(value)) return { known: true, value: value === 0 ? 0 : value };
  const stops = keys.filter((key) => drivers.has(key) && inputOf(inputs, key) === 0);
  return { known: false, why: 'never', keys: stops };
}

/** Inputs of which zero stops the plan. Costs may well be zero. */
const drivers: ReadonlySet<InputKey> = new Set<InputKey>([
  'newPipelinePerYear',
  'registrationsPerProducer',
  'registrationToPipeline',
  'dealSize',
  'dealMonths',
  'activationRate',
  'pipelineToWon',
  'grossMargin',
  'directCac',
  'directPaybackMonths',
]);

function inputOf(inputs: PlanInputs, key: InputKey): number | null {
  if (key.startsWith('tool:')) return inputs.tools[key.slice(5) as keyof PlanInputs['tools']].monthlyCost;
  return inputs.ledger[key as LedgerKey];
}

/** The value of a figure, or null. */
export function known(figure: Figure): number | null {
  return figure.known ? figure.value : null;
}
