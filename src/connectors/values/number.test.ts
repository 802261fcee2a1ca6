import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCurrencyCode } from '#core/money.ts';
import { readAmount } from './amount.ts';
import { decimalEvidence, readNumber } from './number.ts';

const usd = parseCurrencyCode('USD')!;

describe('reading numbers', () => {
  it.each([
    ['1234', '1234', 0],
    ['1,234.5', '12345', -1],
    ['1.234,5', '12345', -1],
    ['12,34,567.00', '123456700', -2],
    ['1 234 567', '1234567', 0],
    ['.5', '5', -1],
    ['0,250', '250', -3],
    ['1.5E+3', '15', 2],
    ['3 Mio. €', '3', 6],
    ['2bn', '2', 9],
    ['100 Kč', '100', 0],
    ['CHF 5', '5', 0],
  ])('%s', (text, digits, power) => {
    expect(readNumber(text, null)).toMatchObject({ digits, power });
  });

  it.each(['', 'abc', '1.2.3', '12,34,56', '1,23.4', '--5', '(5', '5)', '1 2', '$', '5 apples', '1.2e'])(
    'refuses %j',
    (text) => {
      expect(readNumber(text, null)).toBe('not-a-number');
    },
  );

  it('calls a number that reads two ways ambiguous, and a leading zero not', () => {
    expect(readNumber('1,234', null)).toBe('ambiguous');
    expect(decimalEvidence('1.234')).toBe('ambiguous');
    expect(decimalEvidence('0.234')).toBe('.');
    expect(decimalEvidence('1234.500')).toBe('.');
    expect(decimalEvidence('1,234,567')).toBe('.');
    expect(decimalEvidence('1234')).toBeNull();
  });

  it('reads back every amount however it is grouped and marked', () => {
    const minors = fc.integer({ min: -9_999_999_999_999, max: 9_999_999_999_999 });
    fc.assert(
      fc.property(
        minors,
        fc.constantFrom('.' as const, ',' as const),
        fc.boolean(),
        (minor, mark, grouped) => {
          const digits = String(Math.abs(minor)).padStart(3, '0');
          const whole = digits.slice(0, -2);
          const shown = grouped ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, mark === '.' ? ',' : '.') : whole;
          const text = `${minor < 0 ? '-' : ''}${shown}${mark}${digits.slice(-2)}`;
          expect(readAmount(text, mark, usd, false)).toEqual({ ok: true, minor, currency: 'USD' });
          expect(readAmount(text, null, usd, false)).toEqual({ ok: true, minor, currency: 'USD' });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('rounds half a minor unit to the even neighbour', () => {
    const minors = ['0.125', '0.135', '0.1250001', '0.1249', '-0.125'].map((text) =>
      readAmount(text, '.', usd, false),
    );
    expect(minors).toMatchObject([
      { minor: 12 },
      { minor: 14 },
      { minor: 13 },
      { minor: 12 },
      { minor: -12 },
    ]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        readAmount(text, null, usd, false);
        decimalEvidence(text);
      }),
    );
  });
});
