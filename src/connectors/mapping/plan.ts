import { type CurrencyCode, parseCurrencyCode } from '#core/money.ts';
import { stageKey } from '#core/opportunity/stage.ts';
import type { FileColumn, FileShape } from '../csv/file-shape.ts';
import { foldHeader } from '../understanding/aliases.ts';
import { type Field, requiredFields } from '../understanding/fields.ts';
import { ownColumn } from '../understanding/own-columns.ts';
import type { DateOrder } from '../values/date.ts';
import type { DecimalMark } from '../values/number.ts';
import { type ZoneClock, zoneClock } from '../values/zone-clock.ts';
import { closestTo } from './closest.ts';
import type { MappingError, MappingFile } from './mapping-file.ts';

/** What the organization says where the mapping says nothing. */
export type MappingDefaults = { readonly timeZone: string; readonly currency: CurrencyCode };

export type StageMeaning = { readonly outcome: 'open' | 'won' | 'lost'; readonly ignore: boolean };

/** A mapping applied to one file: which cell is which field, with everything looked up once. */
export type Plan = {
  readonly mapping: MappingFile;
  readonly column: (field: Field) => FileColumn | null;
  /** The cells that say something about the record itself, not about its partners. */
  readonly contentColumns: readonly number[];
  readonly clock: ZoneClock;
  readonly sourceClock: ZoneClock;
  readonly currency: CurrencyCode;
  readonly dateOrder: DateOrder | null;
  readonly decimal: DecimalMark | null;
  readonly stageMeaning: (stage: string) => StageMeaning | null;
  readonly outcomeMeaning: (text: string) => 'open' | 'won' | 'lost' | null;
  readonly stageColumns: readonly { readonly column: FileColumn; readonly stage: string }[];
  readonly partner: {
    readonly column: FileColumn;
    readonly role: string | null;
    readonly separator: string | null;
  } | null;
  readonly partnerOf: (value: string) => string | null;
};

export type Planned =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly errors: readonly MappingError[] };

/**
 * Fits a mapping to a file. Column names are found as written, else ignoring case, accents and punctuation where
 * that names one column. The errors say which column or field is missing, with the nearest name of the file.
 */
export function planMapping(mapping: MappingFile, shape: FileShape, defaults: MappingDefaults): Planned {
  const errors: MappingError[] = [];
  const byField = new Map<Field, FileColumn>();
  const find = (path: string, wanted: string): FileColumn | null => {
    const column = findColumn(shape, wanted);
    if (!column) errors.push(missingColumn(path, wanted, shape));
    return column;
  };
  for (const [field, wanted] of Object.entries(mapping.columns)) {
    const column = wanted === undefined ? null : find(`columns.${field}`, wanted);
    if (column) byField.set(field as Field, column);
    if (column && partnerFields.has(field as Field)) errors.push(...ownWords(`columns.${field}`, column));
  }
  const stageColumns = Object.entries(mapping.stageColumns ?? {}).flatMap(([wanted, stage]) => {
    const column = find(`stageColumns.${wanted}`, wanted);
    return column ? [{ column, stage }] : [];
  });
  const partnerColumn = mapping.partner ? find('partner.column', mapping.partner.column) : null;
  if (partnerColumn) errors.push(...ownWords('partner.column', partnerColumn));
  const has = (field: Field): boolean =>
    mapping.columns[field] !== undefined ||
    (stageColumns.length > 0 && (field === 'stage' || field === 'changedAt')) ||
    (field === 'partner' && mapping.partner !== undefined);
  for (const oneOf of requiredFields[mapping.kind]) {
    if (!oneOf.some(has)) errors.push(missingField(mapping.kind, oneOf, shape));
  }
  if (errors.length > 0) return { ok: false, errors };
  const stages = foldedKeys(mapping.stages ?? {}, stageKey);
  const outcomes = foldedKeys(mapping.outcomes ?? {}, stageKey);
  const partners = foldedKeys(mapping.partner?.values ?? {}, (value) => value.trim().toLowerCase());
  const clock = zoneClock(mapping.timeZone ?? defaults.timeZone);
  return {
    ok: true,
    plan: {
      mapping,
      column: (field) => byField.get(field) ?? null,
      contentColumns: [...byField]
        .filter(([field]) => !partnerFields.has(field))
        .map(([, { index }]) => index),
      clock,
      sourceClock: mapping.sourceTimeZone === undefined ? clock : zoneClock(mapping.sourceTimeZone),
      currency: parseCurrencyCode(mapping.currency ?? '') ?? defaults.currency,
      dateOrder: mapping.dateOrder ?? null,
      decimal: mapping.decimal ?? null,
      stageMeaning(stage) {
        const entry = stages.get(stage) ?? stages.get(stageKey(stage));
        return entry ? { outcome: entry.outcome ?? 'open', ignore: entry.ignore ?? false } : null;
      },
      outcomeMeaning: (text) => outcomes.get(stageKey(text)) ?? null,
      stageColumns,
      partner: partnerColumn && {
        column: partnerColumn,
        role: mapping.partner?.role ?? null,
        separator: mapping.partner?.separator ?? null,
      },
      partnerOf: (value) =>
        mapping.partner?.values === undefined ? value : (partners.get(value.trim().toLowerCase()) ?? null),
    },
  };
}

const partnerFields: ReadonlySet<Field> = new Set<Field>([
  'partner',
  'partnerId',
  'partnerRole',
  'isPrimary',
]);

/** A column that Tandem wrote says what Tandem decided, so it is nobody's claim. */
function ownWords(path: string, column: FileColumn): MappingError[] {
  if (ownColumn(column.name) === null) return [];
  return [
    {
      path,
      expected: 'a column of the CRM’s own',
      found: `${column.name}, which Tandem writes`,
      repair: 'Leave it out: a verdict of Tandem, read as a claim, would confirm itself.',
    },
  ];
}

/** The column of that name: as written, else ignoring case, accents and punctuation where only one fits. */
export function findColumn(shape: FileShape, wanted: string): FileColumn | null {
  const exact = shape.columns.find((column) => column.name === wanted || column.header === wanted);
  if (exact) return exact;
  const key = foldHeader(wanted);
  const close = shape.columns.filter((column) => foldHeader(column.name) === key);
  return close.length === 1 ? (close[0] ?? null) : null;
}

/** Each value under its key as written and folded, so that the common lookup needs no folding. */
function foldedKeys<T>(entries: Readonly<Record<string, T>>, fold: (key: string) => string): Map<string, T> {
  return new Map(
    Object.entries(entries).flatMap(([key, value]) => [[key, value] as const, [fold(key), value] as const]),
  );
}

function missingColumn(path: string, wanted: string, shape: FileShape): MappingError {
  const names = shape.columns.map((column) => column.name);
  const near = closestTo(wanted, names);
  return {
    path,
    expected: `a column of the file: ${names.slice(0, 30).join(', ')}`,
    found: wanted,
    repair: near === null ? `Name another column at "${path}".` : `Write "${near}" at "${path}".`,
  };
}

function missingField(kind: string, oneOf: readonly Field[], shape: FileShape): MappingError {
  const field = oneOf.join(' or ');
  return {
    path: `columns.${oneOf[0]}`,
    expected: `a column for ${field}, which every row of ${kind} needs`,
    found: 'nothing',
    repair: `Say which of the file's columns it is: ${shape.columns
      .map((column) => column.name)
      .slice(0, 30)
      .join(', ')}.`,
  };
}
