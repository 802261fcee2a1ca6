import type { Context } from '../access/context.ts';
import { type Tx, writeTransaction } from '../database/transaction.ts';

/**
 * Writes what is no change of the organization and so leaves no audit row: how far a job has come, a draft that
 * nobody has committed, the outcome of a dry run. Facts, decisions and settings never go this way.
 */
export function withoutTrail<T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  return writeTransaction(context.ports.pool, { org: context.organization.orgId }, work);
}
