import {
  managersFor,
  pipelineNeeded,
  pipelinePerProducer,
  producersFor,
  signingsFor,
  totalOfYear,
} from './algebra.ts';
import { type InputKey, type PlanInputs, shareKey } from './assumptions-inputs.ts';
import { type Curve, costOfMonth, planMonths, type Schedule, shareOfYear, slot } from './returns-curve.ts';

/** The numbers that a plan comes down to. ROI and payback are of all three years together. */
export const planOutputs = {
  producersNeeded: 'Producing partners needed',
  signingsNeeded: 'Signings needed',
  managersNeeded: 'Partner managers needed',
  shareYear1: 'Share reached in year 1',
  shareYear2: 'Share reached in year 2',
  shareYear3: 'Share reached in year 3',
  roi: 'Return over three years',
  paybackMonths: 'Payback in months',
} as const;

export type PlanOutput = keyof typeof planOutputs;

/** OM-6 of the plan's program year, from a list of values. */
export function neededOf(
  v: Float64Array,
  year: number,
  pmCap: number,
): { readonly producers: number; readonly signings: number; readonly managers: number } {
  const at = (key: keyof typeof slot) => v[slot[key]] as number;
  const total = totalOfYear(at('newPipelinePerYear'), at('newPipelineGrowth'), year);
  const producers = producersFor(
    pipelineNeeded(total, at(shareKey(year))),
    pipelinePerProducer(at('registrationsPerProducer'), at('registrationToPipeline'), at('dealSize')),
  );
  return {
    producers,
    signings: signingsFor(producers, at('activationRate')),
    managers: managersFor(producers, pmCap),
  };
}

/** ROI and payback of all months together (OM-5), unrounded. NaN where an input is unknown. */
export function returnOf(v: Float64Array, curve: Curve): { readonly roi: number; readonly payback: number } {
  const at = (key: keyof typeof slot) => v[slot[key]] as number;
  let won = 0;
  let cost = 0;
  for (let month = 0; month < planMonths; month++) {
    won += curve.won[month] as number;
    cost += costOfMonth(curve, month);
  }
  const cac = cost / (won / at('dealSize'));
  return {
    roi: (won * at('grossMargin') - cost) / cost,
    payback: cac / ((at('dealSize') * at('grossMargin')) / at('dealMonths')),
  };
}

/** Every output of one plan whose curve has been run. */
export function outputsOf(schedule: Schedule, v: Float64Array, curve: Curve, year: number): OutputValues {
  const { producers, signings, managers } = neededOf(v, year, schedule.pmCap);
  const { roi, payback } = returnOf(v, curve);
  return {
    producersNeeded: producers,
    signingsNeeded: signings,
    managersNeeded: managers,
    shareYear1: shareOfYear(v, curve, 1),
    shareYear2: shareOfYear(v, curve, 2),
    shareYear3: shareOfYear(v, curve, 3),
    roi,
    paybackMonths: payback,
  };
}

export type OutputValues = Readonly<Record<PlanOutput, number>>;

/** The inputs that an output rests on; `keys` are those of the plan's parts. */
export function outputKeys(
  inputs: PlanInputs,
  keys: Readonly<Record<'share' | 'margin' | 'cost', readonly InputKey[]>>,
): Record<PlanOutput, readonly InputKey[]> {
  const growth: InputKey[] = inputs.programYear > 1 ? ['newPipelineGrowth'] : [];
  const producers: InputKey[] = [
    'newPipelinePerYear',
    shareKey(inputs.programYear),
    ...growth,
    'registrationsPerProducer',
    'registrationToPipeline',
    'dealSize',
  ];
  const all = [...new Set([...keys.margin, ...keys.cost])];
  return {
    producersNeeded: producers,
    signingsNeeded: [...producers, 'activationRate'],
    managersNeeded: producers,
    shareYear1: keys.share,
    shareYear2: keys.share,
    shareYear3: keys.share,
    roi: all,
    paybackMonths: [...all, 'dealMonths'],
  };
}
