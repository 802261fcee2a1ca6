import { notAnswered } from '#core/blueprint/value-text.ts';
import { bottomOf, ink, margin, type Paper, pen, space } from './paper.ts';

/** A table as it is drawn. A cell of null says that nobody has answered. */
export type Table = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** The first column names the rows. */
  readonly named: boolean;
  /** Short words in every cell but the first. */
  readonly dense: boolean;
  /** From this column on numbers stand, at the right edge of their column. */
  readonly numbersFrom?: number;
  /** The last row sums the others up. */
  readonly hasTotal?: boolean;
};

const padding = { x: 4, y: 2.2 } as const;
/** Letters of a cell that is not broken. */
const shortWords = 10;

/** A table with rules between its rows; its head stands again where the page turns. */
export function drawTable(paper: Paper, table: Table): void {
  const draw = openTable(paper, table);
  for (const index of table.rows.keys()) draw(index);
  space(paper, 2);
}

/** Draws the head of a table and answers what draws one of its rows, for a table so long that others have their turn. */
export function openTable(paper: Paper, table: Table): (index: number) => void {
  const size = table.dense ? 7 : 8;
  const widths = columnWidths(paper, table, size);
  const row = (cells: readonly (string | null)[], kind: RowKind): void => {
    const height = rowHeight(paper, cells, widths, size, kind !== 'plain');
    if (paper.pdf.y + height > bottomOf(paper)) {
      paper.pdf.addPage();
      if (kind !== 'head') row(table.head, 'head');
    }
    drawRow(paper, cells, { widths, size, kind, table, height });
  };
  row(table.head, 'head');
  return (index) => {
    const isTotal = table.hasTotal === true && index === table.rows.length - 1;
    row(table.rows[index] ?? [], isTotal ? 'total' : 'plain');
  };
}

type RowKind = 'head' | 'plain' | 'total';

/**
 * The width of each column: the longest word always fits, and the rest of the room goes to the columns in proportion to
 * how much they have to say.
 */
function columnWidths(paper: Paper, table: Table, size: number): number[] {
  const columns = table.head.map((head, index) => {
    const cells = table.rows.map((cells) => cells[index] ?? '');
    const widthOf = (face: 'bold' | 'regular', text: string) =>
      pen(paper, face, size).widthOfString(text) * 1.02;
    const isBold =
      (index === 0 && table.named) || (index >= (table.numbersFrom ?? index + 1) && table.hasTotal);
    const measure = (text: string) => widthOf(isBold ? 'bold' : 'regular', text);
    // In a sheet of short words, two short ones are read as one and stay in one line.
    const pieces = cells.flatMap((cell) =>
      table.dense && cell.length <= shortWords ? [cell] : cell.split(/\s+/),
    );
    const headWords = head.split(/\s+/).map((word) => widthOf('bold', word));
    const widest = (texts: readonly string[], from: number) =>
      texts.reduce((width, text) => Math.max(width, measure(text)), from);
    const least = widest(pieces, Math.max(14, ...headWords)) + 2 * padding.x;
    const most = widest(cells, widthOf('bold', head)) + 2 * padding.x;
    return { least: Math.min(least, paper.width / 3), most: Math.max(least, most) };
  });
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  const wish = columns.reduce((sum, column) => sum + (column.most - column.least), 0);
  const left = paper.width - least;
  if (left <= 0) return columns.map((column) => (column.least / least) * paper.width);
  return columns.map(
    (column) =>
      column.least + (wish === 0 ? left / columns.length : (left * (column.most - column.least)) / wish),
  );
}

function textOf(cell: string | null): string {
  return cell ?? notAnswered;
}

function rowHeight(
  paper: Paper,
  cells: readonly (string | null)[],
  widths: readonly number[],
  size: number,
  isBold: boolean,
): number {
  const heights = cells.map((cell, index) =>
    pen(paper, isBold || index === 0 ? 'bold' : 'regular', size).heightOfString(textOf(cell) || ' ', {
      width: (widths[index] ?? 0) - (index === 0 ? padding.x : 2 * padding.x),
    }),
  );
  return Math.max(...heights) + 2 * padding.y;
}

function drawRow(
  paper: Paper,
  cells: readonly (string | null)[],
  row: {
    readonly widths: readonly number[];
    readonly size: number;
    readonly kind: RowKind;
    readonly table: Table;
    readonly height: number;
  },
): void {
  const { pdf, width } = paper;
  const top = pdf.y;
  let left = margin.side;
  for (const [index, cell] of cells.entries()) {
    const isName = row.kind !== 'plain' || (index === 0 && row.table.named);
    const face = isName ? 'bold' : cell === null ? 'italic' : 'regular';
    const color = row.kind === 'head' || cell === null ? ink.quiet : ink.text;
    const own = row.widths[index] ?? 0;
    pen(paper, face, row.size, color).text(
      textOf(cell),
      left + (index === 0 ? 0 : padding.x),
      top + padding.y,
      {
        width: own - (index === 0 ? padding.x : 2 * padding.x),
        align: index >= (row.table.numbersFrom ?? row.widths.length) ? 'right' : 'left',
      },
    );
    left += own;
  }
  const below = top + row.height;
  pdf
    .moveTo(margin.side, below)
    .lineTo(margin.side + width, below)
    .lineWidth(0.5)
    .strokeColor(row.kind === 'head' ? ink.line : ink.fine)
    .stroke();
  pdf.x = margin.side;
  pdf.y = below;
}
