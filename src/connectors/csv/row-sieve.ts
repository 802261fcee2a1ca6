import type { Problem, SourceRow } from '#connectors/port.ts';
import type { FileShape } from './file-shape.ts';
import { isFooter } from './footer.ts';

export type Sieved = { rows: SourceRow[]; rejected: SourceRow[]; problems: Problem[] };

/**
 * Tells the data rows of a table from what stands between and below them. Blank lines go silently; footers and
 * repeated headers go with a note; a row with more cells than the header is rejected, since nobody can say which
 * cell is the extra one; a short row stays and simply says nothing in its missing cells.
 */
export type RowSieve = {
  /** Takes one row in file order. `broken`: the parser found a quote that does not fit. */
  take(into: Sieved, row: number, line: number, cells: string[], broken: boolean): void;
  /** Judges the last row of a file that ends without a line end. */
  endedWithout(into: Sieved): void;
};

/** A sieve for one pass over a file of that shape. */
export function rowSieve(shape: FileShape): RowSieve {
  const width = (shape.columns.at(-1)?.index ?? 0) + 1;
  const firstHeader = shape.columns[0]?.header ?? '';
  const firstIndex = shape.columns[0]?.index ?? 0;
  let shortRows = 0;
  let dataRows = 0;

  const isHeaderAgain = (cells: readonly string[]): boolean =>
    cells[firstIndex] === firstHeader &&
    shape.columns.length > 1 &&
    shape.columns.every((column) => cells[column.index] === column.header);

  return {
    take(into, row, line, cells, broken) {
      if (row < shape.dataRow || isBlank(cells)) return;
      if (isFooter(cells)) {
        into.problems.push(footerNote(row, cells));
        return;
      }
      if (isHeaderAgain(cells)) {
        into.problems.push(headerNote(row));
        return;
      }
      dataRows++;
      if (cells.length < width) shortRows++;
      const extra =
        cells.length > width ? cells.findIndex((cell, at) => at >= width && cell.trim() !== '') : -1;
      const spread = broken && cells.some((cell) => cell.includes('\n') || cell.includes('\r'));
      if (extra < 0 && !spread) {
        into.rows.push({ row, line, cells });
        return;
      }
      into.rejected.push({ row, line, cells });
      into.problems.push(spread ? brokenQuote(row) : tooLong(row, width, cells, extra));
    },
    endedWithout(into) {
      const last = into.rows.at(-1);
      if (!last || last.cells.length >= width || shortRows !== 1 || dataRows < 2) return;
      into.rows.pop();
      into.rejected.push(last);
      into.problems.push(cutOff(last, width));
    },
  };
}

/** Control-Z, with which old systems end a file. */
const endOfFile = '\u001a';

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '' && cell !== endOfFile) return false;
  return true;
}

function footerNote(row: number, cells: readonly string[]): Problem {
  return {
    code: 'footer',
    severity: 'note',
    row,
    column: null,
    expected: 'a data row',
    found: cells.find((cell) => cell.trim() !== '')?.slice(0, 80) ?? '',
    repair: 'Nothing: lines below a report are left out.',
  };
}

function headerNote(row: number): Problem {
  return {
    code: 'repeated-header',
    severity: 'note',
    row,
    column: null,
    expected: 'a data row',
    found: 'the header once more',
    repair: 'Nothing: it was left out.',
  };
}

function tooLong(row: number, width: number, cells: readonly string[], extra: number): Problem {
  return {
    code: 'row-too-long',
    severity: 'reject',
    row,
    column: null,
    expected: `${width} cells, as in the header`,
    found: `${cells.length} cells; the first one too many is "${(cells[extra] ?? '').slice(0, 60)}"`,
    repair: 'Put quotes around the cell in which the delimiter stands, or remove the extra cell.',
  };
}

function brokenQuote(row: number): Problem {
  return {
    code: 'unclosed-quote',
    severity: 'reject',
    row,
    column: null,
    expected: 'each quote that opens a cell to be closed in that cell',
    found: 'a quote that opens here and runs into the next lines',
    repair: 'Close the quote, or double every quote inside a quoted cell.',
  };
}

function cutOff(last: SourceRow, width: number): Problem {
  return {
    code: 'truncated-row',
    severity: 'reject',
    row: last.row,
    column: null,
    expected: `${width} cells and a line end`,
    found: `${last.cells.length} cells and the end of the file`,
    repair: 'The file seems to be cut off. Export it again, or complete this row.',
  };
}
