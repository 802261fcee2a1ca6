/**
 * What the gates, the pitfalls and the three properties are computed from. The server loads it; a fact whose module
 * does not exist yet, or that nobody has recorded, is unknown and says what it waits for. Unknown is never "passed".
 *
 * Handbook: docs/handbook/gates.md
 */

import type { ProgramDocument } from '#core/blueprint/document.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { PageWord } from '#core/program/page.ts';
import type { Seat } from '#core/program/seat.ts';
import type { FigureKey } from '#core/scoreboard/figure.ts';

/**
 * A measured fact, or why there is none.
 * - `on`: the day since which it holds, where that can be told.
 * - `evidence`: what it was read from, as a short sentence that ends with a full stop.
 * - `waitsFor`: what has to happen, or be built, before it can be known: words that follow "it waits for", such as "the
 *   first import of deals", without a full stop.
 */
export type Measured<T> =
  | { readonly known: true; readonly value: T; readonly on: LocalDate | null; readonly evidence: string }
  | { readonly known: false; readonly waitsFor: string };

/** Where a page stands today. `signedOn` is the day of the last signature that was needed. */
export type PageStanding = {
  readonly inForce: {
    readonly version: number;
    readonly from: LocalDate;
    readonly signedOn: LocalDate;
  } | null;
  /** A version that all its seats have signed and that starts on a later day. */
  readonly signedAhead: {
    readonly version: number;
    readonly from: LocalDate;
    readonly signedOn: LocalDate;
  } | null;
  /** A version that waits for signatures, and whose. */
  readonly proposed: { readonly version: number; readonly missing: readonly Seat[] } | null;
  readonly hasDraft: boolean;
};

/** Who holds a seat today. `interim` names as what: the seat's own person has not come yet. */
export type SeatHolder = {
  readonly membershipId: string;
  readonly name: string;
  readonly interim: 'ceo' | 'cro' | 'advisor' | null;
  readonly since: LocalDate;
};

/** An override of a closed gate by the CRO; it stays visible. */
export type GateOverride = {
  readonly gate: GateKey;
  readonly reason: string;
  readonly by: string;
  readonly on: LocalDate;
};

export const gateKeys = ['g0', 'g1', 'g2', 'g3', 'g4', 'g5', 'g6', 'g7'] as const;
export type GateKey = (typeof gateKeys)[number];

/**
 * The number that a seat owns, as the scoreboard has it today.
 * - `value`: a fraction for `share`, minor units of `currency` for `money`.
 * - `before`: the same number one quarter earlier; null where it is not known.
 * - `figure`: the key that opens to the rows behind it, where the scoreboard has one.
 */
export type OwnedFigure = {
  readonly value: number;
  readonly unit: 'share' | 'money' | 'count';
  readonly currency: CurrencyCode | null;
  readonly before: number | null;
  readonly figure: FigureKey | null;
};

export type GateFacts = {
  readonly today: LocalDate;
  readonly kickoffOn: LocalDate | null;
  /** `running`: partners were signed before the program was written down; its missing gates become a catch-up plan. */
  readonly mode: 'new' | 'running';
  readonly pages: Readonly<Record<PageWord, PageStanding>>;
  /** Bodies: of the version in force, else of the proposed one, else of the draft, else the defaults. */
  readonly document: ProgramDocument;
  readonly seats: Readonly<Record<Seat, readonly SeatHolder[]>>;
  /** Overrides that nobody has taken back. */
  readonly overrides: readonly GateOverride[];

  /** OM-7: the plan of the assumptions page can reach its target. */
  readonly feasible: Measured<boolean>;
  /** The CRM's export carries deals with a field for the partner. */
  readonly crmFields: Measured<boolean>;
  /** A deal went from an introduction (S0) to a decided credit on the scoreboard. */
  readonly testDeal: Measured<boolean>;
  /** A certification that partner people can take. */
  readonly certification: Measured<boolean>;
  readonly coSellPlanTemplate: Measured<boolean>;
  /** JR-2: share of the first cohort that activated within 90 days. */
  readonly cohortActivation: Measured<number>;
  /** J3. */
  readonly producingPartners: Measured<number>;
  readonly acceptedRegistrations: Measured<number>;
  /** Weekly reviews held in the last ten weeks. */
  readonly weeklyReviews: Measured<number>;
  /** Share of registrations decided in time. */
  readonly registrationSla: Measured<number>;
  /** FC-7. */
  readonly coverage: Measured<number>;
  /** Sourced share of new pipeline, last full quarter. */
  readonly sourcedShare: Measured<number>;
  /** The sourced share is forecast, so that it can be held against the floor of year one. */
  readonly shareForecast: Measured<boolean>;
  /** Quarters in which the low band was met. */
  readonly lowBandMet: Measured<number>;
  /** The CFO's audit of credited deals passed. */
  readonly cfoAudit: Measured<boolean>;

  /** Partners that are being recruited, or were signed since the kickoff. */
  readonly recruiting: Measured<number>;
  /** Partners can see a portal, benefits or a tier of theirs. */
  readonly packaging: Measured<boolean>;
  readonly activePartners: Measured<number>;
  /** Partners with a signing date. */
  readonly signedPartners: Measured<number>;
  /** The day on which the first partner was signed after kickoff (or ever, where there is no kickoff). */
  readonly firstSigning: Measured<LocalDate>;
  /** The same for the first deal worked with a partner (sourced, co-sold or influenced), and the first sourced win. */
  readonly firstJointOpportunity: Measured<LocalDate>;
  readonly firstSourcedWin: Measured<LocalDate>;
  readonly signingsThisMonth: Measured<number>;
  readonly activationsThisQuarter: Measured<number>;
  /** Signed partners without any deal or act in 90 days, as a share of signed ones. */
  readonly dormantShare: Measured<number>;
  /** Signed more than 120 days ago, never activated. */
  readonly unactivatedAfterLimit: Measured<number>;
  /** The latest weekly reviews, in a row, at which neither the CRO nor sales took part. */
  readonly reviewsWithoutSales: Measured<number>;
  /** Share of AEs with a partner action in 30 days. */
  readonly aeParticipation: Measured<number>;
  /** Signed partners without the day-7 artefact, or without contact for 14 days. */
  readonly darkAfterSigning: Measured<number>;
  /** Conversion rates of partner deals that come from direct deals and are not marked as borrowed. */
  readonly directRatesUsed: Measured<number>;
  /** Forecasts of the running quarter without a low and a high. */
  readonly bandMissing: Measured<number>;
  /** Introductions and touches recorded after the lock. */
  readonly backdated: Measured<number>;
  /** Open or won deals where a partner is named without one confirmed touch or introduction. */
  readonly partnerWashing: Measured<number>;
  /** Partners with certified people and no registration in 60 days. */
  readonly certificateTheatre: Measured<number>;
  /** Sourced share by full quarter, oldest first, last five. */
  readonly shareByQuarter: Measured<readonly number[]>;
  /** Whether lead indicators moved up over the last two quarters while output did not. */
  readonly activityWithoutOutput: Measured<boolean>;
  /** The number of each seat; a seat that is missing here has no figure yet. */
  readonly ownedFigures: Readonly<Partial<Record<Seat, Measured<OwnedFigure>>>>;
};
