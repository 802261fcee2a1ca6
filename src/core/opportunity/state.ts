/**
 * What `deriveOpportunityState` says about an opportunity at a moment.
 *
 * Handbook: docs/handbook/opportunity.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { AccountId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { StageOutcome } from './stage.ts';

/** `…Assumed` marks a value that no source gave and a rule stood in for. */
export type OpportunityState = {
  readonly name: string | null;
  readonly accountId: AccountId | null;
  readonly owner: string | null;
  readonly product: string | null;
  readonly leadSource: string | null;
  /** The latest stage while open, the closing stage once closed; null if no source named one. */
  readonly stage: string | null;
  readonly stageOrder: number | null;
  /** `unknown` if no source named a stage, or one that the stage table does not know. */
  readonly outcome: StageOutcome | 'unknown';
  readonly amountMinor: number | null;
  readonly currency: CurrencyCode | null;
  readonly createdOn: LocalDate | null;
  readonly createdAssumed: boolean;
  /** The day the deal became pipeline; null if it never did. */
  readonly enteredOn: LocalDate | null;
  readonly enteredAssumed: boolean;
  /** The amount on that day: what the deal adds to new pipeline. Null if unknown or never entered. */
  readonly entryAmountMinor: number | null;
  readonly entryCurrency: CurrencyCode | null;
  readonly entryAmountAssumed: boolean;
  readonly expectedCloseOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
  readonly closedAssumed: boolean;
  /** Stage rows after the first close: kept, shown, without effect. */
  readonly lateEvents: number;
  /** FC-3: the deal jumped over a stage, which predicts stalls. */
  readonly skippedStage: boolean;
};
