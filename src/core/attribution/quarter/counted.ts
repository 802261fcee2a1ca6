/**
 * What a deal counts as in a quarter: the unit of which a closed quarter is made.
 *
 * Handbook: docs/handbook/closed-quarters.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { CreditClass } from '../credit-class.ts';

/** The two figures of a quarter: what became pipeline in it, and what was won in it. */
export type QuarterMeasure = 'pipeline' | 'closed_won';

export const quarterMeasures = ['pipeline', 'closed_won'] as const satisfies readonly QuarterMeasure[];

/** Amounts are minor units of the organization's currency, at the rate of the day of the event; null is unknown. */
export type Counted = {
  readonly class: CreditClass;
  readonly partnerId: string | null;
  readonly coSold: boolean;
  readonly amountMinor: number | null;
};

/** A deal that does not count in a figure: no partner has credit for it, or nothing happened to it in the quarter. */
export const notCounted: Counted = { class: 'none', partnerId: null, coSold: false, amountMinor: null };

/** A deal as it is known, with its amounts converted. */
export type QuarterDeal = {
  readonly opportunityId: string;
  /** Why the deal stands nowhere: its source merged or deleted it, or its import was undone. Null: it stands. */
  readonly ended: 'merged' | 'deleted' | 'undone' | null;
  readonly outcome: 'open' | 'won' | 'lost' | 'unknown';
  readonly enteredOn: LocalDate | null;
  readonly entryAmountMinor: number | null;
  readonly closedOn: LocalDate | null;
  readonly closedAmountMinor: number | null;
  readonly credit: Pick<Counted, 'class' | 'partnerId' | 'coSold'>;
};

export type Days = { readonly start: LocalDate; readonly end: LocalDate };

/** Why a deal does not count in a figure of a quarter. */
export type Absence = 'merged' | 'deleted' | 'undone' | 'reopened' | 'lost' | 'other_quarter' | 'no_credit';

/** What a deal counts as in one figure of a quarter, and where it does not, why. */
export type Presence = { readonly counted: Counted; readonly absence: Absence | null };

/**
 * What the deal counts as in the quarter: as pipeline, if it first reached the entry stage in it, at that day's
 * amount; as won, if it was won in it, at the amount of the close. Only where a partner has credit for it.
 */
export function presenceIn(deal: QuarterDeal, quarter: Days, measure: QuarterMeasure): Presence {
  const absence = absenceOf(deal, quarter, measure);
  if (absence !== null) return { counted: notCounted, absence };
  const amountMinor = measure === 'pipeline' ? deal.entryAmountMinor : deal.closedAmountMinor;
  const { class: creditClass, partnerId, coSold } = deal.credit;
  return { counted: { class: creditClass, partnerId, coSold, amountMinor }, absence: null };
}

function absenceOf(deal: QuarterDeal, quarter: Days, measure: QuarterMeasure): Absence | null {
  if (deal.ended !== null) return deal.ended;
  if (measure === 'closed_won' && deal.outcome !== 'won')
    return deal.outcome === 'lost' ? 'lost' : 'reopened';
  const on = measure === 'pipeline' ? deal.enteredOn : deal.closedOn;
  if (on === null || on < quarter.start || on > quarter.end) return 'other_quarter';
  return deal.credit.class === 'none' ? 'no_credit' : null;
}

/** Whether two readings of a deal in a figure are the same. */
export function isSameCount(a: Counted, b: Counted): boolean {
  return (
    a.class === b.class &&
    a.partnerId === b.partnerId &&
    a.coSold === b.coSold &&
    a.amountMinor === b.amountMinor
  );
}

/** What a reading adds to the figure of a class; 0 where it is of another class, or its amount is not known. */
export function amountIn(counted: Counted, creditClass: CreditClass): number {
  return counted.class === creditClass ? (counted.amountMinor ?? 0) : 0;
}
