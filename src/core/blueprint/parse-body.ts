/**
 * From a value that came in to the body of a page. Everything is as its field says or the page is refused; a key
 * that is missing takes the default, so that a version written before a field existed still reads.
 *
 * Handbook: docs/handbook/program-text.md
 */

import {
  defaultValue,
  type Field,
  type GridField,
  type ScalarField,
  type SeriesField,
  type TableField,
} from '#core/program/field.ts';
import type { PageWord } from '#core/program/page.ts';
import { type ProgramDocument, pages } from './document.ts';
import { nearestKey } from './nearest-key.ts';
import { type BodyError, foundText, parseScalar, type RowUnit } from './parse-body-value.ts';

export type ParsedPage<Word extends PageWord> =
  | { readonly ok: true; readonly body: ProgramDocument[Word] }
  | { readonly ok: false; readonly errors: readonly BodyError[] };

/** Enough to mend a page; a hostile one is not worth more. */
const mostErrors = 50;

/**
 * The body of a page, or what is wrong with it: wrong types (nothing is converted; "5" is not 5), values out of
 * range, text too long, unknown keys with the key that was likely meant. Drafts may be incomplete: null where a
 * field has no default, and ''. `path` stands in front of every path of an error.
 */
export function parsePage<Word extends PageWord>(word: Word, value: unknown, path = ''): ParsedPage<Word> {
  const errors: BodyError[] = [];
  const fields: Members = Object.fromEntries(
    Object.entries(pages[word].fields as Readonly<Record<string, Field>>).map(([key, field]) => [
      key,
      { field, missing: () => defaultValue(field) },
    ]),
  );
  const body = readMembers(fields, value, path, undefined, errors);
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, body: body as ProgramDocument[Word] };
}

/** A field and what it holds where its key is missing. */
type Members = Readonly<Record<string, { readonly field: Field; readonly missing: () => unknown }>>;

function readMembers(
  members: Members,
  value: unknown,
  path: string,
  unit: RowUnit,
  errors: BodyError[],
): unknown {
  const keys = Object.keys(members);
  if (!isObject(value)) {
    const repair =
      value === null
        ? 'Fill it in, or leave its key out: then the defaults stand.'
        : `Write keys with values below it: ${keys.slice(0, 6).join(', ')}${keys.length > 6 ? ', …' : ''}.`;
    add(errors, { path, expected: 'keys with values', found: foundText(value), repair });
    return null;
  }
  refuseUnknown(value, keys, path, errors);
  return Object.fromEntries(
    Object.entries(members).map(([key, { field, missing }]) => [
      key,
      Object.hasOwn(value, key) ? readField(field, value[key], below(path, key), unit, errors) : missing(),
    ]),
  );
}

function readField(field: Field, value: unknown, path: string, unit: RowUnit, errors: BodyError[]): unknown {
  switch (field.kind) {
    case 'group':
      return readMembers(membersOf(field.fields), value, path, undefined, errors);
    case 'grid':
      return readGrid(field, value, path, errors);
    case 'table':
      return readTable(field, value, path, errors);
    case 'series':
      return readSeries(field, value, path, unit, errors);
    default:
      return readScalar(field, value, path, unit, errors);
  }
}

function membersOf(fields: Readonly<Record<string, ScalarField | SeriesField>>): Members {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, { field, missing: () => defaultValue(field) }]),
  );
}

function readGrid(grid: GridField, value: unknown, path: string, errors: BodyError[]): unknown {
  const keys = Object.keys(grid.rows);
  if (!isObject(value)) {
    const repair = `Write a key for each row below it: ${keys.slice(0, 6).join(', ')}${keys.length > 6 ? ', …' : ''}.`;
    add(errors, { path, expected: 'rows by their key', found: foundText(value), repair });
    return null;
  }
  refuseUnknown(value, keys, path, errors);
  return Object.fromEntries(
    Object.entries(grid.rows).map(([key, row]) => {
      const members = Object.fromEntries(
        Object.entries(grid.columns).map(([name, field]) => [
          name,
          { field, missing: () => row.default?.[name] ?? defaultValue(field) },
        ]),
      );
      // A row that is missing is a row without keys: all of it takes its defaults.
      const cells = Object.hasOwn(value, key) ? value[key] : {};
      return [key, readMembers(members, cells, below(path, key), row.unit, errors)];
    }),
  );
}

function readTable(table: TableField, value: unknown, path: string, errors: BodyError[]): unknown {
  const expected = `a list of at most ${table.most} rows`;
  if (!Array.isArray(value)) {
    const repair = 'Write one row per line, each beginning with "- "; [] is an empty list.';
    add(errors, { path, expected, found: foundText(value), repair });
    return null;
  }
  if (value.length > table.most) {
    const repair = `Keep the ${table.most} that matter most.`;
    add(errors, { path, expected, found: foundText(value), repair });
    return null;
  }
  const members = membersOf(table.columns);
  return value.map((row, index) => readMembers(members, row, `${path}[${index}]`, undefined, errors));
}

function readSeries(
  series: SeriesField,
  value: unknown,
  path: string,
  unit: RowUnit,
  errors: BodyError[],
): unknown {
  const { labels } = series;
  if (!Array.isArray(value) || value.length !== labels.length) {
    add(errors, {
      path,
      expected: `a list of ${labels.length} values`,
      found: foundText(value),
      repair: `Write one value for each of: ${labels.join(', ')}.`,
    });
    return null;
  }
  return value.map((one, index) => readScalar(series.of, one, `${path}[${index}]`, unit, errors));
}

function readScalar(field: ScalarField, value: unknown, path: string, unit: RowUnit, errors: BodyError[]) {
  const parsed = parseScalar(field, value, unit);
  if (parsed.ok) return parsed.value;
  const { expected, repair } = parsed;
  add(errors, { path, expected, found: foundText(value), repair });
  return null;
}

function refuseUnknown(
  value: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  path: string,
  errors: BodyError[],
): void {
  for (const key of Object.keys(value)) {
    if (keys.includes(key)) continue;
    // Looking for what was meant is dear; a hostile text has keys without end.
    if (errors.length >= mostErrors) return;
    const near = nearestKey(key, keys);
    add(errors, {
      path: below(path, key),
      expected: keys.length > 12 ? 'a known key' : `one of the keys ${keys.join(', ')}`,
      found: `the key ${foundText(key)}`,
      repair: near === null ? 'Take it out.' : `Did you mean "${near}"?`,
    });
  }
}

/** The path of a key below another: `thesis.kill`, and `thesis["a b"]` for a key that is no plain word. */
export function below(path: string, key: string): string {
  if (!/^[A-Za-z_]\w{0,60}$/.test(key)) return `${path}[${foundText(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

function add(errors: BodyError[], error: BodyError): void {
  if (errors.length < mostErrors) errors.push(error);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
