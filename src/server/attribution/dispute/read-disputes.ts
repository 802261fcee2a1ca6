import { type CaseMove, caseMoves, grayArea, mayMove, nextDue } from '#core/attribution/dispute/case.ts';
import { type PanelSeat, panelSeats, panelStanding } from '#core/attribution/dispute/panel.ts';
import { reasonSentence } from '#core/attribution/reasons.ts';
import { quarterOf } from '#core/calendar.ts';
import { type Context, may, requireCapability } from '../../access/context.ts';
import { memberNames } from '../../access/member-names.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction } from '../../database/transaction.ts';
import { partnerNames } from '../../partner/partner-names.ts';
import { requirePartner } from '../../portal/require-partner-deal.ts';
import { notFound } from '../../problem.ts';
import { attributionPageOn } from '../../program/policies.ts';
import { findCreditedById } from '../find-deal.ts';
import { appealBar, standsAt } from './appeal.ts';
import { dueAfter } from './due.ts';
import { noSeat, panelOf, placeOf } from './panel.ts';
import { type DisputeRow, disputeRow, disputeRows, statementsOf } from './queries.ts';
import { isAboveLimit } from './rule.ts';
import { grayShare, type RulingRow, reviewRows, rulingsOfDeal, searchRulings } from './ruling-queries.ts';

/** The cases of the organization, newest first. */
export async function listDisputes(
  context: Context,
  list: { open?: boolean | undefined; cursor?: number | undefined; limit: number },
) {
  requireCapability(context, 'opportunity.read');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const isOpen = list.open === true;
    const filter = { partner: null, isOpen, after: list.cursor ?? null, limit: list.limit + 1 };
    const rows = await disputeRows(tx, org, filter);
    const names = await partnerNames(tx, org);
    return paged(rows, list.limit, (row) =>
      summaryOf(row, (id) => names.get(id) ?? 'a partner', context.now),
    );
  });
}

/** The cases that the signed-in partner opened. */
export async function listOwnDisputes(
  context: Context,
  list: { cursor?: number | undefined; limit: number },
) {
  requireCapability(context, 'portal.read');
  const partner = requirePartner(context);
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const rows = await disputeRows(tx, org, {
      partner,
      isOpen: false,
      after: list.cursor ?? null,
      limit: list.limit + 1,
    });
    return paged(rows, list.limit, (row) => summaryOf(row, ownName(partner), context.now));
  });
}

/** One case with everything that was said, its rulings, its panel, and what the reader may do. */
export async function readDispute(context: Context, reference: string) {
  requireCapability(context, 'opportunity.read');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const row = await disputeRow(tx, org, reference);
    if (!row) throw notFound('dispute');
    const names = await partnerNames(tx, org);
    const members = await memberNames(tx, org);
    const nameOf = (id: string) => names.get(id) ?? 'a partner';
    const memberOf = (id: string) => members.get(id) ?? 'somebody';
    const deal = await findCreditedById(tx, org, row.opportunity_id);
    const rulings = await rulingsOfDeal(tx, org, row.opportunity_id);
    const own = rulings.filter((one) => one.dispute_id === row.dispute_id);
    const isAppeal = row.state === 'appealed';
    const open = own.find((one) => standsAt(one) === null && one.is_appeal === isAppeal) ?? null;
    const needsCfo = deal !== null && !isAppeal && (await isAboveLimit(tx, context, deal));
    const needs = { isAppeal, needsCfo: open?.needs_cfo ?? needsCfo };
    const panel = await panelOf(tx, context, {
      opportunityId: row.opportunity_id,
      owner: row.owner,
      partners: [row.credit_partner_id, row.partner_id, open?.partner_id ?? null],
      dispute: row,
      needs,
      signed: open?.signatures ?? [],
    });
    const place = placeOf(context, panel);
    const isOpener = context.actor.kind === 'member' && row.opened_by === context.actor.membershipId;
    return {
      ...summaryOf(row, nameOf, context.now),
      openedBy:
        row.side === 'partner' && row.partner_id !== null ? nameOf(row.partner_id) : memberOf(row.opened_by),
      statements: (await statementsOf(tx, org, row.dispute_id)).map((one) => ({
        id: one.statement_id,
        kind: one.kind,
        side: one.side,
        by:
          one.side === 'partner' && one.partner_id !== null ? nameOf(one.partner_id) : memberOf(one.made_by),
        body: one.body,
        links: one.links,
        at: one.made_at,
      })),
      rulings: own.map((one) => shownRuling(one, nameOf, memberOf)),
      panel: {
        ...needs,
        mayRule: may(context.actor, 'ruling.write') && place.seat !== null,
        why: place.why,
        members: panel
          .filter(({ why }) => why !== noSeat)
          .map((one) => ({
            id: one.id,
            name: one.name,
            seat: one.seat === null ? null : panelSeats[one.seat].label,
            hasSigned: one.hasSigned,
            why: one.why?.other ?? null,
          })),
      },
      moves: movesOf(row, {
        isOpener,
        appealBar: await appealBar(tx, org, row, isOpener),
        mayAnswer: may(context.actor, 'dispute.answer'),
        now: context.now,
      }),
    };
  });
}

/** The same for the partner whose case it is: what both sides said, the ruling and its reason, no name of another partner. */
export async function readOwnDispute(context: Context, reference: string) {
  requireCapability(context, 'portal.read');
  const partner = requirePartner(context);
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const row = await disputeRow(tx, org, reference);
    if (row?.side !== 'partner' || row.partner_id !== partner) throw notFound('dispute');
    const nameOf = ownName(partner);
    const company = context.organization.name;
    const own = (await rulingsOfDeal(tx, org, row.opportunity_id)).filter(
      (one) => one.dispute_id === row.dispute_id && standsAt(one) !== null,
    );
    return {
      ...summaryOf(row, nameOf, context.now),
      openedBy: 'You',
      statements: (await statementsOf(tx, org, row.dispute_id)).map((one) => ({
        id: one.statement_id,
        kind: one.kind,
        side: one.side,
        by: one.side === 'partner' ? 'You' : company,
        body: one.body,
        links: one.links,
        at: one.made_at,
      })),
      rulings: own.map((one) => shownRuling(one, nameOf, () => company)),
      panel: { isAppeal: row.state === 'appealed', needsCfo: false, mayRule: false, why: null, members: [] },
      moves: movesOf(row, {
        isOpener: true,
        appealBar: await appealBar(tx, org, row, true),
        mayAnswer: true,
        now: context.now,
      }),
    };
  });
}

/** Rulings of the past that have these words: what the next panel follows. */
export async function searchPrecedents(
  context: Context,
  search: { q?: string | undefined; class?: string | undefined },
) {
  requireCapability(context, 'opportunity.read');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const rows = await searchRulings(tx, org, {
      q: search.q ?? null,
      class: search.class ?? null,
      limit: 50,
    });
    const names = await partnerNames(tx, org);
    const members = await memberNames(tx, org);
    const shown = rows.filter((row) => standsAt(row) !== null);
    return shown.map((row) =>
      shownRuling(
        row,
        (id) => names.get(id) ?? 'a partner',
        (id) => members.get(id) ?? 'somebody',
      ),
    );
  });
}

/**
 * ATT-16 and ATT-18: the deals on which the page is silent, each with the day by which the panel rules, and the share
 * of such deals in this quarter beside the share above which the page must be revised.
 */
export async function listReviews(context: Context) {
  requireCapability(context, 'opportunity.read');
  const { organization, now } = context;
  const org = organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const names = await partnerNames(tx, org);
    const today = localDateAt(now, organization.timeZone);
    const page = await attributionPageOn(tx, organization, today);
    const { rulingBusinessDays, grayAreaMost } = page.body.rulings;
    const quarter = quarterOf(today, organization.fiscal);
    const share = await grayShare(tx, org, quarter.start);
    return {
      share: {
        quarterStartsOn: quarter.start,
        deals: share.deals,
        gray: share.gray,
        ...grayArea(share, grayAreaMost),
        most: grayAreaMost,
      },
      items: (await reviewRows(tx, org)).map((row) => ({
        opportunityId: row.opportunity_id,
        number: row.number,
        name: row.name,
        class: row.class,
        partner:
          row.partner_id === null
            ? null
            : { id: row.partner_id, name: names.get(row.partner_id) ?? 'a partner' },
        why: row.needs_panel
          ? 'Two partners have equal claims to have sourced it.'
          : (row.reasons.find((one) => one.code === 'touch.outside_page') &&
              reasonSentence(row.reasons.find((one) => one.code === 'touch.outside_page') as never)) ||
            'A touch on it stands outside the role table.',
        sinceAt: row.decided_at,
        dueAt: dueAfter(organization, row.decided_at, rulingBusinessDays),
        isOverdue: now > dueAfter(organization, row.decided_at, rulingBusinessDays),
      })),
    };
  });
}

function shownRuling(row: RulingRow, nameOf: (id: string) => string, memberOf: (id: string) => string) {
  const signatures = row.signatures.map((one) => ({ ...one, seat: one.seat as PanelSeat }));
  const { standsAt: stands, missing } = panelStanding(signatures, {
    needsCfo: row.needs_cfo,
    isAppeal: row.is_appeal,
  });
  return {
    id: row.ruling_id,
    number: row.number,
    opportunityId: row.opportunity_id,
    dealNumber: row.deal_number,
    deal: row.deal,
    disputeNumber: row.dispute_number,
    question: row.question,
    class: row.class,
    partner: row.partner_id === null ? null : { id: row.partner_id, name: nameOf(row.partner_id) },
    reason: row.reason,
    isAppeal: row.is_appeal,
    proposedAt: row.proposed_at,
    standsAt: stands,
    missing: missing.map((seat) => panelSeats[seat].label),
    signatures: signatures.map((one) => ({
      by: memberOf(one.by),
      seat: panelSeats[one.seat].label,
      at: one.at,
    })),
  };
}

function summaryOf(row: DisputeRow, nameOf: (id: string) => string, now: number) {
  const due = nextDue(row.state, {
    answer: row.answer_due_at,
    ruling: row.ruling_due_at,
    appeal: row.appeal_due_at,
  });
  return {
    id: row.dispute_id,
    number: row.number,
    opportunityId: row.opportunity_id,
    dealNumber: row.deal_number,
    deal: row.deal,
    side: row.side,
    partner: row.partner_id === null ? null : { id: row.partner_id, name: nameOf(row.partner_id) },
    claim: row.claim,
    claimedClass: row.claimed_class,
    state: row.state,
    credit: row.credit_class,
    openedAt: row.opened_at,
    dueAt: due,
    isOverdue: due !== null && now > due,
    closedAt: row.closed_at,
    outcome: row.outcome,
  };
}

/** What the reader may do with the case now, and why not; the table of its life decides. */
function movesOf(
  row: DisputeRow,
  reader: { isOpener: boolean; appealBar: string | null; mayAnswer: boolean; now: number },
) {
  const shown = ['answer', 'add', 'appeal', 'withdraw'] as const satisfies readonly CaseMove[];
  return shown.map((move) => {
    const may = mayMove(row.state, move);
    const barred = !reader.mayAnswer
      ? 'None of your roles speaks in a case.'
      : move === 'answer' && reader.isOpener
        ? 'The other side answers.'
        : move === 'withdraw' && !reader.isOpener
          ? 'Only who opened it takes it back.'
          : move === 'appeal' && row.appeal_due_at !== null && reader.now > row.appeal_due_at
            ? 'The time to appeal is over.'
            : move === 'appeal'
              ? reader.appealBar
              : null;
    const why = may.allowed ? barred : caseMoves[move].refused;
    return { move, allowed: why === null, why };
  });
}

function ownName(partner: string): (id: string) => string {
  return (id) => (id === partner ? 'you' : 'another partner');
}

function paged<Item>(rows: readonly DisputeRow[], limit: number, itemOf: (row: DisputeRow) => Item) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(itemOf),
    nextCursor: rows.length > limit && last !== undefined ? String(last.number) : null,
  };
}
