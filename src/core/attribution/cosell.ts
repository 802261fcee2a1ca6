/**
 * Whether a partner co-sold the deal: an active plan, joint events at enough stages in time, and a partner that
 * stayed in touch until the close (method 5.4, ATT-6, ATT-7).
 *
 * Handbook: docs/handbook/attribution.md
 */

import { daysBetween, type LocalDate } from '#core/calendar.ts';
import type { FactId } from '#core/ids.ts';
import type { AttributionSettings } from '#core/program/settings.ts';
import type { PartnerActs } from './acts-by-partner.ts';
import type { CheckIn, CosellPlan, CreditFacts } from './facts.ts';
import { because, type CreditReason } from './reasons.ts';
import { isBeforeS4, type JudgedTouch } from './touch.ts';

export type CosellTest = {
  readonly holds: boolean;
  readonly reasons: readonly CreditReason[];
  readonly evidence: readonly FactId[];
};

/**
 * The co-sell test for one partner, given its touches that qualify. A plan counts if it was active before the
 * deal entered stage 4 and is active still: at the close, or today if the deal is open. A plan that takes over from
 * another one without a day between carries it on. Check-ins are asked for only once the deal has closed. Without a
 * plan and without joint selling there is nothing to say.
 */
export function testCosell(
  { plans, checkIns }: PartnerActs,
  qualifying: readonly JudgedTouch[],
  facts: CreditFacts,
  settings: AttributionSettings,
  today: LocalDate,
): CosellTest {
  if (plans.length === 0) return qualifying.some((each) => each.joint) ? jointWithoutPlan : nothingJoint;
  const periods = periodsOf(plans);
  const tested = periods.map((period) => testPeriod(period, facts, today));
  const active = tested.findIndex((reason) => reason.holds);
  const reasons = active === -1 ? tested : tested.slice(active, active + 1);
  reasons.push(testStages(qualifying, facts, settings));
  const { closedOn } = facts.opportunity;
  if (closedOn !== null) reasons.push(testCheckIn(checkIns, closedOn, settings));
  const holds = reasons.every((reason) => reason.holds);
  return { holds, reasons, evidence: holds ? (periods[active]?.plans ?? []) : [] };
}

const nothingJoint: CosellTest = { holds: false, reasons: [], evidence: [] };
const jointWithoutPlan: CosellTest = { ...nothingJoint, reasons: [because('cosell.no_plan', {})] };

/** A time in which one plan or another was active without a day between. */
type Period = {
  readonly plans: readonly [FactId, ...FactId[]];
  readonly activeFrom: LocalDate;
  readonly lapsedOn: LocalDate | null;
};

function periodsOf(plans: readonly CosellPlan[]): Period[] {
  const periods: Period[] = [];
  for (const { id, activeFrom, lapsedOn } of plans.toSorted(byStart)) {
    const last = periods.at(-1);
    if (last === undefined || (last.lapsedOn !== null && last.lapsedOn < activeFrom)) {
      periods.push({ plans: [id], activeFrom, lapsedOn });
      continue;
    }
    const goesOn = last.lapsedOn === null || (lapsedOn !== null && lapsedOn < last.lapsedOn);
    periods[periods.length - 1] = {
      plans: [...last.plans, id],
      activeFrom: last.activeFrom,
      lapsedOn: goesOn ? last.lapsedOn : lapsedOn,
    };
  }
  return periods;
}

function testPeriod(
  { plans, activeFrom, lapsedOn }: Period,
  facts: CreditFacts,
  today: LocalDate,
): CreditReason {
  // The first plan tells since when it was active, the last one when it lapsed.
  const [fact] = plans;
  const { enteredS4On: enteredOn, closedOn } = facts.opportunity;
  if (enteredOn !== null && activeFrom > enteredOn) {
    return because('cosell.plan_late', { fact, activeFrom, enteredOn });
  }
  if (lapsedOn !== null && lapsedOn <= (closedOn ?? today)) {
    return because('cosell.plan_lapsed', { fact: plans.at(-1) ?? fact, lapsedOn });
  }
  return because('cosell.plan_active', { fact, activeFrom });
}

/**
 * The stages of the deal with a touch that qualifies, before stage 4; the smallest first. What was done at the account
 * before there was a deal is no stage of it.
 */
export function jointStages(
  qualifying: readonly JudgedTouch[],
  facts: CreditFacts,
  settings: AttributionSettings,
): number[] {
  const reached: number[] = [];
  for (const { touch } of qualifying) {
    const { stageOrder } = touch;
    if (stageOrder === null || touch.onAccount || reached.includes(stageOrder)) continue;
    if (isBeforeS4(touch, facts, settings)) reached.push(stageOrder);
  }
  return reached.sort((a, b) => a - b);
}

function testStages(
  qualifying: readonly JudgedTouch[],
  facts: CreditFacts,
  settings: AttributionSettings,
): CreditReason {
  const reached = jointStages(qualifying, facts, settings);
  const stages = reached.join(', ');
  const { coSoldStages: needed, coSoldStage: minimumStage } = settings;
  if (reached.length >= needed && (reached.at(-1) ?? 0) >= minimumStage)
    return because('cosell.stages', { stages });
  return because('cosell.too_few_stages', { stages, needed, minimumStage });
}

function testCheckIn(
  checkIns: readonly CheckIn[],
  closedOn: LocalDate,
  settings: AttributionSettings,
): CreditReason {
  const windowDays = settings.coSoldCheckinDays;
  let last: CheckIn | null = null;
  for (const each of checkIns) {
    if (each.occurredOn > closedOn) continue;
    if (last === null || each.occurredOn > last.occurredOn) last = each;
    else if (each.occurredOn === last.occurredOn && each.id < last.id) last = each;
  }
  if (last === null || daysBetween(last.occurredOn, closedOn) > windowDays) {
    return because('cosell.no_check_in', { closedOn, windowDays });
  }
  return because('cosell.checked_in', { fact: last.id, on: last.occurredOn, windowDays });
}

function byStart(a: CosellPlan, b: CosellPlan): number {
  if (a.activeFrom !== b.activeFrom) return a.activeFrom < b.activeFrom ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
