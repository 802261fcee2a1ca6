import { fieldsOf, neededFields } from './fields.ts';
import type { ImportMapping, Understanding } from './import-data.ts';

/** What a column means: a field, the date of a stage, or nothing (it is left out). */
export type ColumnMeaning =
  | { readonly is: 'field'; readonly field: string }
  | { readonly is: 'stage-date'; readonly stage: string }
  | { readonly is: 'nothing' };

export type ColumnRow = {
  readonly column: string;
  readonly examples: readonly string[];
  /** Why it was suggested; empty once the person chose otherwise. */
  readonly reason: string;
  readonly meaning: ColumnMeaning;
  readonly needed: boolean;
};

/** What this column means by the mapping. */
export function meaningOf(mapping: ImportMapping, column: string): ColumnMeaning {
  const field = Object.entries(mapping.columns).find(([, name]) => name === column)?.[0];
  if (field !== undefined) return { is: 'field', field };
  const stage = mapping.stageColumns?.[column];
  return stage === undefined ? { is: 'nothing' } : { is: 'stage-date', stage };
}

/** The columns of a file: those of needed fields first, then the other used ones, then what is left out. */
export function columnRows(understanding: Understanding, mapping: ImportMapping): ColumnRow[] {
  const needed = new Set(neededFields(mapping.kind).flat());
  const order = fieldsOf(mapping.kind);
  const rows = understanding.columns.map(({ column, examples, reason, field }): ColumnRow => {
    const meaning = meaningOf(mapping, column);
    const asSuggested = (meaning.is === 'field' ? meaning.field : null) === field;
    return {
      column,
      examples,
      reason: meaning.is === 'stage-date' ? 'Its name says which stage it dates.' : asSuggested ? reason : '',
      meaning,
      needed: meaning.is === 'field' && needed.has(meaning.field),
    };
  });
  const place = ({ meaning, needed: isNeeded }: ColumnRow): number => {
    if (meaning.is === 'nothing') return 3000;
    if (meaning.is === 'stage-date') return 2000;
    return (isNeeded ? 0 : 1000) + order.indexOf(meaning.field);
  };
  return rows.toSorted((a, b) => place(a) - place(b));
}

/** The fields that every row needs and that no column is yet said to be; of a list, one is enough. */
export function missingFields(mapping: ImportMapping): readonly (readonly string[])[] {
  const stageDates = Object.keys(mapping.stageColumns ?? {}).length > 0;
  const has = (field: string): boolean =>
    mapping.columns[field] !== undefined ||
    (stageDates && (field === 'stage' || field === 'changedAt')) ||
    (field === 'partner' && mapping.partner !== undefined);
  return neededFields(mapping.kind).filter((oneOf) => !oneOf.some(has));
}

/** The mapping after a column was given another meaning. A field belongs to one column, a column means one thing. */
export function withMeaning(mapping: ImportMapping, column: string, meaning: ColumnMeaning): ImportMapping {
  const kept = Object.entries(mapping.columns).filter(
    ([field, name]) => name !== column && !(meaning.is === 'field' && field === meaning.field),
  );
  const columns = Object.fromEntries(kept);
  if (meaning.is === 'field') columns[meaning.field] = column;
  const stageColumns = { ...mapping.stageColumns };
  delete stageColumns[column];
  if (meaning.is === 'stage-date') stageColumns[column] = meaning.stage;
  const { stageColumns: _before, ...rest } = mapping;
  return { ...rest, columns, ...(Object.keys(stageColumns).length > 0 ? { stageColumns } : {}) };
}

/** How many columns are used, of how many. */
export function usedColumns(rows: readonly ColumnRow[]): { used: number; all: number } {
  return { used: rows.filter((row) => row.meaning.is !== 'nothing').length, all: rows.length };
}

/** What a person had said about a file, fitted to a new reading of it: what names columns that are gone is dropped. */
export function carriedOver(
  before: ImportMapping,
  now: Understanding,
  suggested: ImportMapping,
): ImportMapping {
  if (before.kind !== suggested.kind) return suggested;
  const there = new Set(now.columns.map((column) => column.column));
  const columns = Object.fromEntries(
    Object.entries({ ...suggested.columns, ...before.columns }).filter(([, column]) => there.has(column)),
  );
  const { file: _old, columns: _all, partner, ...rest } = before;
  return {
    ...suggested,
    ...rest,
    columns,
    ...(partner !== undefined && there.has(partner.column) ? { partner } : {}),
    ...(suggested.file === undefined ? {} : { file: suggested.file }),
  };
}
