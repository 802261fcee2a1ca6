import { type Context, requireCapability } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { withoutTrail } from '../jobs/without-trail.ts';
import { markRead, noticesOf, unreadCount } from './queries.ts';

/** What the signed-in person was told, newest first, and how much of it they have not read. */
export async function readNotices(context: Context, list: { cursor?: number | undefined; limit: number }) {
  requireCapability(context, 'organization.read');
  const { actor } = context;
  if (actor.kind !== 'member') return { items: [], unread: 0, nextCursor: null };
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const rows = await noticesOf(tx, org, actor.membershipId, list.cursor ?? null, list.limit + 1);
    const shown = rows.slice(0, list.limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => ({
        id: row.notice_id,
        kind: row.kind,
        sentence: row.sentence,
        link: row.link,
        madeAt: row.made_at,
        isRead: row.read_at !== null,
      })),
      unread: await unreadCount(tx, org, actor.membershipId),
      nextCursor: rows.length > list.limit && last ? String(last.made_at) : null,
    };
  });
}

/** Remembers that a person has read what they were told until a moment. It changes nothing of the organization. */
export async function logReading(context: Context, until: number): Promise<void> {
  requireCapability(context, 'organization.read');
  const { actor } = context;
  if (actor.kind !== 'member') return;
  const org = context.organization.orgId;
  await withoutTrail(context, (tx) => markRead(tx, org, actor.membershipId, until, context.now));
}
