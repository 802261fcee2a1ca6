import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';
import type { AuditRow } from './chain.ts';

export type Head = { seq: number; hash: Buffer; facts_seq: number };

/** Locks the organization's head row until commit. Must be the last lock that a transaction takes. */
export async function lockHead(tx: Tx, org: OrgId): Promise<Head> {
  const [head] = await tx.prepared<Head>(
    'select seq, hash, facts_seq from tandem.org_head where org_id = $1 for update',
    [org],
  );
  if (!head) throw new Error('the organization has no head row');
  return head;
}

export async function readHead(tx: Tx, org: OrgId): Promise<Head> {
  const [head] = await tx.query<Head>('select seq, hash, facts_seq from tandem.org_head where org_id = $1', [
    org,
  ]);
  if (!head) throw new Error('the organization has no head row');
  return head;
}

/** A row of the trail with the hash before it and its own. */
export type ChainedRow = AuditRow & { readonly prevHash: Buffer; readonly hash: Buffer };

/**
 * Writes the rows of one change, their events and the new head in one statement, since everybody else of the
 * organization waits for the head meanwhile; with them what the call of an idempotency key gave back. `factsMoved`: what
 * was counted before no longer counts.
 */
export async function appendRows(
  tx: Tx,
  org: OrgId,
  rows: readonly ChainedRow[],
  factsMoved: boolean,
  kept: { readonly actor: string; readonly key: string; readonly result: unknown } | null,
): Promise<void> {
  const last = rows.at(-1);
  if (!last) return;
  const told = rows.map((row) => ({
    ...row,
    at: row.at / 1000,
    prevHash: row.prevHash.toString('hex'),
    hash: row.hash.toString('hex'),
  }));
  await tx.prepared(
    `with said as materialized (
       select * from jsonb_to_recordset($2::jsonb) as r(seq bigint, at double precision, "actorKind" text, "actorId" text,
         action text, "entityId" text, before jsonb, after jsonb, "bulkCount" bigint, "bulkHash" text, "requestId" text,
         "prevHash" text, hash text)),
     logged as (
       insert into tandem.audit_log (org_id, seq, at, actor_kind, actor_id, action, entity_id, before, after,
         bulk_count, bulk_hash, request_id, prev_hash, hash)
       select $1, seq, to_timestamp(at), "actorKind", "actorId", action, "entityId", before, after, "bulkCount",
         "bulkHash", "requestId", decode("prevHash", 'hex'), decode(hash, 'hex') from said order by seq),
     told as (
       insert into tandem.event (org_id, seq, at, type, subject, payload)
       select $1, seq, to_timestamp(at), action, "entityId", coalesce(after, '{}') from said order by seq),
     kept as (
       update tandem.idempotency_key set result = $8::jsonb where org_id = $1 and actor_id = $6 and key = $7)
     update tandem.org_head set seq = $3, hash = $4, facts_seq = facts_seq + $5 where org_id = $1`,
    [
      org,
      JSON.stringify(told),
      last.seq,
      last.hash,
      factsMoved ? 1 : 0,
      kept?.actor ?? null,
      kept?.key ?? null,
      json(kept?.result ?? null),
    ],
  );
}

export type StoredAuditRow = {
  seq: number;
  at: number;
  actor_kind: AuditRow['actorKind'];
  actor_id: string;
  action: string;
  entity_id: string | null;
  before: unknown;
  after: unknown;
  bulk_count: number | null;
  bulk_hash: string | null;
  request_id: string | null;
  prev_hash: Buffer;
  hash: Buffer;
};

/** Audit rows after `seq`, oldest first. */
export function auditRowsAfter(tx: Tx, org: OrgId, seq: number, limit: number): Promise<StoredAuditRow[]> {
  return tx.query<StoredAuditRow>(
    'select * from tandem.audit_log where org_id = $1 and seq > $2 order by seq limit $3',
    [org, seq, limit],
  );
}

/** Audit rows before `seq`, newest first, for reading as a person does. */
export function auditRowsBefore(tx: Tx, org: OrgId, seq: number, limit: number): Promise<StoredAuditRow[]> {
  return tx.query<StoredAuditRow>(
    'select * from tandem.audit_log where org_id = $1 and seq < $2 order by seq desc limit $3',
    [org, seq, limit],
  );
}

type KeyRow = { request_hash: string; result: unknown; fresh: boolean };

/** Takes an idempotency key for this transaction; waits for a twin that is under way. */
export async function takeKey(
  tx: Tx,
  org: OrgId,
  actor: string,
  key: string,
  requestHash: string,
  now: number,
): Promise<KeyRow> {
  const [fresh] = await tx.prepared<{ key: string }>(
    `insert into tandem.idempotency_key (org_id, actor_id, key, request_hash, created_at)
     values ($1, $2, $3, $4, to_timestamp($5::double precision / 1000)) on conflict do nothing returning key`,
    [org, actor, key, requestHash, now],
  );
  if (fresh) return { request_hash: requestHash, result: null, fresh: true };
  const [kept] = await tx.query<{ request_hash: string; result: unknown }>(
    'select request_hash, result from tandem.idempotency_key where org_id = $1 and actor_id = $2 and key = $3',
    [org, actor, key],
  );
  if (!kept) throw new Error('an idempotency key is neither free nor taken');
  return { ...kept, fresh: false };
}

function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
