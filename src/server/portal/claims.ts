/**
 * What a partner says that it did: a claim, written down by the partner, that never counts before somebody of the
 * company has confirmed it. Its clock is the partner's: late is what the partner wrote down late (ATT-4, ATT-5).
 *
 * Handbook: docs/handbook/touches.md
 */

import { type Context, requireCapability } from '../access/context.ts';
import { unknownReference } from '../attribution/touch/act.ts';
import { type NewIntroduction, writeIntroduction } from '../attribution/touch/record-introduction.ts';
import { takeBackClaim } from '../attribution/touch/withdraw-fact.ts';
import {
  type KeptTouch,
  type NewTouch,
  requireRecordedOnce,
  writeTouch,
} from '../attribution/touch/write-touch.ts';
import { write } from '../audit/write.ts';
import { readTransaction } from '../database/transaction.ts';
import { announceClaim } from '../notice/announce-claim.ts';
import { type ClaimRow, claimsOf } from './claim-queries.ts';
import { requirePartner, requirePartnerDeal } from './require-partner-deal.ts';

const claimed = { side: 'partner', way: 'portal' } as const;

/** What the partner itself says; which partner it is, its sign-in says. */
export type ClaimedTouch = Omit<NewTouch, 'partnerId' | 'accountId' | 'opportunityId' | 'stageOrder'> & {
  readonly opportunityId: string;
};

/** Claims a touch on a deal of the signed-in partner. Another deal does not exist for it. */
export async function claimTouch(context: Context, claim: ClaimedTouch): Promise<KeptTouch> {
  requireCapability(context, 'portal.act');
  const partnerId = await requirePartnerDeal(context, claim.opportunityId);
  const act: NewTouch = { ...claim, partnerId };
  try {
    return await write(context, async (tx) => {
      const kept = await writeTouch(tx, context, act, { ...claimed, isConfirmed: false });
      const what = act.action.replaceAll('_', ' ');
      const { opportunityId } = claim;
      await announceClaim(tx, context, { opportunityId, partnerId, factId: kept.touchId, what });
      return kept;
    });
  } catch (error) {
    return requireRecordedOnce(context, act, error);
  }
}

export type ClaimedIntroduction = Omit<NewIntroduction, 'partnerId' | 'accountId' | 'opportunityId'> & {
  readonly opportunityId: string;
};

/** Claims to have introduced the buyer of a deal in which the signed-in partner has a part. */
export async function claimIntroduction(
  context: Context,
  claim: ClaimedIntroduction,
): Promise<{ introductionId: string }> {
  requireCapability(context, 'portal.act');
  const partnerId = await requirePartnerDeal(context, claim.opportunityId);
  const act: NewIntroduction = { ...claim, partnerId, accountId: null };
  try {
    return await write(context, async (tx) => {
      const kept = await writeIntroduction(tx, context, act, claimed);
      const { opportunityId } = claim;
      const what = 'it introduced us to the buyer';
      await announceClaim(tx, context, { opportunityId, partnerId, factId: kept.introductionId, what });
      return kept;
    });
  } catch (error) {
    throw unknownReference(error) ?? error;
  }
}

export type ClaimStanding = 'waiting' | 'confirmed' | 'refused' | 'withdrawn';

/** What the signed-in partner has claimed, newest first, and what became of it. A refusal comes with its reason. */
export async function listOwnClaims(context: Context) {
  requireCapability(context, 'portal.read');
  const partner = requirePartner(context);
  const org = context.organization.orgId;
  const rows = await readTransaction(context.ports.pool, { org }, (tx) => claimsOf(tx, org, partner));
  return rows.map((row) => ({
    claimId: row.claim_id,
    kind: row.kind,
    opportunityId: row.opportunity_id,
    number: row.number,
    deal: row.deal,
    person: row.person,
    what: row.what,
    outcome: row.outcome,
    evidence: row.evidence,
    occurredOn: row.occurred_on,
    recordedOn: row.recorded_on,
    state: standingOf(row),
    reason: row.refusal ?? (row.void ? row.withdrawal : null),
  }));
}

function standingOf(row: ClaimRow): ClaimStanding {
  if (row.refusal !== null) return 'refused';
  if (row.void) return 'withdrawn';
  return row.confirmed ? 'confirmed' : 'waiting';
}

/** Takes back a claim of the signed-in partner that nobody has answered yet. */
export async function takeBackOwnClaim(
  context: Context,
  kind: 'touch' | 'introduction',
  claimId: string,
  reason: string,
): Promise<void> {
  requireCapability(context, 'portal.act');
  await takeBackClaim(context, requirePartner(context), kind, claimId, reason);
}
