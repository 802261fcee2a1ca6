/**
 * What whoever writes down an act should know about it at once: what it lacks to count, and what it can still earn.
 * An incomplete act is kept, since a fact is a fact; it says what it lacks before a credit is missed for it.
 *
 * Handbook: docs/handbook/touches.md
 */

import { daysBetween, type LocalDate } from '#core/calendar.ts';
import type { PartnerRole } from './policy.ts';

/** An act as it is about to be kept. */
export type WrittenAct = {
  readonly role: PartnerRole;
  readonly occurredOn: LocalDate;
  readonly recordedOn: LocalDate;
  readonly outcome: string | null;
  readonly evidence: readonly string[];
  readonly stageOrder: number | null;
  readonly isConfirmed: boolean;
  /** The day on which the deal closed; null while it is open or where there is no deal yet. */
  readonly closedOn: LocalDate | null;
  readonly isOnAccount: boolean;
};

export const actRemarks = {
  after_close: 'The deal had closed by then. The act is kept and earns nothing.',
  no_outcome: 'It has no outcome, so it earns nothing. Record it again with what came of it.',
  no_evidence: 'Nothing proves it, so it earns nothing. Record it again with a link or a meeting.',
  no_stage: 'The stage of the deal on that day is not known, so it earns nothing. Record it with its stage.',
  logged_late: 'It was written down late: it earns assisted at most.',
  origin_only: 'An originator is credited by an introduction or a registration, not by a touch.',
  overlap: 'Overlap is never credit.',
  unconfirmed: 'It counts once somebody of ours has confirmed it.',
  before_deal: 'There is no deal yet. It counts for one that is created soon after.',
} as const;

export type ActRemark = keyof typeof actRemarks;

/**
 * What is to be said about a touch, most telling first. `touchLoggedWithinDays` is ATT-5 of the signed page: what was
 * written down later than that earns assisted at most.
 */
export function remarksOn(act: WrittenAct, touchLoggedWithinDays: number): ActRemark[] {
  const isAfterClose =
    act.closedOn !== null && (act.occurredOn > act.closedOn || act.recordedOn > act.closedOn);
  const remarks: readonly (readonly [ActRemark, boolean])[] = [
    ['after_close', isAfterClose],
    ['overlap', act.role === 'overlap'],
    ['origin_only', act.role === 'originator'],
    ['no_outcome', act.outcome === null],
    ['no_evidence', act.evidence.length === 0],
    ['no_stage', act.stageOrder === null && !act.isOnAccount && !isAfterClose],
    ['logged_late', daysBetween(act.occurredOn, act.recordedOn) > touchLoggedWithinDays],
    ['before_deal', act.isOnAccount],
    ['unconfirmed', !act.isConfirmed],
  ];
  return remarks.flatMap(([remark, holds]) => (holds ? [remark] : []));
}
