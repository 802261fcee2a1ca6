import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

/** Adds a job in the transaction of its cause: it runs if and only if that commits. */
export async function addJob(tx: Tx, task: string, payload: unknown, key: string | null): Promise<void> {
  await tx.query('select tandem.enqueue($1, $2::json, $3)', [task, JSON.stringify(payload), key]);
}

export async function pruneIdempotencyKeys(tx: Tx, org: OrgId, beforeMs: number): Promise<void> {
  await tx.query(
    `delete from tandem.idempotency_key where org_id = $1 and created_at < to_timestamp($2::double precision / 1000)`,
    [org, beforeMs],
  );
}
