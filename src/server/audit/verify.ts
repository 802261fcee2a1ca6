import type { OrgId } from '#core/ids.ts';
import type { Pool } from '../database/pool.ts';
import { readTransaction } from '../database/transaction.ts';
import { type AuditRow, chainHash } from './chain.ts';
import { auditRowsAfter, readHead, type StoredAuditRow } from './queries.ts';

export type ChainReport =
  | { readonly ok: true; readonly entries: number; readonly hash: string }
  | { readonly ok: false; readonly entries: number; readonly brokenAt: number; readonly detail: string };

/** Walks an organization's trail from its first entry and recomputes every hash; constant memory. */
export function verifyChain(
  pool: Pool,
  org: OrgId,
  checkpoint?: { seq: number; hash: string },
): Promise<ChainReport> {
  return readTransaction(pool, { org }, async (tx) => {
    const head = await readHead(tx, org);
    let hash: Buffer = Buffer.alloc(0);
    let seq = 0;
    const broken = (brokenAt: number, detail: string): ChainReport => ({
      ok: false,
      entries: seq,
      brokenAt,
      detail,
    });
    for (;;) {
      const rows = await auditRowsAfter(tx, org, seq, 1000);
      for (const row of rows) {
        if (row.seq !== seq + 1) return broken(seq + 1, `entry ${seq + 1} is missing`);
        if (!row.prev_hash.equals(hash))
          return broken(row.seq, `entry ${row.seq} does not follow entry ${seq}`);
        const expected = chainHash(hash, asAuditRow(row));
        if (!row.hash.equals(expected))
          return broken(row.seq, `entry ${row.seq} was changed after it was written`);
        if (checkpoint?.seq === row.seq && checkpoint.hash !== row.hash.toString('hex')) {
          return broken(row.seq, `entry ${row.seq} differs from the checkpoint`);
        }
        hash = row.hash;
        seq = row.seq;
      }
      if (rows.length < 1000) break;
    }
    if (head.seq !== seq || !head.hash.equals(hash)) return broken(seq + 1, 'the trail ends before its head');
    if (checkpoint && checkpoint.seq > seq)
      return broken(seq + 1, 'the trail is shorter than the checkpoint');
    return { ok: true, entries: seq, hash: hash.toString('hex') };
  });
}

/** The trail's head as a line to keep elsewhere: against it, a cut tail shows. */
export async function exportCheckpoint(
  pool: Pool,
  org: OrgId,
): Promise<{ org: OrgId; seq: number; hash: string }> {
  const head = await readTransaction(pool, { org }, (tx) => readHead(tx, org));
  return { org, seq: head.seq, hash: head.hash.toString('hex') };
}

function asAuditRow(row: StoredAuditRow): AuditRow {
  return {
    seq: row.seq,
    at: row.at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    action: row.action,
    entityId: row.entity_id,
    before: row.before,
    after: row.after,
    bulkCount: row.bulk_count,
    bulkHash: row.bulk_hash,
    requestId: row.request_id,
  };
}
