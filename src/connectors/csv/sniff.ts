import type { Problem } from '#connectors/port.ts';
import { findContainer } from './container.ts';
import { decodeStart } from './decode.ts';
import { dropCarriageReturn, findDialect, parseText, tidyText } from './dialect.ts';
import { findEncoding } from './encoding.ts';
import { type FileShape, fileProblem, type ShapeChoice, sniffBytes } from './file-shape.ts';
import { findHeader, type NumberedCells } from './header.ts';

/** What `sniff` says: the shape of a table, or why the file is none. */
export type Sniffed =
  | { readonly ok: true; readonly shape: FileShape }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Understands a text file by its first bytes: encoding, delimiter, quoting, line ends, preamble, header row and
 * columns. Give it up to `sniffBytes`; fewer means that this is the whole file. For a workbook it only says that
 * it is one (its columns stand deep inside): `openFile` reads on. A file that is no table is refused with the
 * reason and what to do; nothing is thrown.
 */
export function sniff(firstBytes: Uint8Array, fileName = '', choice: ShapeChoice = {}): Sniffed {
  const first = firstBytes.subarray(0, sniffBytes);
  const whole = firstBytes.length < sniffBytes;
  const container = findContainer(first);
  if (container === 'xlsx') return { ok: true, shape: workbookShape(fileName) };
  if (container !== 'text') return { ok: false, problem: container };
  const found = choice.encoding ? chosenEncoding(choice.encoding) : findEncoding(first, whole);
  if ('code' in found) return { ok: false, problem: found };
  const text = decodeStart(first, found.encoding);
  if (text.trim() === '') {
    const empty = fileProblem(
      'empty-file',
      'a table with a header row',
      'a file without content',
      'Export the file again.',
    );
    return { ok: false, problem: empty };
  }
  const dialect = findDialect(text, whole, choice.delimiter);
  const parsed = parseText(tidyText(text, dialect), dialect, !whole);
  const unclosed = parsed.errors.find((error) => error.code === 'MissingQuotes');
  if (unclosed || (parsed.data.length === 0 && !whole)) {
    const quoted = unclosed || text.includes(dialect.quote);
    return { ok: false, problem: quoted ? unclosedQuote((unclosed?.row ?? 0) + 1) : endlessLine() };
  }
  const rows: NumberedCells[] = parsed.data.map((cells, index) => {
    dropCarriageReturn(cells);
    return { row: index + 1, cells };
  });
  const header = findHeader(dialect.separatorLine ? rows.slice(1) : rows, whole, choice.headerRow);
  if ('code' in header) return { ok: false, problem: header };
  const { separatorLine, ...shape } = dialect;
  const notes = [...found.notes, ...header.notes];
  if (separatorLine) notes.unshift('The first line only names the delimiter (sep=).');
  if (dialect.escape === 'backslash') notes.push('Quotes inside cells are written with a backslash.');
  if (dialect.newline === 'mixed') notes.push('Line ends are mixed; each was read as one line end.');
  return {
    ok: true,
    shape: {
      container: 'text',
      encoding: found.encoding,
      encodingSeen: found.seen,
      ...shape,
      sheet: null,
      sheets: [],
      ...header,
      notes,
    },
  };
}

function endlessLine(): Problem {
  return fileProblem(
    'no-line-end',
    'a header row of at most 256 kB',
    'a first line without an end',
    'The file is no table, or its line ends are lost. Export it again as CSV.',
    { row: 1 },
  );
}

/** The refusal of a file in which a quote is opened in that row and never closed. */
export function unclosedQuote(row: number): Problem {
  return fileProblem(
    'unclosed-quote',
    'a closing quote',
    `a quote that opens in row ${row} and is not closed before the file ends`,
    'Close the quote in that row, or export again: the file may also have been cut off.',
    { row },
  );
}

function chosenEncoding(encoding: FileShape['encoding']) {
  return { encoding, seen: true, notes: [`The encoding was set to ${encoding}.`] };
}

/** The shape of a workbook as far as its first bytes tell. */
export function workbookShape(fileName: string): FileShape {
  const named = /\.(csv|tsv|txt)$/i.exec(fileName);
  return {
    container: 'xlsx',
    encoding: 'utf-8',
    encodingSeen: true,
    delimiter: ',',
    quote: '"',
    spaced: false,
    escape: 'double',
    newline: '\n',
    sheet: null,
    sheets: [],
    headerRow: 1,
    dataRow: 2,
    preambleLines: [],
    columns: [],
    notes: named ? [`The file is an Excel workbook, although its name ends in ${named[0]}.`] : [],
  };
}
