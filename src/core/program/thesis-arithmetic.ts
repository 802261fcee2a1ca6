import { daysBetween, type LocalDate, parseLocalDate } from '#core/calendar.ts';

/**
 * What an hour of the partner's effort brings the partner (TH-7): impact times probability by effort. Minor units per
 * hour, rounded; null while one of the three is not answered, or no hour is needed.
 *
 * Handbook: docs/handbook/program.md
 */
export function gainPerHour(gain: {
  readonly value: number | null;
  readonly probability: number | null;
  readonly hours: number | null;
}): number | null {
  const { value, probability, hours } = gain;
  if (value === null || probability === null || hours === null || hours === 0) return null;
  return Math.round((value * probability) / hours);
}

/** A day as the calendar knows it; null for an empty one and for one that does not exist. */
export function dayOf(text: string | null): LocalDate | null {
  return text === null ? null : parseLocalDate(text);
}

/**
 * What the goal's period needs of an amount per year (TH-6): the amount by the days of the period, both ends inside,
 * where a year has 365 days. A whole year, leap or not, is the whole amount. Minor units, rounded; null where the
 * period or the amount is not known.
 */
export function neededInPeriod(
  perYearMinor: number | null,
  from: LocalDate | null,
  to: LocalDate | null,
): number | null {
  if (perYearMinor === null || from === null || to === null || to < from) return null;
  const days = daysBetween(from, to) + 1;
  return Math.round(perYearMinor * (days === 366 ? 1 : days / 365));
}
