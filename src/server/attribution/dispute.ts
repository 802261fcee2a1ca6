import type { Id } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { nextNumber } from '../database/queries.ts';
import { violatedConstraint } from '../database/transaction.ts';
import { notFound, ProblemError } from '../problem.ts';
import { closeDisputeRow, insertDispute } from './record-queries.ts';
import { unknownReference } from './touch/act.ts';

/** Flags the credit of a deal as disputed (ATT-19). The credit stands, its commission waits. One open dispute per deal. */
export async function openDispute(
  context: Context,
  opportunityId: string,
  claim: string,
): Promise<{ disputeId: string }> {
  requireCapability(context, 'dispute.open');
  const id = context.ports.ids.next<Id<'dispute'>>(context.now);
  try {
    return await write(context, async (tx) => {
      const by = actorId(context.actor);
      const number = await nextNumber(tx, context.organization.orgId, 'dispute');
      const row = { id, number, opportunityId, claim, by, now: context.now };
      await insertDispute(tx, context.organization.orgId, row);
      tx.record({
        action: 'dispute.open',
        entityId: id,
        after: { opportunityId, claim },
        movesFigures: true,
      });
      return { disputeId: id };
    });
  } catch (error) {
    if (violatedConstraint(error) === 'one_open_dispute_per_deal') {
      throw new ProblemError('conflict', 'The credit of this deal is disputed already.');
    }
    throw unknownReference(error) ?? error;
  }
}

/** Closes a dispute with its outcome in words. The flag goes; what it led to is recorded by its own facts. */
export async function closeDispute(context: Context, disputeId: string, outcome: string): Promise<void> {
  requireCapability(context, 'ruling.write');
  await write(context, async (tx) => {
    const row = { id: disputeId, outcome, by: actorId(context.actor), now: context.now };
    const closed = await closeDisputeRow(tx, context.organization.orgId, row);
    if (!closed) throw notFound('open dispute');
    tx.record({
      action: 'dispute.close',
      entityId: disputeId,
      before: { opportunityId: closed.opportunity_id, claim: closed.claim },
      after: { outcome },
      movesFigures: true,
    });
  });
}
