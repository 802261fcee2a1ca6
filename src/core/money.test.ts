import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMoney,
  type CurrencyCode,
  convertMinor,
  currencyExponent,
  type DecimalRate,
  parseCurrencyCode,
  parseDecimalRate,
  splitByLargestRemainder,
} from './money.ts';

const [eur, usd, jpy, kwd] = ['EUR', 'USD', 'JPY', 'KWD'] as CurrencyCode[] as [
  CurrencyCode,
  CurrencyCode,
  CurrencyCode,
  CurrencyCode,
];
const rate = (text: string) => text as DecimalRate;

describe('a currency', () => {
  it('is read in any case and with outer space', () => {
    expect(parseCurrencyCode(' eur ')).toBe('EUR');
  });

  it('is unknown unless ISO 4217 lists it', () => {
    for (const text of ['', 'EURO', 'XYZ', '€']) expect(parseCurrencyCode(text)).toBeNull();
  });

  it.each([
    [eur, 2],
    [jpy, 0],
    [kwd, 3],
  ])('%s has %i digits', (code, digits) => {
    expect(currencyExponent(code)).toBe(digits);
  });
});

describe('addition', () => {
  it('adds amounts in one currency', () => {
    expect(addMoney({ minor: 150, currency: eur }, { minor: -50, currency: eur })).toEqual({
      minor: 100,
      currency: eur,
    });
  });

  it('refuses two currencies, fractions and sums that a double cannot hold', () => {
    expect(() => addMoney({ minor: 1, currency: eur }, { minor: 1, currency: usd })).toThrow(RangeError);
    expect(() => addMoney({ minor: 0.5, currency: eur }, { minor: 1, currency: eur })).toThrow(RangeError);
    const most = { minor: Number.MAX_SAFE_INTEGER, currency: eur };
    expect(() => addMoney(most, { minor: 1, currency: eur })).toThrow(RangeError);
  });
});

describe('a split by largest remainder', () => {
  it('gives the units left over to the largest remainders, the earlier part first', () => {
    expect(splitByLargestRemainder(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitByLargestRemainder(10, [1, 5, 4, 0])).toEqual([1, 5, 4, 0]);
    expect(splitByLargestRemainder(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  it('refuses weights that are negative, broken or all zero', () => {
    for (const weights of [[], [0, 0], [-1, 2], [0.5]]) {
      expect(() => splitByLargestRemainder(10, weights)).toThrow(RangeError);
    }
  });

  it('always sums to the total, and no part is a whole unit away from its exact share', () => {
    const weights = fc
      .array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 })
      .filter((all) => all.some(Boolean));
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), weights, (total, given) => {
        const parts = splitByLargestRemainder(total, given);
        const sum = given.reduce((all, weight) => all + weight, 0);
        expect(parts.reduce((all, part) => all + part, 0)).toBe(total);
        parts.forEach((part, index) => {
          expect(Math.abs(part - (total * (given[index] ?? 0)) / sum)).toBeLessThan(1.001);
        });
      }),
    );
  });
});

describe('a conversion', () => {
  it('respects the digits of both currencies', () => {
    expect(convertMinor(10_000, eur, jpy, rate('161.5'))).toBe(16_150);
    expect(convertMinor(16_150, jpy, eur, rate('0.0061919504643962848'))).toBe(10_000);
    expect(convertMinor(1_000, kwd, usd, rate('3.25'))).toBe(325);
  });

  it('rounds exactly half a unit to the even neighbour, on both sides of zero', () => {
    expect([1, 3, 5, -1, -3].map((minor) => convertMinor(minor, eur, usd, rate('0.5')))).toEqual([
      0, 2, 2, 0, -2,
    ]);
  });

  it('is exact where a double would not be', () => {
    expect(convertMinor(9_007_199_254_740_991, eur, usd, rate('1.0'))).toBe(9_007_199_254_740_991);
    expect(() => convertMinor(9_007_199_254_740_991, eur, usd, rate('1.1'))).toThrow(RangeError);
  });

  it('takes only plain positive decimals as a rate', () => {
    expect(parseDecimalRate('1.0825')).toBe('1.0825');
    for (const text of ['0', '0.0', '-1', '1e3', '1,08', '', '.5']) expect(parseDecimalRate(text)).toBeNull();
  });
});
