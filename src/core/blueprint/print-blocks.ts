import type { Field, GridField, ScalarField, SeriesField } from '#core/program/field.ts';
import type { Page } from '#core/program/page.ts';
import { gridShape } from './grid-shape.ts';
import { notAnswered, type ValueFormat, valueText } from './value-text.ts';

/** A line of a print: a name and what it says; null where nobody has answered. */
export type PrintLine = { readonly label: string; readonly text: string | null; readonly isLong: boolean };

/** What a print is made of, whatever draws it. */
export type PrintBlock =
  | { readonly kind: 'lines'; readonly title: string | null; readonly lines: readonly PrintLine[] }
  | {
      readonly kind: 'table';
      readonly title: string | null;
      readonly head: readonly string[];
      readonly rows: readonly (readonly (string | null)[])[];
      /** The first column names the rows. */
      readonly named: boolean;
      /** Short words in every cell but the first. */
      readonly dense: boolean;
    }
  | {
      readonly kind: 'entries';
      readonly title: string | null;
      readonly entries: readonly { readonly title: string; readonly lines: readonly PrintLine[] }[];
    };

export type PrintSection = { readonly title: string; readonly blocks: readonly PrintBlock[] };

/** Turns what a text field holds into what a reader sees: the key of a measured fact into its sentence. */
export type Quote = (field: ScalarField, value: string) => string;

type Values = Readonly<Record<string, unknown>>;
type Say = { readonly format: ValueFormat; readonly quote: Quote };

/** A page as it is printed: the same declaration as the form, what is optional and empty left out. */
export function printSections(page: Page, body: Values, format: ValueFormat, quote: Quote): PrintSection[] {
  const say = { format, quote };
  return page.sections.flatMap(({ title, fields }) => {
    const known = fields.flatMap((name) => {
      const field = page.fields[name];
      return field === undefined ? [] : [{ field, value: body[name] }];
    });
    const only = known.length === 1 ? known[0]?.field.label : undefined;
    const blocks = known.flatMap(({ field, value }) => blocksOf(field, value, say, only === field.label));
    return blocks.length === 0 ? [] : [{ title, blocks: merged(blocks) }];
  });
}

function blocksOf(field: Field, value: unknown, say: Say, isAlone: boolean): PrintBlock[] {
  const title = isAlone ? null : field.label;
  switch (field.kind) {
    case 'group':
      return [{ kind: 'lines', title, lines: linesOf(field.fields, (value ?? {}) as Values, say) }];
    case 'table': {
      const rows = Array.isArray(value) ? (value as readonly Values[]) : [];
      if (rows.length === 0 && field.isOptional === true) return [];
      if (rows.length === 0) {
        return [{ kind: 'lines', title: null, lines: [{ label: field.label, text: null, isLong: false }] }];
      }
      const columns = Object.entries(field.columns).filter(
        ([name, column]) => column.isOptional !== true || rows.some((row) => !isEmpty(row[name])),
      );
      return [
        {
          kind: 'table',
          title,
          head: columns.map(([, column]) => column.label),
          rows: rows.map((row) => columns.map(([name, column]) => textOf(column, row[name], say))),
          named: false,
          dense: false,
        },
      ];
    }
    case 'grid':
      return gridBlocks(field, (value ?? {}) as Readonly<Record<string, Values>>, say, title);
    default:
      return [{ kind: 'lines', title: null, lines: linesOf({ one: field }, { one: value }, say) }];
  }
}

function gridBlocks(
  grid: GridField,
  value: Readonly<Record<string, Values>>,
  say: Say,
  title: string | null,
): PrintBlock[] {
  const rows = Object.entries(grid.rows).filter(([key]) => isChosen(grid, value[key]));
  if (gridShape(grid).kind === 'cards') {
    const entries = rows.map(([key, row]) => ({
      title: row.label,
      lines: linesOf(grid.columns, value[key] ?? {}, say, row.unit),
    }));
    if (entries.length === 0) {
      return [{ kind: 'lines', title: null, lines: [{ label: grid.label, text: null, isLong: false }] }];
    }
    return [{ kind: 'entries', title, entries }];
  }
  const columns = Object.entries(grid.columns)
    .filter(([name, column]) => {
      if (name === 'label') return false;
      return column.isOptional !== true || rows.some(([key]) => !isEmpty(value[key]?.[name]));
    })
    .flatMap(([name, column]) => flat(name, column));
  if (grid.isOptional === true && rows.every(([key]) => columns.every((one) => isEmpty(one.at(value[key])))))
    return [];
  return [
    {
      kind: 'table',
      title,
      head: ['', ...columns.map(({ label }) => label)],
      rows: rows.map(([key, row]) => [
        String(value[key]?.label ?? '') || row.label,
        ...columns.map(({ field, at }) => textOf(field, at(value[key]), say, row.unit)),
      ]),
      named: true,
      dense: gridShape(grid).kind === 'matrix',
    },
  ];
}

/** A row of cards whose leading choice still says its default, “not selected”, is not printed. */
function isChosen(grid: GridField, row: Values | undefined): boolean {
  const [lead] = Object.entries(grid.columns);
  if (lead === undefined || gridShape(grid).kind !== 'cards' || lead[1].kind !== 'choice') return true;
  return row !== undefined && row[lead[0]] !== lead[1].default;
}

type FlatColumn = {
  readonly label: string;
  readonly field: ScalarField;
  readonly at: (row: Values | undefined) => unknown;
};

function flat(name: string, column: ScalarField | SeriesField): FlatColumn[] {
  if (column.kind !== 'series') {
    return [{ label: column.label, field: column, at: (row) => row?.[name] }];
  }
  return column.labels.map((label, index) => ({
    label,
    field: column.of,
    at: (row) => {
      const list = row?.[name];
      return Array.isArray(list) ? list[index] : undefined;
    },
  }));
}

function linesOf(
  fields: Readonly<Record<string, ScalarField | SeriesField>>,
  values: Values,
  say: Say,
  unit?: GridField['rows'][string]['unit'],
): PrintLine[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name];
    if (isEmpty(value) && field.isOptional === true) return [];
    return [
      {
        label: field.label,
        text: textOf(field, value, say, unit),
        isLong: field.kind === 'text' && field.lines === 'many',
      },
    ];
  });
}

function textOf(
  field: ScalarField | SeriesField,
  value: unknown,
  say: Say,
  unit?: GridField['rows'][string]['unit'],
): string | null {
  if (field.kind === 'text' && field.picks === 'funnel_fact' && typeof value === 'string' && value !== '') {
    return say.quote(field, value);
  }
  // A choice of nothing is an empty cell; “no credit” is a word of its own.
  if (field.kind === 'choice' && value === 'none' && field.options.none === '–') return '';
  const text = valueText(field, value, say.format, unit);
  return text === notAnswered ? (field.isOptional === true ? '' : null) : text;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** Single lines that follow each other stand together. */
function merged(blocks: readonly PrintBlock[]): PrintBlock[] {
  const all: PrintBlock[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    if (last?.kind === 'lines' && block.kind === 'lines' && last.title === null && block.title === null) {
      all[all.length - 1] = { ...last, lines: [...last.lines, ...block.lines] };
    } else {
      all.push(block);
    }
  }
  return all;
}
