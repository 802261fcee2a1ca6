/**
 * A deal as a comparison reads it. Everything is counted in whole days from the day on which the deal was created.
 *
 * Handbook: docs/handbook/lift.md
 */

/** What was known of a deal when it began. Null where nobody knows. */
export type Traits = {
  /** Whether the account had bought before, or the deal renews or expands something. */
  readonly customer: string | null;
  readonly segment: string | null;
  readonly amountMinor: number | null;
  readonly country: string | null;
  readonly product: string | null;
  readonly quarter: string | null;
  readonly stage: string | null;
};

export type LiftDeal = {
  /** Tells deals apart and puts them in one order, so that the order in which they were read is of no account. */
  readonly id: string;
  /** Deals of one account are no independent cases: they are drawn together. */
  readonly account: string | null;
  readonly ageDays: number;
  /** Null while it is open. Never negative. */
  readonly closedAfter: number | null;
  readonly won: boolean;
  /** When it became pipeline; null if it never did. */
  readonly enteredAfter: number | null;
  /** In the organization's currency; null if it is not won or its amount is not known. */
  readonly wonAmountMinor: number | null;
  readonly sourced: boolean;
  /** The first day by whose end a partner had worked on it and somebody had written that down; null if never. */
  readonly workedAfter: number | null;
  /** The same for a plan of both sides to win it together. */
  readonly coSoldAfter: number | null;
  readonly traits: Traits;
};

export const exposures = ['sourced', 'coSold', 'influenced'] as const;
export type Exposure = (typeof exposures)[number];

/** One deal in one comparison. */
export type Case = {
  readonly deal: LiftDeal;
  readonly isPartner: boolean;
  /** The day from which it is watched, counted from its creation. */
  readonly from: number;
  /** Won by the day on which deals have matured. */
  readonly isWon: boolean;
};
