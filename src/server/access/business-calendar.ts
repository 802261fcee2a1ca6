import type { BusinessCalendar, LocalDate, Weekday } from '#core/calendar.ts';
import type { Organization } from './context.ts';

/** The days on which an organization works, as business days are counted by. */
export function businessCalendar(organization: Organization): BusinessCalendar {
  return {
    workingDays: organization.workingDays as readonly Weekday[],
    holidays: new Set(organization.holidays as readonly LocalDate[]),
  };
}
