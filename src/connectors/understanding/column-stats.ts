import type { SourceRow } from '#connectors/port.ts';
import type { FileColumn, FileShape } from '../csv/file-shape.ts';
import { historyFieldOf } from '../salesforce/history-fields.ts';
import { detached, flagOf, textOf } from '../values/cell-text.ts';
import { type DateOrder, orderOfBits, possibleOrders, readDate } from '../values/date.ts';
import { type DecimalMark, decimalEvidence, readNumber } from '../values/number.ts';

/** What all values of one column say together. */
export type ColumnStats = {
  readonly column: string;
  readonly filled: number;
  readonly empty: number;
  /** The commonest values, at most `maxValues` of them, commonest first. */
  readonly values: readonly { readonly value: string; readonly rows: number }[];
  /** False where there were more different values than are kept. */
  readonly allValues: boolean;
  readonly dates: number;
  readonly numbers: number;
  /** The order of day and month: proven by some value, or not; null where no date leaves a choice. */
  readonly dateOrder: DateOrder | 'ambiguous' | 'contradictory' | null;
  /** Rows that prove the order, or examples of dates that read both ways. */
  readonly dateExamples: readonly { readonly row: number; readonly value: string }[];
  readonly decimal: DecimalMark | 'ambiguous' | 'contradictory' | null;
  readonly decimalExamples: readonly { readonly row: number; readonly value: string }[];
};

/** Stage names with how many of their rows a won or closed column calls won, lost or open. */
export type StageEvidence = {
  readonly rows: number;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  readonly order: number | null;
};

export type TableStats = {
  readonly rows: number;
  readonly columns: readonly ColumnStats[];
  readonly stageEvidence: ReadonlyMap<string, StageEvidence>;
};

/** The columns whose values are read together to learn what each stage means. */
export type StageColumns = {
  readonly stage: FileColumn;
  /** Where `stage` holds the new value of any field: the column that names the field. */
  readonly field: FileColumn | null;
  readonly isWon: FileColumn | null;
  readonly isClosed: FileColumn | null;
  readonly order: FileColumn | null;
};

export const maxValues = 500;
const learningRows = 400;
const exampleCount = 3;
const allOrders = 7;

/** Collects statistics over a whole file while it streams by; memory does not grow with its rows. */
export type StatsCollector = { add(rows: readonly SourceRow[]): void; finish(): TableStats };

type Tally = {
  column: FileColumn;
  filled: number;
  values: Map<string, number>;
  allValues: boolean;
  dates: number;
  numbers: number;
  watchDates: boolean;
  watchNumbers: boolean;
  orderBits: number;
  choices: number;
  dateExamples: { row: number; value: string }[];
  proofs: { row: number; value: string }[];
  marks: Set<DecimalMark>;
  markProofs: { row: number; value: string }[];
  unclear: { row: number; value: string }[];
  unclearMarks: Set<DecimalMark>;
};

/** A collector for a file of that shape; `stages` where a stage column was recognised. */
export function statsCollector(shape: FileShape, stages: StageColumns | null): StatsCollector {
  const tallies = shape.columns.map(newTally);
  const evidence = new Map<string, Seen>();
  let rows = 0;
  return {
    add(batch) {
      for (const { row, cells } of batch) {
        rows++;
        for (const tally of tallies) {
          const cell = cells[tally.column.index];
          const text = cell === undefined || cell === '' ? null : textOf(cell);
          if (text !== null) count(tally, text, row, rows <= learningRows);
        }
        if (stages) noteStage(evidence, stages, cells);
        if (rows === learningRows) for (const tally of tallies) decideWatch(tally);
      }
    },
    finish: () => ({
      rows,
      columns: tallies.map((tally) => finished(tally, rows, shape.delimiter)),
      stageEvidence: evidence,
    }),
  };
}

function newTally(column: FileColumn): Tally {
  return {
    column,
    filled: 0,
    values: new Map(),
    allValues: true,
    dates: 0,
    numbers: 0,
    watchDates: true,
    watchNumbers: true,
    orderBits: allOrders,
    choices: 0,
    dateExamples: [],
    proofs: [],
    marks: new Set(),
    markProofs: [],
    unclear: [],
    unclearMarks: new Set(),
  };
}

function count(tally: Tally, text: string, row: number, learning: boolean): void {
  tally.filled++;
  if (tally.allValues && text.length <= 120) {
    const seen = tally.values.get(text);
    if (seen !== undefined) tally.values.set(text, seen + 1);
    else if (tally.values.size < maxValues) tally.values.set(detached(text), 1);
    else tally.allValues = false;
  } else if (tally.allValues) tally.allValues = false;
  if (text.length > 40) return;
  if (tally.watchDates) countDate(tally, text, row, learning);
  if (tally.watchNumbers) countNumber(tally, text, row, learning);
}

function countDate(tally: Tally, text: string, row: number, learning: boolean): void {
  const bits = possibleOrders(text);
  if (bits === null) {
    if (learning && typeof readDate(text, 'mdy') !== 'string') tally.dates++;
    return;
  }
  if (learning) tally.dates++;
  if (bits === 0) return;
  tally.choices++;
  tally.orderBits &= bits;
  const into = orderOfBits(bits) === null ? tally.dateExamples : tally.proofs;
  if (into.length < exampleCount) into.push({ row, value: detached(text) });
}

function countNumber(tally: Tally, text: string, row: number, learning: boolean): void {
  if (learning && typeof readNumber(text, null) !== 'string') tally.numbers++;
  const mark = decimalEvidence(text);
  if (mark === null) return;
  if (mark === 'ambiguous') {
    if (learning) tally.numbers++;
    tally.unclearMarks.add(text.includes(',') ? ',' : '.');
    if (tally.unclear.length < exampleCount) tally.unclear.push({ row, value: detached(text) });
    return;
  }
  if (tally.marks.has(mark)) return;
  tally.marks.add(mark);
  tally.markProofs.push({ row, value: detached(text) });
}

/** After the first rows only columns that hold dates or numbers are looked at for them. */
function decideWatch(tally: Tally): void {
  tally.watchDates = tally.filled === 0 || tally.dates > tally.filled / 2;
  tally.watchNumbers = tally.filled === 0 || tally.numbers > tally.filled / 2;
}

function finished(tally: Tally, rows: number, delimiter: FileShape['delimiter']): ColumnStats {
  const order = orderOfBits(tally.orderBits);
  const values = [...tally.values]
    .map(([value, count]) => ({ value, rows: count }))
    .sort((a, b) => b.rows - a.rows);
  return {
    column: tally.column.name,
    filled: tally.filled,
    empty: rows - tally.filled,
    values,
    allValues: tally.allValues,
    dates: tally.dates,
    numbers: tally.numbers,
    dateOrder:
      tally.choices === 0 ? null : (order ?? (tally.orderBits === 0 ? 'contradictory' : 'ambiguous')),
    dateExamples: order === null ? [...tally.dateExamples, ...tally.proofs].slice(0, 4) : tally.proofs,
    decimal: markOf(tally, delimiter),
    decimalExamples: tally.marks.size > 0 ? tally.markProofs : tally.unclear,
  };
}

/**
 * The mark that some amount proves. Where every separator stands before three digits, the delimiter tells: who
 * writes a decimal comma separates cells by semicolons, so `1,234` between commas is a thousand, and `1.234`
 * between semicolons is one too.
 */
function markOf(tally: Tally, delimiter: FileShape['delimiter']): ColumnStats['decimal'] {
  if (tally.marks.size > 1) return 'contradictory';
  const [mark] = tally.marks;
  if (mark !== undefined) return mark;
  const [unclear] = tally.unclearMarks;
  if (unclear === undefined) return null;
  if (tally.unclearMarks.size > 1) return 'ambiguous';
  if (unclear === ',' && delimiter === ',') return '.';
  return unclear === '.' && delimiter === ';' ? ',' : 'ambiguous';
}

type Seen = { rows: number; won: number; lost: number; open: number; order: number | null };

function noteStage(evidence: Map<string, Seen>, columns: StageColumns, cells: readonly string[]): void {
  if (columns.field && historyFieldOf(textOf(cells[columns.field.index])) !== 'stage') return;
  const stage = textOf(cells[columns.stage.index]);
  if (stage === null) return;
  let seen = evidence.get(stage);
  if (!seen) {
    if (evidence.size >= maxValues) return;
    seen = { rows: 0, won: 0, lost: 0, open: 0, order: null };
    evidence.set(detached(stage), seen);
  }
  seen.rows++;
  const won = columns.isWon ? flagOf(cells[columns.isWon.index]) : null;
  const closed = columns.isClosed ? flagOf(cells[columns.isClosed.index]) : null;
  if (won === true) seen.won++;
  else if (closed === true && won === false) seen.lost++;
  else if (closed === false) seen.open++;
  const order = columns.order ? Number(textOf(cells[columns.order.index]) ?? Number.NaN) : Number.NaN;
  if (Number.isFinite(order)) seen.order = order;
}
