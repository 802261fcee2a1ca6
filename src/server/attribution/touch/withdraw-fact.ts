/**
 * A fact that was wrong is withdrawn by a new row with a reason; the fact itself stays. An act of origin is void once
 * two different people have signed that (ATT-9).
 *
 * Handbook: docs/handbook/touches.md
 */

import type { Id } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { type WriteTx, write } from '../../audit/write.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { dealsOfAccount } from '../queries.ts';
import { requestDecision } from '../request-decision.ts';
import { lockFact } from './touch-queries.ts';
import {
  insertCosignature,
  insertWithdrawal,
  subjectOfFact,
  type WithdrawableFact,
  withdrawalRow,
} from './withdrawal-queries.ts';

/** An introduction may have made a deal sourced: taking it away needs a second person. */
const needsSecond = (kind: WithdrawableFact) => kind === 'introduction';

/**
 * Says that a fact was wrong, and why. It counts no longer and the deals that it touched are decided again; an
 * introduction counts until somebody else has signed too, and this is the proposal.
 */
export async function withdrawFact(
  context: Context,
  kind: WithdrawableFact,
  factId: string,
  reason: string,
): Promise<{ withdrawalId: string; state: 'done' | 'proposed' }> {
  requireCapability(context, 'touch.record');
  const org = context.organization.orgId;
  const id = context.ports.ids.next<Id<'withdrawal'>>(context.now);
  return write(context, async (tx) => {
    await lockFact(tx, factId);
    if (!(await subjectOfFact(tx, org, kind, factId))) throw notFound(kind.replace('_', ' '));
    const by = actorId(context.actor);
    if (!(await insertWithdrawal(tx, org, { id, kind, factId, reason, by, now: context.now }))) {
      const already = needsSecond(kind)
        ? 'The withdrawal of this introduction was proposed already. A second person signs it.'
        : 'This fact was withdrawn already.';
      throw new ProblemError('conflict', already);
    }
    tx.record({ action: `${kind}.withdraw`, entityId: factId, after: { reason }, movesFigures: true });
    await decideAgain(tx, context, kind, factId, 'withdrawn');
    return { withdrawalId: id, state: needsSecond(kind) ? 'proposed' : 'done' };
  });
}

/**
 * The second signature under the withdrawal of an introduction (ATT-9). Who proposed it cannot give it. The old
 * verdict stays in the history.
 */
export async function cosignWithdrawal(context: Context, withdrawalId: string): Promise<void> {
  requireCapability(context, 'withdrawal.sign');
  const org = context.organization.orgId;
  await write(context, async (tx) => {
    const proposed = await withdrawalRow(tx, org, withdrawalId);
    if (!proposed) throw notFound('withdrawal');
    if (!needsSecond(proposed.fact_kind)) {
      throw new ProblemError('conflict', 'This withdrawal stands already. It needs no second signature.');
    }
    const by = actorId(context.actor);
    if (proposed.withdrawn_by === by) {
      throw new ProblemError('conflict', 'You proposed this withdrawal. A second person signs it.');
    }
    await lockFact(tx, proposed.fact_id);
    if (!(await insertCosignature(tx, org, { withdrawal: withdrawalId, by, now: context.now }))) {
      throw new ProblemError('conflict', 'This withdrawal has its second signature already.');
    }
    const { fact_kind: kind, fact_id: factId } = proposed;
    tx.record({ action: 'withdrawal.cosign', entityId: factId, after: { withdrawalId }, movesFigures: true });
    await decideAgain(tx, context, kind, factId, 'void');
  });
}

async function decideAgain(
  tx: WriteTx,
  context: Context,
  kind: WithdrawableFact,
  factId: string,
  what: string,
): Promise<void> {
  const org = context.organization.orgId;
  const subject = await subjectOfFact(tx, org, kind, factId);
  const deals = subject?.opportunity_id
    ? [subject.opportunity_id]
    : await dealsOfAccount(tx, org, subject?.account_id ?? '');
  await requestDecision(tx, context, deals, `${kind.replace('_', ' ')} ${what}`, factId);
}
