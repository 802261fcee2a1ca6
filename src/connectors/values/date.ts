import type { ImportedMoment } from '#connectors/port.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { ZoneClock } from './zone-clock.ts';

/** In which order day, month and year stand in dates that begin with neither a year nor a word. */
export type DateOrder = 'mdy' | 'dmy' | 'ymd';

/** A date and time as written; `day` counts from 1970-01-01. `offset` (ms) is null where no zone is written. */
export type CivilRead = {
  readonly day: number;
  readonly ms: number | null;
  readonly offset: number | null;
};

/**
 * `ambiguous`: 3/4/2026 without a known order. `wrong-order`: does not exist in the mapping's order.
 * `no-such-day`: 31 February.
 */
export type DateFault = 'not-a-date' | 'ambiguous' | 'wrong-order' | 'no-such-day';

const dayMs = 86_400_000;
/** No date is longer; a longer cell is not even looked at. */
const longest = 60;
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/;
const yearLast = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)(.*)$/;
const compact = /^(19|20)(\d{2})(\d{2})(\d{2})$/;
const dayMonthName = /^(\d{1,2})(?:st|nd|rd|th)?[-\s.]+(\p{L}{3,9})\.?[-\s,]+(\d{4}|\d{2})(?!\d)(.*)$/u;
const monthNameDay = /^(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)(.*)$/u;
const clockTime =
  /^(?:[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp]\.?[Mm]\.?)?)?\s*(?:Z?([+-]\d{2}):?(\d{2})?|(Z|UTC|GMT))?$/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const otherMonths: ReadonlyMap<string, number> = new Map(
  Object.entries({
    mär: 3,
    mrz: 3,
    mai: 5,
    okt: 10,
    dez: 12,
    mei: 5,
    ene: 1,
    abr: 4,
    ago: 8,
    dic: 12,
    fév: 2,
    avr: 4,
    aoû: 8,
    déc: 12,
  }),
);

/**
 * Reads a date, with its time and zone if there are any: ISO 8601, `YYYY-MM-DD HH:MM:SS`, M/D/YYYY, D/M/YYYY,
 * D.M.YYYY, `MM/DD/YY hh:mm AM`, month names, spreadsheet serials (1900 system), epoch milliseconds, and Data
 * Loader's `…000Z-0300`. The order of 3/4/2026 is `order`; without it only a date that reads one way is read.
 */
export function readDate(text: string, order: DateOrder | null): CivilRead | DateFault {
  if (text.length > longest) return 'not-a-date';
  const first = yearFirst.exec(text);
  if (first) return civil(Number(first[1]), Number(first[3]), Number(first[4]), first[5] ?? '');
  const last = yearLast.exec(text);
  if (last) return readYearLast(last, order);
  if (/^\d+(?:\.\d+)?$/.test(text)) return readDigits(text);
  const named = dayMonthName.exec(text) ?? swapped(monthNameDay.exec(text));
  const month = named ? monthOf(named[2] ?? '') : null;
  if (!named || month === null) return 'not-a-date';
  return civil(fullYear(named[3] ?? ''), month, Number(named[1]), named[4] ?? '');
}

const mdyBit = 1;
const dmyBit = 2;
const ymdBit = 4;

/** The orders in which the date exists, as bits (mdy 1, dmy 2, ymd 4); null where the text leaves no choice. */
export function possibleOrders(text: string): number | null {
  const parts = text.length > longest ? null : yearLast.exec(text);
  if (!parts) return null;
  const [, a = '', mark, b = '', c = ''] = parts;
  let bits = 0;
  if (exists(fullYear(c), Number(a), Number(b))) bits |= mdyBit;
  if (exists(fullYear(c), Number(b), Number(a))) bits |= dmyBit;
  if (mark === '-' && c.length === 2 && a.length === 2 && exists(fullYear(a), Number(b), Number(c)))
    bits |= ymdBit;
  // Whoever writes dates with dots writes the day first.
  if (mark === '.' && bits === (mdyBit | dmyBit)) return dmyBit;
  return bits;
}

/** The one order that the bits leave, or null where they leave several or none. */
export function orderOfBits(bits: number): DateOrder | null {
  return bits === mdyBit ? 'mdy' : bits === dmyBit ? 'dmy' : bits === ymdBit ? 'ymd' : null;
}

/** The instant and the day in the clock's zone. Times without a zone are times of `source`. */
export function momentOf(read: CivilRead, source: ZoneClock, clock: ZoneClock): ImportedMoment {
  if (read.ms === null) {
    return { at: clock.instantOf(read.day, 0), on: localDate(read.day), dateOnly: true };
  }
  const at =
    read.offset === null ? source.instantOf(read.day, read.ms) : read.day * dayMs + read.ms - read.offset;
  return { at, on: localDate(clock.dayOf(at)), dateOnly: false };
}

/** The day that is meant: as written where there is no time or exactly midnight, else the day in the zone. */
export function dayOf(read: CivilRead, source: ZoneClock, clock: ZoneClock): LocalDate {
  if (read.ms === null || read.ms === 0) return localDate(read.day);
  if (read.offset === null && source === clock) return localDate(read.day);
  return momentOf(read, source, clock).on;
}

let textOfDay = new Map<number, LocalDate>();

/** `YYYY-MM-DD` of a day number. */
function localDate(day: number): LocalDate {
  const known = textOfDay.get(day);
  if (known !== undefined) return known;
  if (textOfDay.size > 50_000) textOfDay = new Map();
  const made = new Date(day * dayMs).toISOString().slice(0, 10) as LocalDate;
  textOfDay.set(day, made);
  return made;
}

function readYearLast(parts: RegExpExecArray, order: DateOrder | null): CivilRead | DateFault {
  const [text, a = '', , b = '', c = '', rest = ''] = parts;
  const bits = possibleOrders(text) ?? 0;
  const usable = order === 'ymd' && c.length === 4 ? null : order;
  const chosen = usable ?? orderOfBits(bits);
  if (chosen === null) return bits === 0 ? 'no-such-day' : 'ambiguous';
  const read =
    chosen === 'mdy'
      ? civil(fullYear(c), Number(a), Number(b), rest)
      : chosen === 'dmy'
        ? civil(fullYear(c), Number(b), Number(a), rest)
        : civil(fullYear(a), Number(b), Number(c), rest);
  return read === 'no-such-day' && usable !== null && bits !== 0 ? 'wrong-order' : read;
}

function readDigits(text: string): CivilRead | DateFault {
  const packed = compact.exec(text);
  if (packed) return civil(Number(`${packed[1]}${packed[2]}`), Number(packed[3]), Number(packed[4]), '');
  if (text.length === 13) {
    const at = Number(text);
    return { day: Math.floor(at / dayMs), ms: at % dayMs, offset: 0 };
  }
  const serial = Number(text);
  if (!/^\d{5}(?:\.\d+)?$/.test(text) || serial < 10_000 || serial > 80_000) return 'not-a-date';
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  return { day: Math.floor(serial) - 25_569, ms: seconds === 0 ? null : seconds * 1000, offset: null };
}

function civil(year: number, month: number, day: number, rest: string): CivilRead | DateFault {
  if (!exists(year, month, day)) return 'no-such-day';
  const number = Date.UTC(year, month - 1, day) / dayMs;
  if (rest === '') return { day: number, ms: null, offset: null };
  const time = clockTime.exec(rest);
  if (!time) return 'not-a-date';
  const offset = offsetOf(time);
  if (time[1] === undefined) return { day: number, ms: null, offset: null };
  const ms = msOfDay(time);
  if (ms === null) return 'not-a-date';
  // A date exported as midnight without a zone is a date.
  if (ms === 0 && offset === null && time[5] === undefined) return { day: number, ms: null, offset: null };
  return { day: number, ms, offset };
}

function msOfDay(time: RegExpExecArray): number | null {
  const half = time[5]?.[0]?.toLowerCase();
  let hour = Number(time[1]);
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  const minute = Number(time[2]);
  const second = Number(time[3] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return null;
  const ms = Number((time[4] ?? '').padEnd(3, '0').slice(0, 3));
  return ((hour * 60 + minute) * 60 + second) * 1000 + ms;
}

function offsetOf(time: RegExpExecArray): number | null {
  if (time[8] !== undefined) return 0;
  const hours = time[6];
  if (hours === undefined) return null;
  const minutes = Number(hours.slice(1)) * 60 + Number(time[7] ?? 0);
  return (hours.startsWith('-') ? -minutes : minutes) * 60_000;
}

function exists(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Two digits are 1970 to 2069. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 70 ? 2000 : 1900);
}

function monthOf(word: string): number | null {
  const key = word.slice(0, 3).toLowerCase();
  const index = months.indexOf(key);
  return index >= 0 ? index + 1 : (otherMonths.get(key) ?? null);
}

function swapped(parts: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return parts ? [parts[0], parts[2], parts[1], parts[3], parts[4]] : null;
}
