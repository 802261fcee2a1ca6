import type { Field, FieldUnit, ScalarField, SeriesField } from '#core/program/field.ts';

/**
 * What a value of the text is made of, made from the fields of a page: keys, a list, or one value. `labelled`: the
 * fields that a person reads about in a comment; cells of a row have none. `columns`: the keys of the rows of a table.
 */
export type Shape =
  | {
      readonly kind: 'keys';
      readonly keys: Readonly<Record<string, Shape>>;
      readonly labelled: Readonly<Record<string, Field>>;
    }
  | { readonly kind: 'list'; readonly of: Shape; readonly columns: readonly string[] | null }
  | { readonly kind: 'value'; readonly field: ScalarField; readonly isAmount: boolean };

type Unit = FieldUnit | 'money' | 'share' | undefined;

/** The shape of a page or of a group: keys with labels. */
export function shapeOfFields(fields: Readonly<Record<string, Field>>): Extract<Shape, { kind: 'keys' }> {
  return { kind: 'keys', keys: mapValues(fields, (field) => shapeOf(field, undefined)), labelled: fields };
}

function shapeOf(field: Field, unit: Unit): Shape {
  switch (field.kind) {
    case 'group':
      return shapeOfFields(field.fields);
    case 'grid':
      return {
        kind: 'keys',
        keys: mapValues(field.rows, (row) => rowOf(field.columns, row.unit)),
        labelled: {},
      };
    case 'table':
      return { kind: 'list', of: rowOf(field.columns, undefined), columns: Object.keys(field.columns) };
    case 'series':
      return { kind: 'list', of: shapeOf(field.of, unit), columns: null };
    default:
      return {
        kind: 'value',
        field,
        isAmount: field.kind === 'money' || (field.kind === 'measure' && unit === 'money'),
      };
  }
}

function rowOf(columns: Readonly<Record<string, ScalarField | SeriesField>>, unit: Unit): Shape {
  return { kind: 'keys', keys: mapValues(columns, (column) => shapeOf(column, unit)), labelled: {} };
}

/** The shape below a key; undefined for a key that is not known. */
export function shapeBelow(shape: Shape | undefined, key: string): Shape | undefined {
  return shape?.kind === 'keys' && Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined;
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
