import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

export type StartRow = {
  opportunity_id: string;
  source_id: string;
  account_id: string | null;
  industry: string | null;
  country: string | null;
  product: string | null;
  segment: string | null;
  kind: string | null;
};

/**
 * What a deal was when it began, as far as it does not change. Deals that the CRM merged into another or deleted by
 * the moment are left out.
 */
export function startRows(tx: Tx, org: OrgId, at: number): Promise<StartRow[]> {
  return tx.query(
    `select o.opportunity_id, o.source_id, o.account_id, a.industry, a.country, o.product, f.segment, k.kind
     from tandem.opportunity o
     left join tandem.account a on a.org_id = o.org_id and a.account_id = o.account_id
     left join tandem.deal_frame f on f.org_id = o.org_id and f.opportunity_id = o.opportunity_id
     left join (select distinct on (opportunity_id) opportunity_id, kind from tandem.opportunity_kind
       where org_id = $1 and set_at <= to_timestamp($2::double precision / 1000)
       order by opportunity_id, set_at desc, kind_id desc) k on k.opportunity_id = o.opportunity_id
     left join (select distinct on (opportunity_id) opportunity_id, kind from tandem.opportunity_end
       where org_id = $1 and recorded_at <= to_timestamp($2::double precision / 1000)
       order by opportunity_id, recorded_at desc, end_id desc) e on e.opportunity_id = o.opportunity_id
     where o.org_id = $1 and not o.is_withdrawn and (e.kind is null or e.kind = 'restored')`,
    [org, at],
  );
}

export type FirstAmountRow = {
  opportunity_id: string;
  said_on: string;
  amount_minor: number;
  currency: string | null;
};

/**
 * The first amount that a source gave a deal, and the day since when it was known. Undone imports do not count, nor
 * does what a file says without saying since when: of a closed deal that would be the amount at its close.
 */
export function firstAmounts(tx: Tx, org: OrgId, at: number, timeZone: string): Promise<FirstAmountRow[]> {
  return tx.query(
    `select distinct on (said.opportunity_id) said.opportunity_id, said.amount_minor, said.currency,
       (said.at at time zone $3)::date as said_on
     from (
       select opportunity_id, import_id, known_at as at, amount_minor, currency, 1 as place
       from tandem.opportunity_fact where org_id = $1 and amount_minor is not null and not known_assumed
       union all
       select opportunity_id, import_id, changed_at, amount_minor, currency, 0
       from tandem.stage_change where org_id = $1 and amount_minor is not null) said
     left join tandem.import i on i.org_id = $1 and i.import_id = said.import_id
     where i.withdrawn_at is null and said.at <= to_timestamp($2::double precision / 1000)
     order by said.opportunity_id, said.at, said.place, said.amount_minor`,
    [org, at, timeZone],
  );
}

export type FirstStageRow = { opportunity_id: string; said_on: string; stage: string };

/** The first stage in which a source saw a deal, and the day on which it was. */
export function firstStages(tx: Tx, org: OrgId, at: number, timeZone: string): Promise<FirstStageRow[]> {
  return tx.query(
    `select distinct on (said.opportunity_id) said.opportunity_id, said.stage,
       (said.at at time zone $3)::date as said_on
     from (
       select opportunity_id, import_id, known_at as at, stage, 1 as place, 0 as sequence
       from tandem.opportunity_fact where org_id = $1 and stage is not null and not known_assumed
       union all
       select opportunity_id, import_id, changed_at, stage, 0, sequence
       from tandem.stage_change where org_id = $1) said
     left join tandem.import i on i.org_id = $1 and i.import_id = said.import_id
     where i.withdrawn_at is null and said.at <= to_timestamp($2::double precision / 1000)
     order by said.opportunity_id, said.at, said.place, said.sequence, said.stage`,
    [org, at, timeZone],
  );
}

export type HelpRow = { opportunity_id: string; since_on: string };

/**
 * The first day by whose end a partner had worked on a deal and that was written down: the later one of both days,
 * of the earliest act. What was confirmed by the moment counts, and what was not withdrawn.
 */
export function firstTouches(tx: Tx, org: OrgId, at: number): Promise<HelpRow[]> {
  return tx.query(
    `select t.opportunity_id, min(greatest(t.occurred_on, t.recorded_on)) as since_on
     from tandem.touch t join tandem.touch_confirmation c on c.org_id = t.org_id and c.touch_id = t.touch_id
       left join tandem.import m on m.org_id = t.org_id and m.import_id = t.import_id
     where t.org_id = $1 and m.withdrawn_at is null and t.opportunity_id is not null
       and c.confirmed_at <= to_timestamp($2::double precision / 1000)
       and not exists (select from tandem.withdrawal w
         where w.org_id = t.org_id and w.fact_kind = 'touch' and w.fact_id = t.touch_id
           and w.withdrawn_at <= to_timestamp($2::double precision / 1000))
     group by t.opportunity_id`,
    [org, at],
  );
}

/** The same for plans of both sides to win a deal together. */
export function firstPlans(tx: Tx, org: OrgId, at: number): Promise<HelpRow[]> {
  return tx.query(
    `select p.opportunity_id, min(greatest(p.active_on, p.recorded_on)) as since_on
     from tandem.cosell_plan p
     where p.org_id = $1 and p.recorded_at <= to_timestamp($2::double precision / 1000)
       and not exists (select from tandem.withdrawal w
         where w.org_id = p.org_id and w.fact_kind = 'cosell_plan' and w.fact_id = p.cosell_plan_id
           and w.withdrawn_at <= to_timestamp($2::double precision / 1000))
     group by p.opportunity_id`,
    [org, at],
  );
}

/** The counter that a lift is kept by: it moves with every fact that moves a figure. */
export async function factsCounter(tx: Tx, org: OrgId): Promise<number> {
  const [row] = await tx.query<{ facts_seq: number }>(
    'select facts_seq from tandem.org_head where org_id = $1',
    [org],
  );
  if (!row) throw new Error('the organization has no head row');
  return row.facts_seq;
}

/** The exchange rates by which first amounts are converted. */
export function liftRates(
  tx: Tx,
  org: OrgId,
): Promise<{ currency: string; effective_on: string; rate: string }[]> {
  return tx.query(
    `select currency, effective_on, rate::text as rate from tandem.exchange_rate
     where org_id = $1 order by currency, effective_on`,
    [org],
  );
}
