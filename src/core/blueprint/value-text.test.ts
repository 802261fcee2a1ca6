import { describe, expect, it } from 'vitest';
import type { ScalarField } from '#core/program/field.ts';
import { type ValueFormat, valueText } from './value-text.ts';

const format: ValueFormat = {
  money: (minor) => `$${minor / 100}`,
  date: (day) => `on ${day}`,
  number: (value) => String(value),
};
const label = 'Label';
const number = (unit: Extract<ScalarField, { kind: 'number' }>['unit']): ScalarField => ({
  ...{ kind: 'number', label, unit, least: 0, most: 100, isWhole: true, default: null },
});
const share: ScalarField = { kind: 'share', label, least: 0, most: 1, default: null };
const measure: ScalarField = { kind: 'measure', label, default: null };
const choice: ScalarField = { kind: 'choice', label, options: { si: 'SI' }, default: null };
const text: ScalarField = { kind: 'text', label, lines: 'one', most: 9, default: '' };

describe('a value in words', () => {
  it.each([
    [number('days'), 30, '30 days'],
    [number('business days'), 1, '1 business day'],
    [number('count'), 12, '12'],
    [number('stage'), 2, 'stage 2'],
    [number('times'), 2.5, '2.5 times'],
    [share, 0.07, '7 %'],
    [share, 0.125, '12.5 %'],
    [{ kind: 'money', label, default: null } as const, 500_050, '$5000.5'],
    [{ kind: 'date', label, default: null } as const, '2027-03-31', 'on 2027-03-31'],
    [{ kind: 'flag', label, default: false } as const, true, 'yes'],
    [{ kind: 'flag', label, default: false } as const, false, 'no'],
    [choice, 'si', 'SI'],
    [choice, null, 'not answered'],
    [text, '', 'not answered'],
    [text, 'abc', 'abc'],
    [number('days'), 0, '0 days'],
  ])('%#: %j', (field, value, words) => {
    expect(valueText(field, value, format)).toBe(words);
  });

  it('takes the unit of its row', () => {
    expect(valueText(measure, 100, format, 'money')).toBe('$1');
    expect(valueText(measure, 0.3, format, 'share')).toBe('30 %');
    expect(valueText(measure, 3, format, 'weeks')).toBe('3 weeks');
  });

  it('names each value of a series', () => {
    const series = {
      kind: 'series',
      label,
      of: share,
      labels: ['Year 1', 'Year 2'],
      default: [0, 0],
    } as const;
    expect(valueText(series, [0.15, null], format)).toBe('Year 1: 15 %; Year 2: not answered');
  });
});
