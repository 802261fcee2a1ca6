import type { OrgId } from '#core/ids.ts';
import type { Pool } from '../database/pool.ts';
import { readTransaction } from '../database/transaction.ts';
import { creditsOutOfStep } from './queries.ts';

/** The short numbers of deals whose list entry and newest verdict disagree, at most ten. */
export function verifyCredits(pool: Pool, org: OrgId): Promise<number[]> {
  return readTransaction(pool, { org }, (tx) => creditsOutOfStep(tx, org, 10));
}
