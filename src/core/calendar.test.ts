import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  addDays,
  addMonths,
  addQuarters,
  type BusinessCalendar,
  daysBetween,
  type LocalDate,
  mondayOf,
  parseLocalDate,
  quarterOf,
  weekday,
} from './calendar.ts';

const day = (text: string) => text as LocalDate;
const anyDay = fc.integer({ min: -700_000, max: 2_000_000 }).map((n) => addDays(day('1970-01-01'), n));

describe('a date', () => {
  it('is only text of a day that exists', () => {
    expect(parseLocalDate('2024-02-29')).toBe('2024-02-29');
    for (const text of [
      '2023-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '2026-01-01T00:00',
      '',
    ]) {
      expect(parseLocalDate(text)).toBeNull();
    }
  });

  it('agrees with the platform calendar on every day it can make', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const utc = Date.parse(`${date}T00:00:00Z`);
        expect(daysBetween(day('1970-01-01'), date)).toBe(utc / 86_400_000);
        expect(weekday(date) % 7).toBe(new Date(utc).getUTCDay());
        expect(parseLocalDate(date)).toBe(date);
      }),
    );
  });

  it('comes back when days are added and taken away', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -10_000, max: 10_000 }), (date, n) => {
        expect(daysBetween(date, addDays(date, n))).toBe(n);
      }),
    );
  });

  it('stays inside the month when months are added', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2024-02-29'), -12)).toBe('2023-02-28');
    expect(addMonths(day('2026-11-15'), 3)).toBe('2027-02-15');
  });

  it('belongs to the week of its Monday', () => {
    expect(mondayOf(day('2026-11-22'))).toBe('2026-11-16');
    expect(mondayOf(day('2026-11-16'))).toBe('2026-11-16');
  });
});

describe('a fiscal quarter', () => {
  it.each([
    ['2026-08-15', 1, 'Q3 2026', '2026-07-01', '2026-09-30'],
    ['2026-01-31', 2, 'Q4 FY2026', '2025-11-01', '2026-01-31'],
    ['2026-02-01', 2, 'Q1 FY2027', '2026-02-01', '2026-04-30'],
    ['2026-07-04', 7, 'Q1 FY2027', '2026-07-01', '2026-09-30'],
    ['2026-01-01', 4, 'Q4 FY2026', '2026-01-01', '2026-03-31'],
    ['2025-12-31', 12, 'Q1 FY2026', '2025-12-01', '2026-02-28'],
  ])('of %s with a year from month %i is %s', (date, yearStartMonth, label, start, end) => {
    expect(quarterOf(day(date), { yearStartMonth })).toMatchObject({ label, start, end });
  });

  it('holds its date, and the next one starts the day after it ends', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (date, yearStartMonth) => {
        const quarter = quarterOf(date, { yearStartMonth });
        const next = addQuarters(quarter, 1, { yearStartMonth });
        expect(quarter.start <= date && date <= quarter.end).toBe(true);
        expect(next.start).toBe(addDays(quarter.end, 1));
        expect(next.fiscalYear * 4 + next.index).toBe(quarter.fiscalYear * 4 + quarter.index + 1);
        expect(addQuarters(next, -1, { yearStartMonth })).toEqual(quarter);
      }),
    );
  });
});

describe('business days', () => {
  const week: BusinessCalendar = { workingDays: [1, 2, 3, 4, 5], holidays: new Set([day('2026-12-25')]) };

  it.each([
    ['2026-12-23', 1, '2026-12-24'],
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-11-21', 2, '2026-11-24'],
    ['2026-12-28', -1, '2026-12-24'],
    ['2026-11-21', 0, '2026-11-21'],
  ])('from %s by %i is %s', (date, n, expected) => {
    expect(addBusinessDays(day(date), n, week)).toBe(expected);
  });

  it('need at least one working weekday', () => {
    expect(() => addBusinessDays(day('2026-11-20'), 1, { ...week, workingDays: [] })).toThrow(RangeError);
  });
});
