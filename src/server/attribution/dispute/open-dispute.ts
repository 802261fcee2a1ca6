import type { Id } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { write } from '../../audit/write.ts';
import { nextNumber } from '../../database/next-number.ts';
import { violatedConstraint } from '../../database/transaction.ts';
import { tell } from '../../notice/tell.ts';
import { requirePartnerDeal } from '../../portal/require-partner-deal.ts';
import { notFound, refused } from '../../problem.ts';
import { decisionsOf } from '../decide-credit.ts';
import { lockCredited } from '../queries.ts';
import { unknownReference } from '../touch/act.ts';
import { disputeWindow } from './disputable.ts';
import { dueAfter, dueInHours } from './due.ts';
import { concernedBy, insertDispute, insertStatement } from './queries.ts';

export type Claim = {
  readonly opportunityId: string;
  readonly claim: string;
  /** What the credit should be instead; null where it is left open. */
  readonly claimedClass: string | null;
  readonly partnerId: string | null;
  readonly links: readonly string[];
};

/** Opens a dispute about the credit of a deal (ATT-19), from our side. */
export async function openDispute(
  context: Context,
  claim: Claim,
): Promise<{ disputeId: string; number: number }> {
  requireCapability(context, 'dispute.open');
  return open(context, claim, 'vendor');
}

/** The same by a partner, about one of its own deals, for itself. */
export async function openOwnDispute(
  context: Context,
  claim: Omit<Claim, 'partnerId'>,
): Promise<{ disputeId: string; number: number }> {
  requireCapability(context, 'portal.act');
  const partnerId = await requirePartnerDeal(context, claim.opportunityId);
  return open(context, { ...claim, partnerId }, 'partner');
}

/**
 * The case and its claim, with the deadlines of the page by which the deal is judged. The credit stands meanwhile, its
 * commission waits. One open case per deal; none once the time for it is over.
 */
async function open(
  context: Context,
  claim: Claim,
  side: 'vendor' | 'partner',
): Promise<{ disputeId: string; number: number }> {
  const { organization, now } = context;
  const org = organization.orgId;
  const id = context.ports.ids.next<Id<'dispute'>>(now);
  const by = actorId(context.actor);
  try {
    return await write(context, async (tx) => {
      const [deal] = await lockCredited(tx, org, [claim.opportunityId]);
      if (!deal) throw notFound('opportunity');
      const decided = (await decisionsOf(tx, context, [deal])).get(deal.opportunity_id) ?? null;
      const { until, isOver, rulings } = await disputeWindow(tx, context, deal.created_on, decided);
      if (isOver) {
        throw refused('conflict', 'case.over', { until, days: rulings.disputeBusinessDays });
      }
      const number = await nextNumber(tx, org, 'dispute');
      await insertDispute(tx, org, {
        id,
        number,
        side,
        by,
        now,
        opportunityId: claim.opportunityId,
        partnerId: claim.partnerId,
        claimedClass: claim.claimedClass,
        claim: claim.claim,
        answerDueAt: dueInHours(now, rulings.firstAnswerHours),
        rulingDueAt: dueAfter(organization, now, rulings.rulingBusinessDays),
      });
      await insertStatement(tx, org, {
        dispute_id: id,
        statement_id: context.ports.ids.next<Id<'statement'>>(now),
        kind: 'claim',
        side,
        partner_id: side === 'partner' ? claim.partnerId : null,
        body: claim.claim,
        links: [...claim.links],
        made_by: by,
        now,
      });
      tx.record({
        action: 'dispute.open',
        entityId: id,
        after: { opportunityId: claim.opportunityId, claim: claim.claim, number },
        movesFigures: true,
      });
      const concerned = await concernedBy(tx, org, claim.opportunityId, claim.partnerId);
      await tell(tx, context, concerned, {
        kind: 'dispute',
        params: { number: deal.number, deal: deal.name, answerHours: rulings.firstAnswerHours },
        link: `/credit/disputes/${number}`,
        eventKey: id,
        opportunityId: claim.opportunityId,
      });
      return { disputeId: id, number };
    });
  } catch (error) {
    if (violatedConstraint(error) === 'one_open_dispute_per_deal') {
      throw refused('conflict', 'case.there');
    }
    throw unknownReference(error) ?? error;
  }
}
