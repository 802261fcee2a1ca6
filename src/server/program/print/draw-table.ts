import type { PrintBlock } from '#core/blueprint/print-blocks.ts';
import { notAnswered } from '#core/blueprint/value-text.ts';
import { bottomOf, ink, margin, type Paper, pen, space } from './paper.ts';

type Table = Extract<PrintBlock, { kind: 'table' }>;

const padding = { x: 4, y: 2.2 } as const;
/** Letters of a cell that is not broken. */
const shortWords = 10;

/** A table with rules between its rows; its head stands again where the page turns. */
export function drawTable(paper: Paper, table: Table): void {
  const size = table.dense ? 7 : 8;
  const widths = columnWidths(paper, table, size);
  const row = (cells: readonly (string | null)[], isHead: boolean): void => {
    const height = rowHeight(paper, cells, widths, size, isHead);
    if (paper.pdf.y + height > bottomOf(paper)) {
      paper.pdf.addPage();
      if (!isHead) row(table.head, true);
    }
    drawRow(paper, cells, { widths, size, isHead, named: table.named, height });
  };
  row(table.head, true);
  for (const cells of table.rows) row(cells, false);
  space(paper, 2);
}

/**
 * The width of each column: the longest word always fits, and the rest of the room goes to the columns in proportion to
 * how much they have to say.
 */
function columnWidths(paper: Paper, table: Table, size: number): number[] {
  const columns = table.head.map((head, index) => {
    const cells = table.rows.map((cells) => cells[index] ?? '');
    const widthOf = (face: 'bold' | 'regular', text: string) =>
      pen(paper, face, size).widthOfString(text) * 1.02;
    const measure = (text: string) => widthOf(index === 0 && table.named ? 'bold' : 'regular', text);
    // In a sheet of short words, two short ones are read as one and stay in one line.
    const pieces = cells.flatMap((cell) =>
      table.dense && cell.length <= shortWords ? [cell] : cell.split(/\s+/),
    );
    const headWords = head.split(/\s+/).map((word) => widthOf('bold', word));
    const least = Math.max(14, ...headWords, ...pieces.map(measure)) + 2 * padding.x;
    const most = Math.max(widthOf('bold', head), ...cells.map(measure)) + 2 * padding.x;
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
  isHead: boolean,
): number {
  const heights = cells.map((cell, index) =>
    pen(paper, isHead || index === 0 ? 'bold' : 'regular', size).heightOfString(textOf(cell) || ' ', {
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
    readonly isHead: boolean;
    readonly named: boolean;
    readonly height: number;
  },
): void {
  const { pdf, width } = paper;
  const top = pdf.y;
  let left = margin.side;
  for (const [index, cell] of cells.entries()) {
    const isName = row.isHead || (index === 0 && row.named);
    const face = isName ? 'bold' : cell === null ? 'italic' : 'regular';
    const color = row.isHead || cell === null ? ink.quiet : ink.text;
    const own = row.widths[index] ?? 0;
    pen(paper, face, row.size, color).text(
      textOf(cell),
      left + (index === 0 ? 0 : padding.x),
      top + padding.y,
      {
        width: own - (index === 0 ? padding.x : 2 * padding.x),
      },
    );
    left += own;
  }
  const below = top + row.height;
  pdf
    .moveTo(margin.side, below)
    .lineTo(margin.side + width, below)
    .lineWidth(0.5)
    .strokeColor(row.isHead ? ink.line : ink.fine)
    .stroke();
  pdf.x = margin.side;
  pdf.y = below;
}
