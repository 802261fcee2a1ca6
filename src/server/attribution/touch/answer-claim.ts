/**
 * A claim counts once somebody of ours has said yes to it, and never once somebody has said no. It is answered once.
 *
 * Handbook: docs/handbook/touches.md
 */

import { actorId, type Context, requireCapability, requireNoKey } from '../../access/context.ts';
import { type WriteTx, write } from '../../audit/write.ts';
import { announceClaimAnswer } from '../../notice/announce-claim.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { dealsOfAccount } from '../queries.ts';
import { requestDecision } from '../request-decision.ts';
import {
  type ClaimKind,
  type ClaimState,
  claimState,
  insertConfirmation,
  insertRefusal,
} from './claim-queries.ts';
import { lockFact } from './touch-queries.ts';

/**
 * Confirms a claim by name (5.4). From then on it counts, if it was written down in time by either side: our own
 * delay costs the partner nothing (ATT-4, ATT-5).
 */
export async function confirmClaim(context: Context, kind: ClaimKind, factId: string): Promise<void> {
  requireCapability(context, 'touch.record');
  requireNoKey(context);
  await write(context, async (tx) => {
    const claim = await confirmWithin(tx, context, kind, factId);
    await tellPartner(tx, context, claim, factId, { confirmed: true, reason: null });
  });
}

/** The same within a transaction, by somebody who was asked what they may and who tells the partner themselves. */
export async function confirmWithin(
  tx: WriteTx,
  context: Context,
  kind: ClaimKind,
  factId: string,
): Promise<ClaimState> {
  const claim = await requireWaiting(tx, context, kind, factId);
  await insertConfirmation(tx, context.organization.orgId, kind, factId, actorId(context.actor), context.now);
  tx.record({ action: `${kind}.confirm`, entityId: factId, movesFigures: true });
  await requestDecision(tx, context, await dealsOf(tx, context, claim), `${kind} confirmed`, factId);
  return claim;
}

/** Refuses a claim with a reason that the partner reads. It stays and never counts; the partner may claim again. */
export async function refuseClaim(
  context: Context,
  kind: ClaimKind,
  factId: string,
  reason: string,
): Promise<void> {
  requireCapability(context, 'touch.record');
  requireNoKey(context);
  const org = context.organization.orgId;
  await write(context, async (tx) => {
    const claim = await requireWaiting(tx, context, kind, factId);
    const by = actorId(context.actor);
    await insertRefusal(tx, org, kind, { fact: factId, reason, by, now: context.now });
    tx.record({ action: `${kind}.refuse`, entityId: factId, after: { reason }, movesFigures: true });
    await requestDecision(tx, context, await dealsOf(tx, context, claim), `${kind} refused`, factId);
    await tellPartner(tx, context, claim, factId, { confirmed: false, reason });
  });
}

/** The claim, if it waits for an answer. Its lock is held, so that of two answers one is told that it came second. */
async function requireWaiting(
  tx: WriteTx,
  context: Context,
  kind: ClaimKind,
  factId: string,
): Promise<ClaimState> {
  await lockFact(tx, factId);
  const claim = await claimState(tx, context.organization.orgId, kind, factId);
  if (!claim) throw notFound(kind);
  if (claim.withdrawn_by !== null) throw new ProblemError('conflict', `This ${kind} was withdrawn.`);
  if (claim.refused_by !== null) throw new ProblemError('conflict', `This ${kind} was refused already.`);
  if (claim.confirmed_by !== null || (kind === 'introduction' && claim.side === 'vendor')) {
    throw new ProblemError('conflict', `This ${kind} is confirmed already. If it is wrong, withdraw it.`);
  }
  return claim;
}

function dealsOf(tx: WriteTx, context: Context, claim: ClaimState): Promise<string[]> {
  if (claim.opportunity_id !== null) return Promise.resolve([claim.opportunity_id]);
  return dealsOfAccount(tx, context.organization.orgId, claim.account_id ?? '');
}

async function tellPartner(
  tx: WriteTx,
  context: Context,
  claim: ClaimState,
  factId: string,
  answer: { confirmed: boolean; reason: string | null },
): Promise<void> {
  const { opportunity_id: opportunityId, partner_id: partnerId, recorded_by: claimedBy, side } = claim;
  if (side !== 'partner' || opportunityId === null) return;
  await announceClaimAnswer(tx, context, { opportunityId, partnerId, claimedBy, factId, ...answer });
}
