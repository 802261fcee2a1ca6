/**
 * How a partner does, from its deals and acts: activated, producing, gone dark; and for a program that already runs,
 * what to do about it.
 *
 * - Activated (JR-1): one observable commercial event, the first sourced or co-sold deal that entered the pipeline after
 *   the signature. Registrations will count too. A partner that came in at a later stage was activated before.
 * - Producing (J3): a sourced or co-sold deal won, or two sourced deals at stage 3 or later in two quarters.
 * - Dormant (8.4): nothing heard or done in 90 days. A signature is heard of, so a new partner is not dormant.
 *
 * Handbook: docs/handbook/program.md
 */

import { daysBetween, type LocalDate } from '#core/calendar.ts';
import type { JourneyStage } from './journey-page.ts';

/** What is known of a partner today. `proven` is credit by the signed page, `claimed` what an import says. */
export type PartnerActivity = {
  readonly partnerId: string;
  readonly name: string;
  readonly signedOn: LocalDate | null;
  readonly openingStage: JourneyStage | null;
  /** The day on which its first proven sourced or co-sold deal since the signature entered the pipeline. */
  readonly activatedOn: LocalDate | null;
  /** Sourced or co-sold deals won. */
  readonly provenWins: number;
  readonly claimedWins: number;
  /** Proven sourced deals that entered the pipeline in the last two quarters, and those of them at stage 3 or later. */
  readonly recentSourced: number;
  readonly recentAdvanced: number;
  /** Proven sourced deals that were won in the last two quarters. */
  readonly recentSourcedWins: number;
  readonly openDeals: number;
  /** The last day on which a deal of it moved, or one of its people did something that is on record. */
  readonly lastDealOn: LocalDate | null;
  readonly lastActOn: LocalDate | null;
  /** The first act on record after the signature. */
  readonly firstActOn: LocalDate | null;
};

/** Days after which silence is dormancy, and after which the partnership is over unless it recovers (8.4). */
export const dormantDays = 90;
export const exitDays = 180;

const beyondActivation: readonly (JourneyStage | null)[] = ['producing', 'manage', 'expand'];

/** Whether the partner was activated, here or before it came. */
export function isActivated(partner: PartnerActivity): boolean {
  return partner.activatedOn !== null || beyondActivation.includes(partner.openingStage);
}

/** Whether it was activated within so many days of its signature. */
export function isActivatedWithin(partner: PartnerActivity, days: number): boolean {
  const { signedOn, activatedOn } = partner;
  return signedOn !== null && activatedOn !== null && daysBetween(signedOn, activatedOn) <= days;
}

/** J3, on proven credit. */
export function isProducing(partner: PartnerActivity): boolean {
  return partner.provenWins > 0 || partner.recentAdvanced >= 2;
}

/** The last day on which anything was heard of the partner. */
export function lastHeardOn({ signedOn, lastDealOn, lastActOn }: PartnerActivity): LocalDate | null {
  return [signedOn, lastDealOn, lastActOn].reduce(
    (last, day) => (day !== null && (last === null || day > last) ? day : last),
    null,
  );
}

/** Whether nothing was heard of it in 90 days; of a partner of whom nothing was ever heard, too. */
export function isDormant(partner: PartnerActivity, today: LocalDate): boolean {
  const heard = lastHeardOn(partner);
  return heard === null || daysBetween(heard, today) > dormantDays;
}

export type PartnerSort = 'producing' | 'active' | 'dormant';
export type PartnerProposal = 'keep' | 'activate' | 'cure' | 'exit';

/** What each proposal means, in words that can stand on a screen. */
export const partnerProposals = {
  keep: 'Keep the cadence.',
  activate: 'Agree one dated joint action that leads to a first deal.',
  cure: 'Cure: 30 days, with one dated path to production.',
  exit: 'Exit: send the notice and begin the off-boarding.',
} as const satisfies Record<PartnerProposal, string>;

/**
 * Sorts a partner of a program that already runs, and proposes what to do. Producing partners that are still heard of
 * keep their cadence. Dormant ones are cured, or leave where nothing was heard for 180 days. Of the rest, one that was
 * not activated by the last day of the clock is cured as well. A claim of the CRM sorts, but proves nothing.
 */
export function sortPartner(
  partner: PartnerActivity,
  today: LocalDate,
  stopDays: number,
): { readonly sort: PartnerSort; readonly proposal: PartnerProposal } {
  const heard = lastHeardOn(partner);
  if (heard === null || isDormant(partner, today)) {
    const isOver = heard === null || daysBetween(heard, today) > exitDays;
    return { sort: 'dormant', proposal: isOver ? 'exit' : 'cure' };
  }
  if (isProducing(partner) || partner.claimedWins > 0) return { sort: 'producing', proposal: 'keep' };
  if (isActivated(partner)) return { sort: 'active', proposal: 'keep' };
  const isLate = partner.signedOn !== null && daysBetween(partner.signedOn, today) > stopDays;
  return { sort: 'active', proposal: isLate ? 'cure' : 'activate' };
}
