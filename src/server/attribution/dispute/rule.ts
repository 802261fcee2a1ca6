import { mayMove, partyReason } from '#core/attribution/dispute/case.ts';
import { type PanelSeat, panelSeats, panelStanding, seatsFor } from '#core/attribution/dispute/panel.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import type { Role } from '#core/program/roles.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { type WriteTx, write } from '../../audit/write.ts';
import { localDateAt } from '../../clock.ts';
import { nextNumber } from '../../database/next-number.ts';
import type { Tx } from '../../database/transaction.ts';
import { invalidField, notFound, ProblemError } from '../../problem.ts';
import { attributionPageOn } from '../../program/policies.ts';
import { type CreditedRow, lockCredited } from '../queries.ts';
import { requestDecision } from '../request-decision.ts';
import { unknownReference } from '../touch/act.ts';
import { dueAfter } from './due.ts';
import { type DisputeRow, disputeRow, moveDispute, partiesOf } from './queries.ts';
import {
  insertRuling,
  insertRulingSignature,
  type RulingRow,
  rulingRow,
  rulingsOfDeal,
} from './ruling-queries.ts';

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
    const isAppeal = dispute?.state === 'appealed';
    if (dispute) {
      const may = mayMove(dispute.state, isAppeal ? 'rule_finally' : 'rule');
      if (!may.allowed) throw new ProblemError('conflict', may.why);
    }
    const needsCfo = !isAppeal && (await isAboveLimit(tx, context, deal));
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
    });
    const row = await rulingRow(tx, org, id);
    if (!row) throw new Error('a ruling that was just kept is not there');
    const stands = await sign(tx, context, row, dispute);
    return { rulingId: id, number, stands };
  });
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
    if (standing(row) !== null) throw new ProblemError('conflict', 'This ruling stands already.');
    const dispute = row.dispute_id === null ? null : await disputeRow(tx, org, row.dispute_id, true);
    if (dispute) {
      const may = mayMove(dispute.state, row.is_appeal ? 'rule_finally' : 'rule');
      if (!may.allowed)
        throw new ProblemError('conflict', `${may.why} This proposal can no longer be signed.`);
    }
    return { stands: await sign(tx, context, row, dispute) };
  });
}

/** Why somebody may not sign a ruling on this deal, or for which seat they would; both are said on the screen before. */
export async function panelPlace(
  tx: Tx,
  context: Context,
  deal: {
    readonly opportunityId: string;
    readonly owner: string | null;
    readonly creditPartner: string | null;
  },
  dispute: DisputeRow | null,
  panel: {
    readonly isAppeal: boolean;
    readonly needsCfo: boolean;
    readonly taken: readonly { by: string; seat: string }[];
  },
): Promise<{ seat: PanelSeat | null; why: string | null }> {
  const { actor } = context;
  const roles: readonly Role[] = actor.kind === 'member' ? actor.roles : [];
  if (actor.kind !== 'member') return { seat: null, why: 'A ruling is signed by a person.' };
  const partners = [deal.creditPartner, dispute?.partner_id ?? null].filter((one) => one !== null);
  const { managers, recorders } = await partiesOf(
    tx,
    context.organization.orgId,
    deal.opportunityId,
    partners,
  );
  const why = partyReason(
    { id: actor.membershipId, name: actor.name },
    {
      openedBy: dispute?.opened_by ?? '',
      owner: deal.owner,
      partnerManagers: managers,
      recordedBy: recorders,
    },
  );
  if (why !== null) return { seat: null, why };
  if (panel.taken.some(({ by }) => by === actor.membershipId)) {
    return { seat: null, why: 'You have signed it. It takes another person.' };
  }
  const open = seatsFor(roles, panel.isAppeal, panel.needsCfo).filter(
    (seat) => !panel.taken.some((one) => one.seat === seat),
  );
  const [seat] = open;
  if (seat !== undefined) return { seat, why: null };
  return {
    seat: null,
    why: panel.isAppeal
      ? 'On appeal the CRO decides, or the CEO in their place.'
      : 'None of your roles has a seat on the panel that is still open.',
  };
}

async function sign(
  tx: WriteTx,
  context: Context,
  row: RulingRow,
  dispute: DisputeRow | null,
): Promise<boolean> {
  const { organization, now, actor } = context;
  const org = organization.orgId;
  const [deal] = await lockCredited(tx, org, [row.opportunity_id]);
  if (!deal || actor.kind !== 'member') throw notFound('ruling');
  const before = await previousSigners(tx, context, row);
  const place = await panelPlace(
    tx,
    context,
    { opportunityId: deal.opportunity_id, owner: deal.owner, creditPartner: deal.credit_partner_id },
    dispute,
    { isAppeal: row.is_appeal, needsCfo: row.needs_cfo, taken: row.signatures },
  );
  if (place.seat === null) throw new ProblemError('conflict', place.why ?? 'You have no seat on this panel.');
  if (row.is_appeal && place.seat === 'cro' && before.includes(actor.membershipId)) {
    throw new ProblemError(
      'conflict',
      'You signed the ruling that is appealed. The CEO decides in your place.',
    );
  }
  const signature = { rulingId: row.ruling_id, membershipId: actor.membershipId, seat: place.seat, now };
  if (!(await insertRulingSignature(tx, org, signature))) {
    throw new ProblemError('conflict', 'Somebody has signed for this seat already.');
  }
  tx.record({
    action: 'ruling.sign',
    entityId: row.ruling_id,
    after: { number: row.number, seat: panelSeats[place.seat].label },
    movesFigures: true,
  });
  const signed = {
    ...row,
    signatures: [...row.signatures, { by: actor.membershipId, seat: place.seat, at: now }],
  };
  if (standing(signed) === null) return false;
  if (dispute) {
    const page = await attributionPageOn(tx, organization, (deal.created_on ?? '9999-12-31') as LocalDate);
    await moveDispute(tx, org, dispute.dispute_id, {
      state: row.is_appeal ? 'closed' : 'ruled',
      ruledAt: now,
      ...(row.is_appeal
        ? { closed: { by: actor.membershipId, at: now, outcome: row.reason } }
        : { appealDueAt: dueAfter(organization, now, page.body.rulings.rulingBusinessDays) }),
    });
  }
  await requestDecision(tx, context, [row.opportunity_id], `ruling ${row.number}`, row.ruling_id);
  return true;
}

/** Who signed the ruling that is appealed: nobody decides about their own decision. */
async function previousSigners(tx: Tx, context: Context, row: RulingRow): Promise<string[]> {
  if (!row.is_appeal) return [];
  const rulings = await rulingsOfDeal(tx, context.organization.orgId, row.opportunity_id);
  return rulings.filter((one) => !one.is_appeal).flatMap((one) => one.signatures.map(({ by }) => by));
}

function standing(row: RulingRow): number | null {
  const signatures = row.signatures.map((one) => ({ ...one, seat: one.seat as PanelSeat }));
  return panelStanding(signatures, { needsCfo: row.needs_cfo, isAppeal: row.is_appeal }).standsAt;
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
