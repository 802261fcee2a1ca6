/**
 * Lines, statements and balances, for Finance and for the partner (IN-12). No screen shows an amount that is not a line
 * here or a sum of lines.
 *
 * Handbook: docs/handbook/incentive.md
 */

import { lineReasons, lineSentence } from '#core/incentive/line-reasons.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { requirePartner } from '../portal/require-partner-deal.ts';
import { notFound } from '../problem.ts';
import { type AccrualRow, accrualRows, balances, type LineState } from './queries.ts';
import {
  linesHeldAtIssue,
  openingBalance,
  type StatementRow,
  statementRow,
  statementRows,
} from './statement-queries.ts';

const mostLines = 10_000;

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
  readonly state?: LineState | undefined;
  readonly cursor?: number | undefined;
  readonly limit: number;
};

/** The lines, newest first: every amount that any screen shows. */
export function listAccruals(context: Context, list: LineList) {
  requireCapability(context, 'accrual.read');
  return linesOf(context, list.partnerId ?? null, list);
}

/** The same for the partner that is signed in: what it is due, what waits, what was stated and paid. */
export function listOwnAccruals(context: Context, list: Omit<LineList, 'partnerId'>) {
  requireCapability(context, 'portal.earnings');
  return linesOf(context, requirePartner(context), list);
}

function linesOf(context: Context, partner: string | null, list: LineList) {
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const rows = await accrualRows(tx, org, {
      partner,
      opportunity: list.opportunityId ?? null,
      statement: null,
      open: list.open ?? false,
      state: list.state ?? null,
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

/** One statement with its lines, what waited because of a dispute when it was issued, and what was open before it. */
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
    const lines = await accrualRows(tx, org, {
      ...{ partner: null, opportunity: null, open: false, state: null, after: null },
      ...{ statement: statementId, limit: mostLines },
    });
    const opening = await openingBalance(tx, org, statement);
    return {
      ...shownStatement(statement),
      openingMinor: opening.total_minor,
      openingStatements: opening.statements,
      items: lines.map(shownLine),
      held: (await linesHeldAtIssue(tx, org, statement)).map(shownLine),
    };
  });
}

export type WholeStatement = Awaited<ReturnType<typeof statementWithLines>>;

function shownLine(row: AccrualRow) {
  const state = row.held
    ? 'held'
    : row.paid_on !== null
      ? 'paid'
      : row.statement_id !== null
        ? 'stated'
        : 'due';
  const share = row.share === null ? null : Number(row.share);
  const reasons = lineReasons({ ...row, share });
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
    why: lineSentence('en', reasons) ?? row.rule,
    reasons,
    cause: row.cause,
    policyVersion: row.policy_version,
    ratesVersion: row.rates_version,
    baseMinor: row.base_minor,
    share,
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
