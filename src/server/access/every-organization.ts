import type { OrgId } from '#core/ids.ts';
import type { Pool } from '../database/pool.ts';
import { readTransaction } from '../database/transaction.ts';
import type { Organization } from './context.ts';
import { organizationOf } from './enter.ts';
import { directory, organizationRow } from './queries.ts';

/** Every organization of the installation, for what the machine itself checks. Never for a caller. */
export async function everyOrganization(pool: Pool): Promise<Organization[]> {
  const found: Organization[] = [];
  for (const entry of await readTransaction(pool, {}, directory)) {
    const org = entry.org_id as OrgId;
    const row = await readTransaction(pool, { org }, (tx) => organizationRow(tx, org));
    if (row) found.push(organizationOf(row));
  }
  return found;
}
