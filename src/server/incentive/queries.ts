import type { OrgId } from '#core/ids.ts';
import type { Archetype } from '#core/program/archetype.ts';
import type { Tx } from '../database/transaction.ts';

export type PaidDealRow = {
  opportunity_id: string;
  outcome: 'open' | 'won' | 'lost' | 'unknown';
  is_withdrawn: boolean;
  amount_minor: number | null;
  currency: string | null;
  created_on: string | null;
  closed_on: string | null;
  credit_class: 'sourced' | 'co_sold' | 'influenced' | 'assisted' | 'none';
  credit_partner_id: string | null;
  credit_co_sold: boolean;
  credit_id: string | null;
  archetype: Archetype | null;
  /** Who of the partner sold jointly last, by a touch that counts. */
  rep_id: string | null;
  /** The customer left within the days of the page, and nobody took that back (IN-11). */
  is_clawed_back: boolean;
};

/** What decides about the pay of these deals; only those that have a verdict or a line. */
export function paidDeals(tx: Tx, org: OrgId, ids: readonly string[]): Promise<PaidDealRow[]> {
  return tx.query(
    `select o.opportunity_id, o.outcome, o.is_withdrawn, o.amount_minor, o.currency, o.created_on, o.closed_on,
       o.credit_class, o.credit_partner_id, o.credit_co_sold, c.credit_id, p.archetype, t.partner_person_id as rep_id,
       coalesce(k.kind = 'made', false) as is_clawed_back
     from tandem.opportunity o
     join lateral (select credit_id from tandem.credit c
       where c.org_id = o.org_id and c.opportunity_id = o.opportunity_id
       order by c.decided_at desc, c.credit_id desc limit 1) c on true
     left join tandem.partner p on p.org_id = o.org_id and p.partner_id = o.credit_partner_id
     left join lateral (select partner_person_id from tandem.touch t
       where t.org_id = o.org_id and t.opportunity_id = o.opportunity_id and t.partner_id = o.credit_partner_id
         and t.role = 'joint_seller'
         and exists (select from tandem.touch_confirmation f where f.org_id = t.org_id and f.touch_id = t.touch_id)
         and not exists (select from tandem.withdrawal w where w.org_id = t.org_id and w.fact_kind = 'touch'
           and w.fact_id = t.touch_id)
       order by t.occurred_at desc, t.touch_id limit 1) t on true
     left join lateral (select kind from tandem.clawback k
       where k.org_id = o.org_id and k.opportunity_id = o.opportunity_id order by k.clawback_id desc limit 1) k on true
     where o.org_id = $1 and o.opportunity_id = any($2::uuid[])`,
    [org, ids],
  );
}

export type LineRow = {
  accrual_id: string;
  opportunity_id: string;
  partner_id: string;
  partner_person_id: string | null;
  class: 'sourced' | 'co_sold' | 'influenced';
  rule: 'IN-2' | 'IN-3' | 'IN-4';
  policy_version: number;
  rates_version: number | null;
  archetype: string | null;
  basis: 'share' | 'flat';
  base_minor: number | null;
  share: string | null;
  amount_minor: number;
  currency: string;
};

/** Lines on these deals that were not taken back. */
export function standingLines(tx: Tx, org: OrgId, ids: readonly string[]): Promise<LineRow[]> {
  return tx.query(
    `select accrual_id, opportunity_id, partner_id, partner_person_id, class, rule, policy_version, rates_version,
       archetype, basis, base_minor, share, amount_minor, currency
     from tandem.accrual a where org_id = $1 and opportunity_id = any($2::uuid[]) and kind = 'accrual'
       and not exists (select from tandem.accrual r where r.org_id = a.org_id and r.reverses_id = a.accrual_id)
     order by number`,
    [org, ids],
  );
}

export type NewLine = Omit<LineRow, 'share'> & {
  number: number;
  kind: 'accrual' | 'reversal';
  reverses_id: string | null;
  credit_id: string;
  share: number | null;
  cause: string;
  occurred_on: string;
};

/** Writes a line; its place among the lines of its deal, class and kind keeps two from being written for one thing. */
export async function insertLine(tx: Tx, org: OrgId, row: NewLine, now: number): Promise<void> {
  await tx.query(
    `insert into tandem.accrual (org_id, accrual_id, number, kind, reverses_id, partner_id, partner_person_id,
       opportunity_id, credit_id, class, rule, policy_version, rates_version, archetype, basis, base_minor, share,
       amount_minor, currency, cause, nth, occurred_on, recorded_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
       (select count(*) from tandem.accrual where org_id = $1 and opportunity_id = $8 and class = $10 and kind = $4),
       $21, to_timestamp($22::double precision / 1000)`,
    [
      org,
      row.accrual_id,
      row.number,
      row.kind,
      row.reverses_id,
      row.partner_id,
      row.partner_person_id,
      row.opportunity_id,
      row.credit_id,
      row.class,
      row.rule,
      row.policy_version,
      row.rates_version,
      row.archetype,
      row.basis,
      row.base_minor,
      row.share,
      row.amount_minor,
      row.currency,
      row.cause,
      row.occurred_on,
      now,
    ],
  );
}

export type AccrualRow = LineRow & {
  number: number;
  kind: 'accrual' | 'reversal';
  reverses_id: string | null;
  reversed: boolean;
  partner: string;
  person: string | null;
  deal: string;
  deal_number: number;
  cause: string;
  occurred_on: string;
  recorded_at: number;
  held: boolean;
  statement_id: string | null;
  statement_number: number | null;
  paid_on: string | null;
};

/** The columns of an accrual, with its deal, its statement and whether it is held. */
export const accrualColumns = `a.accrual_id, a.number, a.kind, a.reverses_id, a.opportunity_id, a.partner_id, p.name as partner,
  a.partner_person_id, w.name as person, o.name as deal, o.number as deal_number, a.class, a.rule, a.policy_version,
  a.rates_version, a.archetype, a.basis, a.base_minor, a.share, a.amount_minor, a.currency, a.cause, a.occurred_on,
  a.recorded_at, s.statement_id, s.number as statement_number, y.paid_on,
  exists (select from tandem.accrual r where r.org_id = a.org_id and r.reverses_id = a.accrual_id) as reversed,
  l.statement_id is null and exists (select from tandem.dispute d where d.org_id = a.org_id
    and d.opportunity_id = a.opportunity_id and d.closed_at is null) as held`;
export const accrualFrom = `from tandem.accrual a
  join tandem.partner p on p.org_id = a.org_id and p.partner_id = a.partner_id
  join tandem.opportunity o on o.org_id = a.org_id and o.opportunity_id = a.opportunity_id
  left join tandem.partner_person w on w.org_id = a.org_id and w.partner_person_id = a.partner_person_id
  left join tandem.statement_line l on l.org_id = a.org_id and l.accrual_id = a.accrual_id
  left join tandem.statement s on s.org_id = l.org_id and s.statement_id = l.statement_id
  left join tandem.statement_payment y on y.org_id = s.org_id and y.statement_id = s.statement_id`;

export type LineState = 'due' | 'held' | 'stated' | 'paid';

export type LineFilter = {
  readonly partner: string | null;
  readonly opportunity: string | null;
  readonly statement: string | null;
  /** Only lines on no statement. */
  readonly open: boolean;
  readonly state: LineState | null;
  readonly after: number | null;
  readonly limit: number;
};

/** Lines, newest first. */
export function accrualRows(tx: Tx, org: OrgId, filter: LineFilter): Promise<AccrualRow[]> {
  return tx.query(
    `select * from (select ${accrualColumns} ${accrualFrom}
     where a.org_id = $1 and ($2::uuid is null or a.partner_id = $2) and ($3::uuid is null or a.opportunity_id = $3)
       and ($4::uuid is null or l.statement_id = $4) and (not $5 or l.statement_id is null)
       and ($6::bigint is null or a.number < $6)) x
     where $8::text is null or $8 = (case when x.held then 'held' when x.paid_on is not null then 'paid'
       when x.statement_id is not null then 'stated' else 'due' end)
     order by x.number desc limit $7`,
    [
      org,
      filter.partner,
      filter.opportunity,
      filter.statement,
      filter.open,
      filter.after,
      filter.limit,
      filter.state,
    ],
  );
}

export type BalanceRow = {
  partner_id: string;
  partner: string;
  due_minor: number;
  held_minor: number;
  stated_minor: number;
  paid_minor: number;
};

/** What each partner is due, waits for, was stated and was paid: sums of lines, nothing else. */
export function balances(tx: Tx, org: OrgId): Promise<BalanceRow[]> {
  return tx.query(
    `select x.partner_id, x.partner,
       coalesce(sum(x.amount_minor) filter (where x.statement_id is null and not x.held), 0)::bigint as due_minor,
       coalesce(sum(x.amount_minor) filter (where x.held), 0)::bigint as held_minor,
       coalesce(sum(x.amount_minor) filter (where x.statement_id is not null and x.paid_on is null), 0)::bigint
         as stated_minor,
       coalesce(sum(x.amount_minor) filter (where x.paid_on is not null), 0)::bigint as paid_minor
     from (select ${accrualColumns} ${accrualFrom} where a.org_id = $1) x
     group by x.partner_id, x.partner order by x.partner, x.partner_id`,
    [org],
  );
}
