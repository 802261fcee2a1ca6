import type { OrgId } from '#core/ids.ts';
import type { Pool } from '../../database/pool.ts';
import { readTransaction } from '../../database/transaction.ts';
import { frozenHash } from './frozen-hash.ts';
import { closedQuarters, frozenDeals } from './quarter-queries.ts';

/** The closed quarters whose rows do not give the hash that was kept at the close, by their first day. */
export function verifyQuarters(
  pool: Pool,
  org: OrgId,
): Promise<{ readonly quarters: number; readonly differing: readonly string[] }> {
  return readTransaction(pool, { org }, async (tx) => {
    const closed = await closedQuarters(tx, org);
    const rows = Map.groupBy(await frozenDeals(tx, org), (row) => row.starts_on);
    const differing = closed.filter(
      (quarter) => frozenHash(quarter, rows.get(quarter.starts_on) ?? []) !== quarter.frozen_hash,
    );
    return { quarters: closed.length, differing: differing.map(({ starts_on }) => starts_on) };
  });
}
