import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export type NewTask = { readonly id: string; readonly opportunityId: string };

export async function insertTasks(
  tx: Tx,
  org: OrgId,
  tasks: readonly NewTask[],
  why: { readonly cause: string; readonly factId: string | null; readonly now: number },
): Promise<void> {
  await tx.query(
    `insert into tandem.credit_task (org_id, task_id, opportunity_id, cause, fact_id, requested_at)
     select $1, t.id, t.deal, $4, $5, to_timestamp($6::double precision / 1000)
     from unnest($2::uuid[], $3::uuid[]) as t(id, deal)`,
    [org, tasks.map(({ id }) => id), tasks.map((one) => one.opportunityId), why.cause, why.factId, why.now],
  );
}

/** Whoever holds this row settles; others wait, so that verdicts are written in the order of their causes. */
export async function lockTasks(tx: Tx, org: OrgId): Promise<void> {
  await tx.query(
    `insert into tandem.number_series (org_id, word, last_number) values ($1, 'credit settled', 1)
     on conflict (org_id, word) do update set last_number = number_series.last_number + 1`,
    [org],
  );
}

export type TaskRow = {
  task_id: string;
  opportunity_id: string;
  cause: string;
  fact_id: string | null;
  requested_at: number;
};

/** The tasks of the deals that have waited longest: every task of these deals, in order. */
export function waitingTasks(tx: Tx, org: OrgId, deals: number): Promise<TaskRow[]> {
  return tx.query(
    `with first as (
       select opportunity_id, min(task_id::text) as place from tandem.credit_task
       where org_id = $1 and done_at is null group by opportunity_id order by place limit $2)
     select t.task_id, t.opportunity_id, t.cause, t.fact_id, t.requested_at from tandem.credit_task t
     join first on first.opportunity_id = t.opportunity_id
     where t.org_id = $1 and t.done_at is null order by t.task_id`,
    [org, deals],
  );
}

/** When the newest verdict on any of these deals was written; null if there is none. */
export async function lastDecidedAt(tx: Tx, org: OrgId, deals: readonly string[]): Promise<number | null> {
  const [row] = await tx.query<{ at: number | null }>(
    'select max(decided_at) as at from tandem.credit where org_id = $1 and opportunity_id = any($2::uuid[])',
    [org, deals],
  );
  return row?.at ?? null;
}

export async function finishTasks(tx: Tx, org: OrgId, ids: readonly string[], now: number): Promise<void> {
  await tx.query(
    `update tandem.credit_task set done_at = to_timestamp($3::double precision / 1000)
     where org_id = $1 and task_id = any($2::uuid[])`,
    [org, ids, now],
  );
}

/** Whether a fact waits for this deal to be decided again. */
export async function hasWaitingTask(tx: Tx, org: OrgId, opportunity: string): Promise<boolean> {
  const rows = await tx.query(
    'select from tandem.credit_task where org_id = $1 and opportunity_id = $2 and done_at is null limit 1',
    [org, opportunity],
  );
  return rows.length > 0;
}
