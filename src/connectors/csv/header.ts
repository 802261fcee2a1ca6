import type { Problem } from '#connectors/port.ts';
import { isKnownHeader } from '../understanding/aliases.ts';
import { textOf } from '../values/cell-text.ts';
import { type FileColumn, fileProblem, maxColumns } from './file-shape.ts';

export type NumberedCells = { readonly row: number; readonly cells: readonly string[] };

export type HeaderFound = {
  headerRow: number;
  dataRow: number;
  preambleLines: string[];
  columns: FileColumn[];
  notes: string[];
};

const lookAhead = 50;
const longestName = 300;

/**
 * Finds the header among the first rows: the first row that is about as full as the fullest one and holds names,
 * not values. What stands above is the preamble. Refuses a file without rows, without a header row, with a
 * header only, or with too many columns.
 */
export function findHeader(
  rows: readonly NumberedCells[],
  whole: boolean,
  wantedRow?: number,
): HeaderFound | Problem {
  const filled = rows.slice(0, 500).filter((row) => countFilled(row.cells) > 0);
  if (filled.length === 0) {
    return fileProblem(
      'empty-file',
      'a table with a header row',
      'only blank lines',
      'Export the file again.',
    );
  }
  const head = filled.slice(0, lookAhead);
  const fullest = Math.max(...head.map((row) => countFilled(row.cells)));
  const wanted = wantedRow === undefined ? -1 : head.findIndex((row) => row.row === wantedRow);
  const at = wanted >= 0 ? wanted : headerIndex(head, fullest);
  const header = at === null ? undefined : head[at];
  if (at === null || header === undefined)
    return noHeader(head.find((row) => countFilled(row.cells) > fullest / 2));
  if (header.cells.length > maxColumns) {
    return fileProblem(
      'too-many-columns',
      `at most ${maxColumns} columns`,
      `${header.cells.length} columns`,
      'Export only the columns that are needed.',
      { row: header.row },
    );
  }
  const below = filled.slice(at + 1);
  if (below.length === 0 && whole) {
    return fileProblem(
      'header-only',
      'rows below the header',
      'a header and nothing else',
      'Export the rows too.',
      {
        row: header.row,
      },
    );
  }
  const second = wanted >= 0 ? null : secondHeader(header, below);
  const { columns, notes } = nameColumns((second?.use ?? header).cells, below);
  const preamble = head.slice(0, at).map((row) => row.cells.filter((cell) => cell.trim() !== '').join(' · '));
  if (at > 0)
    notes.push(
      `${at === 1 ? 'One line' : `${at} lines`} above the header (row ${header.row}) ${at === 1 ? 'is' : 'are'} no data.`,
    );
  if (second) notes.push(`The header has two rows; the names of row ${second.use.row} were taken.`);
  return {
    headerRow: (second?.use ?? header).row,
    dataRow: second ? second.last + 1 : header.row + 1,
    preambleLines: preamble,
    columns,
    notes,
  };
}

function headerIndex(head: readonly NumberedCells[], fullest: number): number | null {
  let best: { at: number; known: number } | null = null;
  for (const [at, row] of head.entries()) {
    const filled = countFilled(row.cells);
    if (filled < fullest * 0.6 || (fullest > 1 && filled < 2)) continue;
    const values = row.cells.filter((cell) => looksLikeValue(cell) && !year.test(cell.trim())).length;
    if (values > 0 && values / filled >= 0.2) break;
    const known = row.cells.filter(isKnownHeader).length;
    if (!best) best = { at, known };
    else if (known > best.known + 1 && at <= best.at + 12 && best.known === 0) best = { at, known };
    if (best.known > 0 || at > best.at + 12) break;
  }
  return best?.at ?? null;
}

function noHeader(row: NumberedCells | undefined): Problem {
  const found = (row?.cells ?? []).filter((cell) => cell.trim() !== '').slice(0, 4);
  return fileProblem(
    'no-header',
    'a row with the names of the columns above the data',
    `values in the first row: ${found.join(', ').slice(0, 120)}`,
    'Put a header row with one name per column on top, or export with column headers.',
    { row: row?.row ?? 1 },
  );
}

/** A second row of names (units, or groups above the names): text where every row below has numbers or dates. */
function secondHeader(
  header: NumberedCells,
  below: readonly NumberedCells[],
): { use: NumberedCells; last: number } | null {
  const next = below[0];
  const data = below.slice(1, 21);
  if (!next || data.length < 3 || next.cells.some(looksLikeValue)) return null;
  let agreeing = 0;
  let blank = 0;
  for (const [index] of header.cells.entries()) {
    const values = data.map((row) => row.cells[index] ?? '').filter((cell) => cell.trim() !== '');
    if (values.length < data.length * 0.8 || !values.every(looksLikeValue)) continue;
    if (textOf(next.cells[index]) === null) blank++;
    else agreeing++;
  }
  if (agreeing < 2 || blank >= agreeing) return null;
  const knownAbove = header.cells.filter(isKnownHeader).length;
  const knownBelow = next.cells.filter(isKnownHeader).length;
  return { use: knownBelow > knownAbove ? next : header, last: next.row };
}

function nameColumns(
  cells: readonly string[],
  below: readonly NumberedCells[],
): { columns: FileColumn[]; notes: string[] } {
  const taken = new Set<string>();
  const notes: string[] = [];
  const columns: FileColumn[] = [];
  // Delimiters at the end of every line make no columns.
  const lastFilled = (row: readonly string[]): number => row.findLastIndex((cell) => cell.trim() !== '');
  const end = Math.max(lastFilled(cells.map(cleanHeader)), ...below.map((row) => lastFilled(row.cells)));
  for (const [index, cell] of cells.slice(0, end + 1).entries()) {
    const header = cleanHeader(cell);
    const wanted = header === '' ? `Column ${index + 1}` : header;
    let name = wanted;
    for (let copy = 2; taken.has(name); copy++) name = `${wanted} (${copy})`;
    taken.add(name);
    if (header === '') notes.push(`Column ${index + 1} has no name; it is called "${name}" here.`);
    else if (name !== wanted)
      notes.push(`The name "${wanted}" stands more than once; column ${index + 1} is called "${name}" here.`);
    columns.push({ name, header: cell, index });
  }
  return { columns, notes };
}

/** A header cell without line breaks, invisible marks, outer space and the sort arrow of a report. */
function cleanHeader(cell: string): string {
  return cell
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*[↑↓▲▼]\s*$/u, '')
    .trim()
    .slice(0, longestName);
}

function countFilled(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (cell.trim() !== '') count++;
  return count;
}

const value = /^[-+(]?\s*(?:[A-Z]{3}|[$€£¥])?\s*[-+]?\d[\d.,'\s]*\s*(?:[kKmM%€$£]|[A-Z]{3})?\)?$/;
const date = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b/;
/** A year may well be the name of a column. */
const year = /^(?:19|20)\d\d$/;
const recordId = /^(?=.*\d)00[0-9a-zA-Q][0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?$/;

/** Whether a cell is a number, an amount, a date or a Salesforce id, which no header is. */
function looksLikeValue(cell: string): boolean {
  const text = cell.trim();
  return text.length > 0 && text.length < 40 && (value.test(text) || date.test(text) || recordId.test(text));
}
