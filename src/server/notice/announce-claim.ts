import type { Context } from '../access/context.ts';
import { idSchema } from '../access/schemas.ts';
import type { Tx } from '../database/transaction.ts';
import { dealWithPeople } from './queries.ts';
import { peopleWith, tell } from './tell.ts';

type Claim = { readonly opportunityId: string; readonly partnerId: string; readonly factId: string };

/** Tells the owner of the deal and the manager of the partner that the partner claims an act, which somebody has to answer. */
export async function announceClaim(
  tx: Tx,
  context: Context,
  claim: Claim & { what: string },
): Promise<void> {
  const deal = await dealWithPeople(tx, context.organization.orgId, claim.opportunityId, claim.partnerId);
  if (deal === null) return;
  const to = [deal.owner_id, deal.manager_id ?? deal.head_id].filter((id) => id !== null);
  await tell(tx, context, to, {
    kind: 'claim',
    params: { number: deal.number, deal: deal.name, partner: deal.partner, what: claim.what },
    link: `/pipeline/${claim.opportunityId}`,
    eventKey: claim.factId,
    opportunityId: claim.opportunityId,
  });
}

/** Tells whoever claimed an act what became of it; where a mail or the API did, the people of the partner. */
export async function announceClaimAnswer(
  tx: Tx,
  context: Context,
  claim: Claim & { claimedBy: string; confirmed: boolean; reason: string | null },
): Promise<void> {
  const { opportunityId, partnerId, confirmed, reason } = claim;
  const deal = await dealWithPeople(tx, context.organization.orgId, opportunityId, partnerId);
  if (deal === null) return;
  const to = idSchema.safeParse(claim.claimedBy).success
    ? [claim.claimedBy]
    : await peopleWith(tx, context, ['partner_admin', 'partner_rep'], partnerId);
  await tell(tx, context, to, {
    kind: 'claim_answer',
    params: { number: deal.number, deal: deal.name, confirmed, reason },
    link: `/deals/${opportunityId}`,
    eventKey: claim.factId,
    opportunityId,
    partnerId,
  });
}
