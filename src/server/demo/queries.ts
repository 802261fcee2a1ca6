import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

/** Removes the organization that the transaction is in, with everything in it; the database refuses one that is no demo. */
export async function deleteDemo(tx: Tx, org: OrgId): Promise<void> {
  await tx.query('select tandem.remove_demo($1)', [org]);
}

/** The people who administer an organization for good and can sign in. */
export function administratorsOf(tx: Tx, org: OrgId): Promise<{ user_id: string; display_name: string }[]> {
  return tx.query(
    `select user_id, display_name from tandem.membership
     where org_id = $1 and 'administrator' = any(roles) and suspended_at is null and access_ends_on is null
       and user_id not like 'demo:%'`,
    [org],
  );
}

/** Whether the story was played to its end. */
export async function hasEnded(tx: Tx, org: OrgId): Promise<boolean> {
  const [row] = await tx.query<{ ended: boolean }>(
    `select exists (select from tandem.audit_log where org_id = $1 and action = 'demo.end') as ended`,
    [org],
  );
  return row?.ended ?? false;
}
