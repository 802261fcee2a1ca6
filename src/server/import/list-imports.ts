import type { ImportKind } from '#connectors/port.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { memberNames } from '../access/member-names.ts';
import { readTransaction } from '../database/transaction.ts';
import { notFound } from '../problem.ts';
import { type ImportRow, importRow, importsBefore } from './queries.ts';
import type { ImportMapping } from './reader.ts';

/** One import as it is listed. */
export type Import = {
  readonly importId: string;
  readonly number: number;
  readonly source: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly sha256: string;
  readonly mapping: ImportMapping;
  readonly firstOfSource: boolean;
  readonly counts: Record<string, number>;
  readonly committedAt: number;
  readonly committedBy: string;
  readonly withdrawnAt: number | null;
  readonly withdrawnBy: string | null;
};

/** The imports of the organization, newest first; `cursor` is the number of the last one seen. */
export async function listImports(
  context: Context,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: Import[]; nextCursor: string | null }> {
  requireCapability(context, 'import.read');
  const org = context.organization.orgId;
  const before = page.cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(page.cursor);
  return await readTransaction(context.ports.pool, { org }, async (tx) => {
    const rows = await importsBefore(tx, org, before, page.limit + 1);
    const names = await memberNames(tx, org);
    const items = rows.slice(0, page.limit).map((row) => importOf(row, names));
    const last = items.at(-1);
    return { items, nextCursor: rows.length > page.limit && last ? String(last.number) : null };
  });
}

/** One import. */
export async function getImport(context: Context, importId: string): Promise<Import> {
  requireCapability(context, 'import.read');
  const org = context.organization.orgId;
  return await readTransaction(context.ports.pool, { org }, async (tx) => {
    const row = await importRow(tx, org, importId);
    if (!row) throw notFound('import');
    return importOf(row, await memberNames(tx, org));
  });
}

/** The row as it is shown, with people’s names where they are known. */
export function importOf(row: ImportRow, names: ReadonlyMap<string, string> = new Map()): Import {
  return {
    importId: row.import_id,
    number: row.number,
    source: row.source,
    kind: row.kind,
    fileName: row.file_name,
    sha256: row.file_sha256,
    mapping: row.mapping,
    firstOfSource: row.first_of_source,
    counts: row.counts,
    committedAt: row.committed_at,
    committedBy: names.get(row.committed_by) ?? row.committed_by,
    withdrawnAt: row.withdrawn_at,
    withdrawnBy: row.withdrawn_by === null ? null : (names.get(row.withdrawn_by) ?? row.withdrawn_by),
  };
}
