import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '#core/calendar.ts';

const dayMs = 86_400_000;

/**
 * The calendar date of an instant in a time zone, fast enough for millions of rows: the offset is looked up once
 * for each day and the text made once for each date. On the days when clocks change it asks each time.
 */
export function localDays(timeZone: string): (epochMs: number) => LocalDate {
  const offsets = new Map<number, number | null>();
  const dates = new Map<number, LocalDate>();
  const offsetAt = (epochMs: number): number =>
    Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6;
  return (epochMs) => {
    const day = Math.floor(epochMs / dayMs);
    let offset = offsets.get(day);
    if (offset === undefined) {
      const start = offsetAt(day * dayMs);
      offset = start === offsetAt((day + 1) * dayMs) ? start : null;
      offsets.set(day, offset);
    }
    const local = Math.floor((epochMs + (offset ?? offsetAt(epochMs))) / dayMs);
    let date = dates.get(local);
    if (date === undefined) {
      date = new Date(local * dayMs).toISOString().slice(0, 10) as LocalDate;
      dates.set(local, date);
    }
    return date;
  };
}
