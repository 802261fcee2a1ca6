/**
 * The plan month by month, as plain columns of numbers. The page, the tornado and the simulation all run this one
 * function, so they cannot disagree. It allocates nothing: ten thousand plans run through the same columns.
 *
 * Inside, an unknown input is NaN and stays NaN through every sum that it touches; outside, `figureOf` says instead
 * what is missing.
 *
 * Handbook: docs/handbook/assumptions.md
 */

import { ceilWhole, pipelinePerProducer, totalOfYear } from './algebra.ts';
import { daysPerMonth, ledgerKeys, type PlanInputs } from './assumptions-inputs.ts';
import type { LedgerKey } from './assumptions-page.ts';
import { toolMonths } from './tooling-months.ts';

/** Three program years. */
export const planMonths = 36;

/** Where each key of the ledger stands in a list of values. */
export const slot = Object.fromEntries(ledgerKeys.map((key, index) => [key, index])) as Readonly<
  Record<LedgerKey, number>
>;

/** What of a plan no draw changes: when partners sign, from when what is paid. */
export type Schedule = {
  /** Partners who sign in each month. */
  readonly signings: Float64Array;
  readonly firstSigningMonth: number;
  readonly leaderMonth: number;
  readonly pmCap: number;
  /** Monthly cost of the tools whose month is set, month by month. */
  readonly tools: Float64Array;
  /** Monthly cost of a PRM that is bought with that many active partners; 0 where it is bought otherwise. */
  readonly prmCost: number;
  readonly prmLeast: number;
};

/** One number per month. Amounts are minor units, not rounded yet. */
export type Curve = {
  /** Partners who activated in the month, and those who produce: activated and not lost, averaged over the month. */
  readonly activated: Float64Array;
  readonly producing: Float64Array;
  readonly managers: Float64Array;
  readonly pipeline: Float64Array;
  readonly won: Float64Array;
  readonly leader: Float64Array;
  readonly managersCost: Float64Array;
  readonly otherPeople: Float64Array;
  readonly commissions: Float64Array;
  readonly mdf: Float64Array;
  readonly spiffs: Float64Array;
  readonly tools: Float64Array;
  readonly coSellHours: Float64Array;
};

/** Columns to run plans through. */
export function emptyCurve(): Curve {
  const column = () => new Float64Array(planMonths);
  return {
    activated: column(),
    producing: column(),
    managers: column(),
    pipeline: column(),
    won: column(),
    leader: column(),
    managersCost: column(),
    otherPeople: column(),
    commissions: column(),
    mdf: column(),
    spiffs: column(),
    tools: column(),
    coSellHours: column(),
  };
}

/** The values of the ledger as a list, by `slot`; what is unknown is NaN. */
export function valueList(inputs: PlanInputs): Float64Array {
  return Float64Array.from(ledgerKeys, (key) => inputs.ledger[key] ?? Number.NaN);
}

/**
 * The schedule of a plan. The first cohort signs in the plan's first signing month, the others follow at even
 * distances: with four cohorts a year, every third month.
 */
export function scheduleOf(inputs: PlanInputs): Schedule {
  const signings = new Float64Array(planMonths);
  for (let cohort = 0; ; cohort++) {
    const month = inputs.firstSigningMonth - 1 + Math.floor((cohort * 12) / inputs.cohortsPerYear);
    if (!(month < planMonths)) break;
    signings[month] = (signings[month] ?? 0) + inputs.cohort;
  }
  return {
    signings,
    firstSigningMonth: inputs.firstSigningMonth,
    leaderMonth: inputs.leaderMonth,
    pmCap: inputs.pmCap,
    ...toolMonths(inputs, planMonths),
  };
}

/**
 * Runs one plan through the columns.
 *
 * - Partners who sign at the beginning of a month activate `activationDays` later, as many as the activation rate says;
 *   a delay that is no whole number of months is split between two. From then on they produce (JR-2, J2).
 * - Of those who produce, the yearly share lost goes month by month.
 * - A producing partner brings a twelfth of a year's pipeline each month (OM-6); it is won, as far as it is won, one
 *   sales cycle later.
 * - A manager is needed for every `pmCap` producing partners, one at the least once a partner has signed (OM-3).
 * - MDF and SPIFs are spent evenly from the first signing on. Hours of co-selling are spent when a deal enters the
 *   pipeline, whether or not it is won (OM-5).
 */
export function runCurve(schedule: Schedule, v: Float64Array, curve: Curve): void {
  const at = (key: LedgerKey) => v[slot[key]] as number;
  const { signings, firstSigningMonth, leaderMonth, pmCap, prmCost, prmLeast } = schedule;
  const activationRate = at('activationRate');
  const activationDelay = at('activationDays') / daysPerMonth;
  const activationWhole = Math.floor(activationDelay);
  const activationPart = activationDelay - activationWhole;
  const cycle = at('cycleDays') / daysPerMonth;
  const cycleWhole = Math.floor(cycle);
  const cyclePart = cycle - cycleWhole;
  const kept = Math.min(1, Math.max(0, 1 - at('producersLost'))) ** (1 / 12);
  const deals = (at('registrationsPerProducer') * at('registrationToPipeline')) / 12;
  const perMonth =
    pipelinePerProducer(at('registrationsPerProducer'), at('registrationToPipeline'), at('dealSize')) / 12;
  const winRate = at('pipelineToWon');
  const leader = at('leaderCost') / 12;
  const manager = at('managerCost') / 12;
  const others = at('otherPeopleCost') / 12;
  const commission = at('commissionRate');
  const mdf = at('mdfPerYear') / 12;
  const spiffs = at('spiffPerYear') / 12;
  const hours = deals * at('aeHoursPerDeal') * at('aeHourCost');

  let producing = 0;
  let hasPrm = false;
  for (let month = 0; month < planMonths; month++) {
    const hasBegun = month + 1 >= firstSigningMonth;
    const joined = activationRate * delayed(signings, month, activationWhole, activationPart);
    producing = producing * kept + joined;
    const managers = hasBegun ? Math.max(1, ceilWhole(producing / pmCap)) : 0;
    curve.activated[month] = joined;
    curve.producing[month] = producing;
    curve.managers[month] = managers;
    curve.pipeline[month] = producing * perMonth;
    const won = winRate * delayed(curve.pipeline, month, cycleWhole, cyclePart);
    curve.won[month] = won;
    curve.leader[month] = month + 1 >= leaderMonth ? leader : 0;
    curve.managersCost[month] = hasBegun ? managers * manager : 0;
    curve.otherPeople[month] = others;
    curve.commissions[month] = won * commission;
    curve.mdf[month] = hasBegun ? mdf : 0;
    curve.spiffs[month] = hasBegun ? spiffs : 0;
    hasPrm ||= producing >= prmLeast - 1e-9;
    curve.tools[month] = (schedule.tools[month] as number) + (hasPrm ? prmCost : 0);
    curve.coSellHours[month] = producing * hours;
  }
}

/** What stood in the column that many months ago, split between the two months that a broken delay reaches. */
function delayed(column: Float64Array, month: number, whole: number, part: number): number {
  const later = month - whole;
  const now = later >= 0 ? (column[later] as number) : 0;
  const before = later >= 1 ? (column[later - 1] as number) : 0;
  return now * (1 - part) + before * part;
}

/** The cost of one month, all parts together. */
export function costOfMonth(curve: Curve, month: number): number {
  return (
    (curve.leader[month] as number) +
    (curve.managersCost[month] as number) +
    (curve.otherPeople[month] as number) +
    (curve.commissions[month] as number) +
    (curve.mdf[month] as number) +
    (curve.spiffs[month] as number) +
    (curve.tools[month] as number) +
    (curve.coSellHours[month] as number)
  );
}

/** The share of the year's total new pipeline that the months of the year source. `year` is 1, 2 or 3. */
export function shareOfYear(v: Float64Array, curve: Curve, year: number): number {
  let sourced = 0;
  for (let month = year * 12 - 12; month < year * 12; month++) sourced += curve.pipeline[month] as number;
  return (
    sourced / totalOfYear(v[slot.newPipelinePerYear] as number, v[slot.newPipelineGrowth] as number, year)
  );
}
