/**
 * The facts that a credit is decided from. All of them are dated, name who did what, and carry links to what
 * proves it; a correction is a new row that withdraws the old one.
 *
 * Handbook: docs/handbook/attribution.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { FactId, OpportunityId, PartnerId } from '#core/ids.ts';
import type { CreditClass } from './credit-class.ts';
import type { PartnerRole } from './policy.ts';

/** What all acts of a partner have in common. `…On` is the day in the organization's time zone. */
export type PartnerAct = {
  readonly id: FactId;
  readonly partnerId: PartnerId;
  /** The named person at the partner; null if nobody was named. */
  readonly partnerPerson: string | null;
  readonly occurredAt: number;
  readonly occurredOn: LocalDate;
  /** When either side wrote it down. A claim of the partner is recorded when the partner makes it. */
  readonly recordedAt: number;
  readonly recordedOn: LocalDate;
  readonly side: 'vendor' | 'partner';
  /**
   * Who of ours stands behind it, and since when. How late that was is of no account: our delay costs the partner
   * nothing (ATT-4, ATT-5).
   */
  readonly confirmation: Signed | null;
  /** Since when somebody of ours has said no to it; null if nobody has. */
  readonly refusedAt: number | null;
  /** Links to what proves it. */
  readonly evidence: readonly string[];
};

/** A name under something, and since when it stands there. */
export type Signed = { readonly by: string; readonly at: number };

type OriginActBase = PartnerAct & {
  /** The first meeting with the buyer that came of it; it settles claims of the same day (ATT-12). */
  readonly buyerMeetingAt: number | null;
  /** Who has signed that the introduction is disproved or the registration void; it takes two people (ATT-9). */
  readonly voidSignatures: readonly Signed[];
};

/** How a conversation began: a new one, one that was lost before (ATT-10), or at a customer (ATT-11). */
export const introductionSorts = ['introduction', 'reopening', 'expansion'] as const;

export type Introduction = OriginActBase & {
  readonly kind: 'introduction';
  readonly sort: (typeof introductionSorts)[number];
};

/** `expiresOn` is the last day of the protection; null if it has no end. */
export type Registration = OriginActBase & {
  readonly kind: 'registration';
  readonly approvedOn: LocalDate | null;
  readonly expiresOn: LocalDate | null;
};

/** An act that may have brought the deal. It is tested for sourced only and never earns a lower class. */
export type OriginAct = Introduction | Registration;

export const touchActions = [
  'introduction',
  'joint_meeting',
  'stakeholder_access',
  'objection_handled',
  'competitive_risk_removed',
  'solution_architecture',
  'deployment_help',
  'success_support',
  'account_update',
  'expansion_surfaced',
] as const;

export type TouchAction = (typeof touchActions)[number];

/** Something that a partner person did on the deal. It counts only if every field that may be null is not. */
export type Touch = PartnerAct & {
  readonly role: PartnerRole;
  readonly action: TouchAction;
  /** Our own person on the other side of it. */
  readonly internalOwner: string | null;
  /** The stage order of the deal at that time. */
  readonly stageOrder: number | null;
  /** What came of it, in one line. */
  readonly outcome: string | null;
  /** Done at the account before there was a deal: it counts for one that is created soon after, at stage 0. */
  readonly onAccount: boolean;
  readonly withdrawnAt: number | null;
};

/** A co-sell plan that both sides accepted. `lapsedOn` is the first day on which it was no longer active. */
export type CosellPlan = {
  readonly id: FactId;
  readonly partnerId: PartnerId;
  readonly activeFrom: LocalDate;
  readonly lapsedOn: LocalDate | null;
  /** When somebody wrote down that it lapsed; null while nobody has. */
  readonly lapseRecordedAt: number | null;
  readonly recordedAt: number;
  readonly withdrawnAt: number | null;
};

/** Two-way contact with a named partner rep about this deal, with a next step. */
export type CheckIn = {
  readonly id: FactId;
  readonly partnerId: PartnerId;
  readonly occurredOn: LocalDate;
  readonly recordedAt: number;
  readonly withdrawnAt: number | null;
};

/** A meeting or outbound message of our own at the account. */
export type VendorContact = {
  readonly id: FactId;
  readonly kind: 'meeting' | 'outbound';
  readonly occurredOn: LocalDate;
  readonly recordedAt: number;
  readonly withdrawnAt: number | null;
};

/** Another opportunity of ours on the same account and product. */
export type OtherOpportunity = {
  readonly opportunityId: OpportunityId;
  readonly createdOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly outcome: 'open' | 'won' | 'lost' | 'unknown';
};

/** What people decided where the page does not, with the names that signed it. The latest valid one stands. */
export type Ruling = {
  readonly id: FactId;
  readonly signedBy: readonly string[];
  readonly ruledAt: number;
  readonly ruledOn: LocalDate;
} & (
  | { readonly class: Exclude<CreditClass, 'none'>; readonly partnerId: PartnerId }
  | { readonly class: 'none'; readonly partnerId: null }
);

export type CreditedOpportunity = {
  readonly createdOn: LocalDate;
  /** The day it became sales-qualified: it first reached the entry stage. */
  readonly qualifiedOn: LocalDate | null;
  /** The day it entered the stage before which co-selling must be reached (ATT-6, by default stage 4). */
  readonly enteredS4On: LocalDate | null;
  readonly closedOn: LocalDate | null;
  /** Median cycle of won deals in its segment by the signed page, fixed at creation; null if unknown. */
  readonly cycleDays: number | null;
  /** The segment that the cycle is of; null if the deal is in none of the signed page. */
  readonly segment: string | null;
  /** A renewal or expansion of a customer is a deal of its own: the sourced test runs afresh (ATT-11). */
  readonly kind: 'new' | 'renewal' | 'expansion';
  /** The CRM merged it into another deal, which then has its acts, or deleted it: nobody is credited for it. */
  readonly ended: { readonly how: 'merged' | 'deleted'; readonly at: number } | null;
};

/** Everything that is known about who brought and worked one opportunity. The order of the lists is of no account. */
export type CreditFacts = {
  readonly opportunity: CreditedOpportunity;
  readonly originActs: readonly OriginAct[];
  readonly touches: readonly Touch[];
  readonly cosellPlans: readonly CosellPlan[];
  readonly checkIns: readonly CheckIn[];
  readonly vendorContacts: readonly VendorContact[];
  readonly otherOpportunities: readonly OtherOpportunity[];
  readonly rulings: readonly Ruling[];
  /** While one is open the credit stands and its commission waits (ATT-19). */
  readonly disputes: readonly { readonly openedAt: number; readonly closedAt: number | null }[];
};
