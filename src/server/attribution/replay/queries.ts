import type { OrgId } from '#core/ids.ts';
import type { Archetype } from '#core/program/archetype.ts';
import type { Tx } from '../../database/transaction.ts';

export type ReplayRow = {
  replay_id: string;
  body: unknown;
  base_version: number;
  from_on: string;
  to_on: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  progress: { done: number; all: number } | null;
  result: unknown;
  requested_by: string;
  requested_at: number;
  finished_at: number | null;
};

export async function insertReplay(
  tx: Tx,
  org: OrgId,
  row: {
    id: string;
    body: unknown;
    baseVersion: number;
    fromOn: string;
    toOn: string;
    by: string;
    now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into tandem.credit_replay (org_id, replay_id, body, base_version, from_on, to_on, state, requested_by,
       requested_at)
     values ($1, $2, $3, $4, $5, $6, 'waiting', $7, to_timestamp($8::double precision / 1000))`,
    [org, row.id, JSON.stringify(row.body), row.baseVersion, row.fromOn, row.toOn, row.by, row.now],
  );
}

export async function replayRow(tx: Tx, org: OrgId, replay: string): Promise<ReplayRow | null> {
  const [row] = await tx.query<ReplayRow>(
    `select replay_id, body, base_version, from_on, to_on, state, progress, result, requested_by, requested_at,
       finished_at from tandem.credit_replay where org_id = $1 and replay_id = $2`,
    [org, replay],
  );
  return row ?? null;
}

/** The latest replays, without their results. */
export function latestReplays(tx: Tx, org: OrgId): Promise<Omit<ReplayRow, 'body' | 'result'>[]> {
  return tx.query(
    `select replay_id, base_version, from_on, to_on, state, progress, requested_by, requested_at, finished_at
     from tandem.credit_replay where org_id = $1 order by requested_at desc, replay_id desc limit 20`,
    [org],
  );
}

export async function updateReplay(
  tx: Tx,
  org: OrgId,
  replay: string,
  change: { state: string; progress?: unknown; result?: unknown; finishedAt?: number },
): Promise<void> {
  await tx.query(
    `update tandem.credit_replay set state = $3, progress = coalesce($4, progress), result = coalesce($5, result),
       finished_at = to_timestamp($6::double precision / 1000) where org_id = $1 and replay_id = $2`,
    [
      org,
      replay,
      change.state,
      change.progress === undefined ? null : JSON.stringify(change.progress),
      change.result === undefined ? null : JSON.stringify(change.result),
      change.finishedAt ?? null,
    ],
  );
}

/** The ids of deals that were created in these days and on which somebody acted, in order, and how many there are. */
export async function dealsOfDays(
  tx: Tx,
  org: OrgId,
  days: { readonly fromOn: string; readonly toOn: string },
): Promise<string[]> {
  const rows = await tx.query<{ opportunity_id: string }>(
    `select o.opportunity_id from tandem.opportunity o
     where o.org_id = $1 and o.created_on between $2 and $3 and not o.is_withdrawn and exists (
       select from tandem.partner_deal p where p.org_id = o.org_id and p.opportunity_id = o.opportunity_id)
     order by o.opportunity_id`,
    [org, days.fromOn, days.toOn],
  );
  return rows.map((row) => row.opportunity_id);
}

/** The archetype of each partner. */
export async function archetypesOf(tx: Tx, org: OrgId): Promise<Map<string, Archetype | null>> {
  const rows = await tx.query<{ partner_id: string; archetype: Archetype | null }>(
    'select partner_id, archetype from tandem.partner where org_id = $1',
    [org],
  );
  return new Map(rows.map((row) => [row.partner_id, row.archetype]));
}
