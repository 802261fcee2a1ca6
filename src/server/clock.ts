import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '#core/calendar.ts';

/** The outside world's time. The only clock in the server; tests and the demo replace it. */
export type Clock = { readonly now: () => number };

export const systemClock: Clock = { now: () => Date.now() };

/** The calendar date that an instant (epoch milliseconds) has in a time zone. */
export function localDateAt(epochMs: number, timeZone: string): LocalDate {
  return Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString() as LocalDate;
}

/** The last instant (epoch milliseconds) of a date in a time zone: what was known by the end of that day. */
export function endOfLocalDate(date: LocalDate, timeZone: string): number {
  const next = Temporal.PlainDate.from(date).add({ days: 1 });
  return next.toZonedDateTime({ timeZone }).epochMilliseconds - 1;
}

/** The first instant (epoch milliseconds) of a date in a time zone. */
export function startOfLocalDate(date: LocalDate, timeZone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone }).epochMilliseconds;
}

/** The instant (epoch milliseconds) of a minute of a day in a time zone; one that the clock skips comes right after. */
export function instantAt(date: LocalDate, minuteOfDay: number, timeZone: string): number {
  const plainTime = { hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 };
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}
