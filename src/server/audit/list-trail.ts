import { type Context, requireCapability } from '../access/context.ts';
import { memberNames } from '../access/member-names.ts';
import { readTransaction } from '../database/transaction.ts';
import { auditRowsBefore } from './queries.ts';

/** A page of the trail, newest first, with the present names of the people in it. */
export async function listTrail(
  context: Context,
  page: { readonly cursor?: string | undefined; readonly limit: number },
) {
  requireCapability(context, 'audit.read');
  const org = context.organization.orgId;
  const before = page.cursor ? Number(page.cursor) : Number.MAX_SAFE_INTEGER;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const rows = await auditRowsBefore(tx, org, before, page.limit);
    const names = await memberNames(tx, org);
    const last = rows.at(-1);
    return {
      items: rows.map((row) => ({
        seq: row.seq,
        at: row.at,
        actorKind: row.actor_kind,
        actorId: row.actor_id,
        actorName: names.get(row.actor_id) ?? null,
        action: row.action,
        entityId: row.entity_id,
        before: row.before,
        after: row.after,
        bulkCount: row.bulk_count,
        hash: row.hash.toString('hex'),
      })),
      nextCursor: rows.length === page.limit && last && last.seq > 1 ? String(last.seq) : null,
    };
  });
}
