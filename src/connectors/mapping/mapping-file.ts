import { z } from 'zod';
import { parseCurrencyCode } from '#core/money.ts';
import { type Field, fields } from '../understanding/fields.ts';
import { isTimeZone } from '../values/zone-clock.ts';
import { closestTo } from './closest.ts';

const name = z.string().trim().min(1).max(1_000);
const outcome = z.enum(['open', 'won', 'lost']);
const columns = Object.fromEntries(fields.map((field) => [field, name.optional()])) as Record<
  Field,
  z.ZodOptional<typeof name>
>;

const stageEntry = z.strictObject({
  order: z.number().int().min(-1_000).max(100_000).optional(),
  entry: z.boolean().optional(),
  outcome: outcome.optional(),
  ignore: z.boolean().optional(),
});

/** The mapping file of design section 6, with what was added to it. JSON; the wizard remembers the same. */
const MappingFile = z.strictObject({
  kind: z.enum([
    'opportunities',
    'stage-history',
    'accounts',
    'partners',
    'opportunity-partners',
    'touches',
    'registrations',
  ]),
  /** Names the system whose record ids these are; rows are kept apart by source and id. */
  source: name.optional(),
  /** The zone whose days count. */
  timeZone: z.string().refine(isTimeZone, 'an IANA time zone such as Europe/Amsterdam').optional(),
  /** The zone in which the file writes times without a zone, where that is another one. */
  sourceTimeZone: z.string().refine(isTimeZone, 'an IANA time zone such as Europe/Amsterdam').optional(),
  dateOrder: z.enum(['mdy', 'dmy', 'ymd']).optional(),
  decimal: z.enum(['.', ',']).optional(),
  currency: z
    .string()
    .refine((code) => parseCurrencyCode(code) !== null, 'an ISO 4217 currency code such as EUR')
    .optional(),
  columns: z.strictObject(columns).partial(),
  /** One date column per stage: column name → stage. */
  stageColumns: z.record(name, name).optional(),
  stages: z.record(z.string().min(1), stageEntry).optional(),
  /** What the values of the `outcome` column mean. */
  outcomes: z.record(z.string().min(1), outcome).optional(),
  partner: z
    .strictObject({
      column: name,
      role: name.optional(),
      /** Splits a cell that lists several partners. */
      separator: z.string().min(1).max(3).optional(),
      /** Which values mean which partner; with it, other values mean none. */
      values: z.record(z.string().min(1), name.nullable()).optional(),
    })
    .optional(),
  /** What the person corrected about the file itself. */
  file: z
    .strictObject({
      encoding: z
        .enum(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'windows-1252'])
        .optional(),
      delimiter: z.enum([',', ';', '\t', '|']).optional(),
      headerRow: z.number().int().min(1).optional(),
      sheet: name.optional(),
    })
    .optional(),
});

export { MappingFile };
export type MappingFile = z.infer<typeof MappingFile>;

/** One thing that is wrong with a mapping. `path` is where: `columns.stage`. */
export type MappingError = {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  readonly repair: string;
};

export type ParsedMapping =
  | { readonly ok: true; readonly mapping: MappingFile }
  | { readonly ok: false; readonly errors: readonly MappingError[] };

/** Parses a mapping from JSON text; the errors say where the JSON or the mapping is wrong. Never throws. */
export function parseMappingText(text: string): ParsedMapping {
  try {
    return parseMapping(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      errors: [{ path: '', expected: 'JSON', found, repair: 'Correct the JSON of the mapping.' }],
    };
  }
}

/** Checks a value as a mapping; every error names its path, what was expected and found, and the repair. */
export function parseMapping(value: unknown): ParsedMapping {
  const parsed = MappingFile.safeParse(value);
  if (parsed.success) return { ok: true, mapping: parsed.data };
  return { ok: false, errors: parsed.error.issues.flatMap((issue) => mappingErrors(issue, value)) };
}

function mappingErrors(issue: z.core.$ZodIssue, value: unknown): MappingError[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key));
  const found = shown(valueAt(value, issue.path));
  if (issue.code === 'invalid_value') {
    const expected = `one of ${issue.values.map(String).join(', ')}`;
    return [{ path, expected, found, repair: `Set "${path}" to ${expected}.` }];
  }
  const expected = issue.code === 'invalid_type' ? wordOf(issue.expected) : issue.message;
  const repair = found === 'nothing' ? `Add "${path}".` : `Set "${path}" to ${expected}.`;
  return [{ path, expected, found, repair }];
}

const topKeys = Object.keys(MappingFile.shape);

function unknownKey(path: string, key: string): MappingError {
  const known =
    path === 'columns'
      ? fields
      : path === ''
        ? topKeys
        : path.startsWith('stages.')
          ? Object.keys(stageEntry.shape)
          : [];
  const near = closestTo(key, known);
  return {
    path: path === '' ? key : `${path}.${key}`,
    expected: known.length > 0 ? `one of ${known.join(', ')}` : 'no such key',
    found: key,
    repair: near === null ? `Remove "${key}".` : `Write "${near}" instead, or remove it.`,
  };
}

function wordOf(expected: string): string {
  if (expected === 'object' || expected === 'record') return 'an object { … }';
  return expected === 'string' ? 'text in quotes' : `a ${expected}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  return (JSON.stringify(value) ?? String(value)).slice(0, 120);
}
