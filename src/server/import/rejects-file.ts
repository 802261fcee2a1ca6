import { Readable } from 'node:stream';
import { type Context, requireCapability } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { fileOfDraft, requireDraft, requireMapping } from './draft.ts';
import { type RejectRow, rejectsAfter } from './queries.ts';
import { counted, openTable } from './read-through.ts';
import type { FileReader } from './reader.ts';
import { csvLine } from './safe-cell.ts';

/** The columns that the file of rejects adds behind those of the source; importing it again leaves them out. */
const addedColumns = ['Row in the first file', 'Problem'] as const;

const pageSize = 2000;

/**
 * The rejected rows of the latest dry run as a file: the source's own columns, then the row number and what to
 * repair. It can be corrected and imported again with the same mapping. Cells are safe to open in a spreadsheet.
 */
export async function rejectsFile(
  context: Context,
  reader: FileReader,
  draftId: string,
): Promise<{ fileName: string; mediaType: string; content: Readable }> {
  requireCapability(context, 'import.read');
  const row = await requireDraft(context, draftId);
  const { file } = counted(await fileOfDraft(context, row));
  const table = await openTable(reader, file, requireMapping(row), context);
  const rejects = pages(context, draftId);
  async function* lines(): AsyncGenerator<string> {
    yield `\ufeff${csvLine([...table.header, ...addedColumns])}`;
    let next = await rejects.next();
    for await (const rows of table.rows()) {
      let text = '';
      for (const { row: number, cells } of rows) {
        while (!next.done && next.value.row < number) next = await rejects.next();
        if (next.done) break;
        if (next.value.row !== number) continue;
        const own = table.header.map((_, index) => cells[index] ?? '');
        text += csvLine([...own, String(number), next.value.reasons]);
      }
      if (text !== '') yield text;
      if (next.done) return;
    }
  }
  const stem = row.file_name.replace(/\.[^.]*$/, '');
  return {
    fileName: `${stem} rejected.csv`,
    mediaType: 'text/csv; charset=utf-8',
    content: Readable.from(lines()),
  };
}

/** The rejected rows in file order, each with all its reasons in one text. */
async function* pages(
  context: Context,
  draftId: string,
): AsyncGenerator<{ row: number; reasons: string }, undefined> {
  const org = context.organization.orgId;
  let after = { row: -1, position: -1 };
  let open: { row: number; reasons: string } | null = null;
  for (;;) {
    const from = after;
    const rows: RejectRow[] = await readTransaction(context.ports.pool, { org }, (tx) =>
      rejectsAfter(tx, org, draftId, from, pageSize),
    );
    for (const reject of rows) {
      const reason = sentence(reject);
      if (open !== null && open.row === reject.row_number) {
        open.reasons += ` | ${reason}`;
        continue;
      }
      if (open !== null) yield open;
      open = { row: reject.row_number, reasons: reason };
    }
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) break;
    after = { row: last.row_number, position: last.position };
  }
  if (open !== null) yield open;
  return undefined;
}

function sentence({ column_name: column, expected, found, repair }: RejectRow): string {
  return `${column === null ? '' : `${column}: `}expected ${expected}, found ${found}. ${repair}`;
}
