import { type LocalDate, parseLocalDate } from '#core/calendar.ts';

/** Today's date in a time zone. `now` defaults to the clock. */
export function todayIn(timeZone: string, now: Date = new Date()): LocalDate {
  // Swedish writes dates as YYYY-MM-DD.
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
  const date = parseLocalDate(text);
  if (date === null) throw new Error(`no date: ${text}`);
  return date;
}
