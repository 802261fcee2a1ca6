import { addBusinessDays } from '#core/calendar.ts';
import { businessCalendar } from '../../access/business-calendar.ts';
import type { Organization } from '../../access/context.ts';
import { endOfLocalDate, localDateAt } from '../../clock.ts';

const hour = 3_600_000;

/** A deadline in business days from a moment on: at 18:00 in the organization's time zone. */
export function dueAfter(organization: Organization, from: number, businessDays: number): number {
  const { timeZone } = organization;
  const day = addBusinessDays(localDateAt(from, timeZone), businessDays, businessCalendar(organization));
  return endOfLocalDate(day, timeZone) + 1 - 6 * hour;
}

/** A deadline in hours of the clock. */
export function dueInHours(from: number, hours: number): number {
  return from + hours * hour;
}
