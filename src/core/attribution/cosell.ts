/**
 * Whether a partner co-sold the deal: an active plan, joint events at enough stages in time, and a partner that
 * stayed in touch until the close (method 5.4, ATT-6, ATT-7).
 *
 * Handbook: docs/handbook/attribution.md
 */

import { daysBetween, type LocalDate } from '#core/calendar.ts';
import type { FactId, PartnerId } from '#core/ids.ts';
import type { AttributionSettings } from '#core/program/settings.ts';
import type { CosellPlan, CreditFacts } from './facts.ts';
import { because, type CreditReason } from './reasons.ts';
import { isBeforeS4, type JudgedTouch } from './touch.ts';

export type CosellTest = {
  readonly holds: boolean;
  readonly reasons: readonly CreditReason[];
  readonly evidence: readonly FactId[];
};

/**
 * The co-sell test for one partner, given its touches that qualify. A plan counts if it was active before the
 * deal entered stage 4 and is active still: at the close, or today if the deal is open. Check-ins are asked for
 * only once the deal has closed. Without a plan and without joint selling there is nothing to say.
 */
export function testCosell(
  partnerId: PartnerId,
  qualifying: readonly JudgedTouch[],
  facts: CreditFacts,
  settings: AttributionSettings,
  today: LocalDate,
): CosellTest {
  const plans = facts.cosellPlans.filter((plan) => plan.partnerId === partnerId).toSorted(byStart);
  if (plans.length === 0) {
    const soldJointly = qualifying.some((each) => each.joint);
    return { holds: false, reasons: soldJointly ? [because('cosell.no_plan', {})] : [], evidence: [] };
  }
  const tested = plans.map((plan) => ({ plan, reason: testPlan(plan, facts, today) }));
  const active = tested.find(({ reason }) => reason.holds);
  const planReasons = active === undefined ? tested.map(({ reason }) => reason) : [active.reason];
  const checkIn = testCheckIn(partnerId, facts, settings);
  const reasons = [
    ...planReasons,
    testStages(qualifying, facts, settings),
    ...(checkIn === null ? [] : [checkIn]),
  ];
  const holds = reasons.every((reason) => reason.holds);
  return { holds, reasons, evidence: holds && active !== undefined ? [active.plan.id] : [] };
}

function testPlan(plan: CosellPlan, facts: CreditFacts, today: LocalDate): CreditReason {
  const { id: fact, activeFrom, lapsedOn } = plan;
  const { enteredS4On: enteredOn, closedOn } = facts.opportunity;
  if (enteredOn !== null && activeFrom > enteredOn) {
    return because('cosell.plan_late', { fact, activeFrom, enteredOn });
  }
  if (lapsedOn !== null && lapsedOn <= (closedOn ?? today))
    return because('cosell.plan_lapsed', { fact, lapsedOn });
  return because('cosell.plan_active', { fact, activeFrom });
}

function testStages(
  qualifying: readonly JudgedTouch[],
  facts: CreditFacts,
  settings: AttributionSettings,
): CreditReason {
  const reached = new Set<number>();
  for (const { touch } of qualifying) {
    if (touch.stageOrder !== null && isBeforeS4(touch, facts, settings)) reached.add(touch.stageOrder);
  }
  const ordered = [...reached].sort((a, b) => a - b);
  const stages = ordered.join(', ');
  const { coSoldStages: needed, coSoldStage: minimumStage } = settings;
  if (ordered.length >= needed && (ordered.at(-1) ?? 0) >= minimumStage)
    return because('cosell.stages', { stages });
  return because('cosell.too_few_stages', { stages, needed, minimumStage });
}

function testCheckIn(
  partnerId: PartnerId,
  facts: CreditFacts,
  settings: AttributionSettings,
): CreditReason | null {
  const { closedOn } = facts.opportunity;
  if (closedOn === null) return null;
  const windowDays = settings.coSoldCheckinDays;
  const last = facts.checkIns
    .filter((each) => each.partnerId === partnerId && each.occurredOn <= closedOn)
    .toSorted((a, b) => daysBetween(a.occurredOn, b.occurredOn) || (a.id < b.id ? -1 : 1))[0];
  if (last === undefined || daysBetween(last.occurredOn, closedOn) > windowDays) {
    return because('cosell.no_check_in', { closedOn, windowDays });
  }
  return because('cosell.checked_in', { fact: last.id, on: last.occurredOn, windowDays });
}

function byStart(a: CosellPlan, b: CosellPlan): number {
  return daysBetween(b.activeFrom, a.activeFrom) || (a.id < b.id ? -1 : 1);
}
