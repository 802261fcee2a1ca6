import Papa from 'papaparse';
import type { Delimiter, FileShape } from './file-shape.ts';

export type Dialect = Pick<FileShape, 'delimiter' | 'quote' | 'spaced' | 'escape' | 'newline'> & {
  /** True where the first line is `sep=…`, a note to Excel and no row of the table. */
  readonly separatorLine: boolean;
};

type ParseDialect = Omit<Dialect, 'separatorLine' | 'spaced'>;

export type ParsedRows = {
  readonly data: string[][];
  readonly errors: readonly { readonly code?: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
};

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

/** How the cells of a text file are separated and quoted, judged from its first text. */
export function findDialect(start: string, whole: boolean, wanted?: Delimiter): Dialect {
  const newline = findNewline(start);
  const lines = unifyNewlines(start, newline);
  const length = Math.max(64 * 1024, lines.indexOf('\n') * 4);
  const text = lines.slice(0, length);
  const complete = whole && lines.length <= length;
  const separator = /^"?sep=([,;\t|])"?[^\S\n]*\n/i.exec(text);
  const quote = /^'[^'\n]*'([,;\t|]'[^'\n]*')+$/m.test(text.slice(0, text.indexOf('\n') + 1).trimEnd())
    ? "'"
    : '"';
  const separatorSays = separator?.[1] as Delimiter | undefined;
  const delimiter = wanted ?? separatorSays ?? findDelimiter(text, quote, complete);
  const base = { delimiter, quote, escape: 'double', newline } as const;
  const spaced = isSpaced(text, base, complete);
  const escapedBy = findEscape(spaced ? closeSpaces(text, delimiter, quote) : text, base, complete);
  return { ...base, spaced, escape: escapedBy, separatorLine: separator !== null };
}

/** Parses text with papaparse's parser; with `partial` the last row, which may go on, is left unparsed. */
export function parseText(text: string, dialect: ParseDialect, partial: boolean): ParsedRows {
  const parser = new Papa.Parser({
    delimiter: dialect.delimiter,
    newline: dialect.newline === '\r' ? '\r' : '\n',
    quoteChar: dialect.quote,
    escapeChar: dialect.escape === 'backslash' ? '\\' : dialect.quote,
  });
  return parser.parse(text, 0, partial) as ParsedRows;
}

/**
 * Text as the parser takes it: where single carriage returns stand beside line feeds, every line end is made a line
 * feed; where quotes open after spaces, the spaces go.
 */
export function tidyText(
  text: string,
  dialect: Pick<Dialect, 'newline' | 'spaced' | 'delimiter' | 'quote'>,
): string {
  const lines = unifyNewlines(text, dialect.newline);
  return dialect.spaced ? closeSpaces(lines, dialect.delimiter, dialect.quote) : lines;
}

function unifyNewlines(text: string, newline: FileShape['newline']): string {
  return newline === 'mixed' ? text.replace(/\r+\n|\r/g, '\n') : text;
}

function closeSpaces(text: string, delimiter: Delimiter, quote: string): string {
  const before = delimiter === '|' ? '\\|' : delimiter;
  return text.replace(new RegExp(`(^|[\\n${before}]) +(?=${quote})`, 'g'), '$1');
}

/** Whether quotes open after spaces (`"a", "b"`), so that the table reads better without these spaces. */
function isSpaced(text: string, dialect: ParseDialect, whole: boolean): boolean {
  const closed = closeSpaces(text, dialect.delimiter, dialect.quote);
  if (closed === text) return false;
  const asWritten = parseText(text, dialect, !whole);
  const opens = asWritten.data.some((row) =>
    row.some((cell) => cell.trimStart().startsWith(dialect.quote) && cell.startsWith(' ')),
  );
  return opens && brokenness(parseText(closed, dialect, !whole)) <= brokenness(asWritten);
}

/** A line feed was used as newline, so the carriage return of CRLF is still on the row's last cell: drop it. */
export function dropCarriageReturn(cells: string[]): void {
  const last = cells.length - 1;
  const cell = cells[last];
  if (cell !== undefined && cell.charCodeAt(cell.length - 1) === 13) cells[last] = cell.slice(0, -1);
}

function findNewline(start: string): FileShape['newline'] {
  const bare = start.replace(/"[^"]*"/g, '');
  const both = bare.split('\r\n').length - 1;
  const feeds = bare.split('\n').length - 1 - both;
  const returns = bare.split('\r').length - 1 - both - (bare.endsWith('\r') ? 1 : 0);
  if (returns > 0) return both + feeds > 0 ? 'mixed' : '\r';
  if (both + feeds === 0 && bare.endsWith('\r')) return '\r';
  return both > feeds ? '\r\n' : '\n';
}

function findDelimiter(text: string, quote: '"' | "'", whole: boolean): Delimiter {
  let best: { delimiter: Delimiter; share: number; width: number } | null = null;
  for (const delimiter of delimiters) {
    const dialect = { delimiter, quote, escape: 'double', newline: '\n' } as const;
    const rows = parseText(text, dialect, !whole).data.slice(0, 300);
    const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
    const { width, share } = commonWidth(filled);
    if (width < 2) continue;
    if (!best || share > best.share + 0.02 || (share > best.share - 0.02 && width > best.width)) {
      best = { delimiter, share, width };
    }
  }
  return best?.delimiter ?? ',';
}

function commonWidth(rows: readonly string[][]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const row of rows) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  return best ? { width: best[0], share: best[1] / rows.length } : { width: 0, share: 0 };
}

function findEscape(text: string, dialect: ParseDialect, whole: boolean): FileShape['escape'] {
  if (!text.includes(`\\${dialect.quote}`)) return 'double';
  const double = brokenness(parseText(text, dialect, !whole));
  const backslash = brokenness(parseText(text, { ...dialect, escape: 'backslash' }, !whole));
  return backslash < double ? 'backslash' : 'double';
}

function brokenness(parsed: ParsedRows): number {
  const { width } = commonWidth(parsed.data);
  const ragged = parsed.data.filter((row) => row.length > 1 && row.length !== width).length;
  return parsed.errors.length + ragged;
}
