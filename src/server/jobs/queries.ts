import type { OrgId } from '#core/ids.ts';
import type { Pool } from '../database/pool.ts';
import type { Tx } from '../database/transaction.ts';

/** Adds a job in the transaction of its cause: it runs if and only if that commits. */
export async function addJob(tx: Tx, task: string, payload: unknown, key: string | null): Promise<void> {
  await tx.prepared('select tandem.enqueue($1, $2::json, $3)', [task, JSON.stringify(payload), key]);
}

/** The same for later. keepsTime: one that waits under the key keeps its time; otherwise the newer time counts. */
export async function addJobLater(
  tx: Tx,
  task: string,
  payload: unknown,
  when: { readonly key: string; readonly delayMs: number; readonly keepsTime: boolean },
): Promise<void> {
  await tx.query('select tandem.enqueue_later($1, $2::json, $3, $4, $5)', [
    task,
    JSON.stringify(payload),
    when.key,
    Math.max(0, Math.round(when.delayMs)),
    when.keepsTime,
  ]);
}

export async function pruneIdempotencyKeys(tx: Tx, org: OrgId, beforeMs: number): Promise<void> {
  await tx.query(
    `delete from tandem.idempotency_key where org_id = $1 and created_at < to_timestamp($2::double precision / 1000)`,
    [org, beforeMs],
  );
}

/** Sweeps out tasks of deciding credit that were settled before a moment. The verdicts themselves stay. */
export async function pruneCreditTasks(tx: Tx, org: OrgId, beforeMs: number): Promise<void> {
  await tx.query(
    'delete from tandem.credit_task where org_id = $1 and done_at < to_timestamp($2::double precision / 1000)',
    [org, beforeMs],
  );
}

/** The workers that hold a job now. Asked of the owner: the app's role sees no jobs. */
export async function lockingWorkers(owner: Pool): Promise<string[]> {
  const { rows } = await owner.query<{ worker: string }>(
    'select distinct locked_by as worker from graphile_worker.jobs where locked_by is not null',
  );
  return rows.map((row) => row.worker);
}
