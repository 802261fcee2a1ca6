import { describe, expect, it } from 'vitest';
import type { CurrencyCode } from '#core/money.ts';
import { createFormatters } from './format.tsx';

const money = (minor: number, currency = 'USD') => ({ minor, currency: currency as CurrencyCode });

describe('the formats of figures', () => {
  const format = createFormatters({ language: 'en-US', timeZone: 'America/New_York' });

  it('show money in full without empty cents, and compact with three digits', () => {
    expect(format.money(money(421_350_000))).toBe('$4,213,500');
    expect(format.money(money(421_350_050))).toBe('$4,213,500.50');
    expect(format.moneyCompact(money(421_350_000))).toBe('$4.21M');
    expect(format.money(money(500, 'JPY'))).toBe('¥500');
    expect(format.money(money(1234, 'KWD'))).toContain('1.234');
  });

  it('show what is owed back with a true minus', () => {
    expect(format.money(money(-2_050))).toBe('−$20.50');
    expect(format.moneyExact(money(-190_000, 'EUR'))).toBe('−€1,900.00');
    expect(format.moneyCompact(money(-421_350_000))).toBe('−$4.21M');
  });

  it('show a change with its sign, a true minus, and none for nothing', () => {
    expect(format.moneyChange(money(31_000_000))).toBe('+$310K');
    expect(format.moneyChange(money(-2_000_000))).toBe('−$20K');
    expect(format.moneyChange(money(0))).toBe('$0');
    expect(format.points(-0.021)).toBe('−2.1 pts');
  });

  it('show what is unknown as a dash and never as zero', () => {
    expect([format.money(null), format.count(null), format.share(null), format.day(null)]).toEqual([
      '—',
      '—',
      '—',
      '—',
    ]);
  });

  it('keep a calendar date the same in every time zone', () => {
    expect(format.day('2026-01-01')).toBe('Jan 1, 2026');
    expect(createFormatters({ language: 'en-GB', timeZone: 'Pacific/Auckland' }).day('2026-01-01')).toBe(
      '1 Jan 2026',
    );
  });

  it('write the days of a sentence as a reader does, and leave what is no day', () => {
    expect(format.sentence('Signed on 2026-01-01, due by 2026-12-31. Order 2026-13-01 stays.')).toBe(
      'Signed on Jan 1, 2026, due by Dec 31, 2026. Order 2026-13-01 stays.',
    );
  });

  it('say how long ago', () => {
    expect(format.ago(0, 7_400_000)).toBe('2 hours ago');
    expect(format.ago(172_800_000, 0)).toBe('in 2 days');
    expect(format.ago(0, 5000)).toBe('now');
  });
});
