import { pipelineNeeded, pipelinePerProducer, totalOfYear, valuesOf } from './algebra.ts';
import { type PlanInputs, shareKey } from './assumptions-inputs.ts';
import type { LedgerKey } from './assumptions-page.ts';

/** What a plan needs and what it has in its program year, as plain numbers; NaN where an input is unknown. */
export type Planned = {
  readonly total: number;
  readonly needed: number;
  readonly perProducer: number;
  /** Partners signed until the end of the program year. */
  readonly signings: number;
  /** Partners expected to produce: the cohorts of the year, and those of earlier years less who was lost since. */
  readonly producers: number;
};

/** The inputs that feasibility in a program year rests on. */
export function plannedKeys(year: number): LedgerKey[] {
  const always: LedgerKey[] = [
    'newPipelinePerYear',
    shareKey(year),
    'registrationsPerProducer',
    'registrationToPipeline',
    'dealSize',
    'activationRate',
  ];
  return year === 1 ? always : [...always, 'newPipelineGrowth', 'producersLost'];
}

/**
 * The plan as the algebra sees it: every partner counts for a full year. The months, where partners sign late and need
 * their time to activate, say what of that falls into the year itself.
 */
export function plannedOf(inputs: PlanInputs): Planned {
  const v = valuesOf(inputs);
  const { programYear: year, cohort, cohortsPerYear } = inputs;
  const total = totalOfYear(v('newPipelinePerYear'), v('newPipelineGrowth'), year);
  const kept = year === 1 ? 1 : Math.min(1, Math.max(0, 1 - v('producersLost')));
  let producers = 0;
  for (let earlier = 0; earlier < year; earlier++)
    producers += cohort * cohortsPerYear * v('activationRate') * kept ** earlier;
  return {
    total,
    needed: pipelineNeeded(total, v(shareKey(year))),
    perProducer: pipelinePerProducer(
      v('registrationsPerProducer'),
      v('registrationToPipeline'),
      v('dealSize'),
    ),
    signings: cohort * cohortsPerYear * year,
    producers,
  };
}
