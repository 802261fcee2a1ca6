import type { CreditedOpportunity } from '#core/attribution/facts.ts';
import type { Id } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { write } from '../../audit/write.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { requestDecision } from '../request-decision.ts';
import { insertKind, kindRow, lockDeal } from './plan-queries.ts';
import { dealForAct } from './subject-queries.ts';

/**
 * Says whether a deal is new business, a renewal or an expansion (ATT-11): the sourced test runs afresh on the latter
 * two, and the page gives some roles another class there. What was said before stays.
 */
export async function setDealKind(
  context: Context,
  opportunityId: string,
  kind: CreditedOpportunity['kind'],
): Promise<void> {
  requireCapability(context, 'deal.correct');
  const org = context.organization.orgId;
  const id = context.ports.ids.next<Id<'deal kind'>>(context.now);
  await write(context, async (tx) => {
    await lockDeal(tx, org, opportunityId);
    if (!(await dealForAct(tx, org, opportunityId))) throw notFound('opportunity');
    const before = (await kindRow(tx, org, opportunityId)) ?? 'new';
    if (before === kind) throw new ProblemError('conflict', 'The deal is that already.');
    await insertKind(tx, org, { opportunityId, id, kind, by: actorId(context.actor), now: context.now });
    tx.record({
      action: 'opportunity.set_kind',
      entityId: opportunityId,
      before: { kind: before },
      after: { kind },
      movesFigures: true,
    });
    await requestDecision(tx, context, [opportunityId], 'kind of the deal set', id);
  });
}
