/**
 * What the program costs and brings back (OM-5). Only sourced deals that are won count: influenced revenue, hours saved
 * and capacity freed stand beside the return and never enter it.
 *
 * Handbook: docs/handbook/assumptions.md
 */

import { type Figure, figureOf, valuesOf } from './algebra.ts';
import type { InputKey, PlanInputs } from './assumptions-inputs.ts';
import { type Curve, planMonths } from './returns-curve.ts';
import { type Cost, keysOf, type PlanMonth, sumOfCost } from './returns-months.ts';

/** A program year, or all three together (`year` is null). Amounts are whole minor units. */
export type Returns = {
  readonly year: number | null;
  readonly cost: Cost | null;
  readonly programCost: Figure;
  readonly sourcedWon: Figure;
  readonly grossMargin: Figure;
  /** (sourced closed-won × gross margin − program cost) ÷ program cost. */
  readonly roi: Figure;
  /** Customers that sourced deals win; an expectation. */
  readonly customers: Figure;
  /** Program cost ÷ sourced new customers. */
  readonly cac: Figure;
  /** Partner CAC ÷ the monthly gross margin of a customer. */
  readonly paybackMonths: Figure;
  /**
   * What one more unit of money brings in gross margin: d(margin) ÷ d(cost) for a program that is a little larger.
   * What grows with the partners counts as cost: commissions, co-selling hours, and managers in proportion. The leader,
   * other people, tools, MDF and SPIFs do not grow with one partner more.
   */
  readonly marginalReturn: Figure;
  /** The partner's numbers divided by the direct ones: below 1 is cheaper, or sooner, than direct. */
  readonly againstDirect: { readonly cac: Figure; readonly payback: Figure };
  /** Memo: beside the return, never inside it. Hours are of all sourced deals that enter the pipeline. */
  readonly memo: {
    readonly sdrHoursSaved: Figure;
    readonly sdrCostSaved: Figure;
    readonly aeHoursFreed: Figure;
    readonly aeCostFreed: Figure;
  };
};

/** OM-5 of each program year and of the three together. The curve is that of the same plan as the rows. */
export function planReturns(inputs: PlanInputs, rows: readonly PlanMonth[], curve: Curve): Returns[] {
  return [1, 2, 3, null].map((year) => {
    const from = year === null ? 0 : year * 12 - 12;
    const to = year === null ? planMonths : year * 12;
    return returnsOf(inputs, rows.slice(from, to), curve, year, from);
  });
}

function returnsOf(
  inputs: PlanInputs,
  rows: readonly PlanMonth[],
  curve: Curve,
  year: number | null,
  from: number,
): Returns {
  const v = valuesOf(inputs);
  const keys = keysOf(inputs, curve);
  const cost = rows.reduce<Cost | null>((sum, row) => addCost(sum, row.cost), noCost);
  const programCost = cost === null ? Number.NaN : sumOfCost(cost);
  const won = sumOf(rows, 'won');
  const margin = sumOf(rows, 'margin');
  const producing = rows.reduce((sum, _, index) => sum + (curve.producing[from + index] as number), 0);
  const deals = (producing * v('registrationsPerProducer') * v('registrationToPipeline')) / 12;
  const customers = won / v('dealSize');
  const cac = Math.round(programCost / customers);
  const payback = programCost / customers / ((v('dealSize') * v('grossMargin')) / v('dealMonths'));
  const growing =
    cost === null
      ? Number.NaN
      : cost.commissions + cost.coSellHours + ((producing / inputs.pmCap) * v('managerCost')) / 12;
  const all: readonly InputKey[] = [...new Set([...keys.margin, ...keys.cost])];
  const dealKeys: readonly InputKey[] = [
    ...keys.partners,
    'registrationsPerProducer',
    'registrationToPipeline',
  ];
  const say = (value: number, needs: readonly InputKey[]) => figureOf(inputs, value, needs);
  return {
    year,
    cost,
    programCost: say(programCost, keys.cost),
    sourcedWon: say(won, keys.won),
    grossMargin: say(margin, keys.margin),
    roi: say((margin - programCost) / programCost, all),
    customers: say(customers, keys.won),
    cac: say(cac, keys.cost),
    paybackMonths: say(payback, [...all, 'dealMonths']),
    marginalReturn: say(margin / growing, all),
    againstDirect: {
      cac: say(cac / v('directCac'), [...keys.cost, 'directCac']),
      payback: say(payback / v('directPaybackMonths'), [...all, 'dealMonths', 'directPaybackMonths']),
    },
    memo: {
      sdrHoursSaved: say(deals * v('sdrHoursPerDeal'), [...dealKeys, 'sdrHoursPerDeal']),
      sdrCostSaved: say(Math.round(deals * v('sdrHoursPerDeal') * v('sdrHourCost')), [
        ...dealKeys,
        'sdrHoursPerDeal',
        'sdrHourCost',
      ]),
      aeHoursFreed: say(deals * v('aeHoursFreed'), [...dealKeys, 'aeHoursFreed']),
      aeCostFreed: say(Math.round(deals * v('aeHoursFreed') * v('aeHourCost')), [
        ...dealKeys,
        'aeHoursFreed',
        'aeHourCost',
      ]),
    },
  };
}

const noCost: Cost = {
  leader: 0,
  managers: 0,
  otherPeople: 0,
  commissions: 0,
  mdf: 0,
  spiffs: 0,
  tools: 0,
  coSellHours: 0,
};

function addCost(sum: Cost | null, more: Cost | null): Cost | null {
  if (sum === null || more === null) return null;
  const parts = Object.entries(sum).map(([part, amount]) => [part, amount + more[part as keyof Cost]]);
  return Object.fromEntries(parts) as Cost;
}

function sumOf(rows: readonly PlanMonth[], part: 'won' | 'margin'): number {
  return rows.reduce((sum, row) => sum + (row[part] ?? Number.NaN), 0);
}
