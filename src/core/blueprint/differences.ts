/**
 * What changed between two versions of a page, in plain words, so that who signs the second sees at a glance what is
 * no longer as in the first.
 *
 * Handbook: docs/handbook/program-text.md
 */

import type { Field, FieldUnit, GridField, ScalarField, SeriesField } from '#core/program/field.ts';
import type { PageWord, Section } from '#core/program/page.ts';
import { tableDifferences } from './differences-of-rows.ts';
import { type Unplaced, valueDifference } from './differences-of-value.ts';
import { type ProgramDocument, pages } from './document.ts';
import type { ValueFormat } from './value-text.ts';

/** A difference and the title of the section in which it stands. */
export type Difference = Unplaced & { readonly section: string };

/** The differences of a page in the order of its sections; none if the bodies are equal, at least one otherwise. */
export function pageDifferences<Word extends PageWord>(
  word: Word,
  before: ProgramDocument[Word],
  after: ProgramDocument[Word],
  format: ValueFormat,
): Difference[] {
  const fields = pages[word].fields as Readonly<Record<string, Field>>;
  const [from, to] = [before as Values, after as Values];
  return (pages[word].sections as readonly Section[]).flatMap(({ title, fields: names }) =>
    names.flatMap((name) => {
      const field = fields[name];
      if (field === undefined) return [];
      return fieldDifferences(field, from[name], to[name], format).map((one) => ({ section: title, ...one }));
    }),
  );
}

type Values = Readonly<Record<string, unknown>>;

function fieldDifferences(field: Field, before: unknown, after: unknown, format: ValueFormat): Unplaced[] {
  switch (field.kind) {
    case 'group':
      return cellDifferences(field.fields, before, after, format, (label) => `${field.label}: ${label}`);
    case 'grid':
      return gridDifferences(field, before as Values, after as Values, format);
    case 'table':
      return tableDifferences(field, before as readonly Values[], after as readonly Values[], format);
    default:
      return valueDifference(field, before, after, format, field.label);
  }
}

function gridDifferences(grid: GridField, before: Values, after: Values, format: ValueFormat): Unplaced[] {
  return Object.entries(grid.rows).flatMap(([key, row]) =>
    cellDifferences(
      grid.columns,
      before[key],
      after[key],
      format,
      (label) => `${grid.label}: ${row.label}, ${label}`,
      row.unit,
    ),
  );
}

function cellDifferences(
  fields: Readonly<Record<string, ScalarField | SeriesField>>,
  before: unknown,
  after: unknown,
  format: ValueFormat,
  label: (of: string) => string,
  unit?: FieldUnit | 'money' | 'share',
): Unplaced[] {
  const [from, to] = [before as Values, after as Values];
  return Object.entries(fields).flatMap(([name, field]) =>
    valueDifference(field, from[name], to[name], format, label(field.label), unit),
  );
}
