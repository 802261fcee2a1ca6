/**
 * What a scoreboard needs besides its deals.
 *
 * Handbook: docs/handbook/scoreboard.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { PartnerId, PartnerPersonId } from '#core/ids.ts';
import type { ScoreboardSettings } from '#core/program/settings.ts';
import type { Acceptance, AuditStanding } from './payload.ts';

/** Targets that somebody set, in minor units of the organization's currency; null where nobody did. */
export type Targets = {
  readonly sourcedPipelinePerQuarterMinor: number | null;
  readonly sourcedWonPerQuarterMinor: number | null;
};

/** A partner as of the date. */
export type PartnerFact = {
  readonly partnerId: PartnerId;
  readonly archetype: string | null;
  /** Null: nobody knows when. The partner counts as one, but not as the start of year one. */
  readonly signedOn: LocalDate | null;
};

/** A confirmed act of a named partner person on a deal: a touch, or an introduction. */
export type ActFact = {
  readonly kind: 'touch' | 'introduction';
  readonly partnerId: PartnerId;
  readonly partnerPersonId: PartnerPersonId | null;
  readonly occurredOn: LocalDate;
};

/** The definitions in force, and who signed them. */
export type SignedDefinitions = {
  readonly settings: ScoreboardSettings;
  readonly targets: Targets;
  readonly version: number | null;
  readonly inForceFrom: LocalDate | null;
  readonly signatures: readonly {
    readonly seat: string;
    readonly name: string;
    readonly signedOn: LocalDate;
  }[];
};

/** A seat of the desk that has to look at the scoreboard. */
export type SeatFact = {
  readonly seat: 'cro' | 'ceo';
  /** Since when somebody holds it; null: nobody does. */
  readonly heldSince: LocalDate | null;
  /** The days on which somebody in that seat opened the scoreboard, newest 13 weeks or more; repeats count. */
  readonly openedOn: readonly LocalDate[];
};

export type BoardFacts = {
  readonly partners: readonly PartnerFact[];
  /** Those that a sparkline can still see. */
  readonly acts: readonly ActFact[];
  /** Whether there ever was one: without any, an indicator waits instead of showing zero. */
  readonly hasActs: boolean;
  readonly hasTouches: boolean;
  readonly definitions: SignedDefinitions;
  readonly acceptance: Acceptance;
  readonly latestFactOn: LocalDate | null;
  readonly latestImport: {
    readonly number: number;
    readonly fileName: string;
    readonly committedOn: LocalDate;
  } | null;
  /** Currencies of deals for which no rate is known on the day that it is needed. */
  readonly currenciesWithoutRate: readonly string[];
  readonly audit: AuditStanding;
};
