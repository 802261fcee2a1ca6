import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

export type PartnerActivityRow = {
  readonly partner_id: string;
  readonly name: string;
  readonly signed_on: string | null;
  readonly opening_stage: string | null;
  readonly manager_id: string | null;
  readonly activated_on: string | null;
  readonly proven_wins: number;
  readonly recent_wins: number;
  readonly recent_sourced: number;
  readonly recent_advanced: number;
  readonly recent_sourced_wins: number;
  readonly open_deals: number;
  readonly first_deal_on: string | null;
  readonly last_deal_on: string | null;
  readonly last_act_on: string | null;
  readonly first_act_on: string | null;
};

/** Acts of partner people that stand: confirmed touches, and introductions. */
export const standingActs = `act as materialized (
  select t.partner_id, t.opportunity_id, t.occurred_on
  from tandem.touch t join tandem.touch_confirmation c on c.org_id = t.org_id and c.touch_id = t.touch_id
  where t.org_id = $1 and not exists (select from tandem.withdrawal w
    where w.org_id = t.org_id and w.fact_kind = 'touch' and w.fact_id = t.touch_id)
  union all
  select i.partner_id, i.opportunity_id, i.occurred_on
  from tandem.introduction i
  where i.org_id = $1 and not exists (select from tandem.withdrawal w
    where w.org_id = i.org_id and w.fact_kind = 'introduction' and w.fact_id = i.introduction_id))`;

/** What every partner did, one row each. `recentFrom`: the first day of the last two quarters. */
export function partnerActivityRows(
  tx: Tx,
  org: OrgId,
  today: string,
  recentFrom: string,
): Promise<PartnerActivityRow[]> {
  return tx.query(
    `with ${standingActs},
     acted as (
       select p.partner_id, max(a.occurred_on) as last_act_on,
         min(a.occurred_on) filter (where a.occurred_on >= p.signed_on) as first_act_on
       from tandem.partner p join act a on a.partner_id = p.partner_id
       where p.org_id = $1 and a.occurred_on <= $2 group by p.partner_id),
     deal as (
       select coalesce(o.credit_partner_id, o.claim_partner_id) as partner_id, o.*,
         o.credit_class in ('sourced', 'co_sold') as is_joint
       from tandem.opportunity o
       where o.org_id = $1 and not o.is_withdrawn and coalesce(o.credit_partner_id, o.claim_partner_id) is not null),
     dealt as (
       select p.partner_id,
         min(d.entered_on) filter (where d.is_joint and d.entered_on between p.signed_on and $2) as activated_on,
         count(*) filter (where d.is_joint and d.outcome = 'won') as proven_wins,
         count(*) filter (where (d.is_joint or d.credit_class = 'none' and d.claim_class in ('sourced', 'co_sold'))
           and d.outcome = 'won' and d.closed_on between $3 and $2) as recent_wins,
         count(*) filter (where d.credit_class = 'sourced' and d.entered_on between $3 and $2) as recent_sourced,
         count(*) filter (where d.credit_class = 'sourced' and d.entered_on between $3 and $2
           and (d.stage_order >= 3 or d.outcome = 'won')) as recent_advanced,
         count(*) filter (where d.credit_class = 'sourced' and d.outcome = 'won'
           and d.closed_on between $3 and $2) as recent_sourced_wins,
         count(*) filter (where d.outcome = 'open') as open_deals,
         min(d.created_on) as first_deal_on,
         max(greatest(case when d.created_on <= $2 then d.created_on end,
           case when d.entered_on <= $2 then d.entered_on end,
           case when d.closed_on <= $2 then d.closed_on end)) as last_deal_on
       from tandem.partner p join deal d on d.partner_id = p.partner_id
       where p.org_id = $1 group by p.partner_id)
     select p.partner_id, p.name, p.signed_on, p.opening_stage, p.manager_id, d.activated_on,
       coalesce(d.proven_wins, 0) as proven_wins, coalesce(d.recent_wins, 0) as recent_wins,
       coalesce(d.recent_sourced, 0) as recent_sourced, coalesce(d.recent_advanced, 0) as recent_advanced,
       coalesce(d.recent_sourced_wins, 0) as recent_sourced_wins, coalesce(d.open_deals, 0) as open_deals,
       d.first_deal_on, d.last_deal_on, a.last_act_on, a.first_act_on
     from tandem.partner p
       left join dealt d on d.partner_id = p.partner_id
       left join acted a on a.partner_id = p.partner_id
     where p.org_id = $1 and not p.is_withdrawn order by p.sort_key, p.partner_id`,
    [org, today, recentFrom],
  );
}

/** The first day that deals cover; null while none was imported. */
export async function dealsSince(tx: Tx, org: OrgId): Promise<string | null> {
  const [row] = await tx.query<{ since: string | null }>(
    'select min(created_on) as since from tandem.opportunity where org_id = $1 and not is_withdrawn',
    [org],
  );
  return row?.since ?? null;
}

/** How many signed partners nobody manages: no manager is named, or the one who is has left. */
export async function unmanagedPartners(tx: Tx, org: OrgId, today: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*) as count from tandem.partner p
       left join tandem.membership m on m.org_id = p.org_id and m.membership_id = p.manager_id
         and m.suspended_at is null and (m.access_ends_on is null or m.access_ends_on >= $2)
     where p.org_id = $1 and not p.is_withdrawn and p.signed_on is not null and m.membership_id is null`,
    [org, today],
  );
  return row?.count ?? 0;
}
