/**
 * A co-sell plan is accepted by both sides, to win one deal together, and ends with a reason (5.4, ATT-6, ATT-7).
 * While it is active the partner checks in, with a next step.
 *
 * Handbook: docs/handbook/touches.md
 */

import type { Id } from '#core/ids.ts';
import { actorId, type Context, requireCapability, requireNoKey } from '../../access/context.ts';
import { write } from '../../audit/write.ts';
import { localDateAt } from '../../clock.ts';
import { invalidField, notFound, ProblemError } from '../../problem.ts';
import { requestDecision } from '../request-decision.ts';
import { actTimes, readEvidence, requireDeal, requireEvidence, requirePersonThen } from './act.ts';
import { insertCheckIn, insertPlan, insertPlanEnd, lockDeal, planRow, planStanding } from './plan-queries.ts';

export type NewPlan = {
  readonly opportunityId: string;
  readonly partnerId: string;
  /** Who accepted it at the partner, and who of ours. */
  readonly partnerPersonId: string;
  readonly internalOwner: string;
  readonly goal: string;
  /** What shows that the partner accepted: at least one. */
  readonly evidence: readonly string[];
  readonly activeOn: string;
};

/** Records a plan that both sides accepted. A partner has one plan on a deal at a time; it counts from its day on. */
export async function acceptPlan(context: Context, plan: NewPlan): Promise<{ cosellPlanId: string }> {
  requireCapability(context, 'touch.record');
  requireNoKey(context);
  const { orgId: org, timeZone } = context.organization;
  const id = context.ports.ids.next<Id<'co-sell plan'>>(context.now);
  const today = localDateAt(context.now, timeZone);
  const evidence = readEvidence(plan.evidence);
  requirePast('body.activeOn', plan.activeOn, today);
  if (evidence.length === 0) {
    throw invalidField(
      'body.evidence',
      'what shows that the partner accepted the plan',
      'nothing',
      'Add the mail or the document in which it did.',
    );
  }
  return write(context, async (tx) => {
    await lockDeal(tx, org, plan.opportunityId);
    await requireDeal(tx, context, plan.opportunityId);
    await requirePersonThen(tx, context, { ...plan, occurredOn: plan.activeOn }, 'body.activeOn');
    await requireEvidence(tx, context, evidence);
    const standing = await planStanding(tx, org, plan.opportunityId, plan.partnerId, plan.activeOn);
    if (standing) {
      throw new ProblemError(
        'conflict',
        `This partner has a plan on this deal since ${standing.active_on}. End it before there is another.`,
      );
    }
    await insertPlan(tx, org, {
      ...plan,
      id,
      evidence,
      recordedAt: context.now,
      recordedOn: today,
      recordedBy: actorId(context.actor),
    });
    tx.record({
      action: 'cosell_plan.accept',
      entityId: id,
      after: { ...plan, evidence },
      movesFigures: true,
    });
    await requestDecision(tx, context, [plan.opportunityId], 'co-sell plan accepted', id);
    return { cosellPlanId: id };
  });
}

/** Ends a plan on a day, with a reason. From that day on it is no longer active. A plan ends once. */
export async function endPlan(
  context: Context,
  cosellPlanId: string,
  end: { readonly lapsedOn: string; readonly reason: string },
): Promise<void> {
  requireCapability(context, 'touch.record');
  requireNoKey(context);
  const { orgId: org, timeZone } = context.organization;
  requirePast('body.lapsedOn', end.lapsedOn, localDateAt(context.now, timeZone));
  await write(context, async (tx) => {
    const plan = await planRow(tx, org, cosellPlanId);
    if (!plan || plan.withdrawn) throw notFound('co-sell plan');
    if (end.lapsedOn < plan.active_on) {
      throw invalidField(
        'body.lapsedOn',
        `a day from ${plan.active_on} on, when the plan began`,
        end.lapsedOn,
        'If there never was a plan, withdraw it.',
      );
    }
    const by = actorId(context.actor);
    if (!(await insertPlanEnd(tx, org, { ...end, id: cosellPlanId, by, now: context.now }))) {
      throw new ProblemError('conflict', 'This plan has ended already.');
    }
    tx.record({ action: 'cosell_plan.end', entityId: cosellPlanId, after: end, movesFigures: true });
    await requestDecision(tx, context, [plan.opportunity_id], 'co-sell plan ended', cosellPlanId);
  });
}

export type NewCheckIn = {
  readonly opportunityId: string;
  readonly partnerId: string;
  readonly partnerPersonId: string;
  readonly nextStep: string;
  readonly occurredAt: number;
};

/** Records that we spoke with the partner's person about this deal and agreed on a next step (ATT-7). */
export async function recordCheckIn(context: Context, act: NewCheckIn): Promise<{ checkInId: string }> {
  requireCapability(context, 'touch.record');
  const org = context.organization.orgId;
  const id = context.ports.ids.next<Id<'check-in'>>(context.now);
  const times = actTimes(context, act.occurredAt);
  return write(context, async (tx) => {
    await requireDeal(tx, context, act.opportunityId);
    await requirePersonThen(tx, context, { ...act, occurredOn: times.occurredOn });
    await insertCheckIn(tx, org, { ...act, ...times, id });
    tx.record({
      action: 'check_in.record',
      entityId: id,
      after: { ...act, occurredOn: times.occurredOn },
      movesFigures: true,
    });
    await requestDecision(tx, context, [act.opportunityId], 'check-in recorded', id);
    return { checkInId: id };
  });
}

function requirePast(field: string, day: string, today: string): void {
  if (day <= today) return;
  throw invalidField(field, `a day up to today, ${today}`, day, 'Record it when it has happened.');
}
