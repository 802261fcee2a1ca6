/**
 * Civil dates, fiscal quarters and business days, without a clock and without a time zone.
 *
 * A date here is a day in the organization's own calendar. Turning an instant into such a day needs a time
 * zone and is the server's work; core only ever sees the result. Text dates compare with `<` and `>`.
 *
 * Handbook: docs/handbook/money-and-time.md
 */

declare const dateBrand: unique symbol;

/** A day that exists, as `YYYY-MM-DD`, in the organization's time zone. */
export type LocalDate = string & { readonly [dateBrand]: true };

/** An instant (epoch milliseconds) with the day it falls on in the organization's time zone: `now`, `as of`. */
export type Moment = { readonly at: number; readonly on: LocalDate };

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The month (1 to 12) in which the fiscal year starts; 1 is the calendar year. */
export type FiscalCalendar = { readonly yearStartMonth: number };

/** A fiscal quarter; `start` and `end` are its first and last day, both inside. */
export type Quarter = {
  readonly fiscalYear: number;
  readonly index: 1 | 2 | 3 | 4;
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly label: string;
};

/** Which weekdays are worked and which dates are not. */
export type BusinessCalendar = {
  readonly workingDays: readonly Weekday[];
  readonly holidays: ReadonlySet<LocalDate>;
};

/** The date if the text is `YYYY-MM-DD` and that day exists (leap years respected); null otherwise. */
export function parseLocalDate(text: string): LocalDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const [year, month, day] = partsOf(text as LocalDate);
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? (text as LocalDate) : null;
}

/** The date n days later; earlier if n is negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Days from a to b: positive if b is later, 0 on the same day. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** The same day n months later, or that month's last day if it is shorter: 31 January + 1 is 28 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = partsOf(date);
  const count = year * 12 + (month - 1) + months;
  const toYear = Math.floor(count / 12);
  const toMonth = count - toYear * 12 + 1;
  return format(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

export function weekday(date: LocalDate): Weekday {
  // Day 0 (1970-01-01) was a Thursday.
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The Monday of the week that holds the date; weeks run from Monday to Sunday. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekday(date));
}

/**
 * The fiscal quarter that holds the date. A fiscal year is named by the calendar year in which it ends, so
 * with a start in February 2026-02-01 opens FY2027. Labels read `Q3 2026` where the fiscal year is the
 * calendar year and `Q3 FY2026` where it is not.
 */
export function quarterOf(date: LocalDate, calendar: FiscalCalendar): Quarter {
  const { yearStartMonth } = calendar;
  const [year, month] = partsOf(date);
  const monthOfYear = (month - yearStartMonth + 12) % 12;
  const startYear = month >= yearStartMonth ? year : year - 1;
  const fiscalYear = yearStartMonth === 1 ? startYear : startYear + 1;
  const index = (Math.floor(monthOfYear / 3) + 1) as Quarter['index'];
  const start = addMonths(format(startYear, yearStartMonth, 1), (index - 1) * 3);
  const label = yearStartMonth === 1 ? `Q${index} ${fiscalYear}` : `Q${index} FY${fiscalYear}`;
  return { fiscalYear, index, start, end: addDays(addMonths(start, 3), -1), label };
}

/** The quarter n quarters later; earlier if n is negative. */
export function addQuarters(quarter: Quarter, count: number, calendar: FiscalCalendar): Quarter {
  return quarterOf(addMonths(quarter.start, count * 3), calendar);
}

/** Whether the weekday is worked and the date is no holiday. */
export function isBusinessDay(date: LocalDate, calendar: BusinessCalendar): boolean {
  return calendar.workingDays.includes(weekday(date)) && !calendar.holidays.has(date);
}

/**
 * The nth business day after the date (before it, if n is negative). The date itself never counts, so a
 * request made on a Saturday with two business days to go is due on Tuesday. With n = 0 the date is returned
 * as it is. Throws RangeError if no weekday is worked.
 */
export function addBusinessDays(date: LocalDate, days: number, calendar: BusinessCalendar): LocalDate {
  if (calendar.workingDays.length === 0) throw new RangeError('a business calendar needs a working day');
  const step = days < 0 ? -1 : 1;
  let left = Math.abs(days);
  let day = date;
  while (left > 0) {
    day = addDays(day, step);
    if (isBusinessDay(day, calendar)) left -= 1;
  }
  return day;
}

function partsOf(date: LocalDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function format(year: number, month: number, day: number): LocalDate {
  if (year < 1 || year > 9999) throw new RangeError(`a date outside the years 1 to 9999: year ${year}`);
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return text as LocalDate;
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

// Days since 1970-01-01 in the proleptic Gregorian calendar. Years are counted from March, so that the leap
// day is the last day of its year; 146,097 days make the 400 years after which the calendar repeats.
function dayNumber(date: LocalDate): number {
  const [year, month, day] = partsOf(date);
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function dateOfDayNumber(number: number): LocalDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return format(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}
