import { type Context, requireCapability } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { requireDraft } from './draft.ts';
import { rejectsAfter } from './queries.ts';
import type { Reject } from './tally.ts';

/** The problems that the latest dry run found, in file order. `cursor` is `row.position` of the last one seen. */
export async function listRejects(
  context: Context,
  draftId: string,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: Reject[]; nextCursor: string | null }> {
  requireCapability(context, 'import.read');
  const org = context.organization.orgId;
  await requireDraft(context, draftId);
  const [row = -1, position = -1] = (page.cursor ?? '-1.-1').split('.').map(Number);
  const rows = await readTransaction(context.ports.pool, { org }, (tx) =>
    rejectsAfter(tx, org, draftId, { row, position }, page.limit + 1),
  );
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > page.limit && last ? `${last.row_number}.${last.position}` : null;
  return {
    nextCursor,
    items: shown.map(({ row_number, column_name, code, expected, found, repair }) => ({
      row: row_number,
      column: column_name,
      code,
      expected,
      found,
      repair,
    })),
  };
}
