/**
 * What happened to a registration before Tandem knew of it, as the events that would have told it: a file says when it was
 * sent, when it was decided and how it stands, and the same table as ever makes its life of that (DR-4 to DR-16).
 *
 * Handbook: docs/handbook/import.md
 */

import { addDays, daysBetween, type LocalDate, type Moment } from '#core/calendar.ts';
import type { RegistrationEvent } from './life.ts';
import type { RejectionReason } from './rejection.ts';

/** How a registration stands, as a file says it. */
export const pastStates = {
  submitted: 'submitted',
  accepted: 'accepted',
  rejected: 'rejected',
  expired: 'expired',
  withdrawn: 'withdrawn',
  won: 'won',
  lost: 'lost',
} as const;

export type PastState = keyof typeof pastStates;

/** A registration of the past, with every day that its state asks for. */
export type PastRegistration = {
  readonly state: PastState;
  readonly sent: Moment;
  /** Null where nobody decided. */
  readonly decided: Moment | null;
  /** Why not, where it was rejected (DR-16). */
  readonly reason: RejectionReason | null;
  /** The first day without protection; null where it was never accepted. */
  readonly until: Moment | null;
  /** When the deal came into the pipeline, where a deal of the CRM is known and has. */
  readonly pipeline: Moment | null;
  /** When it was withdrawn, won or lost. */
  readonly ended: Moment | null;
};

/** What the state and the days of a registration of the past mean by today. */
export type PastStanding = {
  /** The first day without protection; null where it was never accepted. */
  readonly until: LocalDate | null;
  /** Its protection has ended. */
  readonly isOver: boolean;
  /** It stands on the deal of the CRM that it names. */
  readonly standsOnDeal: boolean;
  /** It brought that deal, so its partner introduced it. */
  readonly introduces: boolean;
  /** It protects its account, or brought a deal: only a partner under agreement can have done that. */
  readonly opens: boolean;
};

/**
 * DR-8, DR-10: how a registration of the past stands. What was accepted is protected to the day that is said, else for the
 * days of the page from its decision on. One that was withdrawn stands on no deal, and one whose protection was over brought
 * no deal any more. `protectedUntil` is the last protected day.
 */
export function pastStanding(
  past: {
    readonly state: PastState;
    readonly decidedOn: LocalDate | null;
    readonly protectedUntil: LocalDate | null;
    /** The deal of the CRM that it names. */
    readonly deal: { readonly createdOn: LocalDate | null } | null;
  },
  days: number,
  today: LocalDate,
): PastStanding {
  const { state, decidedOn, protectedUntil, deal } = past;
  const isAccepted = state !== 'submitted' && state !== 'rejected' && decidedOn !== null;
  const stated = protectedUntil === null ? null : addDays(protectedUntil, 1);
  const until = isAccepted ? (stated ?? addDays(decidedOn, days)) : null;
  const isOver = until !== null && until <= today;
  const standsOnDeal = deal !== null && isAccepted && state !== 'withdrawn';
  const hasExpired = state === 'expired' || (state === 'accepted' && isOver);
  const cameLater = deal === null || deal.createdOn === null || (until !== null && deal.createdOn >= until);
  const introduces = standsOnDeal && !(hasExpired && cameLater);
  return { until, isOver, standsOnDeal, introduces, opens: introduces || (state === 'accepted' && !isOver) };
}

/**
 * DR-8, DR-10: the events of the past, in order. `today` ends what a file still calls accepted: its protection is over on
 * the day on which it is, and what was in the pipeline by then stays there.
 */
export function eventsOfPast(past: PastRegistration, today: LocalDate): RegistrationEvent[] {
  const { state, sent, decided, reason, until, pipeline, ended } = past;
  const events: RegistrationEvent[] = [{ ...sent, type: 'submit', by: 'partner' }];
  const end = ended ?? decided ?? sent;
  if (state === 'rejected' && decided !== null && reason !== null) {
    events.push({ ...decided, type: 'reject', by: 'decider', reason: reason.kind, words: reason.words });
  }
  if (decided !== null && until !== null) {
    const days = Math.max(0, daysBetween(decided.on, until.on));
    events.push({ ...decided, type: 'accept', by: 'decider', days, changes: [] });
    const inTime = pipeline !== null && pipeline.on < until.on;
    const goesOn = state === 'accepted' || state === 'won' || state === 'lost';
    if (inTime && goesOn) events.push({ ...latest(pipeline, decided), type: 'convert', by: 'system' });
    if ((state === 'accepted' && until.on <= today) || state === 'expired') {
      events.push({ ...until, type: 'expire', by: 'system' });
    }
    if (state === 'won') events.push({ ...latest(end, decided), type: 'win', by: 'system' });
    if (state === 'lost') events.push({ ...latest(end, decided), type: 'lose', by: 'system' });
  }
  if (state === 'withdrawn') events.push({ ...latest(end, decided), type: 'withdraw', by: 'partner' });
  return events;
}

function latest(moment: Moment, before: Moment | null): Moment {
  return before !== null && before.at > moment.at ? before : moment;
}
