/**
 * What joint selling lacked to be co-sold: a plan in time, one or two events, a check-in before the close. Told
 * together, since each alone would not do.
 *
 * Handbook: docs/handbook/attribution.md
 */

import { daysBetween, type LocalDate, type Moment } from '#core/calendar.ts';
import type { ReasonParams } from '#core/decision.ts';
import type { FactId } from '#core/ids.ts';
import type { AttributionSettings } from '#core/program/settings.ts';
import { actsByPartner, type PartnerActs } from './acts-by-partner.ts';
import type { Attempt } from './attempt.ts';
import { jointStages, testCosell } from './cosell.ts';
import type { CounterfactualCode } from './counterfactual-words.ts';
import type { CreditFacts, Touch } from './facts.ts';
import type { AttributionPolicy } from './policy.ts';
import type { CreditReason } from './reasons.ts';
import { judgeTouch } from './touch.ts';

type Addition = {
  readonly code: CounterfactualCode;
  readonly params: ReasonParams;
  readonly facts: (facts: CreditFacts) => CreditFacts;
};

const newFact = 'what-if' as FactId;
/** A partner that would have needed more than two further events did not sell jointly. */
const mostEvents = 2;

/** How each partner whose work qualifies, or who had a plan, would have co-sold the deal. */
export function jointAttempts(facts: CreditFacts, policy: AttributionPolicy, now: Moment): Attempt[] {
  return actsByPartner(facts).flatMap((acts): Attempt[] => {
    const qualifying = acts.touches
      .map((touch) => judgeTouch(touch, facts, policy))
      .filter((judged) => judged.earns === 'influenced');
    if (qualifying.length === 0) return [];
    const { holds, reasons } = testCosell(acts, qualifying, facts, policy.settings, now.on);
    if (holds) return [];
    const stages = jointStages(qualifying, facts, policy.settings);
    const additions = [
      planInTime(acts, reasons, facts, now),
      moreEvents(acts, stages, facts, policy.settings, now),
      checkedIn(acts, reasons, facts, policy.settings),
    ].filter((addition) => addition !== null);
    const [first] = additions;
    if (first === undefined) return [];
    const changed = additions.reduce((so, addition) => addition.facts(so), facts);
    const params = Object.assign({ partner: acts.partnerId }, ...additions.map((one) => one.params));
    return [{ code: first.code, params, facts: changed, changes: additions.length }];
  });
}

/** The last day on which what was done jointly could still have made the deal co-sold. */
function lastJointDay({ opportunity }: CreditFacts, now: Moment): LocalDate {
  const { enteredS4On, closedOn } = opportunity;
  const days = [now.on, enteredS4On, closedOn].filter((day) => day !== null);
  return days.reduce((first, day) => (day < first ? day : first));
}

function planInTime(
  { partnerId, plans }: PartnerActs,
  reasons: readonly CreditReason[],
  facts: CreditFacts,
  now: Moment,
): Addition | null {
  if (reasons.some(({ code }) => code === 'cosell.plan_active')) return null;
  const by = lastJointDay(facts, now);
  const { enteredS4On, closedOn } = facts.opportunity;
  const first = plans[0];
  const activeFrom = first !== undefined && first.activeFrom < by ? first.activeFrom : by;
  const plan = {
    id: first?.id ?? newFact,
    partnerId,
    activeFrom,
    lapsedOn: null,
    lapseRecordedAt: null,
    recordedAt: first?.recordedAt ?? now.at,
    withdrawnAt: null,
  };
  const params = {
    plan: first === undefined ? 'none' : first.activeFrom > by ? 'late' : 'lapsed',
    planBy: enteredS4On ?? closedOn,
    planDays: first === undefined ? null : Math.max(0, daysBetween(by, first.activeFrom)),
    lapsedOn: first?.lapsedOn ?? null,
  };
  const withPlan = (so: CreditFacts) => ({
    ...so,
    cosellPlans: [...so.cosellPlans.filter((one) => !plans.includes(one)), plan],
  });
  return { code: 'with_plan', params, facts: withPlan };
}

function moreEvents(
  { touches }: PartnerActs,
  reached: readonly number[],
  facts: CreditFacts,
  settings: AttributionSettings,
  now: Moment,
): Addition | null {
  const { coSoldStage: stage, coSoldStages: needed, coSoldBeforeStage: before } = settings;
  const missing = missingStages(reached, settings);
  const like = touches[0];
  if (missing.length === 0 || missing.length > mostEvents || like === undefined) return null;
  const on = lastJointDay(facts, now);
  const events = missing.map((stageOrder): Touch => eventLike(like, stageOrder, on));
  const params = {
    events: missing.length,
    stages: missing.join(' '),
    // Any stage from that one on would do where only the late one is missing.
    late: (reached.at(-1) ?? 0) < stage,
    stage,
    before,
    needed,
    enteredOn: facts.opportunity.enteredS4On,
  };
  return {
    code: 'with_events',
    params,
    facts: (so) => ({ ...so, touches: [...so.touches, ...events] }),
  };
}

/** The stages at which events are missing: a late one first, then the latest others before the limit. */
function missingStages(reached: readonly number[], settings: AttributionSettings): number[] {
  const { coSoldStage, coSoldStages, coSoldBeforeStage } = settings;
  const missing = (reached.at(-1) ?? 0) >= coSoldStage ? [] : [coSoldStage];
  for (let stage = coSoldBeforeStage - 1; stage >= 1; stage -= 1) {
    if (reached.length + missing.length >= coSoldStages) break;
    if (!reached.includes(stage) && !missing.includes(stage)) missing.push(stage);
  }
  return missing.sort((a, b) => a - b);
}

function eventLike(like: Touch, stageOrder: number, on: LocalDate): Touch {
  return {
    ...like,
    id: `${newFact}-${stageOrder}` as FactId,
    role: 'joint_seller',
    action: 'joint_meeting',
    partnerPerson: like.partnerPerson ?? 'somebody',
    internalOwner: like.internalOwner ?? 'one of us',
    outcome: 'an outcome',
    evidence: ['link'],
    confirmation: { by: 'one of us', at: like.recordedAt },
    refusedAt: null,
    withdrawnAt: null,
    onAccount: false,
    stageOrder,
    occurredOn: on,
    recordedOn: on,
  };
}

function checkedIn(
  { partnerId }: PartnerActs,
  reasons: readonly CreditReason[],
  facts: CreditFacts,
  settings: AttributionSettings,
): Addition | null {
  const { closedOn } = facts.opportunity;
  if (closedOn === null || reasons.some(({ code }) => code === 'cosell.checked_in')) return null;
  const checkIn = { id: newFact, partnerId, occurredOn: closedOn, recordedAt: 0, withdrawnAt: null };
  return {
    code: 'with_check_in',
    params: { checkInDays: settings.coSoldCheckinDays, closedOn },
    facts: (so) => ({ ...so, checkIns: [...so.checkIns, checkIn] }),
  };
}
