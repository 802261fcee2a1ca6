import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

/**
 * Registrations that were sent; of these, how many had a yes of one of these kinds, how many were due (answered, or the
 * day is over without an answer), and how many of the due ones were answered by their day.
 */
export async function answeredRegistrations(
  tx: Tx,
  org: OrgId,
  today: string,
  yeses: readonly string[],
): Promise<{ sent: number; accepted: number; due: number; in_time: number }> {
  const [row] = await tx.query<{ sent: number; accepted: number; due: number; in_time: number }>(
    `select count(*)::int as sent,
       count(*) filter (where exists (select from tandem.registration_event e where e.org_id = r.org_id
         and e.registration_id = r.registration_id and e.type = any($3)))::int as accepted,
       count(*) filter (where r.due_on is not null and (r.decided_on is not null or r.due_on < $2::date))::int as due,
       count(*) filter (where r.decided_on <= r.due_on)::int as in_time
     from tandem.registration r where r.org_id = $1 and r.submitted_on is not null`,
    [org, today, yeses],
  );
  return row ?? { sent: 0, accepted: 0, due: 0, in_time: 0 };
}
