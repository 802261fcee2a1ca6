import { closeRefusal, decideClose } from '#core/attribution/quarter/decide-close.ts';
import { restatementOf } from '#core/attribution/quarter/restate.ts';
import { restatementSentence } from '#core/attribution/quarter/restatement-words.ts';
import { addQuarters, type LocalDate, type Quarter, quarterOf } from '#core/calendar.ts';
import { type CurrencyCode, currencyExponent } from '#core/money.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { memberNames } from '../../access/member-names.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction, type Tx } from '../../database/transaction.ts';
import { partnerNames } from '../../partner/partner-names.ts';
import { notFound } from '../../problem.ts';
import { countOf } from './present.ts';
import { figuresOf, quarterFrom } from './preview-quarter.ts';
import { type CloseRow, closedQuarters, type FrozenRow, frozenDeals } from './quarter-queries.ts';
import { type RestatementRow, restatements } from './restatement-queries.ts';

/** How many quarters before the running one are listed, closed or not. */
const listed = 8;

/**
 * The quarters, newest first: the running one, those that could be closed and those that are, each closed one with
 * its headline, and how many restatements wait.
 */
export async function listQuarters(context: Context) {
  requireCapability(context, 'scoreboard.read');
  const { organization, ports } = context;
  const org = organization.orgId;
  const today = localDateAt(context.now, organization.timeZone);
  return readTransaction(ports.pool, { org }, async (tx) => {
    const closed = await closedQuarters(tx, org);
    const starts = closed.map(({ starts_on }) => starts_on as LocalDate);
    const names = await memberNames(tx, org);
    const frozen = Map.groupBy(await frozenDeals(tx, org), (row) => row.starts_on);
    const restated = Map.groupBy(await restatements(tx, org), (row) => row.starts_on);
    return {
      currency: organization.currency,
      items: shownQuarters(today, starts, organization.fiscal).map((quarter) => {
        const row = closed.find(({ starts_on }) => starts_on === quarter.start);
        const own = restated.get(quarter.start) ?? [];
        const decision = decideClose(quarter, starts, today, organization.fiscal);
        return {
          quarter,
          state: row ? ('closed' as const) : today <= quarter.end ? ('running' as const) : ('open' as const),
          refusal: closeRefusal(decision),
          close: row === undefined ? null : closeOf(row, names),
          headline: row === undefined ? [] : headlineOf(frozen.get(quarter.start) ?? [], own),
          waiting: own.filter((one) => one.decision === null).length,
        };
      }),
    };
  });
}

function shownQuarters(
  today: LocalDate,
  closed: readonly LocalDate[],
  fiscal: Context['organization']['fiscal'],
): Quarter[] {
  const running = quarterOf(today, fiscal);
  const recent = Array.from({ length: listed + 1 }, (_, back) => addQuarters(running, -back, fiscal));
  const older = closed
    .filter((start) => recent.every((quarter) => quarter.start !== start))
    .map((start) => quarterOf(start, fiscal));
  return [...recent, ...older].sort((a, b) => (a.start < b.start ? 1 : -1));
}

function headlineOf(rows: readonly FrozenRow[], own: readonly RestatementRow[]) {
  const frozen = rows.map((row) => ({ measure: row.measure, counted: countOf(row) }));
  return figuresOf(frozen, own).filter((figure) => figure.class === 'sourced');
}

function closeOf(row: CloseRow, names: ReadonlyMap<string, string>) {
  return {
    by: names.get(row.closed_by) ?? row.closed_by,
    at: row.closed_at,
    deals: row.deals,
    frozenHash: row.frozen_hash,
    currency: row.currency,
  };
}

/** A closed quarter: its figures as booked, what was accepted since, what waits, and every deal and restatement. */
export async function readQuarter(context: Context, startsOn: string) {
  requireCapability(context, 'scoreboard.read');
  const { organization, ports } = context;
  const org = organization.orgId;
  const quarter = quarterFrom(organization, startsOn);
  return readTransaction(ports.pool, { org }, async (tx) => {
    const row = (await closedQuarters(tx, org)).find(({ starts_on }) => starts_on === quarter.start);
    if (!row) throw notFound('closed quarter');
    const names = await memberNames(tx, org);
    const partners = await partnerNames(tx, org);
    const frozen = await frozenDeals(tx, org, { startsOn: quarter.start });
    const own = await restatements(tx, org, { startsOn: quarter.start });
    const counts = frozen.map((one) => ({ measure: one.measure, counted: countOf(one) }));
    return {
      quarter,
      close: closeOf(row, names),
      figures: figuresOf(counts, own),
      deals: frozen.map((one) => ({
        ...{ measure: one.measure, opportunityId: one.opportunity_id, number: one.number, name: one.name },
        ...{ class: one.class, coSold: one.co_sold, amountMinor: one.amount_minor, creditId: one.credit_id },
        partner: one.partner_id === null ? null : (partners.get(one.partner_id) ?? null),
      })),
      restatements: own
        .map((one) => restatementShown(one, names, partners, row.currency as CurrencyCode))
        .reverse(),
    };
  });
}

function restatementShown(
  row: RestatementRow,
  names: ReadonlyMap<string, string>,
  partners: ReadonlyMap<string, string>,
  currency: CurrencyCode,
) {
  const { absence, ...after } = row.after;
  const words = {
    nameOf: (id: string) => partners.get(id) ?? 'a partner',
    money: (minor: number | null) => amountText(minor, currency),
  };
  return {
    restatementId: row.restatement_id,
    number: row.number,
    measure: row.measure,
    opportunityId: row.opportunity_id,
    dealNumber: row.deal_number,
    dealName: row.deal_name,
    sentence: restatementSentence(row.before, after, absence, words),
    changes: [...restatementOf(row.before, after, absence).changes],
    before: { ...row.before, partner: partnerOf(row.before.partnerId, partners) },
    after: { ...after, partner: partnerOf(after.partnerId, partners) },
    deltaMinor: row.delta_minor,
    cause: row.cause,
    raisedAt: row.raised_at,
    decision: row.decision,
    decidedBy: row.decided_by === null ? null : (names.get(row.decided_by) ?? row.decided_by),
    decidedAt: row.decided_at,
    note: row.note,
  };
}

function partnerOf(id: string | null, partners: ReadonlyMap<string, string>): string | null {
  return id === null ? null : (partners.get(id) ?? null);
}

function amountText(minor: number | null, currency: CurrencyCode): string {
  if (minor === null) return 'no known amount';
  const digits = currencyExponent(currency);
  const units = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${currency} ${units.format(minor / 10 ** digits)}`;
}

/** For the scoreboard: the figures of the quarters that were closed by a moment, as they were booked. */
export async function frozenQuarters(tx: Tx, org: Context['organization']['orgId'], by: number) {
  const closed = await closedQuarters(tx, org, by);
  if (closed.length === 0) return [];
  const rows = Map.groupBy(await frozenDeals(tx, org), (row) => row.starts_on);
  const restated = Map.groupBy(await restatements(tx, org, { by }), (row) => row.starts_on);
  return closed.map(({ starts_on, closed_at }) => ({
    startsOn: starts_on as LocalDate,
    closedAt: closed_at,
    deals: (rows.get(starts_on) ?? []).map((row) => ({
      measure: row.measure,
      opportunityId: row.opportunity_id,
      number: row.number,
      counted: countOf(row),
    })),
    // A decision of a later day was not known then: what it decided was waiting.
    restated: (restated.get(starts_on) ?? []).map((row) => ({
      measure: row.measure,
      before: row.before,
      after: row.after,
      decision: row.decided_at !== null && row.decided_at > by ? null : row.decision,
    })),
  }));
}
