import { parseLocalDate } from '#core/calendar.ts';
import type { FieldUnit, ScalarField } from '#core/program/field.ts';

/** One thing that is wrong with a body, said so that a person can mend it. `path` leads to it: `thesis.kill[1].on`. */
export type BodyError = {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  readonly repair: string;
};

/** What a value turned out to be: itself, or why not. */
export type ParsedValue =
  | { readonly ok: true; readonly value: string | number | boolean | null }
  | { readonly ok: false; readonly expected: string; readonly repair: string };

/** What the `measure` columns of a row are in; undefined outside a grid. */
export type RowUnit = FieldUnit | 'money' | 'share' | undefined;

/** Far above any figure of a program, and still exact to six digits after the point. */
const mostOfAMeasure = 1_000_000_000;
/** A share that falls to nothing, and ten times as much: the ends of a change. */
const leastChange = -1;
const mostChange = 10;

const good = (value: string | number | boolean | null): ParsedValue => ({ ok: true, value });
const bad = (expected: string, repair: string): ParsedValue => ({ ok: false, expected, repair });

/**
 * The value of one field, if it is of that field's kind and inside its bounds. Nothing is turned into another type:
 * the text "5" is no number. Null is an unanswered field where its default is unanswered too; for a text it is ''.
 */
export function parseScalar(field: ScalarField, value: unknown, unit: RowUnit): ParsedValue {
  switch (field.kind) {
    case 'text':
      return parseText(value, field.lines, field.most);
    case 'flag':
      return typeof value === 'boolean' ? good(value) : bad('true or false', 'Write true or false.');
    case 'choice':
      return parseChoice(field, value);
    case 'date':
      return parseDate(value, field.default === null);
    case 'number':
      return parseNumber(value, field.default === null, {
        ...field,
        noun: field.isWhole ? 'a whole number' : 'a number',
      });
    case 'share':
      return parseNumber(value, field.default === null, { ...shareNoun, ...field });
    case 'money':
      return parseNumber(value, field.default === null, moneyBounds);
    case 'measure':
      return parseNumber(value, field.default === null, boundsOf(unit));
  }
}

type Bounds = {
  readonly noun: string;
  readonly least: number;
  readonly most: number;
  readonly isWhole?: boolean;
};

const shareNoun = { noun: 'a share as a fraction (0.15 is 15 %)' } as const;
const moneyBounds: Bounds = {
  noun: 'an amount in whole minor units',
  least: 0,
  most: Number.MAX_SAFE_INTEGER,
  isWhole: true,
};

function boundsOf(unit: RowUnit): Bounds {
  if (unit === 'money') return moneyBounds;
  if (unit === 'share') return { ...shareNoun, least: leastChange, most: mostChange };
  return { noun: 'a number', least: 0, most: mostOfAMeasure };
}

function parseNumber(value: unknown, mayBeNull: boolean, bounds: Bounds): ParsedValue {
  const { noun, least, most, isWhole = false } = bounds;
  if (value === null && mayBeNull) return good(null);
  const range = most === Number.MAX_SAFE_INTEGER ? `, ${least} or more` : `, ${least} to ${most}`;
  const expected = `${noun}${range}`;
  if (typeof value === 'string') return bad(expected, 'Write it as a number, without quotes.');
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return bad(expected, mayBeNull ? 'Write a number, or null while it is open.' : 'Write a number.');
  }
  if (isWhole && !Number.isSafeInteger(value)) return bad(expected, 'Write a whole number.');
  if (value < least || value > most) return bad(expected, `Stay between ${least} and ${most}.`);
  return good(value === 0 ? 0 : value);
}

function parseText(value: unknown, lines: 'one' | 'many', most: number): ParsedValue {
  if (value === null) return good('');
  const expected = `text of at most ${most} characters`;
  if (typeof value !== 'string')
    return bad(expected, 'Write it as text, in quotes where it looks like a number.');
  if (/\p{Surrogate}|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u.test(value)) {
    return bad('text without control characters', 'Take the invisible characters out.');
  }
  if (lines === 'one' && /[\n\r]/.test(value)) return bad('one line of text', 'Take the line breaks out.');
  const length = [...value].length;
  return length > most ? bad(expected, `Shorten it; it has ${length} characters.`) : good(value);
}

function parseDate(value: unknown, mayBeNull: boolean): ParsedValue {
  if (value === null && mayBeNull) return good(null);
  const date = typeof value === 'string' ? parseLocalDate(value) : null;
  return date === null
    ? bad('a day as YYYY-MM-DD', 'Write a day that exists, such as 2027-03-31.')
    : good(date);
}

function parseChoice(field: Extract<ScalarField, { kind: 'choice' }>, value: unknown): ParsedValue {
  if (value === null && field.default === null) return good(null);
  if (typeof value === 'string' && Object.hasOwn(field.options, value)) return good(value);
  const keys = Object.keys(field.options);
  const byLabel = keys.find((key) => field.options[key] === value);
  return bad(`one of ${keys.join(', ')}`, `Write ${byLabel ?? 'one of these words'}.`);
}

/** What was found, shortened, in words that can stand in a sentence. */
export function foundText(value: unknown): string {
  if (value === null) return 'nothing';
  if (typeof value === 'string') {
    const shown = [...value].slice(0, 40).join('');
    return JSON.stringify(shown.length < value.length ? `${shown}…` : shown);
  }
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return `an object with ${Object.keys(value).length} keys`;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : `a ${typeof value}`;
}
