import type { Id } from '#core/ids.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { readTransaction } from '../database/transaction.ts';
import { notFound, ProblemError } from '../problem.ts';
import { deleteView, insertView, viewRows } from './queries.ts';

export const viewPages = ['opportunities', 'partners'] as const;

/** The saved views of a page that the caller may use: their own and the shared ones. */
export async function listViews(context: Context, page: string) {
  requireCapability(context, 'organization.read');
  const org = context.organization.orgId;
  const member = memberOf(context);
  const rows = await readTransaction(context.ports.pool, { org }, (tx) => viewRows(tx, org, member, page));
  return rows.map((row) => ({
    viewId: row.view_id,
    name: row.name,
    query: row.query,
    shared: row.shared,
    isMine: row.membership_id === member,
  }));
}

/** Keeps the address of a list under a name: its filters, order and columns are in the query. */
export async function saveView(
  context: Context,
  view: { readonly page: string; readonly name: string; readonly query: string; readonly shared: boolean },
): Promise<{ viewId: string }> {
  requireCapability(context, 'view.save');
  const viewId = context.ports.ids.next<Id<'view'>>(context.now);
  const row = { ...view, view_id: viewId, membership_id: memberOf(context) };
  return write(context, async (tx) => {
    await insertView(tx, context.organization.orgId, row, context.now);
    tx.record({ action: 'view.save', entityId: viewId, after: view });
    return { viewId };
  });
}

/** Removes a view of one's own. */
export async function removeView(context: Context, viewId: string): Promise<void> {
  requireCapability(context, 'view.save');
  await write(context, async (tx) => {
    const row = await deleteView(tx, context.organization.orgId, memberOf(context), viewId);
    if (!row) throw notFound('view of yours');
    tx.record({
      action: 'view.remove',
      entityId: viewId,
      before: { page: row.page, name: row.name, query: row.query },
    });
  });
}

function memberOf(context: Context): string {
  if (context.actor.kind === 'member') return context.actor.membershipId;
  throw new ProblemError('not-allowed', 'Views belong to people.');
}
