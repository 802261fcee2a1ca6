import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

/** Registrations for which a clock runs. */
export function liveRegistrations(tx: Tx, org: OrgId): Promise<{ registration_id: string }[]> {
  return tx.query(
    `select registration_id from tandem.registration
     where org_id = $1 and state in ('submitted', 'returned', 'conflict', 'appealed', 'accepted', 'converted')
     order by number`,
    [org],
  );
}

/** Registrations whose deal has moved on in the CRM: into the pipeline, or to its end. */
export function movedDeals(
  tx: Tx,
  org: OrgId,
  only: string | null = null,
): Promise<{ registration_id: string; outcome: string }[]> {
  return tx.query(
    `select r.registration_id, o.outcome from tandem.registration r
     join tandem.opportunity o on o.org_id = r.org_id and o.opportunity_id = r.opportunity_id and not o.is_withdrawn
     where r.org_id = $1 and ($2::uuid is null or r.registration_id = $2)
       and ((r.state = 'accepted' and (o.entered_on is not null or o.outcome in ('won', 'lost')))
         or (r.state = 'converted' and o.outcome in ('won', 'lost')))`,
    [org, only],
  );
}

/** Notes that something was done for a day; false where it was done before. */
export async function keepDuty(
  tx: Tx,
  org: OrgId,
  duty: { id: string; kind: string; on: string; now: number },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.registration_duty (org_id, registration_id, kind, on_day, done_at)
     values ($1, $2, $3, $4, to_timestamp($5::double precision / 1000)) on conflict do nothing returning 1`,
    [org, duty.id, duty.kind, duty.on, duty.now],
  );
  return rows.length > 0;
}

/** DR-3: whether what resembles the account was looked up since the registration was sent, or last answered. */
export async function isLookedUp(tx: Tx, org: OrgId, id: string, sentNth: number): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from tandem.registration_duty
     where org_id = $1 and registration_id = $2 and kind like 'queue %' and substr(kind, 7)::int >= $3`,
    [org, id, sentNth],
  );
  return rows.length > 0;
}
