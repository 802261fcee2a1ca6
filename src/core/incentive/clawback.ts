/**
 * When what a deal paid is taken back because its customer left (IN-11).
 *
 * Handbook: docs/handbook/incentive.md
 */

import { addDays, type LocalDate } from '#core/calendar.ts';

/** What decides whether a clawback may be recorded. Days are of the organization's time zone. */
export type ClawbackFacts = {
  readonly isWon: boolean;
  readonly closedOn: LocalDate | null;
  readonly leftOn: LocalDate;
  readonly today: LocalDate;
  /** Whether one stands already. */
  readonly isMade: boolean;
};

export type ClawbackAnswer =
  | { readonly kind: 'yes'; readonly until: LocalDate }
  | { readonly kind: 'no'; readonly why: 'not_won' | 'made' | 'before_close' | 'future' }
  | { readonly kind: 'no'; readonly why: 'too_late'; readonly until: LocalDate };

/**
 * IN-11: a deal pays nothing any more if its customer left within the days of the signed page after the close, the
 * last day included. It counts when the customer left, not when somebody wrote it down. 0 days: never.
 */
export function decideClawback(facts: ClawbackFacts, clawbackDays: number): ClawbackAnswer {
  const { isWon, closedOn, leftOn, today, isMade } = facts;
  if (!isWon || closedOn === null) return { kind: 'no', why: 'not_won' };
  if (isMade) return { kind: 'no', why: 'made' };
  if (leftOn > today) return { kind: 'no', why: 'future' };
  if (leftOn < closedOn) return { kind: 'no', why: 'before_close' };
  const until = addDays(closedOn, clawbackDays);
  return clawbackDays === 0 || leftOn > until
    ? { kind: 'no', why: 'too_late', until }
    : { kind: 'yes', until };
}
