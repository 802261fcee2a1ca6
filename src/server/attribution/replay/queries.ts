import type { CreditClass } from '#core/attribution/credit-class.ts';
import type { OrgId } from '#core/ids.ts';
import type { Archetype } from '#core/program/archetype.ts';
import type { Tx } from '../../database/transaction.ts';

export type ReplayState = 'waiting' | 'running' | 'done' | 'failed' | 'stopped';

export type ReplayRow = {
  replay_id: string;
  body: unknown;
  base_version: number;
  from_on: string;
  to_on: string;
  state: ReplayState;
  progress: { done: number; all: number } | null;
  result: unknown;
  requested_by: string;
  requested_at: number;
  finished_at: number | null;
};

const summaryColumns = `replay_id, base_version, from_on, to_on, state, progress, requested_by, requested_at, finished_at,
  jsonb_build_object('knownOn', body -> 'knownOn', 'from', body -> 'from') as body`;

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

/** What a replay was asked, and whether it still runs; without its result. */
export async function replayAsked(
  tx: Tx,
  org: OrgId,
  replay: string,
): Promise<Pick<ReplayRow, 'body' | 'from_on' | 'to_on' | 'state'> | null> {
  const [row] = await tx.query<Pick<ReplayRow, 'body' | 'from_on' | 'to_on' | 'state'>>(
    'select body, from_on, to_on, state from tandem.credit_replay where org_id = $1 and replay_id = $2',
    [org, replay],
  );
  return row ?? null;
}

export async function replayState(tx: Tx, org: OrgId, replay: string): Promise<ReplayState | null> {
  return (await replayAsked(tx, org, replay))?.state ?? null;
}

/** One replay with the sums that it found; its deals are read page by page. */
export async function replayRow(tx: Tx, org: OrgId, replay: string): Promise<ReplayRow | null> {
  const [row] = await tx.query<ReplayRow>(
    `select ${summaryColumns}, result - 'moved' as result
     from tandem.credit_replay where org_id = $1 and replay_id = $2`,
    [org, replay],
  );
  return row ?? null;
}

export type MovedFilter = {
  readonly from?: CreditClass | undefined;
  readonly to?: CreditClass | undefined;
  readonly partner?: string | undefined;
};

/** The deals that moved, in their order, from a place on. */
export async function movedDeals(
  tx: Tx,
  org: OrgId,
  replay: string,
  filter: MovedFilter,
  page: { readonly after: number; readonly limit: number },
): Promise<{ place: number; deal: unknown }[]> {
  return tx.query(
    `select place::int, deal from tandem.credit_replay,
       jsonb_array_elements(result -> 'moved') with ordinality as moved (deal, place)
     where org_id = $1 and replay_id = $2 and place > $3
       and ($5::text is null or deal #>> '{before,class}' = $5) and ($6::text is null or deal #>> '{after,class}' = $6)
       and ($7::text is null or $7 in (deal #>> '{before,partnerId}', deal #>> '{after,partnerId}'))
     order by place limit $4`,
    [org, replay, page.after, page.limit, filter.from ?? null, filter.to ?? null, filter.partner ?? null],
  );
}

/** Replays without their results, the latest first, from one on. */
export function latestReplays(
  tx: Tx,
  org: OrgId,
  page: { readonly after: { readonly sortKey: string; readonly id: string } | null; readonly limit: number },
): Promise<Omit<ReplayRow, 'result'>[]> {
  return tx.query(
    `select ${summaryColumns} from tandem.credit_replay
     where org_id = $1
       and ($2::text is null or (requested_at, replay_id) < (to_timestamp($2::double precision / 1000), $3::uuid))
     order by requested_at desc, replay_id desc limit $4`,
    [org, page.after?.sortKey ?? null, page.after?.id ?? null, page.limit],
  );
}

/** Writes how far a replay is. False: somebody has stopped it, and nothing was written. */
export async function updateReplay(
  tx: Tx,
  org: OrgId,
  replay: string,
  change: { state: ReplayState; progress?: unknown; result?: unknown; finishedAt?: number },
): Promise<boolean> {
  const rows = await tx.query(
    `update tandem.credit_replay set state = $3, progress = coalesce($4, progress), result = coalesce($5, result),
       finished_at = to_timestamp($6::double precision / 1000)
     where org_id = $1 and replay_id = $2 and state <> 'stopped' returning 1`,
    [
      org,
      replay,
      change.state,
      change.progress === undefined ? null : JSON.stringify(change.progress),
      change.result === undefined ? null : JSON.stringify(change.result),
      change.finishedAt ?? null,
    ],
  );
  return rows.length > 0;
}

/**
 * The ids of deals that were created in these days and on which a partner acted. Deals of one account follow each
 * other, so that what is known of an account is read once for all of them.
 */
export async function dealsOfDays(
  tx: Tx,
  org: OrgId,
  days: { readonly fromOn: string; readonly toOn: string },
): Promise<string[]> {
  const rows = await tx.query<{ opportunity_id: string }>(
    `select o.opportunity_id from tandem.opportunity o
     where o.org_id = $1 and o.created_on between $2 and $3 and not o.is_withdrawn and exists (
       select from tandem.partner_deal p where p.org_id = o.org_id and p.opportunity_id = o.opportunity_id)
     order by o.account_id, o.opportunity_id`,
    [org, days.fromOn, days.toOn],
  );
  return rows.map((row) => row.opportunity_id);
}

/** The industry of each deal's account, by which a page gives the deal its segment. */
export async function industriesOfDeals(
  tx: Tx,
  org: OrgId,
  deals: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await tx.query<{ opportunity_id: string; industry: string | null }>(
    `select o.opportunity_id, a.industry from tandem.opportunity o
     join tandem.account a on a.org_id = o.org_id and a.account_id = o.account_id
     where o.org_id = $1 and o.opportunity_id = any($2::uuid[])`,
    [org, deals],
  );
  return new Map(rows.map((row) => [row.opportunity_id, row.industry]));
}

/** The archetype of each partner. */
export async function archetypesOf(tx: Tx, org: OrgId): Promise<Map<string, Archetype | null>> {
  const rows = await tx.query<{ partner_id: string; archetype: Archetype | null }>(
    'select partner_id, archetype from tandem.partner where org_id = $1',
    [org],
  );
  return new Map(rows.map((row) => [row.partner_id, row.archetype]));
}
