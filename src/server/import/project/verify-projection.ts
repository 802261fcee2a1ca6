import type { Organization } from '../../access/context.ts';
import type { Pool } from '../../database/pool.ts';
import { rehearsal } from '../../database/transaction.ts';
import { projectOpportunities } from './project-opportunities.ts';
import { differingStates, keepStates } from './queries.ts';

/**
 * Derives the present reading of every opportunity from its facts once more and compares it with what is stored.
 * Returns the short numbers of those that differ, at most ten. Changes nothing.
 */
export function verifyProjection(
  pool: Pool,
  organization: Organization,
): Promise<{ deals: number; differing: number[] }> {
  const org = organization.orgId;
  return rehearsal(pool, { org }, async (tx) => {
    await keepStates(tx, org);
    const deals = await projectOpportunities(tx, organization, { of: 'all' });
    return { deals, differing: await differingStates(tx, org, 10) };
  });
}
