import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dayOf, momentOf, orderOfBits, possibleOrders, readDate } from './date.ts';
import { zoneClock } from './zone-clock.ts';

const newYork = zoneClock('America/New_York');
const utc = zoneClock('UTC');

function moment(text: string, order: 'mdy' | 'dmy' | null = null, clock = newYork) {
  const read = readDate(text, order);
  return typeof read === 'string' ? read : momentOf(read, clock, clock);
}

describe('reading dates', () => {
  it.each([
    ['2026-01-31', '2026-01-31'],
    ['2026/1/31', '2026-01-31'],
    ['31.1.2026', '2026-01-31'],
    ['31/01/26', '2026-01-31'],
    ['1/31/2026', '2026-01-31'],
    ['20260131', '2026-01-31'],
    ['31 Jan 2026', '2026-01-31'],
    ['January 31, 2026', '2026-01-31'],
    ['31-Jan-26', '2026-01-31'],
    ['31. März 2026', '2026-03-31'],
    ['46053', '2026-01-31'],
    ['12/31/69', '2069-12-31'],
    ['12/31/70', '1970-12-31'],
    ['29.02.2024', '2024-02-29'],
  ])('%s', (text, on) => {
    expect(moment(text)).toMatchObject({ on, dateOnly: true });
  });

  it.each([
    '',
    '29.02.2026',
    '2026-13-01',
    '1/2',
    '99/99/2026',
    '2026-01-31T25:00',
    'yesterday',
    '13:00 PM',
    '31 Foo 2026',
  ])('refuses %j', (text) => {
    expect(readDate(text, 'mdy')).toBeTypeOf('string');
  });

  it.each([
    ['2026-01-31T12:00:00Z', Date.UTC(2026, 0, 31, 12)],
    ['2026-01-31 12:00:00.250+0530', Date.UTC(2026, 0, 31, 6, 30, 0, 250)],
    ['2011-10-01T00:38:44.546+02:00', Date.UTC(2011, 8, 30, 22, 38, 44, 546)],
    ['2010-10-14T12:00:00.000Z-0300', Date.UTC(2010, 9, 14, 15)],
    ['1/31/2026 08:55 PM', Date.UTC(2026, 1, 1, 1, 55)],
    ['1/31/2026, 12:05 a.m.', Date.UTC(2026, 0, 31, 5, 5)],
    ['46053.5', Date.UTC(2026, 0, 31, 17)],
    ['1769860800000', 1769860800000],
  ])('%s', (text, at) => {
    expect(moment(text)).toMatchObject({ at, dateOnly: false });
  });

  it('takes a close date at midnight UTC as the day that is written, and other times as the local day', () => {
    const day = (text: string) => {
      const read = readDate(text, null);
      return typeof read === 'string' ? read : dayOf(read, newYork, newYork);
    };
    expect(day('2026-01-31T00:00:00.000Z')).toBe('2026-01-31');
    expect(day('2026-01-31T01:00:00.000Z')).toBe('2026-01-30');
  });

  it('knows in which orders a date exists', () => {
    const orders = (text: string) => possibleOrders(text);
    expect(orderOfBits(orders('13/1/2026')!)).toBe('dmy');
    expect(orderOfBits(orders('1/13/2026')!)).toBe('mdy');
    expect(orderOfBits(orders('3/4/2026')!)).toBeNull();
    expect(orderOfBits(orders('3.4.2026')!)).toBe('dmy');
    expect(orderOfBits(orders('23-02-26')!)).toBeNull();
    expect(orders('2026-01-02')).toBeNull();
    expect(readDate('3/4/2026', null)).toBe('ambiguous');
    expect(readDate('13/1/2026', 'mdy')).toBe('wrong-order');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/:. TZ+-]{4,25}$/)), (text) => {
        readDate(text, null);
        readDate(text, 'ymd');
        possibleOrders(text);
      }),
    );
  });
});

describe('the clock of a time zone', () => {
  const zones = [
    'America/New_York',
    'Europe/Amsterdam',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'UTC',
  ];

  it('agrees with Temporal at every instant and wall time', () => {
    const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2035, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, at) => {
        const clock = zoneClock(zone);
        const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        const day = clock.dayOf(at);
        expect(new Date(day * 86_400_000).toISOString().slice(0, 10)).toBe(there.toPlainDate().toString());
        const plain = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDateTime();
        const local = Math.floor(at / 86_400_000);
        expect(clock.instantOf(local, at - local * 86_400_000)).toBe(
          plain.toZonedDateTime(zone).epochMilliseconds,
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it('agrees with Temporal through the hours around a clock change', () => {
    for (const zone of zones) {
      for (const start of [
        Date.UTC(2026, 2, 28),
        Date.UTC(2026, 2, 8),
        Date.UTC(2026, 9, 24),
        Date.UTC(2026, 10, 1),
        Date.UTC(2026, 3, 4),
      ]) {
        for (let minute = 0; minute < 3 * 24 * 60; minute += 10) {
          const local = start + minute * 60_000;
          const plain = Temporal.Instant.fromEpochMilliseconds(local)
            .toZonedDateTimeISO('UTC')
            .toPlainDateTime();
          const day = Math.floor(local / 86_400_000);
          expect(zoneClock(zone).instantOf(day, local - day * 86_400_000)).toBe(
            plain.toZonedDateTime(zone).epochMilliseconds,
          );
        }
      }
    }
  });

  it('refuses a zone that does not exist', () => {
    expect(() => zoneClock('Mars/Olympus')).toThrow(RangeError);
    expect(utc.dayOf(0)).toBe(0);
  });
});
