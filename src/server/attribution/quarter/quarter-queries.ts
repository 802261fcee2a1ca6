import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

/**
 * Whoever closes a quarter holds this alone; whoever writes a fact that could restate one shares it at its end. So a
 * fact is either in the frozen figure or makes a restatement, whichever of the two came first.
 */
export async function lockQuarters(tx: Tx, org: OrgId, how: 'alone' | 'shared'): Promise<void> {
  const lock = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await tx.query(`select ${lock}(hashtext('tandem.quarter'), hashtext($1))`, [org]);
}

export type CloseRow = {
  starts_on: string;
  ends_on: string;
  currency: string;
  deals: number;
  frozen_hash: string;
  closed_by: string;
  closed_at: number;
};

/** The quarters that were closed by a moment, oldest first. */
export function closedQuarters(tx: Tx, org: OrgId, by: number | null = null): Promise<CloseRow[]> {
  return tx.query(
    `select starts_on, ends_on, currency, deals, frozen_hash, closed_by, closed_at from tandem.quarter_close
     where org_id = $1 and ($2::double precision is null or closed_at <= to_timestamp($2::double precision / 1000))
     order by starts_on`,
    [org, by],
  );
}

export type PresentRow = {
  opportunity_id: string;
  ended: 'merged' | 'deleted' | 'undone' | null;
  outcome: 'open' | 'won' | 'lost' | 'unknown';
  entered_on: string | null;
  entry_amount_minor: number | null;
  entry_currency: string | null;
  amount_minor: number | null;
  currency: string | null;
  closed_on: string | null;
  credit_class: 'sourced' | 'co_sold' | 'influenced' | 'assisted' | 'none';
  credit_partner_id: string | null;
  credit_co_sold: boolean;
  credit_id: string | null;
};

const presentColumns = `o.opportunity_id, case when o.is_withdrawn then coalesce((
    select case when e.kind = 'restored' then null else e.kind end from tandem.opportunity_end e
    where e.org_id = o.org_id and e.opportunity_id = o.opportunity_id
    order by e.recorded_at desc, e.end_id desc limit 1), 'undone') end as ended,
  o.outcome, o.entered_on, o.entry_amount_minor, coalesce(o.entry_currency, o.currency) as entry_currency,
  o.amount_minor, o.currency, o.closed_on, o.credit_class, o.credit_partner_id, o.credit_co_sold,
  (select c.credit_id from tandem.credit c where c.org_id = o.org_id and c.opportunity_id = o.opportunity_id
   order by c.decided_at desc, c.credit_id desc limit 1) as credit_id`;

/** Deals with partner credit that became pipeline or were closed between two days. */
export function creditedBetween(tx: Tx, org: OrgId, from: string, to: string): Promise<PresentRow[]> {
  return tx.query(
    `select ${presentColumns} from tandem.opportunity o
     where o.org_id = $1 and not o.is_withdrawn and o.credit_class <> 'none'
       and (o.entered_on between $2 and $3 or o.closed_on between $2 and $3)`,
    [org, from, to],
  );
}

/** These deals as they are known now, whatever became of them. */
export function presentDeals(tx: Tx, org: OrgId, ids: readonly string[]): Promise<PresentRow[]> {
  return tx.query(
    `select ${presentColumns} from tandem.opportunity o where o.org_id = $1 and o.opportunity_id = any($2::uuid[])`,
    [org, ids],
  );
}

/** Every deal of a closed quarter, and every one that a restatement speaks of. */
export async function dealsOfClosedQuarters(tx: Tx, org: OrgId): Promise<string[]> {
  const rows = await tx.query<{ opportunity_id: string }>(
    `select opportunity_id from tandem.quarter_deal where org_id = $1
     union select opportunity_id from tandem.restatement where org_id = $1`,
    [org],
  );
  return rows.map((row) => row.opportunity_id);
}

export type FrozenRow = {
  starts_on: string;
  measure: 'pipeline' | 'closed_won';
  opportunity_id: string;
  number: number;
  name: string;
  class: 'sourced' | 'co_sold' | 'influenced' | 'assisted' | 'none';
  partner_id: string | null;
  co_sold: boolean;
  amount_minor: number | null;
  credit_id: string | null;
};

/** The frozen deals of closed quarters: of one or of all, all deals or these. */
export function frozenDeals(
  tx: Tx,
  org: OrgId,
  of: { readonly startsOn?: string; readonly ids?: readonly string[] } = {},
): Promise<FrozenRow[]> {
  return tx.query(
    `select q.starts_on, q.measure, q.opportunity_id, o.number, o.name, q.class, q.partner_id, q.co_sold,
       q.amount_minor, q.credit_id
     from tandem.quarter_deal q
     join tandem.opportunity o on o.org_id = q.org_id and o.opportunity_id = q.opportunity_id
     where q.org_id = $1 and ($2::date is null or q.starts_on = $2)
       and ($3::uuid[] is null or q.opportunity_id = any($3::uuid[]))
     order by q.starts_on, q.measure, q.opportunity_id`,
    [org, of.startsOn ?? null, of.ids ?? null],
  );
}

export async function insertClose(
  tx: Tx,
  org: OrgId,
  row: Omit<CloseRow, 'closed_at'> & { readonly now: number },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.quarter_close (org_id, starts_on, ends_on, currency, deals, frozen_hash, closed_by, closed_at)
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::double precision / 1000))
     on conflict do nothing returning 1`,
    [org, row.starts_on, row.ends_on, row.currency, row.deals, row.frozen_hash, row.closed_by, row.now],
  );
  return rows.length > 0;
}

export async function insertFrozen(
  tx: Tx,
  org: OrgId,
  startsOn: string,
  rows: readonly Omit<FrozenRow, 'starts_on' | 'number' | 'name'>[],
): Promise<void> {
  await tx.query(
    `insert into tandem.quarter_deal (org_id, starts_on, measure, opportunity_id, class, partner_id, co_sold,
       amount_minor, credit_id)
     select $1, $2, r.measure, r.opportunity_id, r.class, r.partner_id, r.co_sold, r.amount_minor, r.credit_id
     from jsonb_to_recordset($3::jsonb) as r(measure text, opportunity_id uuid, class text, partner_id uuid,
       co_sold boolean, amount_minor bigint, credit_id uuid)`,
    [org, startsOn, JSON.stringify(rows)],
  );
}

/** What is not settled about the deals of a quarter, before it is closed. */
export type OpenRow = { disputes: number; gray: number; claims: number; tasks: number };

export async function openMatters(tx: Tx, org: OrgId, deals: readonly string[]): Promise<OpenRow> {
  const [row] = await tx.query<OpenRow>(
    `select
       (select count(distinct d.opportunity_id) from tandem.dispute d
        where d.org_id = $1 and d.opportunity_id = any($2::uuid[]) and d.closed_at is null)::int as disputes,
       (select count(*) from unnest($2::uuid[]) as wanted(id) cross join lateral (
          select c.needs_panel from tandem.credit c where c.org_id = $1 and c.opportunity_id = wanted.id
          order by c.decided_at desc, c.credit_id desc limit 1) as v where v.needs_panel)::int as gray,
       (select count(*) from (
          select t.opportunity_id, 'touch' as kind, t.touch_id as id from tandem.touch t
          where t.org_id = $1 and t.opportunity_id = any($2::uuid[])
            and not exists (select from tandem.touch_confirmation c where c.org_id = $1 and c.touch_id = t.touch_id)
          union all
          select i.opportunity_id, 'introduction', i.introduction_id from tandem.introduction i
          where i.org_id = $1 and i.opportunity_id = any($2::uuid[]) and i.side = 'partner'
            and not exists (select from tandem.introduction_confirmation c
              where c.org_id = $1 and c.introduction_id = i.introduction_id)) as claim
        where not exists (select from tandem.claim_refusal r
            where r.org_id = $1 and r.fact_kind = claim.kind and r.fact_id = claim.id)
          and not exists (select from tandem.withdrawal w
            where w.org_id = $1 and w.fact_kind = claim.kind and w.fact_id = claim.id))::int as claims,
       (select count(distinct t.opportunity_id) from tandem.credit_task t
        where t.org_id = $1 and t.done_at is null)::int as tasks`,
    [org, deals],
  );
  return row ?? { disputes: 0, gray: 0, claims: 0, tasks: 0 };
}

/** Deals that ended in a quarter or began in it, in which a partner has a part: what has to be settled before a close. */
export async function partnerDealsBetween(tx: Tx, org: OrgId, from: string, to: string): Promise<string[]> {
  const rows = await tx.query<{ opportunity_id: string }>(
    `select o.opportunity_id from tandem.opportunity o
     where o.org_id = $1 and not o.is_withdrawn and (o.entered_on between $2 and $3 or o.closed_on between $2 and $3)
       and (o.credit_class <> 'none' or exists (select from tandem.touch t
           where t.org_id = o.org_id and t.opportunity_id = o.opportunity_id)
         or exists (select from tandem.introduction i
           where i.org_id = o.org_id and i.opportunity_id = o.opportunity_id))`,
    [org, from, to],
  );
  return rows.map((row) => row.opportunity_id);
}
