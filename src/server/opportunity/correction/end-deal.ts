/**
 * What a CRM does to its records after the fact: two are merged, one is deleted, one comes back. Nothing is thrown
 * away here: a deal that is no more leaves the lists and figures, and its acts count on the deal it went into.
 *
 * Handbook: docs/handbook/opportunity.md
 */

import type { Id } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { requestDecision } from '../../attribution/request-decision.ts';
import { type WriteTx, write } from '../../audit/write.ts';
import { projectOpportunities } from '../../import/project/project-opportunities.ts';
import { invalidField, notFound, ProblemError } from '../../problem.ts';
import { type DealEnd, dealsToEnd, insertEnd, mergedInto } from './queries.ts';

/**
 * Records that the CRM merged a deal into another one. The acts on it count on the other from now on, and it counts in
 * no figure, so that its amount is never counted twice.
 */
export async function mergeDeal(
  context: Context,
  opportunityId: string,
  intoId: string,
  reason: string,
): Promise<void> {
  requireCapability(context, 'deal.correct');
  await write(context, (tx) => mergeWithin(tx, context, opportunityId, intoId, reason));
}

/** The same within a transaction; the caller has asked who may. */
export async function mergeWithin(
  tx: WriteTx,
  context: Context,
  opportunityId: string,
  intoId: string,
  reason: string,
): Promise<void> {
  const org = context.organization.orgId;
  if (opportunityId === intoId) {
    throw invalidField(
      'body.intoOpportunityId',
      'another deal',
      'the deal itself',
      'Name the deal that stays.',
    );
  }
  const deals = await dealsToEnd(tx, org, [opportunityId, intoId]);
  const deal = requireDeal(deals, opportunityId);
  const into = requireDeal(deals, intoId);
  refuseEnded(deal);
  if (isEnded(into)) {
    throw new ProblemError(
      'conflict',
      `Deal #${into.number} is no more itself. Merge into the deal that stands for both.`,
    );
  }
  if ((await mergedInto(tx, org, opportunityId)).length > 0) {
    throw new ProblemError(
      'conflict',
      `Another deal was merged into #${deal.number} before. Merge that one anew, or keep #${deal.number}.`,
    );
  }
  await end(tx, context, { deal, kind: 'merged', intoId, reason });
  tx.record({
    action: 'opportunity.merge',
    entityId: opportunityId,
    before: { number: deal.number, name: deal.name },
    after: { into: into.number, reason },
    movesFigures: true,
  });
  await requestDecision(tx, context, [opportunityId, intoId], `merged into #${into.number}`, opportunityId);
}

/** Records that the CRM deleted a deal. Its facts stay; it counts in no figure and nobody is credited for it. */
export async function deleteDeal(context: Context, opportunityId: string, reason: string): Promise<void> {
  requireCapability(context, 'deal.correct');
  await write(context, async (tx) => {
    const [deal] = await dealsToEnd(tx, context.organization.orgId, [opportunityId]);
    if (!deal) throw notFound('opportunity');
    refuseEnded(deal);
    await end(tx, context, { deal, kind: 'deleted', intoId: null, reason });
    tx.record({
      action: 'opportunity.delete',
      entityId: opportunityId,
      before: { number: deal.number, name: deal.name },
      after: { reason },
      movesFigures: true,
    });
    await requestDecision(tx, context, [opportunityId], 'deleted at its source', opportunityId);
  });
}

/** Takes a merge or a deletion back: the deal stands as its facts say, with its own acts. */
export async function restoreDeal(context: Context, opportunityId: string, reason: string): Promise<void> {
  requireCapability(context, 'deal.correct');
  await write(context, (tx) => restoreWithin(tx, context, opportunityId, reason));
}

/** The same within a transaction; the caller has asked who may. */
export async function restoreWithin(
  tx: WriteTx,
  context: Context,
  opportunityId: string,
  reason: string,
): Promise<void> {
  const [deal] = await dealsToEnd(tx, context.organization.orgId, [opportunityId]);
  if (!deal) throw notFound('opportunity');
  if (!isEnded(deal)) throw new ProblemError('conflict', 'This deal stands: there is nothing to take back.');
  await end(tx, context, { deal, kind: 'restored', intoId: null, reason });
  tx.record({
    action: 'opportunity.restore',
    entityId: opportunityId,
    after: { number: deal.number, name: deal.name, reason },
    movesFigures: true,
  });
  const touched = [opportunityId, ...(deal.into_opportunity_id === null ? [] : [deal.into_opportunity_id])];
  await requestDecision(tx, context, touched, 'restored', opportunityId);
}

async function end(
  tx: WriteTx,
  context: Context,
  row: {
    deal: DealEnd;
    kind: 'merged' | 'deleted' | 'restored';
    intoId: string | null;
    reason: string;
  },
): Promise<void> {
  const { organization, now } = context;
  const id = context.ports.ids.next<Id<'deal end'>>(now);
  const { deal, kind, intoId, reason } = row;
  const by = actorId(context.actor);
  await insertEnd(tx, organization.orgId, {
    id,
    opportunityId: deal.opportunity_id,
    kind,
    intoId,
    reason,
    by,
    now,
  });
  await projectOpportunities(tx, organization, { of: 'ids', ids: [deal.opportunity_id] });
}

function isEnded(deal: DealEnd): boolean {
  return deal.kind === 'merged' || deal.kind === 'deleted';
}

function refuseEnded(deal: DealEnd): void {
  if (!isEnded(deal)) return;
  throw new ProblemError('conflict', `Deal #${deal.number} was ${deal.kind} before. Take that back first.`);
}

function requireDeal(deals: readonly DealEnd[], id: string): DealEnd {
  const deal = deals.find((one) => one.opportunity_id === id);
  if (!deal) throw notFound('opportunity');
  return deal;
}
