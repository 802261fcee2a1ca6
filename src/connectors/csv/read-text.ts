import type { RowBatch } from '#connectors/port.ts';
import { decoderFor } from './decode.ts';
import { dropCarriageReturn, parseText, tidyText } from './dialect.ts';
import { nulProblem } from './encoding.ts';
import { FileRefused, type FileShape, fileProblem, maxCellLength } from './file-shape.ts';
import { type RowSieve, rowSieve, type Sieved } from './row-sieve.ts';
import { unclosedQuote } from './sniff.ts';

const batchLength = 64 * 1024;
const longestRow = 4 * maxCellLength;

/**
 * Streams the rows of a text file. One batch is read at a time and only when it is asked for, so memory stays
 * flat however long the file is. Throws FileRefused where going on would read nonsense: an unclosed quote, a
 * zero byte, a cell over 1 MB, an end inside a character.
 */
export async function* readText(
  bytes: AsyncIterable<Uint8Array>,
  shape: FileShape,
): AsyncGenerator<RowBatch> {
  const decoder = decoderFor(shape.encoding, shape.encodingSeen);
  const reading: Reading = { shape, sieve: rowSieve(shape), row: 0, line: 1 };
  let text = '';
  let want = batchLength;
  for await (const piece of inPieces(bytes)) {
    text += decoder.decode(piece);
    if (text.length < want) continue;
    const { batch, rest } = readPart(reading, holdReturn(text, shape), false);
    text = rest;
    // A row longer than a batch is parsed again from its start: let the text double before the next try.
    want = Math.max(batchLength, text.length * 2);
    if (batch) yield batch;
  }
  text += decoder.end();
  const { batch } = readPart(reading, { now: text, later: '' }, true);
  const notes = decoder.notes.map((found) => ({
    code: 'encoding',
    severity: 'note' as const,
    row: null,
    column: null,
    expected: 'one encoding',
    found,
    repair: 'Check names with accents; if they are wrong, export as UTF-8.',
  }));
  if (batch || notes.length > 0) {
    yield {
      rows: batch?.rows ?? [],
      rejected: batch?.rejected ?? [],
      problems: [...(batch?.problems ?? []), ...notes],
    };
  }
}

/** The bytes in pieces of at most a batch, so that one large buffer does not become one large batch. */
async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    for (let at = 0; at < piece.length; at += batchLength) yield piece.subarray(at, at + batchLength);
  }
}

type Reading = { shape: FileShape; sieve: RowSieve; row: number; line: number };

/** With mixed line ends, a carriage return at the end of a piece waits for the line feed that may follow. */
function holdReturn(text: string, shape: FileShape): { now: string; later: string } {
  if (shape.newline !== 'mixed' || !text.endsWith('\r')) return { now: text, later: '' };
  return { now: text.slice(0, -1), later: '\r' };
}

function readPart(
  reading: Reading,
  part: { now: string; later: string },
  last: boolean,
): { batch: Sieved | null; rest: string } {
  const { shape } = reading;
  const text = tidyText(part.now, shape);
  if (text === '') return { batch: null, rest: part.later };
  const parsed = parseText(text, shape, !last);
  const zero = text.indexOf('\0');
  if (zero >= 0 && (last || zero < parsed.meta.cursor))
    throw new FileRefused(nulProblem(rowOfZero(reading, parsed.data)));
  const broken = new Set<number>();
  for (const error of parsed.errors) {
    if (error.code === 'MissingQuotes')
      throw new FileRefused(unclosedQuote(reading.row + (error.row ?? 0) + 1));
    if (error.code === 'InvalidQuotes' && error.row !== undefined) broken.add(error.row);
  }
  const batch = takeRows(reading, text, parsed.data, parsed.meta.cursor, broken);
  if (last) {
    if (!/[\r\n]$/.test(text)) reading.sieve.endedWithout(batch);
    return { batch, rest: '' };
  }
  const rest = text.slice(parsed.meta.cursor);
  if (rest.length > longestRow) throw new FileRefused(tooLarge(reading, rest));
  return { batch, rest: rest + part.later };
}

function takeRows(
  reading: Reading,
  text: string,
  data: string[][],
  end: number,
  broken: Set<number>,
): Sieved {
  const { shape, sieve } = reading;
  const batch: Sieved = { rows: [], rejected: [], problems: [] };
  const lineEnd = shape.newline === '\r' ? '\r' : '\n';
  const spread = text.includes(shape.quote) && countOf(text, lineEnd, end) > data.length;
  const large = text.length > maxCellLength;
  for (let index = 0; index < data.length; index++) {
    const cells = data[index] ?? [];
    if (lineEnd === '\n') dropCarriageReturn(cells);
    reading.row++;
    if (large) refuseLarge(reading, cells);
    sieve.take(batch, reading.row, reading.line, cells, broken.has(index));
    reading.line++;
    if (spread) for (const cell of cells) reading.line += countOf(cell, lineEnd, cell.length);
  }
  return batch;
}

function countOf(text: string, what: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf(what); at >= 0 && at < end; at = text.indexOf(what, at + 1)) count++;
  return count;
}

function rowOfZero(reading: Reading, data: readonly string[][]): number {
  const index = data.findIndex((cells) => cells.some((cell) => cell.includes('\0')));
  return reading.row + (index < 0 ? data.length : index) + 1;
}

function refuseLarge(reading: Reading, cells: readonly string[]): void {
  const index = cells.findIndex((cell) => cell.length > maxCellLength);
  if (index < 0) return;
  const column = reading.shape.columns.find((each) => each.index === index)?.name ?? `Column ${index + 1}`;
  throw new FileRefused(largeCell(reading.row, column));
}

function tooLarge(reading: Reading, rest: string) {
  const unclosed = parseText(rest, reading.shape, false).errors.some(
    (error) => error.code === 'MissingQuotes',
  );
  return unclosed ? unclosedQuote(reading.row + 1) : largeCell(reading.row + 1);
}

function largeCell(row: number, column?: string) {
  return fileProblem(
    'cell-too-large',
    'cells of at most 1 MB',
    `a larger cell in row ${row}`,
    'Shorten the cell or leave the column out; often a quote is missing or a document was pasted.',
    column === undefined ? { row } : { row, column },
  );
}
