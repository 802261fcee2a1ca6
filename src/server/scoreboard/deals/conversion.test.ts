import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import type { CurrencyCode } from '#core/money.ts';
import { conversion } from './conversion.ts';

const [eur, usd] = ['EUR', 'USD'] as CurrencyCode[];
const rates = [
  { currency: 'USD', effective_on: '2026-01-01', rate: '0.9' },
  { currency: 'USD', effective_on: '2026-03-01', rate: '5000' },
];

describe('a conversion', () => {
  it('takes the latest rate on or before the day, and remembers what it had none for', () => {
    const { at, missing } = conversion(rates, eur as CurrencyCode);
    const on = (day: string, minor = 100) => at(minor, usd as CurrencyCode, day as LocalDate);
    expect([on('2026-02-28'), on('2026-03-01')]).toEqual([90, 500_000]);
    expect([...missing]).toEqual([]);
    expect(on('2025-12-31')).toBeNull();
    expect([...missing]).toEqual(['USD']);
  });

  it('does not know an amount that would be too large to be exact', () => {
    const { at, missing } = conversion(rates, eur as CurrencyCode);
    expect(at(Number.MAX_SAFE_INTEGER, usd as CurrencyCode, '2026-03-01' as LocalDate)).toBeNull();
    expect([...missing]).toEqual(['USD']);
  });
});
