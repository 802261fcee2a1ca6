import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export type DealRow = {
  opportunity_id: string;
  account_id: string;
  created_on: string;
  known_at: number;
  product: string | null;
  owner: string | null;
  outcome: 'open' | 'won' | 'lost' | 'unknown';
  partner_id: string | null;
};

/** The deals at these accounts that are open or were won, with the partner they are credited to or claimed for. */
export function dealsAtAccounts(tx: Tx, org: OrgId, accounts: readonly string[]): Promise<DealRow[]> {
  return tx.prepared(
    `select o.opportunity_id, o.account_id, o.created_on, o.product, o.owner, o.outcome,
       coalesce(o.credit_partner_id, o.claim_partner_id) as partner_id,
       coalesce((select min(f.known_at) from tandem.opportunity_fact f
         where f.org_id = o.org_id and f.opportunity_id = o.opportunity_id), o.created_on::timestamptz) as known_at
     from tandem.opportunity o
     where o.org_id = $1 and o.account_id = any($2::uuid[]) and not o.is_withdrawn and o.created_on is not null
       and o.outcome in ('open', 'won')
     order by o.created_on, o.opportunity_id`,
    [org, accounts],
  );
}

export type ContactRow = {
  vendor_contact_id: string;
  account_id: string;
  kind: 'meeting' | 'outbound';
  occurred_on: string;
};

/** Our own meetings and outreach at these accounts since a day; what was taken back does not count. */
export function contactsSince(
  tx: Tx,
  org: OrgId,
  accounts: readonly string[],
  since: string,
): Promise<ContactRow[]> {
  return tx.prepared(
    `select v.vendor_contact_id, v.account_id, v.kind, v.occurred_on from tandem.vendor_contact v
     where v.org_id = $1 and v.account_id = any($2::uuid[]) and v.occurred_on >= $3
       and not exists (select from tandem.withdrawal w where w.org_id = v.org_id and w.fact_kind = 'vendor_contact'
         and w.fact_id = v.vendor_contact_id)`,
    [org, accounts, since],
  );
}

export type OtherRow = {
  registration_id: string;
  partner_id: string;
  products: string[];
  state: string;
  submitted_on: string;
  legal_name: string | null;
  domain: string | null;
  name_country: string | null;
  country: string | null;
};

/** Other registrations that are open or protected and share an exact key. */
export function othersByKey(
  tx: Tx,
  org: OrgId,
  keys: { readonly domain: string | null; readonly nameCountry: string | null; readonly accountKey: string },
  own: string,
): Promise<OtherRow[]> {
  return tx.prepared(
    `select registration_id, partner_id, products, state, submitted_on, legal_name, domain, name_country, country
     from tandem.registration
     where org_id = $1 and registration_id <> $5
       and state in ('submitted', 'returned', 'conflict', 'appealed', 'accepted', 'converted')
       and (account_key = $4 or domain = $2 or name_country = $3)
     order by submitted_on, registration_id`,
    [org, keys.domain, keys.nameCountry, keys.accountKey, own],
  );
}

/** Every other registration that is open or protected: few enough to be compared one by one. */
export function othersThatLive(tx: Tx, org: OrgId, own: string, most: number): Promise<OtherRow[]> {
  return tx.prepared(
    `select registration_id, partner_id, products, state, submitted_on, legal_name, domain, name_country, country
     from tandem.registration
     where org_id = $1 and registration_id <> $2
       and state in ('submitted', 'returned', 'conflict', 'appealed', 'accepted', 'converted')
     order by number desc limit $3`,
    [org, own, most],
  );
}

/** The direct-only list that counts now, and whether the account is on it. Null: nobody ever gave one. */
export async function directOnlyHits(
  tx: Tx,
  org: OrgId,
  keys: { readonly domain: string | null; readonly nameCountry: string | null },
): Promise<{ refreshedOn: string; hits: { entry_id: string; by: 'domain' | 'name_country' }[] } | null> {
  const rows = await tx.prepared<{
    refreshed_on: string;
    entry_id: string | null;
    by: 'domain' | 'name_country' | null;
  }>(
    `select l.refreshed_on, a.entry_id, case when a.domain = $2 then 'domain' else 'name_country' end as by
     from (select list_id, refreshed_on from tandem.direct_only_list where org_id = $1
       order by kept_at desc, list_id desc limit 1) l
     left join tandem.direct_only_account a
       on a.org_id = $1 and a.list_id = l.list_id and (a.domain = $2 or a.name_country = $3)`,
    [org, keys.domain, keys.nameCountry],
  );
  const [list] = rows;
  if (!list) return null;
  const hits = rows.flatMap(({ entry_id, by }) =>
    entry_id === null || by === null ? [] : [{ entry_id, by }],
  );
  return { refreshedOn: list.refreshed_on, hits };
}

export type CountRow = {
  rep_live: number;
  rep_today: number;
  partner_today: number;
  partner_quarter: number;
  partner_waiting: number;
  rep_accepted: number;
  rep_converted: number;
};

/** DR-18: how much this rep and this partner have registered, without the one at hand. */
export async function countRegistrations(
  tx: Tx,
  org: OrgId,
  one: { partner: string; rep: string | null; own: string; today: string; quarterFrom: string },
): Promise<CountRow> {
  const [row] = await tx.prepared<CountRow>(
    `select
       count(*) filter (where rep_id = $3 and state in ('submitted','returned','conflict','appealed','accepted','converted'))::int as rep_live,
       count(*) filter (where rep_id = $3 and submitted_on = $5)::int as rep_today,
       count(*) filter (where submitted_on = $5)::int as partner_today,
       count(*) filter (where submitted_on >= $6)::int as partner_quarter,
       count(*) filter (where state in ('submitted','returned','conflict','appealed'))::int as partner_waiting,
       count(*) filter (where rep_id = $3 and protected_from is not null)::int as rep_accepted,
       count(*) filter (where rep_id = $3 and protected_from is not null
         and state in ('converted','won','lost'))::int as rep_converted
     from tandem.registration where org_id = $1 and partner_id = $2 and registration_id <> $4`,
    [org, one.partner, one.rep, one.own, one.today, one.quarterFrom],
  );
  if (!row) throw new Error('a count has one row');
  return row;
}

/** Keeps a run; the caller holds the registration. What is written later counts, though the clock may have gone back. */
export async function insertCheckRun(
  tx: Tx,
  org: OrgId,
  run: { registration: string; id: string; checks: readonly object[]; facts: object; now: number },
): Promise<void> {
  await tx.prepared(
    `insert into tandem.registration_check (org_id, registration_id, run_id, checks, facts, ran_at)
     values ($1, $2, $3, $4, $5, greatest(to_timestamp($6::double precision / 1000), (
       select max(ran_at) + interval '1 millisecond' from tandem.registration_check
       where org_id = $1 and registration_id = $2)))`,
    [org, run.registration, run.id, JSON.stringify(run.checks), run.facts, run.now],
  );
}

/** The last answers of the checks to a registration; null before it was sent. */
export async function lastCheckRun(
  tx: Tx,
  org: OrgId,
  registration: string,
): Promise<{ checks: unknown[]; ran_at: number } | null> {
  const [row] = await tx.prepared<{ checks: unknown[]; ran_at: number }>(
    `select checks, ran_at from tandem.registration_check where org_id = $1 and registration_id = $2
     order by ran_at desc, run_id desc limit 1`,
    [org, registration],
  );
  return row ?? null;
}
