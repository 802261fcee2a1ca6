import type { Organization } from '../access/context.ts';
import type { Tx } from '../database/transaction.ts';
import { lockImports } from './load/queries.ts';

/**
 * Waits for the import that is under way, if any, and keeps the next one waiting until this change has committed. For
 * changes by which every deal is read anew: an import reads the pages when it begins, and its deals would miss them.
 */
export function waitForImports(tx: Tx, { orgId }: Organization): Promise<void> {
  return lockImports(tx, orgId);
}
