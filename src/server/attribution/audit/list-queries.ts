import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

export type NamedRow = { opportunity_id: string; partner_id: string; by: 'crm' | 'claim'; on: string };

/**
 * Who is named on a deal that stands: by a live import, in the slot’s newest row; and by a claim that nobody has
 * confirmed, refused or withdrawn.
 */
export function namedPartners(tx: Tx, org: OrgId, timeZone: string): Promise<NamedRow[]> {
  return tx.query(
    `select s.opportunity_id, s.partner_id, 'crm' as by, (s.known_at at time zone $2)::date as "on"
     from (select distinct on (p.opportunity_id, p.slot) p.opportunity_id, p.partner_id, p.known_at
       from tandem.opportunity_partner p
       left join tandem.import i on i.org_id = p.org_id and i.import_id = p.import_id
       where p.org_id = $1 and i.withdrawn_at is null
       order by p.opportunity_id, p.slot, p.known_at desc, p.recorded_at desc, p.claim_id desc) as s
     join tandem.opportunity o on o.org_id = $1 and o.opportunity_id = s.opportunity_id and not o.is_withdrawn
     where s.partner_id is not null
     union all
     select c.opportunity_id, c.partner_id, 'claim', c.recorded_on
     from (select opportunity_id, partner_id, recorded_on, 'touch' as kind, touch_id as id from tandem.touch t
         where t.org_id = $1 and t.opportunity_id is not null and not exists (
           select from tandem.touch_confirmation f where f.org_id = $1 and f.touch_id = t.touch_id)
       union all
       select opportunity_id, partner_id, recorded_on, 'introduction', introduction_id from tandem.introduction n
         where n.org_id = $1 and n.opportunity_id is not null and n.side = 'partner' and not exists (
           select from tandem.introduction_confirmation f
           where f.org_id = $1 and f.introduction_id = n.introduction_id)) as c
     join tandem.opportunity o on o.org_id = $1 and o.opportunity_id = c.opportunity_id and not o.is_withdrawn
     where not exists (select from tandem.claim_refusal r
         where r.org_id = $1 and r.fact_kind = c.kind and r.fact_id = c.id)
       and not exists (select from tandem.withdrawal w
         where w.org_id = $1 and w.fact_kind = c.kind and w.fact_id = c.id)`,
    [org, timeZone],
  );
}

export type ConfirmedRow = {
  opportunity_id: string;
  partner_id: string;
  kind: 'introduction' | 'touch' | 'cosell';
  occurred_on: string;
  recorded_at: number;
  recorded_by: string;
  evidence: readonly string[];
};

/** Every confirmed act that stands, on a deal or at its account before it. */
export function confirmedActs(tx: Tx, org: OrgId): Promise<ConfirmedRow[]> {
  return tx.query(
    `with act as (
       select t.opportunity_id, t.account_id, t.partner_id, 'touch' as kind, t.touch_id as id, t.occurred_on,
         t.recorded_at, t.recorded_by, t.evidence
       from tandem.touch t join tandem.touch_confirmation c on c.org_id = t.org_id and c.touch_id = t.touch_id
       left join tandem.import m on m.org_id = t.org_id and m.import_id = t.import_id
       where t.org_id = $1 and m.withdrawn_at is null
       union all
       select i.opportunity_id, case when i.opportunity_id is null then i.account_id end, i.partner_id, 'introduction',
         i.introduction_id, i.occurred_on, i.recorded_at, i.recorded_by, i.evidence
       from tandem.introduction i where i.org_id = $1 and (i.side = 'vendor' or exists (
         select from tandem.introduction_confirmation c
         where c.org_id = $1 and c.introduction_id = i.introduction_id))
       union all
       select p.opportunity_id, null, p.partner_id, 'cosell_plan', p.cosell_plan_id, p.active_on, p.recorded_at,
         p.recorded_by, p.evidence
       from tandem.cosell_plan p where p.org_id = $1),
     standing as (
       select a.* from act a where not exists (select from tandem.withdrawal w
         where w.org_id = $1 and w.fact_kind = a.kind and w.fact_id = a.id
           and (a.kind <> 'introduction' or exists (select from tandem.withdrawal_cosignature s
             where s.org_id = $1 and s.withdrawal_id = w.withdrawal_id))))
     select coalesce(s.opportunity_id, o.opportunity_id) as opportunity_id, s.partner_id,
       case when s.kind = 'cosell_plan' then 'cosell' else s.kind end as kind, s.occurred_on, s.recorded_at,
       s.recorded_by, s.evidence
     from standing s
     left join tandem.opportunity o on o.org_id = $1 and o.account_id = s.account_id and s.opportunity_id is null
     where coalesce(s.opportunity_id, o.opportunity_id) is not null`,
    [org],
  );
}

export type CreditedRow = {
  opportunity_id: string;
  class: 'sourced' | 'co_sold' | 'influenced' | 'assisted';
  partner_id: string | null;
  lock_on: string | null;
  policy_version: number | null;
  considered: readonly { partnerId: string; role: string | null }[];
};

/** The deals in which a partner has credit, by their newest verdict. */
export function creditedDeals(tx: Tx, org: OrgId): Promise<CreditedRow[]> {
  return tx.query(
    `select v.opportunity_id, v.class, v.partner_id, v.lock_on, v.policy_version, v.considered
     from tandem.opportunity o cross join lateral (
       select c.opportunity_id, c.class, c.partner_id, c.lock_on, c.policy_version, c.considered
       from tandem.credit c where c.org_id = o.org_id and c.opportunity_id = o.opportunity_id
       order by c.decided_at desc, c.credit_id desc limit 1) as v
     where o.org_id = $1 and not o.is_withdrawn and o.credit_class <> 'none' and v.class <> 'none'`,
    [org],
  );
}

export type DealName = {
  opportunity_id: string;
  number: number;
  name: string;
  outcome: 'open' | 'won' | 'lost' | 'unknown';
  owner: string | null;
};

export function namesOfDeals(tx: Tx, org: OrgId, ids: readonly string[]): Promise<DealName[]> {
  return tx.query(
    `select opportunity_id, number, name, outcome, owner from tandem.opportunity
     where org_id = $1 and opportunity_id = any($2::uuid[])`,
    [org, ids],
  );
}
