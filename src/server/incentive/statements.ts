import { createHash } from 'node:crypto';
import { addDays, addMonths, type LocalDate } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { nextNumber } from '../database/next-number.ts';
import { readTransaction } from '../database/transaction.ts';
import { requirePartner } from '../portal/require-partner-deal.ts';
import { invalidField, notFound, ProblemError } from '../problem.ts';
import { type AccrualRow, accrualRows, balances } from './queries.ts';
import {
  insertPayment,
  insertStatement,
  linesToState,
  type StatementRow,
  statedPartners,
  statementRow,
  statementRows,
} from './statement-queries.ts';

const mostLines = 10_000;

/**
 * IN-12: issues the statements of a month that is over: one for each partner with lines that are due. A line of a
 * disputed deal waits for the end of the dispute; each line stands on one statement, whoever issues at the same time.
 */
export async function issueStatements(
  context: Context,
  month: LocalDate,
): Promise<{ statements: number; totalMinor: number }> {
  requireCapability(context, 'statement.issue');
  const { organization, now, ports } = context;
  const org = organization.orgId;
  const today = localDateAt(now, organization.timeZone);
  const first = `${month.slice(0, 7)}-01` as LocalDate;
  const last = addDays(addMonths(first, 1), -1);
  if (last >= today) {
    throw invalidField(
      'body.month',
      'a month that is over',
      first.slice(0, 7),
      `Issue it from ${addMonths(first, 1)} on.`,
    );
  }
  return write(context, async (tx) => {
    const lines = Map.groupBy(
      await linesToState(tx, org, last),
      (line) => `${line.partner_id} ${line.currency}`,
    );
    const stated = await statedPartners(tx, org, first);
    const fresh = [...lines.values()].filter(([line]) => line !== undefined && !stated.has(line.partner_id));
    if (fresh.length === 0) {
      throw new ProblemError(
        'conflict',
        stated.size > 0
          ? 'The statements of this month are issued. What came since stands on those of the next month.'
          : 'No line is due for this month, so there is no statement to issue.',
      );
    }
    let totalMinor = 0;
    for (const own of fresh) {
      const [line] = own;
      if (!line) continue;
      const total = own.reduce((sum, one) => sum + one.amount_minor, 0);
      totalMinor += total;
      await insertStatement(tx, org, {
        id: ports.ids.next<Id<'statement'>>(now),
        number: await nextNumber(tx, org, 'statement'),
        partnerId: line.partner_id,
        monthOn: first,
        currency: line.currency,
        totalMinor: total,
        accruals: own.map((one) => one.accrual_id),
        hash: hashOf(own.map((one) => `${one.accrual_id} ${one.amount_minor} ${one.currency}`)),
        by: actorId(context.actor),
        now,
      });
    }
    tx.record({ action: 'statement.issue', after: { statements: fresh.length, month: first.slice(0, 7) } });
    return { statements: fresh.length, totalMinor };
  });
}

/** Records that a statement was paid, once, with the reference by which the bank knows it. */
export async function recordPayment(
  context: Context,
  statementId: string,
  payment: { readonly paidOn: LocalDate; readonly reference: string },
): Promise<void> {
  requireCapability(context, 'statement.issue');
  const { organization, now } = context;
  const org = organization.orgId;
  const today = localDateAt(now, organization.timeZone);
  if (payment.paidOn > today) {
    throw invalidField('body.paidOn', 'a day that has come', payment.paidOn, 'Record it once it is paid.');
  }
  await write(context, async (tx) => {
    const statement = await statementRow(tx, org, statementId);
    if (!statement) throw notFound('statement');
    const row = { statementId, ...payment, by: actorId(context.actor), now };
    if (!(await insertPayment(tx, org, row))) {
      throw new ProblemError('conflict', 'This statement is recorded as paid already.');
    }
    tx.record({
      action: 'statement.pay',
      entityId: statementId,
      after: { number: statement.number, ...payment },
    });
  });
}

/** What each partner is due, waits for, was stated and was paid; and the sums over all. */
export function readBalances(context: Context) {
  requireCapability(context, 'accrual.read');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) =>
    (await balances(tx, org)).map((row) => ({
      partner: { id: row.partner_id, name: row.partner },
      dueMinor: row.due_minor,
      heldMinor: row.held_minor,
      statedMinor: row.stated_minor,
      paidMinor: row.paid_minor,
    })),
  );
}

export type LineList = {
  readonly partnerId?: string | undefined;
  readonly opportunityId?: string | undefined;
  readonly open?: boolean | undefined;
  readonly cursor?: number | undefined;
  readonly limit: number;
};

/** The lines, newest first: every amount that any screen shows. */
export function listAccruals(context: Context, list: LineList) {
  requireCapability(context, 'accrual.read');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const rows = await accrualRows(tx, org, {
      partner: list.partnerId ?? null,
      opportunity: list.opportunityId ?? null,
      statement: null,
      open: list.open ?? false,
      after: list.cursor ?? null,
      limit: list.limit + 1,
    });
    const shown = rows.slice(0, list.limit);
    const last = shown.at(-1);
    const nextCursor = rows.length > list.limit && last ? String(last.number) : null;
    return { items: shown.map(shownLine), nextCursor };
  });
}

/** The statements, newest first. */
export function listStatements(context: Context, list: { cursor?: number | undefined; limit: number }) {
  requireCapability(context, 'accrual.read');
  return statementsOf(context, null, list);
}

/** The same for the partner that is signed in. */
export function listOwnStatements(context: Context, list: { cursor?: number | undefined; limit: number }) {
  requireCapability(context, 'portal.earnings');
  return statementsOf(context, requirePartner(context), list);
}

function statementsOf(
  context: Context,
  partner: string | null,
  list: { cursor?: number | undefined; limit: number },
) {
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const rows = await statementRows(tx, org, { partner, after: list.cursor ?? null, limit: list.limit + 1 });
    const shown = rows.slice(0, list.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(shownStatement),
      nextCursor: rows.length > list.limit && last ? String(last.number) : null,
    };
  });
}

/** One statement with its lines, and the lines of the partner that wait because of a dispute. */
export function readStatement(context: Context, statementId: string) {
  requireCapability(context, 'accrual.read');
  return statementWithLines(context, statementId, null);
}

/** The same for the partner that is signed in; another partner's statement does not exist. */
export function readOwnStatement(context: Context, statementId: string) {
  requireCapability(context, 'portal.earnings');
  return statementWithLines(context, statementId, requirePartner(context));
}

function statementWithLines(context: Context, statementId: string, partner: string | null) {
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const statement = await statementRow(tx, org, statementId);
    if (!statement || (partner !== null && statement.partner_id !== partner)) throw notFound('statement');
    const filter = { partner: null, opportunity: null, open: false, after: null, limit: mostLines };
    const lines = await accrualRows(tx, org, { ...filter, statement: statementId });
    const open = await accrualRows(tx, org, {
      ...{ ...filter, partner: statement.partner_id, statement: null, open: true },
    });
    return {
      ...shownStatement(statement),
      items: lines.map(shownLine),
      held: open.filter((line) => line.held).map(shownLine),
    };
  });
}

const ruleSentences: Readonly<Record<string, (row: AccrualRow) => string>> = {
  'IN-2': (row) => `Sourced: ${Number(row.share) * 100} % of the deal, the commission of the archetype.`,
  'IN-3': () => 'Influenced: a flat amount per won deal.',
  'IN-4': () => 'Co-sold: a flat amount per won deal, to the person who sold.',
};

function shownLine(row: AccrualRow) {
  const state = row.held
    ? 'held'
    : row.paid_on !== null
      ? 'paid'
      : row.statement_id !== null
        ? 'stated'
        : 'due';
  return {
    id: row.accrual_id,
    number: row.number,
    kind: row.kind,
    reversed: row.reversed,
    partner: { id: row.partner_id, name: row.partner },
    person: row.person,
    opportunityId: row.opportunity_id,
    deal: row.deal,
    dealNumber: row.deal_number,
    class: row.class,
    rule: row.rule,
    why: row.kind === 'reversal' ? `Taken back: ${row.cause}.` : (ruleSentences[row.rule]?.(row) ?? row.rule),
    policyVersion: row.policy_version,
    ratesVersion: row.rates_version,
    baseMinor: row.base_minor,
    share: row.share === null ? null : Number(row.share),
    amountMinor: row.amount_minor,
    currency: row.currency,
    occurredOn: row.occurred_on,
    recordedAt: row.recorded_at,
    state,
    statementNumber: row.statement_number,
  } as const;
}

function shownStatement(row: StatementRow) {
  return {
    id: row.statement_id,
    number: row.number,
    partner: { id: row.partner_id, name: row.partner },
    month: row.month_on.slice(0, 7),
    currency: row.currency,
    totalMinor: row.total_minor,
    lines: row.lines,
    hash: row.lines_hash,
    issuedAt: row.issued_at,
    paidOn: row.paid_on,
    reference: row.reference,
  };
}

/** A fingerprint of the lines in their order: the same lines give the same. */
function hashOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
