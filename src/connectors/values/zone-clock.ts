import { Temporal } from 'temporal-polyfill';

const dayMs = 86_400_000;
const slotMs = 900_000;

/** Turns instants into days of a time zone and back, fast enough for a million rows. */
export type ZoneClock = {
  readonly timeZone: string;
  /** The day number (days since 1970-01-01) on which the instant falls there. */
  dayOf(at: number): number;
  /**
   * The instant at which clocks there show this day and time. A time that a clock change skips is read with the
   * offset before the change; of a time that it repeats, the first.
   */
  instantOf(day: number, msOfDay: number): number;
};

const clocks = new Map<string, ZoneClock>();

/** The clock of an IANA time zone. Throws RangeError if there is no such zone. */
export function zoneClock(timeZone: string): ZoneClock {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = makeClock(timeZone);
  clocks.set(timeZone, made);
  return made;
}

/** Whether the text names an IANA time zone (or a fixed offset). */
export function isTimeZone(text: string): boolean {
  try {
    zoneClock(text);
    return true;
  } catch {
    return false;
  }
}

function makeClock(timeZone: string): ZoneClock {
  const exact = (at: number): number =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1_000_000;
  exact(0);
  // Offsets change on few days: one number per day, and on such a day one per quarter of an hour.
  const days = new Map<number, number | null>();
  const slots = new Map<number, number>();
  const offsetAt = (at: number): number => {
    const day = Math.floor(at / dayMs);
    let offset = days.get(day);
    if (offset === undefined) {
      const start = exact(day * dayMs);
      offset = start === exact((day + 1) * dayMs - 1) ? start : null;
      days.set(day, offset);
    }
    if (offset !== null) return offset;
    const slot = Math.floor(at / slotMs);
    const known = slots.get(slot);
    if (known !== undefined) return known;
    const found = exact(slot * slotMs);
    slots.set(slot, found);
    return found;
  };
  return {
    timeZone,
    dayOf: (at) => Math.floor((at + offsetAt(at)) / dayMs),
    instantOf(day, msOfDay) {
      const local = day * dayMs + msOfDay;
      const before = offsetAt(local - dayMs);
      const after = offsetAt(local + dayMs);
      if (before === after || offsetAt(local - before) === before) return local - before;
      return offsetAt(local - after) === after ? local - after : local - before;
    },
  };
}
