/**
 * The time in which a registration is decided (DR-4 to DR-7, DR-12, DR-15): in business days of the organization's
 * calendar, standing still while the partner is asked, for so many days at most in all. Nothing is ever accepted by the
 * passing of time: a late decision alerts, first the Head of Partnerships, then the CRO.
 *
 * Everything here is a day; a deadline falls at 18:00 of it in the organization's time zone, which the server knows.
 *
 * Handbook: docs/handbook/registration.md
 */

import {
  addBusinessDays,
  addDays,
  type BusinessCalendar,
  daysBetween,
  isBusinessDay,
  type LocalDate,
} from '#core/calendar.ts';
import type { Pause, RegistrationLife } from './life.ts';
import type { RegistrationBody } from './registration-page.ts';
import { openStates, type RegistrationState } from './state.ts';

type Deciding = RegistrationBody['deciding'];

/** Business days after `from` up to and with `to`, counted up to `most`; 0 where `to` is not later. */
function businessDaysBetween(
  from: LocalDate,
  to: LocalDate,
  calendar: BusinessCalendar,
  most: number,
): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to && count < most; day = addDays(day, 1)) {
    if (isBusinessDay(day, calendar)) count += 1;
  }
  return count;
}

/** The days on which something is due while a decision is awaited. */
export type DecisionDays = {
  readonly remindOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly alertLeaderOn: LocalDate;
  readonly alertCroOn: LocalDate;
};

export type DecisionClock =
  /** Nothing was submitted, the partner withdrew it before anybody decided, or it was decided before it was here. */
  | { readonly kind: 'none' }
  | ({ readonly kind: 'running'; readonly isLate: boolean } & DecisionDays)
  /** The partner was asked. `lapsesOn` is the last day on which the clock stands still; `dueOn` as if it answered today. */
  | {
      readonly kind: 'paused';
      readonly since: LocalDate;
      readonly lapsesOn: LocalDate;
      readonly dueOn: LocalDate;
    }
  | { readonly kind: 'decided'; readonly on: LocalDate; readonly dueOn: LocalDate; readonly inTime: boolean };

/**
 * DR-4, DR-7: how the clock of the decision stands on that day. A pause that nobody ended runs out by itself, whether or
 * not somebody recorded that: neither a partner nor we can stop the clock for longer than the signed page says.
 */
export function decisionClock(
  life: RegistrationLife,
  policy: Deciding,
  calendar: BusinessCalendar,
  on: LocalDate,
): DecisionClock {
  const { decisionFrom, decidedOn } = life;
  if (decisionFrom === null) return { kind: 'none' };
  if (life.state === 'withdrawn' && life.acceptedOn === null) return { kind: 'none' };
  const isOver = decidedOn !== null;
  const today = decidedOn ?? on;
  const stood = daysStood(life.pauses, policy.returnedBusinessDays, calendar, today);
  const days = decisionDays(decisionFrom, stood, policy, calendar);
  if (isOver) return { kind: 'decided', on: decidedOn, dueOn: days.dueOn, inTime: decidedOn <= days.dueOn };
  const open = life.pauses.at(-1);
  if (open?.to === null) {
    const before = daysStood(life.pauses.slice(0, -1), policy.returnedBusinessDays, calendar, open.from);
    const lapsesOn = addBusinessDays(open.from, policy.returnedBusinessDays - before, calendar);
    if (on <= lapsesOn) return { kind: 'paused', since: open.from, lapsesOn, dueOn: days.dueOn };
  }
  return { kind: 'running', isLate: on > days.dueOn, ...days };
}

function decisionDays(
  from: LocalDate,
  stood: number,
  policy: Deciding,
  calendar: BusinessCalendar,
): DecisionDays {
  const after = (days: number) => addBusinessDays(from, days + stood, calendar);
  return {
    remindOn: after(policy.remindBusinessDays),
    dueOn: after(policy.decideBusinessDays),
    alertLeaderOn: after(policy.alertLeaderBusinessDays),
    alertCroOn: after(policy.alertCroBusinessDays),
  };
}

/** For how many business days the clock stood still until that day, in all of its pauses and at most the number given. */
function daysStood(
  pauses: readonly Pause[],
  most: number,
  calendar: BusinessCalendar,
  on: LocalDate,
): number {
  return pauses.reduce(
    (sum, { from, to }) => sum + businessDaysBetween(from, to ?? on, calendar, most - sum),
    0,
  );
}

/** Something to do while a decision is awaited; `on` is the day at whose end it is due. */
export type DecisionDuty = {
  readonly kind: 'remind_decider' | 'alert_leader' | 'alert_cro' | 'remind_partner' | 'lapse';
  readonly on: LocalDate;
};

/**
 * DR-5, DR-7: what is due by that day, each once: whoever keeps what was done by kind and day does nothing twice. A clock
 * that jumped ahead finds all of them, one that jumped back none that is new. None of them accepts anything.
 */
export function decisionDuties(
  life: RegistrationLife,
  policy: Deciding,
  calendar: BusinessCalendar,
  on: LocalDate,
): DecisionDuty[] {
  const clock = decisionClock(life, policy, calendar, on);
  if (clock.kind === 'paused') {
    const warnOn = addBusinessDays(clock.lapsesOn, -1, calendar);
    return clock.lapsesOn > clock.since && warnOn <= on && warnOn >= clock.since
      ? [{ kind: 'remind_partner', on: warnOn }]
      : [];
  }
  if (clock.kind !== 'running') return [];
  const duties: DecisionDuty[] = [
    { kind: 'remind_decider', on: clock.remindOn },
    { kind: 'alert_leader', on: clock.alertLeaderOn },
    { kind: 'alert_cro', on: clock.alertCroOn },
  ];
  const open = life.pauses.at(-1);
  if (open?.to === null) {
    const before = daysStood(life.pauses.slice(0, -1), policy.returnedBusinessDays, calendar, open.from);
    duties.push({
      kind: 'lapse',
      on: addBusinessDays(open.from, policy.returnedBusinessDays - before, calendar),
    });
  }
  return duties.filter((duty) => duty.on <= on);
}

/** DR-6: by when an AE is named and the first joint meeting is held; null before acceptance. */
export function afterAcceptance(
  { acceptedOn }: RegistrationLife,
  policy: Deciding,
  calendar: BusinessCalendar,
): { readonly aeBy: LocalDate; readonly meetingBy: LocalDate } | null {
  if (acceptedOn === null) return null;
  return {
    aeBy: addBusinessDays(acceptedOn, policy.aeBusinessDays, calendar),
    meetingBy: addDays(acceptedOn, policy.firstMeetingDays),
  };
}

/** DR-15: by when a conflict or an appeal is ruled on, epoch milliseconds; null if nothing waits for a ruling. */
export function rulingDueAt({ rulingFrom }: RegistrationLife, policy: Deciding): number | null {
  return rulingFrom === null ? null : rulingFrom + policy.conflictHours * 3_600_000;
}

/** DR-15: whether a rejection, or a ruling that set it aside, may still be appealed. */
export function mayAppeal({ state, appeals, taken }: RegistrationLife, policy: Deciding): boolean {
  const isAppealable = state === 'rejected' || (state === 'void' && taken?.isFinal === false);
  return isAppealable && appeals < policy.appeals;
}

/** One group of the report of unanswered registrations: younger than `under` days, or everything older. */
export type AgeGroup = { readonly under: number | null; readonly isRed: boolean; readonly count: number };

/**
 * DR-12: registrations that nobody has answered, by their age in days. A group is red where all of it is as old as the
 * signed page says or older.
 */
export function unansweredByAge(
  waiting: readonly { readonly state: RegistrationState; readonly since: LocalDate | null }[],
  policy: Deciding,
  on: LocalDate,
): AgeGroup[] {
  const ages = waiting.flatMap(({ state, since }) =>
    since !== null && (openStates as readonly string[]).includes(state)
      ? [Math.max(0, daysBetween(since, on))]
      : [],
  );
  const bounds = [...new Set(policy.ageDays)].toSorted((a, b) => a - b);
  return [...bounds, null].map((under, index) => {
    const from = bounds[index - 1] ?? 0;
    return {
      under,
      isRed: from >= policy.redDays,
      count: ages.filter((age) => age >= from && (under === null || age < under)).length,
    };
  });
}
