import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';
import type { RegistrationRow } from './queries.ts';

/** A partner's registrations, newest first. */
export function ownRegistrations(tx: Tx, org: OrgId, partner: string): Promise<RegistrationRow[]> {
  return tx.query(
    `select * from tandem.registration where org_id = $1 and partner_id = $2
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
  state: string;
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
};

/** Groups of states that a list shows together. */
export const queueGroups = {
  waiting: ['submitted', 'returned', 'conflict', 'appealed'],
  protected: ['accepted', 'converted'],
  over: ['won', 'lost', 'rejected', 'withdrawn', 'expired', 'void'],
} as const;
export type QueueGroup = keyof typeof queueGroups;

/** Registrations in these states: what is due first, first. Drafts are the partner's own and are never listed. */
export function queueRows(
  tx: Tx,
  org: OrgId,
  list: {
    states: readonly string[];
    partner: string | null;
    after: { due: string; number: number } | null;
    limit: number;
  },
): Promise<QueueRow[]> {
  return tx.query(
    `select r.registration_id, r.number, r.partner_id, p.name as partner, r.legal_name, r.domain, r.country, r.state, r.way,
       s.name as rep, r.value_minor, r.currency, r.submitted_on, r.due_on, r.decided_on, r.protected_until,
       m.display_name as ae, o.number as opportunity_number
     from tandem.registration r
     join tandem.partner p on p.org_id = r.org_id and p.partner_id = r.partner_id
     left join tandem.partner_person s on s.org_id = r.org_id and s.partner_person_id = r.rep_id
     left join tandem.membership m on m.org_id = r.org_id and m.membership_id = r.ae_id
     left join tandem.opportunity o on o.org_id = r.org_id and o.opportunity_id = r.opportunity_id
     where r.org_id = $1 and r.state = any($2::text[]) and r.submitted_at is not null
       and ($3::uuid is null or r.partner_id = $3)
       and ($4::date is null or (coalesce(r.due_on, '9999-12-31'), r.number) > ($4::date, $5::bigint))
     order by coalesce(r.due_on, '9999-12-31'), r.number limit $6`,
    [org, list.states, list.partner, list.after?.due ?? null, list.after?.number ?? null, list.limit],
  );
}

/** How many registrations there are in each state. */
export async function countsByState(tx: Tx, org: OrgId): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ state: string; count: number }>(
    'select state, count(*)::int as count from tandem.registration where org_id = $1 group by state',
    [org],
  );
  return new Map(rows.map((row) => [row.state, row.count]));
}

/** DR-12: since when each unanswered registration waits, and for whom. */
export function unansweredRows(
  tx: Tx,
  org: OrgId,
): Promise<{ state: string; submitted_on: string; manager: string | null }[]> {
  return tx.query(
    `select r.state, r.submitted_on, m.display_name as manager from tandem.registration r
     join tandem.partner p on p.org_id = r.org_id and p.partner_id = r.partner_id
     left join tandem.membership m on m.org_id = p.org_id and m.membership_id = p.manager_id
     where r.org_id = $1 and r.state in ('submitted', 'returned', 'conflict', 'appealed')`,
    [org],
  );
}

export type BesideRow = { id: string; kind: string; title: string; detail: string; link: string | null };

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
    `select o.opportunity_id::text as id, 'opportunity' as kind, '#' || o.number || ' ' || o.name as title,
       concat_ws(' · ', o.owner, o.stage, o.created_on::text) as detail, '/pipeline/' || o.opportunity_id as link
     from tandem.opportunity o where o.org_id = $1 and o.opportunity_id = any($2::uuid[])
     union all select r.registration_id::text, 'registration', 'Registration ' || r.number || ', ' || coalesce(r.legal_name, ''),
       concat_ws(' · ', p.name, r.state, r.submitted_on::text), '/registrations/' || r.number
     from tandem.registration r join tandem.partner p on p.org_id = r.org_id and p.partner_id = r.partner_id
     where r.org_id = $1 and r.registration_id = any($3::uuid[])
     union all select a.account_id::text, 'account', a.name, concat_ws(' · ', a.domain, a.country), null
     from tandem.account a where a.org_id = $1 and a.account_id = any($4::uuid[])
     union all select v.vendor_contact_id::text, 'contact', a.name, concat_ws(' · ', v.kind, v.occurred_on::text), null
     from tandem.vendor_contact v join tandem.account a on a.org_id = v.org_id and a.account_id = v.account_id
     where v.org_id = $1 and v.vendor_contact_id = any($5::uuid[])
     union all select d.entry_id::text, 'direct_only', d.name, concat_ws(' · ', d.domain, d.country), null
     from tandem.direct_only_account d where d.org_id = $1 and d.entry_id = any($6::uuid[])`,
    [org, ids.opportunities, ids.registrations, ids.accounts, ids.contacts, ids.listed],
  );
}
