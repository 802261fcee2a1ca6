/**
 * A fact that was wrong is withdrawn by a new row with a reason; the fact itself stays. An act of origin is void once
 * two different people have signed that (ATT-9).
 *
 * Handbook: docs/handbook/touches.md
 */

import type { Id, PartnerId } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { type WriteTx, write } from '../../audit/write.ts';
import { notFound, ProblemError, refused } from '../../problem.ts';
import { dealsOfAccount } from '../queries.ts';
import { requestDecision } from '../request-decision.ts';
import { type ClaimKind, claimState } from './claim-queries.ts';
import { lockFact } from './touch-queries.ts';
import {
  insertCosignature,
  insertWithdrawal,
  subjectOfFact,
  type WithdrawableFact,
  withdrawalRow,
} from './withdrawal-queries.ts';

/** An introduction that counts may have made a deal sourced: taking it away needs a second person. */
async function needsSecond(
  tx: WriteTx,
  context: Context,
  kind: WithdrawableFact,
  factId: string,
): Promise<boolean> {
  if (kind !== 'introduction') return false;
  const state = await claimState(tx, context.organization.orgId, kind, factId);
  return state !== null && (state.side === 'vendor' || state.confirmed_by !== null);
}

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
    const isProposal = await needsSecond(tx, context, kind, factId);
    if (!(await insertWithdrawal(tx, org, { id, kind, factId, reason, by, now: context.now }))) {
      const already = isProposal
        ? 'The withdrawal of this introduction was proposed already. A second person signs it.'
        : 'This fact was withdrawn already.';
      throw new ProblemError('conflict', already);
    }
    tx.record({ action: `${kind}.withdraw`, entityId: factId, after: { reason }, movesFigures: true });
    await decideAgain(tx, context, kind, factId, 'withdrawn');
    return { withdrawalId: id, state: isProposal ? 'proposed' : 'done' };
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
    if (!(await needsSecond(tx, context, proposed.fact_kind, proposed.fact_id))) {
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

/**
 * A partner takes back what it claims, with a reason, while nobody has answered it. What was confirmed is withdrawn by
 * the company; a claim of another partner does not exist for this one.
 */
export async function takeBackClaim(
  context: Context,
  partnerId: PartnerId,
  kind: ClaimKind,
  factId: string,
  reason: string,
): Promise<void> {
  requireCapability(context, 'portal.act');
  const org = context.organization.orgId;
  const id = context.ports.ids.next<Id<'withdrawal'>>(context.now);
  await write(context, async (tx) => {
    await lockFact(tx, factId);
    const claim = await claimState(tx, org, kind, factId);
    if (claim?.partner_id !== partnerId || claim.side !== 'partner') throw notFound('claim of yours');
    if (claim.confirmed_by !== null || claim.refused_by !== null) {
      throw refused('conflict', 'claim.answered');
    }
    const by = actorId(context.actor);
    if (!(await insertWithdrawal(tx, org, { id, kind, factId, reason, by, now: context.now }))) {
      throw refused('conflict', 'claim.taken_back');
    }
    tx.record({ action: `${kind}.withdraw`, entityId: factId, after: { reason }, movesFigures: true });
    await decideAgain(tx, context, kind, factId, 'withdrawn');
  });
}
