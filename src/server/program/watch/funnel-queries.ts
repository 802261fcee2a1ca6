import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

/** Every way in which a stage is spelled in what sources said; a handful, whatever the size of the company. */
export async function stageSpellings(tx: Tx, org: OrgId): Promise<string[]> {
  const rows = await tx.query<{ stage: string }>(
    `select distinct stage from tandem.stage_change where org_id = $1
     union select distinct stage from tandem.opportunity_fact where org_id = $1 and stage is not null`,
    [org],
  );
  return rows.map((row) => row.stage);
}

/** What a spelling means in a source. A spelling without a row is of no known stage. */
export type Spelling = {
  readonly source_id: string;
  readonly spelling: string;
  readonly name: string;
  readonly stage_order: number | null;
  readonly outcome: 'open' | 'won' | 'lost';
  readonly is_ignored: boolean;
};

/** Deals without any partner that closed in the window, or are open and were created in it. */
const directDeals = `deal as materialized (
  select o.opportunity_id, o.source_id, o.outcome, o.created_on, o.closed_on, o.amount_minor, o.currency
  from tandem.opportunity o
  where o.org_id = $1 and not o.is_withdrawn and o.claim_class is null and o.credit_class = 'none'
    and coalesce(o.closed_on, o.created_on) between $2 and $3)`;

export type StageCountRow = {
  readonly stage_order: number;
  readonly name: string;
  readonly median_days: number | null;
  readonly timed_deals: number;
  readonly went_on: number;
  readonly decided_deals: number;
  readonly lost_in: number;
};

/**
 * The direct funnel by stage, counted in one pass. History gives dated moves; a snapshot shows a stage without saying
 * since when, so it counts for where a deal has been and not for how long, and only where it is newer than all history.
 * What came after the close is left out.
 */
export function stageCounts(
  tx: Tx,
  org: OrgId,
  window: { readonly from: string; readonly until: string },
  spellings: readonly Spelling[],
): Promise<StageCountRow[]> {
  return tx.query(
    `with ${directDeals},
     withdrawn as materialized (
       select import_id from tandem.import where org_id = $1 and withdrawn_at is not null),
     rule as materialized (
       select * from jsonb_to_recordset($4::jsonb) as r(source_id uuid, spelling text, name text, stage_order int,
         outcome text, is_ignored boolean)),
     said as (
       select opportunity_id, stage, changed_at as at, changed_on, sequence, import_id
       from tandem.stage_change where org_id = $1
       union all
       select opportunity_id, stage, known_at, null, 0, import_id
       from tandem.opportunity_fact where org_id = $1 and stage is not null),
     event as (
       select d.opportunity_id, d.outcome as deal_outcome, s.at, s.changed_on, s.sequence, r.name, r.stage_order,
         r.outcome,
         max(s.at) filter (where s.changed_on is not null) over (partition by d.opportunity_id) as history_ends_at
       from deal d join said s on s.opportunity_id = d.opportunity_id
         left join rule r on r.source_id = d.source_id and r.spelling = s.stage
       where r.is_ignored is not true
         and (s.import_id is null or not exists (select from withdrawn w where w.import_id = s.import_id))),
     path as (
       select e.*, min(changed_on) over following as next_on,
         coalesce(bool_or(outcome in ('won', 'lost')) over before, false) as is_late
       from event e
       where changed_on is not null or history_ends_at is null or at > history_ends_at
       window before as (partition by opportunity_id order by at, (changed_on is null), sequence
           rows between unbounded preceding and 1 preceding),
         following as (partition by opportunity_id order by at, (changed_on is null), sequence
           rows between 1 following and unbounded following)),
     visit as (
       select opportunity_id, deal_outcome, stage_order, min(name) as name, sum(next_on - changed_on) as days,
         max(at) as last_at
       from path where not is_late and outcome = 'open' and stage_order is not null
       group by opportunity_id, deal_outcome, stage_order),
     seen as (
       select v.*, max(stage_order) over (partition by opportunity_id) as furthest,
         row_number() over (partition by opportunity_id order by last_at desc, stage_order desc) = 1 as is_last
       from visit v)
     select stage_order, mode() within group (order by name) as name,
       percentile_cont(0.5) within group (order by days) as median_days, count(days) as timed_deals,
       count(*) filter (where deal_outcome = 'won' or furthest > stage_order) as went_on,
       count(*) filter (where deal_outcome in ('won', 'lost') or furthest > stage_order) as decided_deals,
       count(*) filter (where deal_outcome = 'lost' and is_last) as lost_in
     from seen group by stage_order order by stage_order`,
    [org, window.from, window.until, JSON.stringify(spellings)],
  );
}

export type ClosedCountRow = {
  readonly won: number;
  readonly lost: number;
  readonly median_cycle_days: number | null;
  readonly timed_wins: number;
  readonly median_deal_minor: number | null;
  readonly priced_wins: number;
};

/** The closed direct deals of the window; amounts at the rate of the close date. */
export async function closedCounts(
  tx: Tx,
  org: OrgId,
  window: { readonly from: string; readonly until: string },
  money: Money,
): Promise<ClosedCountRow> {
  const [row] = await tx.query<ClosedCountRow>(
    `with ${directDeals},
     dated as materialized (
       select distinct f.opportunity_id from tandem.opportunity_fact f
         left join tandem.import i on i.org_id = f.org_id and i.import_id = f.import_id
       where f.org_id = $1 and f.created_on is not null and i.withdrawn_at is null),
     closed as (
       select d.outcome, ${convertedMinor('d.amount_minor', 'd.currency')} as minor,
         case when n.opportunity_id is not null and d.closed_on >= d.created_on then d.closed_on - d.created_on
         end as days
       from deal d left join dated n on n.opportunity_id = d.opportunity_id
         ${rateOn('d.currency', 'd.closed_on')}
       where d.closed_on is not null)
     select count(*) filter (where outcome = 'won') as won, count(*) filter (where outcome = 'lost') as lost,
       percentile_cont(0.5) within group (order by days) filter (where outcome = 'won') as median_cycle_days,
       count(days) filter (where outcome = 'won') as timed_wins,
       round(percentile_cont(0.5) within group (order by minor) filter (where outcome = 'won')) as median_deal_minor,
       count(minor) filter (where outcome = 'won') as priced_wins
     from closed`,
    [org, window.from, window.until, money.own, JSON.stringify(money.shifts)],
  );
  if (!row) throw new Error('a count of closed deals gave no row');
  return row;
}

/** The organization's currency, and by how many digits the minor unit of each other one differs from its own. */
export type Money = { readonly own: string; readonly shifts: Readonly<Record<string, number>> };

/** An amount in the organization's currency; unknown without a rate. Needs `rateOn`, $4 and $5. */
export function convertedMinor(minor: string, currency: string): string {
  return `(case when ${currency} is null or ${currency} = $4 then ${minor}::double precision
     else (${minor} * x.rate * power(10::numeric, ($5::jsonb->>${currency})::int))::double precision end)`;
}

/** Joins the latest rate on or before a day, where the amount is in another currency. */
export function rateOn(currency: string, on: string): string {
  return `left join lateral (
     select x.rate from tandem.exchange_rate x
     where x.org_id = $1 and x.currency = ${currency} and x.effective_on <= ${on}
     order by x.effective_on desc limit 1) x on ${currency} <> $4`;
}

export async function ratedCurrencies(tx: Tx, org: OrgId): Promise<string[]> {
  const rows = await tx.query<{ currency: string }>(
    'select distinct currency from tandem.exchange_rate where org_id = $1',
    [org],
  );
  return rows.map((row) => row.currency);
}
