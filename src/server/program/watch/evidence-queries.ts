import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';
import { standingActs } from './partner-queries.ts';

export type DealImportRow = {
  readonly number: number;
  readonly file_name: string;
  readonly committed_on: string;
  readonly partner_column: string | null;
};

/** The first live import of deals that says where the partner stands; else the first live import of deals at all. */
export async function dealImport(tx: Tx, org: OrgId, timeZone: string): Promise<DealImportRow | null> {
  const [row] = await tx.query<DealImportRow>(
    `select number, file_name, (committed_at at time zone $2)::date as committed_on,
       coalesce(mapping->'columns'->>'partner', mapping->'columns'->>'partnerId', mapping->'partner'->>'column')
         as partner_column
     from tandem.import
     where org_id = $1 and withdrawn_at is null
       and kind in ('opportunities', 'stage-history', 'opportunity-partners')
     order by (coalesce(mapping->'columns'->>'partner', mapping->'columns'->>'partnerId',
       mapping->'partner'->>'column') is null), number limit 1`,
    [org, timeZone],
  );
  return row ?? null;
}

export type ArrivedRow = {
  readonly file_name: string;
  readonly partner_column: string;
  readonly arrived: number;
  readonly checked_on: string;
};

/** The first check of an export of the CRM in which the partner of a deal had arrived. */
export async function arrivedInCrm(tx: Tx, org: OrgId, timeZone: string): Promise<ArrivedRow | null> {
  const [row] = await tx.query<ArrivedRow>(
    `select file_name, result->'columns'->>'partner' as partner_column, (result->>'arrived')::int as arrived,
       (checked_at at time zone $2)::date as checked_on
     from tandem.crm_check
     where org_id = $1 and result->'columns'->>'partner' is not null and (result->>'arrived')::int > 0
     order by checked_at, crm_check_id limit 1`,
    [org, timeZone],
  );
  return row ?? null;
}

export type TestDealRow = { readonly number: number; readonly name: string; readonly decided_on: string };

/** The deal of an introduction went into the deal: the CRM merged them, or showed what a registration had opened. */
const mergedInto = `select from tandem.opportunity_end e
  where e.org_id = i.org_id and e.opportunity_id = i.opportunity_id and e.kind = 'merged'
    and e.into_opportunity_id = o.opportunity_id
    and not exists (select from tandem.opportunity_end n where n.org_id = e.org_id
      and n.opportunity_id = e.opportunity_id and (n.recorded_at, n.end_id) > (e.recorded_at, e.end_id))`;

/** The first deal whose sourced credit was decided, and that its partner introduced before it was created. */
export async function sourcedAfterIntroduction(
  tx: Tx,
  org: OrgId,
  timeZone: string,
): Promise<TestDealRow | null> {
  const [row] = await tx.query<TestDealRow>(
    `select o.number, o.name, (min(c.decided_at) at time zone $2)::date as decided_on
     from tandem.opportunity o
       join tandem.credit c on c.org_id = o.org_id and c.opportunity_id = o.opportunity_id and c.class = 'sourced'
     where o.org_id = $1 and not o.is_withdrawn and o.credit_class = 'sourced'
       and exists (select from tandem.introduction i
         where i.org_id = o.org_id and i.partner_id = o.credit_partner_id and i.occurred_on <= o.created_on
           and (i.opportunity_id = o.opportunity_id or exists (${mergedInto}) or (i.opportunity_id is null and i.account_id = o.account_id))
           and not exists (select from tandem.withdrawal w where w.org_id = i.org_id
             and w.fact_kind = 'introduction' and w.fact_id = i.introduction_id))
     group by o.number, o.name order by decided_on, o.number limit 1`,
    [org, timeZone],
  );
  return row ?? null;
}

/** Introductions and touches that were recorded since a day, and how many of them came too late to count. */
export async function lateActs(
  tx: Tx,
  org: OrgId,
  since: string,
  limits: { readonly lockDays: number; readonly touchDays: number },
): Promise<{ late: number; recorded: number }> {
  const [row] = await tx.query<{ late: number; recorded: number }>(
    `with recorded as (
       select o.created_on is not null and i.occurred_on <= o.created_on and i.recorded_on > o.created_on + $3::int
         as is_late
       from tandem.introduction i
         left join tandem.opportunity o on o.org_id = i.org_id and o.opportunity_id = i.opportunity_id
       where i.org_id = $1 and i.recorded_on >= $2
       union all
       select t.recorded_on > t.occurred_on + $4::int from tandem.touch t
         left join tandem.import m on m.org_id = t.org_id and m.import_id = t.import_id
       where t.org_id = $1 and m.withdrawn_at is null and t.recorded_on >= $2)
     select count(*) filter (where is_late) as late, count(*) as recorded from recorded`,
    [org, since, limits.lockDays, limits.touchDays],
  );
  return row ?? { late: 0, recorded: 0 };
}

/** Deals that are open, or were won since a day, with a partner on them; and those without one act of that partner. */
export async function namedWithoutAct(
  tx: Tx,
  org: OrgId,
  wonSince: string,
): Promise<{ named: number; without: number }> {
  const [row] = await tx.query<{ named: number; without: number }>(
    `with ${standingActs},
     deal as (
       select o.opportunity_id, o.account_id, coalesce(o.credit_partner_id, o.claim_partner_id) as partner_id
       from tandem.opportunity o
       where o.org_id = $1 and not o.is_withdrawn and coalesce(o.credit_partner_id, o.claim_partner_id) is not null
         and (o.outcome = 'open' or (o.outcome = 'won' and o.closed_on >= $2))),
     acted as (
       select distinct d.opportunity_id from deal d
         join act a on a.opportunity_id = d.opportunity_id and a.partner_id = d.partner_id
       union
       select d.opportunity_id from deal d
         join tandem.introduction i on i.org_id = $1 and i.account_id = d.account_id and i.partner_id = d.partner_id
       where i.opportunity_id is null and not exists (select from tandem.withdrawal w
         where w.org_id = i.org_id and w.fact_kind = 'introduction' and w.fact_id = i.introduction_id))
     select count(*) as named, count(*) filter (where a.opportunity_id is null) as without
     from deal d left join acted a on a.opportunity_id = d.opportunity_id`,
    [org, wonSince],
  );
  return row ?? { named: 0, without: 0 };
}

/** Account executives with a sign-in, and those with a part in an act of a partner since a day. */
export async function sellersWithActs(
  tx: Tx,
  org: OrgId,
  since: string,
): Promise<{ sellers: number; acting: number }> {
  const [row] = await tx.query<{ sellers: number; acting: number }>(
    `with seller as (
       select membership_id::text as id, display_name from tandem.membership
       where org_id = $1 and 'ae' = any(roles) and suspended_at is null),
     part as (
       select t.recorded_by as who from tandem.touch t where t.org_id = $1 and t.occurred_on >= $2
       union select t.internal_owner from tandem.touch t where t.org_id = $1 and t.occurred_on >= $2
       union select c.confirmed_by from tandem.touch_confirmation c
         join tandem.touch t on t.org_id = c.org_id and t.touch_id = c.touch_id
         where c.org_id = $1 and t.occurred_on >= $2
       union select i.recorded_by from tandem.introduction i where i.org_id = $1 and i.occurred_on >= $2)
     select count(*) as sellers,
       count(*) filter (where exists (select from part p where p.who in (s.id, s.display_name))) as acting
     from seller s`,
    [org, since],
  );
  return row ?? { sellers: 0, acting: 0 };
}

/** The first days of a program's results since a day: a deal worked with a partner, and a sourced deal won. */
export async function firstResults(
  tx: Tx,
  org: OrgId,
  since: string,
  today: string,
): Promise<{ joint_on: string | null; won_on: string | null }> {
  const [row] = await tx.query<{ joint_on: string | null; won_on: string | null }>(
    `select min(entered_on) filter (where credit_class in ('sourced', 'co_sold', 'influenced')
         and entered_on between $2 and $3) as joint_on,
       min(closed_on) filter (where credit_class = 'sourced' and outcome = 'won'
         and closed_on between $2 and $3) as won_on
     from tandem.opportunity where org_id = $1 and not is_withdrawn and credit_class <> 'none'`,
    [org, since, today],
  );
  return row ?? { joint_on: null, won_on: null };
}

/** Whether anybody ever recorded an act of a partner. */
export async function hasAnyAct(tx: Tx, org: OrgId): Promise<boolean> {
  const [row] = await tx.query<{ has: boolean }>(
    `select exists (select from tandem.touch where org_id = $1)
       or exists (select from tandem.introduction where org_id = $1) as has`,
    [org],
  );
  return row?.has ?? false;
}
