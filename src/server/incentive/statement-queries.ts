import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';
import { type AccrualRow, accrualColumns, accrualFrom } from './queries.ts';

export type DueLine = {
  accrual_id: string;
  partner_id: string;
  partner: string;
  amount_minor: number;
  currency: string;
  held: boolean;
};

/** The statements of an organization are issued one after the other: who comes second waits for the first. */
export async function lockIssue(tx: Tx, org: OrgId): Promise<void> {
  await tx.query(
    `insert into tandem.number_series (org_id, word, last_number) values ($1, 'statements issued', 1)
     on conflict (org_id, word) do update set last_number = number_series.last_number + 1`,
    [org],
  );
}

/**
 * The lines of deals that closed by the end of a month, on no statement yet; with them what takes one of these back, so
 * that nobody is paid what is known to be due no more. held: its deal is disputed, so it waits (IN-11).
 */
export function linesToState(tx: Tx, org: OrgId, untilOn: string): Promise<DueLine[]> {
  return tx.query(
    `select a.accrual_id, a.partner_id, p.name as partner, a.amount_minor, a.currency,
       exists (select from tandem.dispute d where d.org_id = a.org_id and d.opportunity_id = a.opportunity_id
         and d.closed_at is null) as held
     from tandem.accrual a join tandem.partner p on p.org_id = a.org_id and p.partner_id = a.partner_id
     left join tandem.accrual b on b.org_id = a.org_id and b.accrual_id = a.reverses_id
     where a.org_id = $1
       and (a.occurred_on <= $2 or (b.occurred_on <= $2 and not exists (
         select from tandem.statement_line l where l.org_id = b.org_id and l.accrual_id = b.accrual_id)))
       and not exists (select from tandem.statement_line l where l.org_id = a.org_id and l.accrual_id = a.accrual_id)
     order by a.number`,
    [org, untilOn],
  );
}

export type NewStatement = {
  id: string;
  number: number;
  partnerId: string;
  monthOn: string;
  currency: string;
  totalMinor: number;
  accruals: readonly string[];
  hash: string;
  by: string;
  now: number;
};

export async function insertStatement(tx: Tx, org: OrgId, row: NewStatement): Promise<void> {
  await tx.query(
    `insert into tandem.statement (org_id, statement_id, number, partner_id, month_on, currency, total_minor, lines,
       lines_hash, issued_by, issued_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11::double precision / 1000))`,
    [
      org,
      row.id,
      row.number,
      row.partnerId,
      row.monthOn,
      row.currency,
      row.totalMinor,
      row.accruals.length,
      row.hash,
      row.by,
      row.now,
    ],
  );
  await tx.query(
    `insert into tandem.statement_line (org_id, statement_id, accrual_id) select $1, $2, unnest($3::uuid[])`,
    [org, row.id, row.accruals],
  );
}

/** Partners that have a statement of this month already. */
export async function statedPartners(tx: Tx, org: OrgId, monthOn: string): Promise<Set<string>> {
  const rows = await tx.query<{ partner_id: string }>(
    'select partner_id from tandem.statement where org_id = $1 and month_on = $2',
    [org, monthOn],
  );
  return new Set(rows.map((row) => row.partner_id));
}

export type StatementRow = {
  statement_id: string;
  number: number;
  partner_id: string;
  partner: string;
  month_on: string;
  currency: string;
  total_minor: number;
  lines: number;
  lines_hash: string;
  issued_by: string;
  issued_at: number;
  paid_on: string | null;
  reference: string | null;
};

const columns = `s.statement_id, s.number, s.partner_id, p.name as partner, s.month_on, s.currency, s.total_minor, s.lines,
  s.lines_hash, s.issued_by, s.issued_at, y.paid_on, y.reference`;
const from = `from tandem.statement s
  join tandem.partner p on p.org_id = s.org_id and p.partner_id = s.partner_id
  left join tandem.statement_payment y on y.org_id = s.org_id and y.statement_id = s.statement_id`;

export function statementRows(
  tx: Tx,
  org: OrgId,
  filter: { readonly partner: string | null; readonly after: number | null; readonly limit: number },
): Promise<StatementRow[]> {
  return tx.query(
    `select ${columns} ${from} where s.org_id = $1 and ($2::uuid is null or s.partner_id = $2)
       and ($3::bigint is null or s.number < $3) order by s.number desc limit $4`,
    [org, filter.partner, filter.after, filter.limit],
  );
}

export async function statementRow(tx: Tx, org: OrgId, statement: string): Promise<StatementRow | null> {
  const [row] = await tx.query<StatementRow>(
    `select ${columns} ${from} where s.org_id = $1 and s.statement_id = $2`,
    [org, statement],
  );
  return row ?? null;
}

/**
 * The lines that a statement left out because their deals were disputed when it was issued, by the end of its month. It
 * says the same for ever: what came after the issue is not looked at.
 */
export function linesHeldAtIssue(tx: Tx, org: OrgId, statement: StatementRow): Promise<AccrualRow[]> {
  return tx.query(
    `select ${accrualColumns} ${accrualFrom}
     join tandem.statement i on i.org_id = a.org_id and i.statement_id = $2 and i.partner_id = a.partner_id
     left join tandem.accrual b on b.org_id = a.org_id and b.accrual_id = a.reverses_id
     where a.org_id = $1 and a.recorded_at <= i.issued_at
       and coalesce(b.occurred_on, a.occurred_on) < i.month_on + interval '1 month'
       and (s.number is null or s.number > i.number)
       and exists (select from tandem.dispute d where d.org_id = a.org_id and d.opportunity_id = a.opportunity_id
         and d.opened_at <= i.issued_at and (d.closed_at is null or d.closed_at > i.issued_at))
     order by a.number desc`,
    [org, statement.statement_id],
  );
}

/** What the statements before this one came to that were not paid when it was issued, and how many they are. */
export async function openingBalance(
  tx: Tx,
  org: OrgId,
  statement: StatementRow,
): Promise<{ total_minor: number; statements: number }> {
  const [row] = await tx.query<{ total_minor: number; statements: number }>(
    `select coalesce(sum(s.total_minor), 0)::bigint as total_minor, count(*)::int as statements
     from tandem.statement i
     join tandem.statement s on s.org_id = i.org_id and s.partner_id = i.partner_id and s.currency = i.currency
       and s.number < i.number
     where i.org_id = $1 and i.statement_id = $2 and not exists (
       select from tandem.statement_payment y where y.org_id = s.org_id and y.statement_id = s.statement_id
         and y.recorded_at <= i.issued_at)`,
    [org, statement.statement_id],
  );
  return row ?? { total_minor: 0, statements: 0 };
}

export async function insertPayment(
  tx: Tx,
  org: OrgId,
  row: { statementId: string; paidOn: string; reference: string; by: string; now: number },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.statement_payment (org_id, statement_id, paid_on, reference, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, to_timestamp($6::double precision / 1000)) on conflict do nothing returning org_id`,
    [org, row.statementId, row.paidOn, row.reference, row.by, row.now],
  );
  return rows.length === 1;
}
