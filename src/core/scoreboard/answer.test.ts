import { describe, expect, it } from 'vitest';
import { parseCurrencyCode } from '#core/money.ts';
import { compactMoney } from './answer.ts';

const code = (text: string) => parseCurrencyCode(text) as NonNullable<ReturnType<typeof parseCurrencyCode>>;

describe('an amount in a sentence', () => {
  it.each([
    [0, 'EUR 0'],
    [950_49, 'EUR 950'],
    [1_000_00, 'EUR 1k'],
    [310_000_00, 'EUR 310k'],
    [999_949_00, 'EUR 1M'],
    [4_200_000_00, 'EUR 4.2M'],
    [12_345_678_00, 'EUR 12.3M'],
    [3_000_000_000_00, 'EUR 3B'],
    [-310_000_00, 'EUR −310k'],
  ])('of %d cents reads %s', (minor, text) => {
    expect(compactMoney(minor, code('EUR'))).toBe(text);
  });

  it('respects the digits of its currency', () => {
    expect(compactMoney(4_200_000, code('JPY'))).toBe('JPY 4.2M');
    expect(compactMoney(4_200_000, code('KWD'))).toBe('KWD 4.2k');
  });
});
