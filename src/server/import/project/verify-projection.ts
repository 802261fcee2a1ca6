import type { Organization } from '../../access/context.ts';
import type { Pool } from '../../database/pool.ts';
import { writeTransaction } from '../../database/transaction.ts';
import { projectOpportunities } from './project-opportunities.ts';
import { differingStates, keepStates } from './queries.ts';

/** Thrown to leave nothing behind. */
class Undo extends Error {}

/**
 * Derives the present reading of every opportunity from its facts once more and compares it with what is stored.
 * Returns the short numbers of those that differ, at most ten. Changes nothing.
 */
export async function verifyProjection(
  pool: Pool,
  organization: Organization,
): Promise<{ deals: number; differing: number[] }> {
  let result = { deals: 0, differing: [] as number[] };
  try {
    await writeTransaction(pool, { org: organization.orgId }, async (tx) => {
      await keepStates(tx, organization.orgId);
      const deals = await projectOpportunities(tx, organization, { of: 'all' });
      result = { deals, differing: await differingStates(tx, organization.orgId, 10) };
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return result;
}
