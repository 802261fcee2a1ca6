/**
 * A deal as the scoreboard reads it: what was known of an opportunity at the end of one day, with its amounts
 * already in the organization's currency.
 *
 * Handbook: docs/handbook/scoreboard.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { OpportunityId, PartnerId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { ClassName, CompanyPart, Scope } from './figure.ts';

/** The class of a credit or a claim, as it is stored. */
export type CreditClass = 'sourced' | 'co_sold' | 'influenced' | 'assisted' | 'none';

/** Amounts are minor units of the organization's currency; null is unknown, also for want of a rate. */
export type DealAsOf = {
  readonly opportunityId: OpportunityId;
  readonly number: number;
  readonly outcome: 'open' | 'won' | 'lost' | 'unknown';
  readonly createdOn: LocalDate | null;
  readonly createdAssumed: boolean;
  /** The day it became pipeline; null if it never did. */
  readonly enteredOn: LocalDate | null;
  readonly enteredAssumed: boolean;
  /** Its amount on that day, at that day's rate. */
  readonly entryAmountMinor: number | null;
  /** Its present amount at the as-of day's rate. */
  readonly openAmountMinor: number | null;
  /** Its present amount as the source has it: tells a change of amount from a change of rates. */
  readonly nativeMinor: number | null;
  readonly nativeCurrency: CurrencyCode | null;
  readonly expectedCloseOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
  readonly closedAssumed: boolean;
  /** Its amount at the rate of the close date; null while it is not closed. */
  readonly closedAmountMinor: number | null;
  readonly credit: {
    readonly class: CreditClass;
    readonly partnerId: PartnerId | null;
    readonly disputed: boolean;
  };
  /** What an import says about a partner: no evidence behind it. */
  readonly claim: {
    readonly class: Exclude<CreditClass, 'none'>;
    readonly partnerId: PartnerId;
  } | null;
};

const classNameOf = {
  sourced: 'sourced',
  co_sold: 'coSold',
  influenced: 'influenced',
  assisted: 'assisted',
  none: null,
} as const satisfies Record<CreditClass, ClassName | null>;

/**
 * The one class that the deal has in a scope; null for none. A claim counts only while nothing is proven about
 * the deal, so that a deal never stands on both sides.
 */
export function classIn(deal: DealAsOf, scope: Scope): ClassName | null {
  const proven = classNameOf[deal.credit.class];
  if (scope === 'proven') return proven;
  return proven === null && deal.claim !== null ? classNameOf[deal.claim.class] : null;
}

/** Whether a partner has a part in the deal, proven or claimed. */
export function hasPartner(deal: DealAsOf): boolean {
  return deal.credit.class !== 'none' || deal.claim !== null;
}

/** The part of the company's line that the deal is in: exactly one. */
export function companyPartOf(deal: DealAsOf): CompanyPart {
  return classIn(deal, 'proven') ?? (deal.claim === null ? 'direct' : 'imported');
}

/** In the pipeline and not closed. Deals whose stage is not known are not in it. */
export function isOpenPipeline(deal: DealAsOf): boolean {
  return deal.outcome === 'open' && deal.enteredOn !== null;
}
