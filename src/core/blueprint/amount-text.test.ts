import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountText, minorOf } from './amount-text.ts';

describe('an amount as text', () => {
  it('comes back as it was, in every currency and of every size', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom(0, 2, 3, 4), (minor, exponent) => {
        expect(minorOf(amountText(minor, exponent), exponent)).toBe(minor);
      }),
    );
  });

  it.each([
    [2_400_000_000, 2, '24000000'],
    [500_050, 2, '5000.50'],
    [5, 2, '0.05'],
    [0, 2, '0'],
    [1, 0, '1'],
    [1500, 3, '1.500'],
    [9_007_199_254_740_991, 2, '90071992547409.91'],
  ])('writes %i with %i digits as %s', (minor, exponent, text) => {
    expect(amountText(minor, exponent)).toBe(text);
  });

  it('takes what people write, and nothing that is not exact', () => {
    expect(['5000.5', '5000.500', '5000.', '007'].map((text) => minorOf(text, 2))).toEqual([
      500_050, 500_050, 500_000, 700,
    ]);
    const wrong = ['5000.505', '-1', '1e3', '1,000', '0x10', '', '.5', ' 1', '99999999999999999'];
    for (const text of wrong) expect(minorOf(text, 2)).toBeNull();
    expect(minorOf('0.5', 0)).toBeNull();
  });
});
