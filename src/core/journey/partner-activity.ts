/**
 * How a partner does, from its deals and acts: whether it was activated, and whether it produces.
 *
 * Handbook: docs/handbook/program.md
 */

import { daysBetween, type LocalDate } from '#core/calendar.ts';
import type { JourneyStage } from './journey-stage.ts';

/** What is known of a partner today. Proven is credit by the signed page, claimed what an import says. */
export type PartnerActivity = {
  readonly partnerId: string;
  readonly name: string;
  readonly signedOn: LocalDate | null;
  readonly openingStage: JourneyStage | null;
  /** The day on which its first proven sourced or co-sold deal since the signature entered the pipeline. */
  readonly activatedOn: LocalDate | null;
  /** Proven sourced or co-sold deals that were won, whenever. */
  readonly provenWins: number;
  /** Sourced or co-sold deals won in the last two quarters, proven or claimed. */
  readonly recentWins: number;
  /** Proven sourced deals that entered the pipeline in the last two quarters, and those of them at stage 3 or later. */
  readonly recentSourced: number;
  readonly recentAdvanced: number;
  /** Proven sourced deals that were won in the last two quarters. */
  readonly recentSourcedWins: number;
  readonly openDeals: number;
  readonly firstDealOn: LocalDate | null;
  /** The last day on which a deal of it moved, or one of its people did something that is on record. */
  readonly lastDealOn: LocalDate | null;
  readonly lastActOn: LocalDate | null;
  /** The first act on record after the signature. */
  readonly firstActOn: LocalDate | null;
};

const beyondActivation: readonly (JourneyStage | null)[] = ['producing', 'manage', 'expand'];

/**
 * Whether the partner was activated (JR-1): one observable commercial event, the first sourced or co-sold deal that
 * entered the pipeline after the signature. A partner that came in at a later stage was activated before it came.
 */
export function isActivated(partner: PartnerActivity): boolean {
  return partner.activatedOn !== null || beyondActivation.includes(partner.openingStage);
}

/** Whether it was activated within so many days of its signature (JR-2). */
export function isActivatedWithin(partner: PartnerActivity, days: number): boolean {
  const { signedOn, activatedOn } = partner;
  return signedOn !== null && activatedOn !== null && daysBetween(signedOn, activatedOn) <= days;
}

/** J3, on proven credit: a sourced or co-sold win, or enough sourced deals at stage 3 or later in two quarters. */
export function isProducing(partner: PartnerActivity, advancedLeast: number): boolean {
  return partner.provenWins > 0 || partner.recentAdvanced >= advancedLeast;
}
