import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';
import type { AuditRow } from './chain.ts';

export type Head = { seq: number; hash: Buffer; facts_seq: number };

/** Locks the organization's head row until commit. Must be the last lock that a transaction takes. */
export async function lockHead(tx: Tx, org: OrgId): Promise<Head> {
  const [head] = await tx.query<Head>(
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

export async function advanceHead(
  tx: Tx,
  org: OrgId,
  seq: number,
  hash: Buffer,
  factsMoved: boolean,
): Promise<void> {
  await tx.query(
    'update tandem.org_head set seq = $2, hash = $3, facts_seq = facts_seq + $4 where org_id = $1',
    [org, seq, hash, factsMoved ? 1 : 0],
  );
}

export async function insertAuditRow(
  tx: Tx,
  org: OrgId,
  row: AuditRow,
  prevHash: Buffer,
  hash: Buffer,
): Promise<void> {
  await tx.query(
    `insert into tandem.audit_log (org_id, seq, at, actor_kind, actor_id, action, entity_id, before, after,
       bulk_count, bulk_hash, request_id, prev_hash, hash)
     values ($1, $2, to_timestamp($3::double precision / 1000), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      org,
      row.seq,
      row.at,
      row.actorKind,
      row.actorId,
      row.action,
      row.entityId,
      json(row.before),
      json(row.after),
      row.bulkCount,
      row.bulkHash,
      row.requestId,
      prevHash,
      hash,
    ],
  );
}

export async function insertEvent(tx: Tx, org: OrgId, row: AuditRow): Promise<void> {
  await tx.query(
    `insert into tandem.event (org_id, seq, at, type, subject, payload)
     values ($1, $2, to_timestamp($3::double precision / 1000), $4, $5, $6)`,
    [org, row.seq, row.at, row.action, row.entityId, json(row.after ?? {})],
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
  const [fresh] = await tx.query<{ key: string }>(
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

export async function keepResult(
  tx: Tx,
  org: OrgId,
  actor: string,
  key: string,
  result: unknown,
): Promise<void> {
  await tx.query(
    'update tandem.idempotency_key set result = $4 where org_id = $1 and actor_id = $2 and key = $3',
    [org, actor, key, json(result ?? null)],
  );
}

function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
