import { parseScalar } from '#core/blueprint/parse-body-value.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { FieldUnit, ScalarField } from '#core/program/field.ts';
import { readAmount, writeAmount } from '../../../ui/amount-text.ts';

/** How the reader writes amounts and numbers. */
export type Ways = { readonly currency: CurrencyCode; readonly language: string };

/** What a row of a grid says its measures are in. */
export type RowUnit = FieldUnit | 'money' | 'share' | undefined;

type Read =
  | { readonly ok: true; readonly value: string | number | boolean | null }
  | { readonly ok: false; readonly why: string };

/**
 * The value that somebody typed into a field, in the reader's own way of writing: amounts in major units, shares in
 * percent. Or what the field takes instead. Nothing is guessed.
 */
export function readValue(field: ScalarField, text: string, ways: Ways, unit?: RowUnit): Read {
  const typed = field.kind === 'text' ? text : text.trim();
  const measure = measureOf(field, unit);
  if (measure === null) return checked(field, field.kind === 'text' ? typed : typed || null, ways, unit);
  if (typed === '') return checked(field, null, ways, unit);
  const number =
    measure === 'money' ? readAmount(typed, ways.currency, ways.language) : readNumber(typed, ways);
  if (number === null) return { ok: false, why: takes(field, ways, unit) };
  // 7 divided by a hundred is 0.07, but 29 divided by a hundred and multiplied again would not be 29.
  const value = measure === 'share' ? Number((number / 100).toPrecision(12)) : number;
  return checked(field, value, ways, unit);
}

/** A value as `readValue` reads it; empty for what nobody has answered. */
export function writeValue(field: ScalarField, value: unknown, ways: Ways, unit?: RowUnit): string {
  if (value === null || value === undefined) return '';
  const measure = measureOf(field, unit);
  if (measure === null || typeof value !== 'number') return String(value);
  if (measure === 'money') return writeAmount(value, ways.currency, ways.language);
  return writeNumber(measure === 'share' ? Number((value * 100).toPrecision(12)) : value, ways);
}

/** What a number of this field is in; null where it holds no number. */
export function measureOf(field: ScalarField, unit: RowUnit): FieldUnit | 'money' | 'share' | null {
  if (field.kind === 'number') return field.unit;
  if (field.kind === 'money' || field.kind === 'share') return field.kind;
  return field.kind === 'measure' ? (unit ?? 'count') : null;
}

function checked(field: ScalarField, value: string | number | null, ways: Ways, unit: RowUnit): Read {
  const parsed = parseScalar(field, value, unit);
  if (parsed.ok) return parsed;
  if (field.kind === 'text') return { ok: false, why: parsed.repair };
  return { ok: false, why: takes(field, ways, unit) };
}

/** What a field takes, in a sentence. */
function takes(field: ScalarField, ways: Ways, unit: RowUnit): string {
  const back =
    field.default === null ? '' : ` The default is ${writeValue(field, field.default, ways, unit)}.`;
  switch (field.kind) {
    case 'number':
      return `Write a ${field.isWhole ? 'whole ' : ''}number from ${writeNumber(field.least, ways)} to ${writeNumber(field.most, ways)}.${back}`;
    case 'share':
      return `Write a share from ${writeNumber(field.least * 100, ways)} to ${writeNumber(field.most * 100, ways)} percent.${back}`;
    case 'money':
      return `Write an amount in ${ways.currency}, such as ${writeAmount(1_250_000, ways.currency, ways.language)}.${back}`;
    case 'measure':
      if (unit === 'money') return `Write an amount in ${ways.currency}.`;
      return unit === 'share' ? 'Write a share in percent.' : 'Write a number that is not negative.';
    case 'date':
      return 'Choose a day.';
    default:
      return 'Choose one.';
  }
}

/**
 * A number as people type it. Both marks are understood as the decimal one where no thousand can be meant: 1.5 and 1,5
 * are the same, 1,500 is what the reader's language says.
 */
function readNumber(text: string, ways: Ways): number | null {
  const typed = text.replaceAll(/[\s\u00a0\u202f%]/g, '').replace('\u2212', '-');
  const found = /^(-?\d+)(?:[.,](\d+))?$/.exec(typed);
  if (found !== null && found[2]?.length !== 3) return Number(`${found[1]}.${found[2] ?? 0}`);
  const decimal = decimalSign(ways.language);
  const group = decimal === ',' ? '.' : ',';
  const plain = typed.replaceAll(group, '').replace(decimal, '.');
  const isGrouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})*(\\${decimal}\\d+)?$`).test(typed);
  return isGrouped ? Number(plain) : null;
}

function writeNumber(value: number, ways: Ways): string {
  const options = { numberingSystem: 'latn', maximumFractionDigits: 10, useGrouping: value >= 10_000 };
  return new Intl.NumberFormat(ways.language, options).format(value).replace('\u2212', '-');
}

function decimalSign(language: string): string {
  const parts = new Intl.NumberFormat(language, { numberingSystem: 'latn' }).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}

/** How many words a text has. */
export function wordCount(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/u).length;
}
