import type { OrgId } from '#core/ids.ts';
import type { RegistrationState } from '#core/registration/state.ts';
import type { Tx } from '../database/transaction.ts';
import type { RegistrationRow } from './queries.ts';

/** A partner's registrations, newest first. */
export function ownRegistrations(tx: Tx, org: OrgId, partner: string): Promise<RegistrationRow[]> {
  return tx.query(
    `select * from tandem.registration where org_id = $1 and partner_id = $2 and not is_undone
     order by number desc limit 200`,
    [org, partner],
  );
}

/** Who typed these registrations, by registration. */
export async function repNames(
  tx: Tx,
  org: OrgId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ registration_id: string; name: string }>(
    `select r.registration_id, p.name from tandem.registration r
     join tandem.partner_person p on p.org_id = r.org_id and p.partner_person_id = r.rep_id
     where r.org_id = $1 and r.registration_id = any($2::uuid[])`,
    [org, ids],
  );
  return new Map(rows.map((row) => [row.registration_id, row.name]));
}

export type QueueRow = {
  registration_id: string;
  number: number;
  partner_id: string;
  partner: string;
  legal_name: string | null;
  domain: string | null;
  country: string | null;
  state: RegistrationState;
  way: string;
  rep: string | null;
  value_minor: number | null;
  currency: string | null;
  submitted_on: string | null;
  due_on: string | null;
  decided_on: string | null;
  protected_until: string | null;
  ae: string | null;
  opportunity_number: number | null;
  /** Where it stands in its group. */
  rank: string;
  place: number;
  /** How many checks ask a person, and how many would stop it. */
  asks: number;
  stops: number;
};

/** Groups of states that a list shows together. */
export const queueGroups = {
  waiting: ['submitted', 'returned', 'conflict', 'appealed'],
  protected: ['accepted', 'converted'],
  over: ['won', 'lost', 'rejected', 'withdrawn', 'expired', 'void'],
} as const;
export type QueueGroup = keyof typeof queueGroups;

/**
 * Registrations of a group: what waits by the day on which it is due, what is protected by the day on which that ends,
 * what is over with the newest first. Drafts are the partner's own and are never listed.
 */
export function queueRows(
  tx: Tx,
  org: OrgId,
  list: {
    group: QueueGroup;
    partner: string | null;
    after: { rank: string; place: number } | null;
    limit: number;
  },
): Promise<QueueRow[]> {
  return tx.query(
    `select q.*, w.asks, w.stops from (
       select r.registration_id, r.number, r.partner_id, p.name as partner, r.legal_name, r.domain, r.country, r.state,
         r.way, s.name as rep, r.value_minor, r.currency, r.submitted_on, r.due_on, r.decided_on, r.protected_until,
         m.display_name as ae, o.number as opportunity_number, k.rank, k.place
       from tandem.registration r
       join tandem.partner p on p.org_id = r.org_id and p.partner_id = r.partner_id
       left join tandem.partner_person s on s.org_id = r.org_id and s.partner_person_id = r.rep_id
       left join tandem.membership m on m.org_id = r.org_id and m.membership_id = r.ae_id
       left join tandem.opportunity o on o.org_id = r.org_id and o.opportunity_id = r.opportunity_id
       cross join lateral (select
         coalesce(case $3 when 'waiting' then r.due_on when 'protected' then r.protected_until end, '9999-12-31') as rank,
         case $3 when 'over' then -r.number else r.number end as place) k
       where r.org_id = $1 and r.state = any($2::text[]) and r.submitted_at is not null
         and ($4::uuid is null or r.partner_id = $4)
         and ($5::date is null or (k.rank, k.place) > ($5::date, $6::bigint))
       order by k.rank, k.place limit $7) q
     left join lateral (
       select count(*) filter (where c ->> 'outcome' = 'ask')::int as asks,
         count(*) filter (where c ->> 'outcome' = 'stop')::int as stops
       from (select h.checks from tandem.registration_check h
         where h.org_id = $1 and h.registration_id = q.registration_id order by h.ran_at desc, h.run_id desc limit 1) h,
         jsonb_array_elements(h.checks) c) w on true
     order by q.rank, q.place`,
    [
      org,
      queueGroups[list.group],
      list.group,
      list.partner,
      list.after?.rank ?? null,
      list.after?.place ?? null,
      list.limit,
    ],
  );
}

/** How many registrations there are in each state, of one partner or of all; drafts are not counted. */
export async function countsByState(
  tx: Tx,
  org: OrgId,
  partner: string | null,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ state: string; count: number }>(
    `select state, count(*)::int as count from tandem.registration
     where org_id = $1 and submitted_at is not null and ($2::uuid is null or partner_id = $2) group by state`,
    [org, partner],
  );
  return new Map(rows.map((row) => [row.state, row.count]));
}

/** DR-12: since when each unanswered registration waits, and for whom. An appeal waits since it was made. */
export function unansweredRows(
  tx: Tx,
  org: OrgId,
): Promise<{ state: string; since: string; manager: string | null }[]> {
  return tx.query(
    `select r.state, m.display_name as manager, coalesce((select max(e.on_day) from tandem.registration_event e
         where r.state = 'appealed' and e.org_id = r.org_id and e.registration_id = r.registration_id
           and e.type = 'appeal'), r.submitted_on) as since
     from tandem.registration r
     join tandem.partner p on p.org_id = r.org_id and p.partner_id = r.partner_id
     left join tandem.membership m on m.org_id = p.org_id and m.membership_id = p.manager_id
     where r.org_id = $1 and r.state in ('submitted', 'returned', 'conflict', 'appealed')`,
    [org],
  );
}

/** A record that stands beside a registration. `ref` is the id or number by which the desk opens it, if it has a page. */
export type BesideRow = {
  id: string;
  kind: 'opportunity' | 'registration' | 'account' | 'contact' | 'direct_only';
  ref: string | null;
  title: string;
  name: string;
  domain: string | null;
  country: string | null;
  who: string | null;
  state: string | null;
  since: string | null;
};

/** What the checks put beside a registration, named for the desk. */
export function besides(
  tx: Tx,
  org: OrgId,
  ids: {
    opportunities: string[];
    registrations: string[];
    accounts: string[];
    contacts: string[];
    listed: string[];
  },
): Promise<BesideRow[]> {
  return tx.query(
    `select o.opportunity_id as id, 'opportunity' as kind, o.opportunity_id::text as ref,
       '#' || o.number || ' ' || o.name as title, coalesce(a.name, o.name) as name, a.domain, a.country,
       o.owner as who, o.stage as state, o.created_on as since
     from tandem.opportunity o
     left join tandem.account a on a.org_id = o.org_id and a.account_id = o.account_id
     where o.org_id = $1 and o.opportunity_id = any($2::uuid[])
     union all select r.registration_id, 'registration', r.number::text, 'Registration ' || r.number,
       coalesce(r.legal_name, ''), r.domain, r.country, p.name, r.state, r.submitted_on
     from tandem.registration r join tandem.partner p on p.org_id = r.org_id and p.partner_id = r.partner_id
     where r.org_id = $1 and r.registration_id = any($3::uuid[])
     union all select a.account_id, 'account', a.account_id::text, a.name, a.name, a.domain, a.country, null, null, null
     from tandem.account a where a.org_id = $1 and a.account_id = any($4::uuid[])
     union all select v.vendor_contact_id, 'contact', null, a.name, a.name, a.domain, a.country, null, v.kind,
       v.occurred_on
     from tandem.vendor_contact v join tandem.account a on a.org_id = v.org_id and a.account_id = v.account_id
     where v.org_id = $1 and v.vendor_contact_id = any($5::uuid[])
     union all select d.entry_id, 'direct_only', null, d.name, d.name, d.domain, d.country, null, null, l.refreshed_on
     from tandem.direct_only_account d
     join tandem.direct_only_list l on l.org_id = d.org_id and l.list_id = d.list_id
     where d.org_id = $1 and d.entry_id = any($6::uuid[])`,
    [org, ids.opportunities, ids.registrations, ids.accounts, ids.contacts, ids.listed],
  );
}
