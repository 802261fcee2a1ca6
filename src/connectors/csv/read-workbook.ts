import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import type { RowBatch } from '#connectors/port.ts';
import { FileRefused, type FileShape, fileProblem, maxCellLength, type ShapeChoice } from './file-shape.ts';
import { findHeader, type NumberedCells } from './header.ts';
import { rowSieve, type Sieved } from './row-sieve.ts';
import { type Sniffed, workbookShape } from './sniff.ts';

const batchRows = 1_000;
/** A workbook is unpacked in memory; a larger one should come as CSV. */
export const maxWorkbookBytes = 256 * 1024 * 1024;

/**
 * The shape of a workbook: the sheet asked for, else the first visible one that has rows. Needs the whole file,
 * since a workbook keeps its directory at its end.
 */
export async function sniffWorkbook(
  bytes: Uint8Array,
  fileName = '',
  choice: ShapeChoice = {},
): Promise<Sniffed> {
  try {
    const names: { name: string; hidden: boolean }[] = [];
    await readXlsx(bytes, {
      sheets: (info) => {
        names.push({ name: info.name, hidden: Boolean(info.hidden) || Boolean(info.veryHidden) });
        return false;
      },
    });
    const wanted = choice.sheet === undefined ? names : names.filter((sheet) => sheet.name === choice.sheet);
    const order = [...wanted.filter((sheet) => !sheet.hidden), ...wanted.filter((sheet) => sheet.hidden)];
    for (const { name } of order) {
      const rows = await firstRows(bytes, name);
      if (rows.length === 0) continue;
      const header = findHeader(rows, rows.length < 300, choice.headerRow);
      if ('code' in header) return { ok: false, problem: header };
      const base = workbookShape(fileName);
      const sheets = names.map((sheet) => sheet.name);
      const notes = [...base.notes, ...header.notes];
      if (sheets.length > 1) notes.unshift(`The workbook has ${sheets.length} sheets; "${name}" was read.`);
      return { ok: true, shape: { ...base, sheet: name, sheets, ...header, notes } };
    }
    const found =
      choice.sheet === undefined ? 'a workbook without rows' : `no rows in sheet "${choice.sheet}"`;
    const problem = fileProblem(
      'empty-file',
      'a sheet with a header row',
      found,
      'Choose another sheet or export again.',
    );
    return { ok: false, problem };
  } catch (error) {
    return { ok: false, problem: damaged(error) };
  }
}

async function firstRows(bytes: Uint8Array, sheet: string): Promise<NumberedCells[]> {
  const rows: NumberedCells[] = [];
  for await (const row of streamXlsxRows(bytes, { sheet, maxRows: 300 })) {
    rows.push({ row: row.index + 1, cells: row.values.map(cellText) });
  }
  return rows;
}

/**
 * Streams the rows of the workbook's chosen sheet; numbers, dates and truth values come as plain text (dates as
 * `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`, whichever of the two date systems the workbook uses).
 * Throws FileRefused if the workbook is damaged.
 */
export async function* readWorkbook(bytes: Uint8Array, shape: FileShape): AsyncGenerator<RowBatch> {
  const sieve = rowSieve(shape);
  let batch: Sieved = { rows: [], rejected: [], problems: [] };
  const rows = streamXlsxRows(bytes, { ...(shape.sheet === null ? {} : { sheet: shape.sheet }) });
  try {
    for await (const row of rows) {
      const cells = row.values.map(cellText);
      const large = cells.findIndex((cell) => cell.length > maxCellLength);
      if (large >= 0) throw new FileRefused(largeCell(row.index + 1));
      sieve.take(batch, row.index + 1, row.index + 1, cells, false);
      if (batch.rows.length < batchRows) continue;
      yield batch;
      batch = { rows: [], rejected: [], problems: [] };
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused(damaged(error));
  }
  yield batch;
}

/** All bytes of a workbook in one piece. Throws FileRefused above `maxWorkbookBytes`. */
export async function collectBytes(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size > maxWorkbookBytes) {
      const limit = `a workbook of at most ${maxWorkbookBytes / 1024 / 1024} MB`;
      throw new FileRefused(
        fileProblem('workbook-too-large', limit, 'a larger one', 'Save the sheet as CSV instead.'),
      );
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return numberText(value);
  if (value instanceof Date) return dateText(value);
  return String(value);
}

/** A spreadsheet holds 15 digits; a zero after three decimals says that the point is no thousands mark. */
function numberText(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}

function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const iso = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

function largeCell(row: number) {
  return fileProblem(
    'cell-too-large',
    'cells of at most 1 MB',
    `a larger cell in row ${row}`,
    'Shorten the cell.',
    {
      row,
    },
  );
}

function damaged(error: unknown) {
  const reason = error instanceof Error ? error.message : String(error);
  const locked = /encrypt|password/i.test(reason);
  return fileProblem(
    locked ? 'encrypted-workbook' : 'damaged-workbook',
    'a complete Excel workbook',
    locked ? 'a workbook with a password' : `one that cannot be opened (${reason.slice(0, 120)})`,
    locked
      ? 'Save it without the password.'
      : 'The file may be cut off or no workbook. Export or upload it again.',
  );
}
