import type { GridField, ScalarField, SeriesField } from '#core/program/field.ts';

type Column = ScalarField | SeriesField;

/**
 * How a grid is drawn. `matrix`: many small choices per row, shown as a sheet of short words. `cards`: rows that hold
 * longer texts, one card each. `table`: everything else; what does not fit beside the row's name stands below it.
 */
export type GridShape =
  | { readonly kind: 'matrix'; readonly cells: readonly string[]; readonly below: readonly string[] }
  | { readonly kind: 'cards' }
  | { readonly kind: 'table'; readonly cells: readonly string[]; readonly below: readonly string[] };

/** From so many choices in a row on, their fields would be wider than the page. */
const choicesOfAMatrix = 5;
/** A row with more fields than this is easier to read as a card. */
const mostOfATable = 5;
/** So many cards nobody reads: a longer list stays a table. */
const mostOfCards = 12;
/** The room beside the name of a row, and what a field of each kind needs of it at least, in pixels. */
const room = 500;
const needs = { number: 92, share: 92, money: 110, measure: 104, choice: 124, date: 136, flag: 40 } as const;

/** The shape of a grid, from its columns alone. */
export function gridShape(grid: GridField): GridShape {
  const columns = Object.entries(grid.columns);
  const choices = columns.filter(([, column]) => isChoice(column));
  const countOfChoices = choices.reduce((sum, [, column]) => sum + widthInCells(column), 0);
  if (countOfChoices >= choicesOfAMatrix) {
    return {
      kind: 'matrix',
      cells: choices.map(([name]) => name),
      below: columns.filter(([, column]) => !isChoice(column)).map(([name]) => name),
    };
  }
  const isLong = columns.some(([, column]) => column.kind === 'text' && column.lines === 'many');
  const isList = Object.keys(grid.rows).length > mostOfCards;
  if (isLong || (columns.length > mostOfATable && !isList)) return { kind: 'cards' };
  return { kind: 'table', ...splitOfTable(columns) };
}

function splitOfTable(columns: readonly (readonly [string, Column])[]): {
  cells: string[];
  below: string[];
} {
  const names = columns.map(([name]) => name);
  const width = columns.reduce((sum, [, column]) => sum + needOf(column), 0);
  if (width <= room) return { cells: names, below: [] };
  // What is of the first column's sort stays beside it: figures with figures, texts with texts.
  const [first] = columns;
  const wantsText = first !== undefined && isWide(first[1]);
  let left = room;
  const cells = columns
    .filter(([, column]) => isWide(column) === wantsText)
    .filter(([, column]) => {
      left -= needOf(column);
      return left >= 0;
    })
    .map(([name]) => name);
  return { cells, below: names.filter((name) => !cells.includes(name)) };
}

function isChoice(column: Column): boolean {
  return column.kind === 'choice' || (column.kind === 'series' && column.of.kind === 'choice');
}

function widthInCells(column: Column): number {
  return column.kind === 'series' ? column.labels.length : 1;
}

function isWide(column: Column): boolean {
  return column.kind === 'text' || column.kind === 'date';
}

function needOf(column: Column): number {
  if (column.kind === 'series') return column.labels.length * needOf(column.of);
  return column.kind === 'text' ? (column.most > 150 ? 180 : 140) : needs[column.kind];
}
