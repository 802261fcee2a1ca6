import { kindsOf, type NoticeGroup } from '#core/notice/kinds.ts';
import type { Capability } from '../access/capabilities.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { pageOf, readCursor } from '../http/page.ts';
import { withoutTrail } from '../jobs/without-trail.ts';
import { markRead, type NoticeFilter, noticesOf, unreadCount } from './queries.ts';

/** What lets somebody read what they were told: that they are in at all, on their side. */
export function ownPages({ actor }: Context): Capability {
  return actor.kind === 'member' && actor.partnerId !== null ? 'portal.read' : 'organization.read';
}

export type NoticeList = {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly unread?: boolean | undefined;
  readonly group?: NoticeGroup | undefined;
};

/** What the signed-in person was told, newest first, and how much of it they have not read. */
export async function readNotices(context: Context, list: NoticeList) {
  requireCapability(context, ownPages(context));
  const { actor } = context;
  const after = readCursor(list.cursor);
  if (actor.kind !== 'member') return { items: [], unread: 0, nextCursor: null };
  const org = context.organization.orgId;
  const filter: NoticeFilter = {
    unreadOnly: list.unread ?? false,
    kinds: list.group === undefined ? null : kindsOf(list.group),
  };
  return readTransaction(context.ports.pool, { org }, async (tx) => ({
    ...pageOf(
      await noticesOf(tx, org, actor.membershipId, filter, after, list.limit + 1),
      list.limit,
      (row) => ({ sortKey: String(row.made_at), id: row.notice_id }),
      (row) => ({
        id: row.notice_id,
        kind: row.kind,
        params: row.params,
        sentence: row.sentence,
        link: row.link,
        madeAt: row.made_at,
        isRead: row.read_at !== null,
      }),
    ),
    unread: await unreadCount(tx, org, actor.membershipId),
  }));
}

/** Remembers what a person has read: everything until a moment, or these notices. It changes nothing of the organization. */
export async function logReading(
  context: Context,
  what: { readonly until: number } | { readonly ids: readonly string[] },
): Promise<void> {
  requireCapability(context, ownPages(context));
  const { actor } = context;
  if (actor.kind !== 'member') return;
  const org = context.organization.orgId;
  await withoutTrail(context, (tx) => markRead(tx, org, actor.membershipId, what, context.now));
}
