import type { OrgId } from '#core/ids.ts';
import type { RegistrationState } from '#core/registration/state.ts';
import type { Tx } from '../database/transaction.ts';
import { sourceName } from './deal-queries.ts';

export type LinkedRow = {
  number: number;
  registration_id: string;
  state: RegistrationState;
  opportunity_id: string | null;
  /** The deal on which it stands is one that a registration opened and that no CRM has shown yet. */
  is_waiting: boolean;
};

/** Registrations by their short numbers, each with where it stands. */
export function registrationsByNumber(tx: Tx, org: OrgId, numbers: readonly number[]): Promise<LinkedRow[]> {
  return tx.query(
    `select r.number, r.registration_id, r.state, r.opportunity_id,
       coalesce(s.name = $3 and not o.is_withdrawn, false) as is_waiting
     from tandem.registration r
     left join tandem.opportunity o on o.org_id = r.org_id and o.opportunity_id = r.opportunity_id
     left join tandem.source s on s.org_id = o.org_id and s.source_id = o.source_id
     where r.org_id = $1 and r.number = any($2::bigint[])`,
    [org, numbers, sourceName],
  );
}

/** The registration that stands on each of these deals. */
export function registrationsOnDeals(
  tx: Tx,
  org: OrgId,
  deals: readonly string[],
): Promise<{ opportunity_id: string; number: number }[]> {
  return tx.query(
    `select opportunity_id, number from tandem.registration
     where org_id = $1 and opportunity_id = any($2::uuid[]) and state in ('accepted', 'converted', 'won')`,
    [org, deals],
  );
}

/** Locks registrations in one order, before anything is done to their deals. */
export async function lockRegistrations(tx: Tx, org: OrgId, ids: readonly string[]): Promise<void> {
  await tx.query(
    `select from tandem.registration where org_id = $1 and registration_id = any($2::uuid[])
     order by registration_id for update`,
    [org, ids],
  );
}

/**
 * Registrations whose deal an import brought that is undone by now, each with the deal of its own that went into that
 * one.
 */
export function registrationsLeftBehind(
  tx: Tx,
  org: OrgId,
  importId: string,
): Promise<{ registration_id: string; own_id: string }[]> {
  return tx.query(
    `select r.registration_id, own.opportunity_id as own_id
     from tandem.registration r
     join tandem.opportunity o on o.org_id = r.org_id and o.opportunity_id = r.opportunity_id and o.is_withdrawn
     join tandem.opportunity own on own.org_id = r.org_id and own.record_id = 'R-' || r.number
     join tandem.source s on s.org_id = own.org_id and s.source_id = own.source_id and s.name = $3
     join lateral (select e.kind, e.into_opportunity_id from tandem.opportunity_end e
       where e.org_id = own.org_id and e.opportunity_id = own.opportunity_id
       order by e.recorded_at desc, e.end_id desc limit 1) e on e.kind = 'merged' and e.into_opportunity_id = o.opportunity_id
     where r.org_id = $1 and r.state in ('accepted', 'converted')
       and exists (select from tandem.opportunity_fact f
         where f.org_id = o.org_id and f.opportunity_id = o.opportunity_id and f.import_id = $2)
     order by r.registration_id for update of r`,
    [org, importId, sourceName],
  );
}

export type WaitingRow = {
  number: number;
  legal_name: string;
  domain: string | null;
  country: string | null;
  value_minor: number | null;
  currency: string | null;
  close_on: string | null;
  partner: string;
};

/** Accepted registrations whose deal no CRM has shown yet, the earliest first. */
export function waitingForCrm(tx: Tx, org: OrgId): Promise<WaitingRow[]> {
  return tx.query(
    `select r.number, coalesce(r.legal_name, o.name) as legal_name, r.domain, r.country, r.value_minor, r.currency,
       r.close_on, p.name as partner
     from tandem.registration r
     join tandem.opportunity o on o.org_id = r.org_id and o.opportunity_id = r.opportunity_id and not o.is_withdrawn
     join tandem.source s on s.org_id = o.org_id and s.source_id = o.source_id and s.name = $2
     join tandem.partner p on p.org_id = r.org_id and p.partner_id = r.partner_id
     where r.org_id = $1 and r.state in ('accepted', 'converted')
     order by r.number`,
    [org, sourceName],
  );
}
