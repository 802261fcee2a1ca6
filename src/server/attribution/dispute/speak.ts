import { type CaseMove, mayMove, stateAfter } from '#core/attribution/dispute/case.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { type WriteTx, write } from '../../audit/write.ts';
import { localDateAt } from '../../clock.ts';
import { peopleWith, tell } from '../../notice/tell.ts';
import { requirePartner } from '../../portal/require-partner-deal.ts';
import { notFound, ProblemError, refused } from '../../problem.ts';
import { attributionPageOn } from '../../program/policies.ts';
import { requestDecision } from '../request-decision.ts';
import { appealBar } from './appeal.ts';
import { dueAfter } from './due.ts';
import {
  concernedBy,
  type DisputeRow,
  disputeRow,
  insertStatement,
  moveDispute,
  type StatementRow,
} from './queries.ts';

export type Saying = {
  readonly kind: 'answer' | 'counter_claim' | 'evidence' | 'appeal' | 'withdrawal';
  readonly body: string;
  readonly links: readonly string[];
};

/** Answers a case, adds to it, appeals its ruling or takes it back, from our side. */
export async function speak(context: Context, disputeId: string, saying: Saying): Promise<void> {
  requireCapability(context, 'dispute.answer');
  await say(context, disputeId, saying, 'vendor', null);
}

/** The same by the partner whose case it is; nobody else's case exists for it. */
export async function speakAsPartner(context: Context, disputeId: string, saying: Saying): Promise<void> {
  requireCapability(context, 'portal.act');
  await say(context, disputeId, saying, 'partner', requirePartner(context));
}

const moveOf = {
  answer: 'answer',
  counter_claim: 'answer',
  evidence: 'add',
  appeal: 'appeal',
  withdrawal: 'withdraw',
} as const satisfies Record<Saying['kind'], CaseMove>;

/**
 * One side says something: the text is kept, and the case moves as the table of its life says. The first answer comes
 * from who did not open it; only who opened it takes it back; a party that is no longer heard can still appeal.
 */
async function say(
  context: Context,
  disputeId: string,
  saying: Saying,
  side: 'vendor' | 'partner',
  partnerId: string | null,
): Promise<void> {
  const { organization, now } = context;
  const org = organization.orgId;
  const by = actorId(context.actor);
  await write(context, async (tx) => {
    const dispute = await disputeRow(tx, org, disputeId, true);
    if (
      !dispute ||
      (side === 'partner' && (dispute.side !== 'partner' || dispute.partner_id !== partnerId))
    ) {
      throw notFound('dispute');
    }
    const opener = dispute.opened_by === by || (side === 'partner' && dispute.side === 'partner');
    const kind = saying.kind;
    if ((kind === 'answer' || kind === 'counter_claim') && opener) {
      throw refused('conflict', 'case.yours');
    }
    if (kind === 'withdrawal' && !opener) {
      throw refused('conflict', 'case.theirs');
    }
    if (kind === 'appeal' && dispute.appeal_due_at !== null && now > dispute.appeal_due_at) {
      throw refused('conflict', 'case.too_late');
    }
    const move = moveOf[kind] === 'answer' && dispute.state !== 'open' ? 'add' : moveOf[kind];
    const may = mayMove(dispute.state, move);
    if (!may.allowed) {
      throw new ProblemError('conflict', may.why, { said: { code: 'case.went_on', params: {} } });
    }
    if (kind === 'appeal') {
      const refusal = await appealBar(tx, org, dispute, opener);
      if (refusal !== null) {
        throw new ProblemError('conflict', refusal, { said: { code: 'case.in_favour', params: {} } });
      }
    }
    await insertStatement(tx, org, {
      dispute_id: dispute.dispute_id,
      statement_id: context.ports.ids.next<Id<'statement'>>(now),
      kind,
      side,
      partner_id: partnerId,
      body: saying.body,
      links: [...saying.links],
      made_by: by,
      now,
    } satisfies Omit<StatementRow, 'made_at'> & { dispute_id: string; now: number });
    await advance(tx, context, dispute, move, saying.body);
    tx.record({
      action:
        kind === 'withdrawal' ? 'dispute.withdraw' : kind === 'appeal' ? 'dispute.appeal' : 'dispute.speak',
      entityId: dispute.dispute_id,
      after: { number: dispute.number, kind },
      movesFigures: kind === 'withdrawal',
    });
    await tellOther(tx, context, dispute, side, kind);
    if (kind === 'withdrawal') {
      await requestDecision(tx, context, [dispute.opportunity_id], 'dispute withdrawn', dispute.dispute_id);
    }
  });
}

/** Tells the other side of a case that a partner opened. Of one that we opened, the partner knows nothing. */
async function tellOther(
  tx: WriteTx,
  context: Context,
  dispute: DisputeRow,
  side: 'vendor' | 'partner',
  move: Saying['kind'],
): Promise<void> {
  const { partner_id: partnerId, opportunity_id: opportunityId, number } = dispute;
  if (dispute.side !== 'partner' || partnerId === null) return;
  const params = { number: dispute.deal_number, deal: dispute.deal, dispute: number, move };
  // Each thing that is said is said once, whatever was said before in the same case.
  const said = { params, opportunityId, eventKey: `${dispute.dispute_id} ${move} ${context.now}` };
  if (side === 'partner') {
    const to = await concernedBy(tx, context.organization.orgId, opportunityId, partnerId);
    await tell(tx, context, to, { kind: 'case', link: `/credit/disputes/${number}`, ...said });
  } else {
    const to = await peopleWith(tx, context, ['partner_admin', 'partner_rep'], partnerId);
    await tell(tx, context, to, { kind: 'own_case', link: `/disputes/${number}`, partnerId, ...said });
  }
}

async function advance(
  tx: WriteTx,
  context: Context,
  dispute: DisputeRow,
  move: CaseMove,
  body: string,
): Promise<void> {
  const { organization, now } = context;
  const state = stateAfter(dispute.state, move);
  if (move === 'add') return;
  const page = await attributionPageOn(
    tx,
    organization,
    (dispute.created_on ?? localDateAt(now, organization.timeZone)) as LocalDate,
  );
  await moveDispute(tx, organization.orgId, dispute.dispute_id, {
    state,
    ...(move === 'answer' ? { answeredAt: now } : {}),
    ...(move === 'appeal'
      ? { appealedAt: now, rulingDueAt: dueAfter(organization, now, page.body.rulings.rulingBusinessDays) }
      : {}),
    ...(move === 'withdraw'
      ? { closed: { by: actorId(context.actor), at: now, outcome: `Withdrawn: ${body}` } }
      : {}),
  });
}
