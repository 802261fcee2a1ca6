/**
 * A closed quarter on the scoreboard: its figures are the frozen ones, as booked, whatever became known later. What
 * Finance accepted since, and what waits for it, stands beside the figure and is never added to it.
 *
 * Handbook: docs/handbook/closed-quarters.md
 */

import type { Counted, QuarterMeasure } from '#core/attribution/quarter/counted.ts';
import { frozenFigure, type Restated } from '#core/attribution/quarter/restate.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { OpportunityId, PartnerId } from '#core/ids.ts';
import type { DealAsOf } from './deal.ts';
import type { ClassName, Scope } from './figure.ts';
import type { Booked } from './payload.ts';
import type { Row } from './row.ts';

/** A quarter that Finance closed, as known on the board's date. */
export type FrozenQuarter = {
  readonly startsOn: LocalDate;
  readonly closedOn: LocalDate;
  readonly deals: readonly {
    readonly measure: QuarterMeasure;
    readonly opportunityId: string;
    readonly number: number;
    readonly counted: Counted;
  }[];
  readonly restated: readonly (Restated & { readonly measure: QuarterMeasure })[];
};

/** The part of a board that this file reads. */
type Closed = { readonly frozen: readonly FrozenQuarter[]; readonly deals: readonly DealAsOf[] };

const storedClass = {
  sourced: 'sourced',
  coSold: 'co_sold',
  influenced: 'influenced',
  assisted: 'assisted',
} as const satisfies Record<ClassName, Counted['class']>;

/** The rows of a figure of a closed quarter, at their frozen amounts; null where the quarter is not closed. */
export function bookedRows(
  board: Closed,
  figure: {
    readonly scope: Scope;
    readonly class: ClassName;
    readonly measure: QuarterMeasure;
    readonly quarterStart: LocalDate;
  },
): Row[] | null {
  const quarter = closedQuarter(board, figure.scope, figure.quarterStart);
  if (quarter === null) return null;
  const wanted = quarter.deals.filter(
    ({ measure, counted }) => measure === figure.measure && counted.class === storedClass[figure.class],
  );
  const ids = new Set(wanted.map(({ opportunityId }) => opportunityId));
  const known = new Map<string, DealAsOf>();
  for (const deal of board.deals) if (ids.has(deal.opportunityId)) known.set(deal.opportunityId, deal);
  return wanted.map(({ opportunityId, number, counted }) => ({
    deal: asBooked(known.get(opportunityId) ?? unknownDeal(opportunityId, number), counted),
    contribution: counted.amountMinor,
  }));
}

/** What stands beside the figure of a closed quarter; null where the quarter is not closed. */
export function bookedBeside(
  board: Closed,
  figure: { readonly scope: Scope; readonly measure: QuarterMeasure; readonly quarterStart: LocalDate },
): Booked | null {
  const quarter = closedQuarter(board, figure.scope, figure.quarterStart);
  if (quarter === null) return null;
  const own = quarter.restated.filter(({ measure }) => measure === figure.measure);
  const { acceptedMinor, accepted, waitingMinor, waiting } = frozenFigure('sourced', [], own);
  return { closedOn: quarter.closedOn, acceptedMinor, accepted, waitingMinor, waiting };
}

function closedQuarter(board: Closed, scope: Scope, start: LocalDate): FrozenQuarter | null {
  if (scope !== 'proven') return null;
  return board.frozen.find(({ startsOn }) => startsOn === start) ?? null;
}

function asBooked(deal: DealAsOf, counted: Counted): DealAsOf {
  const credit = { class: counted.class, partnerId: counted.partnerId as PartnerId | null };
  return { ...deal, credit: { ...credit, disputed: deal.credit.disputed } };
}

/** A deal that was booked and is no longer known: its source deleted it, or its import was undone. */
function unknownDeal(opportunityId: string, number: number): DealAsOf {
  return {
    opportunityId: opportunityId as OpportunityId,
    number,
    outcome: 'unknown',
    createdOn: null,
    createdAssumed: false,
    enteredOn: null,
    enteredAssumed: false,
    entryAmountMinor: null,
    openAmountMinor: null,
    nativeMinor: null,
    nativeCurrency: null,
    expectedCloseOn: null,
    closedOn: null,
    closedAssumed: false,
    closedAmountMinor: null,
    credit: { class: 'none', partnerId: null, disputed: false },
    claim: null,
  };
}
