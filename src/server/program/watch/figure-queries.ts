import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';
import { convertedMinor, type Money, rateOn } from './funnel-queries.ts';

type Period = { readonly from: string; readonly until: string };

export type GroupRow = {
  readonly won: number;
  readonly lost: number;
  readonly median_cycle_days: number | null;
  readonly timed_wins: number;
};

/** Closed deals of a period: sourced by proven credit, and without any partner. */
export async function closedByGroup(
  tx: Tx,
  org: OrgId,
  { from, until }: Period,
): Promise<Readonly<Record<'sourced' | 'direct', GroupRow>>> {
  const rows = await tx.query<GroupRow & { part: 'sourced' | 'direct' }>(
    `with closed as (
       select case when credit_class = 'sourced' then 'sourced' else 'direct' end as part, outcome,
         case when closed_on >= created_on then closed_on - created_on end as days
       from tandem.opportunity
       where org_id = $1 and not is_withdrawn and outcome in ('won', 'lost') and closed_on between $2 and $3
         and (credit_class = 'sourced' or (credit_class = 'none' and claim_class is null)))
     select part, count(*) filter (where outcome = 'won') as won, count(*) filter (where outcome = 'lost') as lost,
       percentile_cont(0.5) within group (order by days) filter (where outcome = 'won') as median_cycle_days,
       count(days) filter (where outcome = 'won') as timed_wins
     from closed group by part`,
    [org, from, until],
  );
  const none = { won: 0, lost: 0, median_cycle_days: null, timed_wins: 0 };
  const of = (part: string) => rows.find((row) => row.part === part) ?? none;
  return { sourced: of('sourced'), direct: of('direct') };
}

/** The mean amount of the sourced and co-sold deals that entered the pipeline in a period. */
export async function meanPartnerDeal(
  tx: Tx,
  org: OrgId,
  { from, until }: Period,
  money: Money,
): Promise<{ mean_minor: number | null; deals: number }> {
  const [row] = await tx.query<{ mean_minor: number | null; deals: number }>(
    `select round(avg(m.minor)) as mean_minor, count(m.minor) as deals from (
       select ${convertedMinor('o.entry_amount_minor', 'coalesce(o.entry_currency, o.currency)')} as minor
       from tandem.opportunity o ${rateOn('coalesce(o.entry_currency, o.currency)', 'o.entered_on')}
       where o.org_id = $1 and not o.is_withdrawn and o.credit_class in ('sourced', 'co_sold')
         and o.entered_on between $2 and $3) m`,
    [org, from, until, money.own, JSON.stringify(money.shifts)],
  );
  return row ?? { mean_minor: null, deals: 0 };
}

/** The amount of sourced deals that were won in a period. */
export async function sourcedWon(tx: Tx, org: OrgId, { from, until }: Period, money: Money): Promise<number> {
  const [row] = await tx.query<{ won_minor: number }>(
    `select coalesce(sum(${convertedMinor('o.amount_minor', 'o.currency')}), 0) as won_minor
     from tandem.opportunity o ${rateOn('o.currency', 'o.closed_on')}
     where o.org_id = $1 and not o.is_withdrawn and o.credit_class = 'sourced' and o.outcome = 'won'
       and o.closed_on between $2 and $3`,
    [org, from, until, money.own, JSON.stringify(money.shifts)],
  );
  return Math.round(row?.won_minor ?? 0);
}

/** New sourced pipeline of a period from partners that somebody manages. */
export async function managedPipeline(
  tx: Tx,
  org: OrgId,
  { from, until }: Period,
  money: Money,
): Promise<number> {
  const [row] = await tx.query<{ minor: number }>(
    `select coalesce(sum(${convertedMinor('o.entry_amount_minor', 'coalesce(o.entry_currency, o.currency)')}), 0)
       as minor
     from tandem.opportunity o
       join tandem.partner p on p.org_id = o.org_id and p.partner_id = o.credit_partner_id
         and p.manager_id is not null
       ${rateOn('coalesce(o.entry_currency, o.currency)', 'o.entered_on')}
     where o.org_id = $1 and not o.is_withdrawn and o.credit_class = 'sourced' and o.entered_on between $2 and $3`,
    [org, from, until, money.own, JSON.stringify(money.shifts)],
  );
  return Math.round(row?.minor ?? 0);
}
