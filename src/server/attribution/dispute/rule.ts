import { classifyCredit } from '#core/attribution/classify.ts';
import { mayMove } from '#core/attribution/dispute/case.ts';
import { type PanelSeat, panelSeats, takesSourcedAway } from '#core/attribution/dispute/panel.ts';
import type { Ruling } from '#core/attribution/facts.ts';
import { reasonSentence } from '#core/attribution/reasons.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { FactId, Id, PartnerId } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { type WriteTx, write } from '../../audit/write.ts';
import { localDateAt } from '../../clock.ts';
import { nextNumber } from '../../database/next-number.ts';
import type { Tx } from '../../database/transaction.ts';
import { peopleWith, tell } from '../../notice/tell.ts';
import { partnerNames } from '../../partner/partner-names.ts';
import { invalidField, notFound, ProblemError } from '../../problem.ts';
import { attributionPageOn } from '../../program/policies.ts';
import { decisionsOf } from '../decide-credit.ts';
import { type CreditedRow, lockCredited } from '../queries.ts';
import { requestDecision } from '../request-decision.ts';
import { unknownReference } from '../touch/act.ts';
import { standsAt } from './appeal.ts';
import { dueAfter } from './due.ts';
import { panelOf, placeOf } from './panel.ts';
import { type DisputeRow, disputeRow, moveDispute, openCaseOf } from './queries.ts';
import { insertRuling, insertRulingSignature, type RulingRow, rulingRow } from './ruling-queries.ts';

export type NewRuling = {
  /** The case that it decides; null for a deal of the review queue. */
  readonly disputeId: string | null;
  readonly opportunityId: string;
  readonly question: string;
  readonly class: 'sourced' | 'co_sold' | 'influenced' | 'assisted' | 'none';
  readonly partnerId: string | null;
  /** One paragraph that the next panel can follow. */
  readonly reason: string;
};

/** A member of the panel proposes what the credit is, with the reason in writing, and signs it (ATT-17). */
export async function proposeRuling(
  context: Context,
  ruling: NewRuling,
): Promise<{ rulingId: string; number: number; stands: boolean }> {
  requireCapability(context, 'ruling.write');
  if ((ruling.class === 'none') !== (ruling.partnerId === null)) {
    throw invalidField(
      'body.partnerId',
      ruling.class === 'none' ? 'no partner, since nobody is credited' : 'the partner that is credited',
      ruling.partnerId === null ? 'none' : 'one',
      'Name the partner of the credit, or rule that there is none.',
    );
  }
  try {
    return await keepRuling(context, ruling);
  } catch (error) {
    throw unknownReference(error) ?? error;
  }
}

async function keepRuling(
  context: Context,
  ruling: NewRuling,
): Promise<{ rulingId: string; number: number; stands: boolean }> {
  const { organization, now } = context;
  const org = organization.orgId;
  return write(context, async (tx) => {
    const [deal] = await lockCredited(tx, org, [ruling.opportunityId]);
    if (!deal) throw notFound('opportunity');
    const dispute = ruling.disputeId === null ? null : await disputeRow(tx, org, ruling.disputeId, true);
    if (ruling.disputeId !== null && dispute?.opportunity_id !== deal.opportunity_id)
      throw notFound('dispute');
    if (ruling.partnerId !== null && !(await partnerNames(tx, org)).has(ruling.partnerId)) {
      throw notFound('partner');
    }
    if (dispute === null) {
      const open = await openCaseOf(tx, org, deal.opportunity_id);
      if (open !== null) {
        throw new ProblemError('conflict', `The credit of this deal is disputed. Rule on its case, ${open}.`);
      }
    }
    await refuseIdle(tx, context, deal, ruling);
    const isAppeal = dispute?.state === 'appealed';
    if (dispute) {
      const may = mayMove(dispute.state, isAppeal ? 'rule_finally' : 'rule');
      if (!may.allowed) throw new ProblemError('conflict', may.why);
    }
    const standingCredit = { class: deal.credit_class, partnerId: deal.credit_partner_id };
    const needsCfo = isAppeal
      ? takesSourcedAway(standingCredit, ruling)
      : await isAboveLimit(tx, context, deal);
    const id = context.ports.ids.next<Id<'ruling'>>(now);
    const number = await nextNumber(tx, org, 'ruling');
    await insertRuling(tx, org, {
      id,
      number,
      opportunityId: deal.opportunity_id,
      disputeId: dispute?.dispute_id ?? null,
      question: ruling.question,
      class: ruling.class,
      partnerId: ruling.partnerId,
      reason: ruling.reason,
      isAppeal,
      needsCfo,
      by: actorId(context.actor),
      now,
    });
    tx.record({
      action: 'ruling.propose',
      entityId: id,
      after: { number, opportunityId: deal.opportunity_id, class: ruling.class, partnerId: ruling.partnerId },
      movesFigures: true,
    });
    const row = await rulingRow(tx, org, id);
    if (!row) throw new Error('a ruling that was just kept is not there');
    const { stands } = await sign(tx, context, row, dispute);
    return { rulingId: id, number, stands };
  });
}

/**
 * A ruling that the page would not follow is refused before anybody signs it: after the lock nothing becomes sourced
 * that was not claimed in time (ATT-8). It is tried by deciding the deal as if the whole panel had signed.
 */
async function refuseIdle(tx: Tx, context: Context, deal: CreditedRow, ruling: NewRuling): Promise<void> {
  const { organization, now: at } = context;
  const decided = (await decisionsOf(tx, context, [deal])).get(deal.opportunity_id);
  if (!decided) return;
  const on = localDateAt(at, organization.timeZone);
  const base = { id: 'proposed' as FactId, signedBy: ['one', 'another'], ruledAt: at, ruledOn: on };
  const tried: Ruling =
    ruling.class === 'none' || ruling.partnerId === null
      ? { ...base, class: 'none', partnerId: null }
      : { ...base, class: ruling.class, partnerId: ruling.partnerId as PartnerId };
  const facts = { ...decided.facts, rulings: [...decided.facts.rulings, tried] };
  const { reasons } = classifyCredit(facts, decided.policy, { at, on });
  const refused = reasons.find(
    (one) => one.code.startsWith('ruling.') && !one.holds && one.params.fact === tried.id,
  );
  if (refused) {
    throw new ProblemError('conflict', `This ruling would not count. ${reasonSentence(refused)}`);
  }
}

/** Another member of the panel signs. With the last signature that it needs the ruling stands, and the deal is decided again. */
export async function signRuling(context: Context, rulingId: string): Promise<{ stands: boolean }> {
  requireCapability(context, 'ruling.write');
  const org = context.organization.orgId;
  return write(context, async (tx) => {
    // The deal is what two signers wait for each other at: a ruling is never edited, so it cannot be locked itself.
    const known = await rulingRow(tx, org, rulingId);
    if (known) await lockCredited(tx, org, [known.opportunity_id]);
    const row = await rulingRow(tx, org, rulingId);
    if (!row) throw notFound('ruling');
    if (standsAt(row) !== null) throw new ProblemError('conflict', 'This ruling stands already.');
    const dispute = row.dispute_id === null ? null : await disputeRow(tx, org, row.dispute_id, true);
    if (dispute) {
      const may = mayMove(dispute.state, row.is_appeal ? 'rule_finally' : 'rule');
      if (!may.allowed)
        throw new ProblemError('conflict', `${may.why} This proposal can no longer be signed.`);
    }
    const { seat, stands } = await sign(tx, context, row, dispute);
    tx.record({
      action: 'ruling.sign',
      entityId: row.ruling_id,
      after: { number: row.number, seat: panelSeats[seat].label },
      movesFigures: true,
    });
    return { stands };
  });
}

async function sign(
  tx: WriteTx,
  context: Context,
  row: RulingRow,
  dispute: DisputeRow | null,
): Promise<{ seat: PanelSeat; stands: boolean }> {
  const { organization, now, actor } = context;
  const org = organization.orgId;
  const [deal] = await lockCredited(tx, org, [row.opportunity_id]);
  if (!deal || actor.kind !== 'member') throw notFound('ruling');
  const panel = await panelOf(tx, context, {
    opportunityId: deal.opportunity_id,
    owner: deal.owner,
    partners: [deal.credit_partner_id, dispute?.partner_id ?? null, row.partner_id],
    dispute,
    needs: { isAppeal: row.is_appeal, needsCfo: row.needs_cfo },
    signed: row.signatures,
  });
  const place = placeOf(context, panel);
  const waiting = panel.filter(({ seat, hasSigned }) => seat !== null && !hasSigned).map(({ id }) => id);
  if (place.seat === null) throw new ProblemError('conflict', place.why ?? 'You have no seat on this panel.');
  const signature = { rulingId: row.ruling_id, membershipId: actor.membershipId, seat: place.seat, now };
  if (!(await insertRulingSignature(tx, org, signature))) {
    throw new ProblemError('conflict', 'Somebody has signed for this seat already.');
  }
  const signed = {
    ...row,
    signatures: [...row.signatures, { by: actor.membershipId, seat: place.seat, at: now }],
  };
  if (standsAt(signed) === null) {
    await tell(tx, context, waiting, {
      kind: 'ruling',
      params: { number: deal.number, deal: deal.name, ruling: row.number },
      link: dispute ? `/credit/disputes/${dispute.number}` : `/pipeline/${deal.opportunity_id}`,
      eventKey: row.ruling_id,
      opportunityId: deal.opportunity_id,
    });
    return { seat: place.seat, stands: false };
  }
  if (dispute) {
    const page = await attributionPageOn(tx, organization, (deal.created_on ?? '9999-12-31') as LocalDate);
    await moveDispute(tx, org, dispute.dispute_id, {
      state: row.is_appeal ? 'closed' : 'ruled',
      ruledAt: now,
      ...(row.is_appeal
        ? { closed: { by: actor.membershipId, at: now, outcome: row.reason } }
        : { appealDueAt: dueAfter(organization, now, page.body.rulings.rulingBusinessDays) }),
    });
    if (dispute.side === 'partner' && dispute.partner_id !== null) {
      const people = await peopleWith(tx, context, ['partner_admin', 'partner_rep'], dispute.partner_id);
      await tell(tx, context, people, {
        kind: 'own_case',
        params: { number: deal.number, deal: deal.name, dispute: dispute.number, move: 'ruled' },
        link: `/disputes/${dispute.number}`,
        eventKey: `${row.ruling_id} stands`,
        opportunityId: deal.opportunity_id,
        partnerId: dispute.partner_id,
      });
    }
  }
  await requestDecision(tx, context, [row.opportunity_id], `ruling ${row.number}`, row.ruling_id);
  return { seat: place.seat, stands: true };
}

/** ATT-17: whether the deal is above the amount from which the CFO or a delegate joins the panel. */
export async function isAboveLimit(
  tx: Tx,
  context: Context,
  deal: Pick<CreditedRow, 'created_on' | 'amount_minor'>,
): Promise<boolean> {
  const { organization, now } = context;
  const on = (deal.created_on ?? localDateAt(now, organization.timeZone)) as LocalDate;
  const page = await attributionPageOn(tx, organization, on);
  if (deal.amount_minor === null) return false;
  // Another currency than the organization's is taken as it stands: the limit asks for one more signature, no more.
  return deal.amount_minor > page.body.rulings.cfoAbove;
}
