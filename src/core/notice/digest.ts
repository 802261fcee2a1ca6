/**
 * When the letter of the day leaves, and what a delivery that did not arrive does next.
 *
 * Handbook: docs/handbook/notices.md
 */

import { addBusinessDays, type BusinessCalendar, isBusinessDay, type LocalDate } from '../calendar.ts';

/** What an organization sets for its letters. */
export type NoticeSettings = {
  /** When the digest leaves, in minutes after midnight in the organization's time zone. */
  readonly digestMinute: number;
  /** How long what is told at once waits for what comes with it. */
  readonly gatherMinutes: number;
};

export const defaultNoticeSettings: NoticeSettings = { digestMinute: 8 * 60, gatherMinutes: 3 };

/** Today, and whether the hour of the digest has come on it. */
export type DigestNow = { readonly today: LocalDate; readonly hasCome: boolean };

/** Whether the digest of today may leave: a business day whose hour has come. */
export function isDigestDue({ today, hasCome }: DigestNow, calendar: BusinessCalendar): boolean {
  return hasCome && isBusinessDay(today, calendar);
}

/** The day of the next digest: today while its hour has not come, else the next business day. */
export function nextDigestOn({ today, hasCome }: DigestNow, calendar: BusinessCalendar): LocalDate {
  return !hasCome && isBusinessDay(today, calendar) ? today : addBusinessDays(today, 1, calendar);
}
