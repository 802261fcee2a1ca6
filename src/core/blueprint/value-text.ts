import type { FieldUnit, ScalarField, SeriesField } from '#core/program/field.ts';

/** How the reader writes amounts, days and numbers. `money` takes minor units of the organization's currency. */
export type ValueFormat = {
  readonly money: (minor: number) => string;
  readonly date: (localDate: string) => string;
  readonly number: (value: number) => string;
};

/** What a value reads as while nobody has answered. */
export const notAnswered = 'not answered';

/**
 * One value of a field in words: `30 days`, `15 %`, `not answered`. `unit` is that of the row, for a field whose row
 * of a grid names it.
 *
 * Handbook: docs/handbook/program-text.md
 */
export function valueText(
  field: ScalarField | SeriesField,
  value: unknown,
  format: ValueFormat,
  unit?: FieldUnit | 'money' | 'share',
): string {
  if (field.kind === 'series') {
    const values = Array.isArray(value) ? value : [];
    return field.labels
      .map((label, index) => `${label}: ${valueText(field.of, values[index] ?? null, format, unit)}`)
      .join('; ');
  }
  if (value === null || value === undefined || value === '') return notAnswered;
  switch (field.kind) {
    case 'flag':
      return value === true ? 'yes' : 'no';
    case 'choice':
      return field.options[String(value)] ?? String(value);
    case 'date':
      return format.date(String(value));
    case 'text':
      return String(value);
    case 'money':
      return format.money(Number(value));
    case 'share':
      return measureText(Number(value), 'share', format);
    case 'number':
      return measureText(Number(value), field.unit, format);
    case 'measure':
      return measureText(Number(value), unit ?? 'count', format);
  }
}

function measureText(value: number, unit: FieldUnit | 'money' | 'share', format: ValueFormat): string {
  if (unit === 'money') return format.money(value);
  // 0.07 times a hundred is 7.000000000000001; nobody wrote that.
  if (unit === 'share') return `${format.number(Number((value * 100).toPrecision(12)))} %`;
  const number = format.number(value);
  if (unit === 'count') return number;
  if (unit === 'stage') return `stage ${number}`;
  return `${number} ${value === 1 ? unit.slice(0, -1) : unit}`;
}
