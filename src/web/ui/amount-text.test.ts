import { describe, expect, it } from 'vitest';
import type { CurrencyCode } from '#core/money.ts';
import { readAmount, writeAmount } from './amount-text.ts';

const eur = 'EUR' as CurrencyCode;

describe('a typed amount', () => {
  it('is read by the reader’s language, to the minor unit, and never guessed', () => {
    expect(readAmount('1,250,000.50', eur, 'en-GB')).toBe(125_000_050);
    expect(readAmount('1.250.000,5', eur, 'de-DE')).toBe(125_000_050);
    expect(readAmount('1 250 000', eur, 'fr-FR')).toBe(125_000_000);
    expect(readAmount('1’250’000', eur, 'de-CH')).toBe(125_000_000);
    expect(readAmount('12,50,000', eur, 'en-IN')).toBe(125_000_000);
    expect(readAmount('0', eur, 'en')).toBe(0);
    for (const wrong of ['1,25', '1.250', '-5', '12k', '1.2.3', '', '99999999999999999']) {
      expect(readAmount(wrong, eur, 'en')).toBeNull();
    }
    expect(readAmount('1.5', 'JPY' as CurrencyCode, 'en')).toBeNull();
  });

  it('is read back as it was written', () => {
    for (const language of ['en', 'de-DE', 'fr-FR', 'de-CH', 'en-IN', 'nl-NL']) {
      expect(readAmount(writeAmount(123_456_789, eur, language), eur, language)).toBe(123_456_789);
    }
    expect(writeAmount(null, eur, 'en')).toBe('');
  });
});
