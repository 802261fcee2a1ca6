import type { LocalDate, Moment } from '#core/calendar.ts';
import { type RegistrationEvent, type RegistrationLife, registrationAfter } from '#core/registration/life.ts';
import { type RegistrationMove, registrationMoves } from '#core/registration/state.ts';

/** Noon of a day, in UTC. */
export function noonOf(day: string): Moment {
  return { at: Date.parse(`${day}T12:00:00Z`), on: day as LocalDate };
}

/** An event as a vector writes it: its day, its kind and what it carries. */
export type WrittenEvent = { readonly on: string; readonly type: string };

/** The event of a vector, caused by the first who may, with nothing changed where it accepts. */
export function eventOf({ on, type, ...carried }: WrittenEvent): RegistrationEvent {
  const [by] = registrationMoves[type as RegistrationMove].by;
  return { changes: [], ...noonOf(on), type, by, ...carried } as unknown as RegistrationEvent;
}

/** The registration after the events of a vector. */
export function lifeOf(events: readonly WrittenEvent[]): RegistrationLife {
  return registrationAfter(events.map(eventOf));
}

/** Monday to Friday, without two holidays. */
export const workingWeek = {
  workingDays: [1, 2, 3, 4, 5] as const,
  holidays: new Set(['2026-12-25', '2027-01-01'] as LocalDate[]),
};
