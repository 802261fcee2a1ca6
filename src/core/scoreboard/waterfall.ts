/**
 * The waterfall of open sourced pipeline that is expected to close in the running quarter, from the end of last
 * Monday to the as-of date.
 *
 * A deal is in the line while it is sourced (in the scope), in the pipeline, open, and expected to close by the
 * end of the quarter. One without an expected close date, or whose date has passed, is inside and counted in a
 * note. Each deal that enters or leaves is in exactly one bar; one that stays may be in two (its amount changed,
 * and the exchange rate did). So start + changes = end holds for every deal, and for all of them.
 *
 * Handbook: docs/handbook/scoreboard.md
 */

import { daysBetween, type LocalDate } from '#core/calendar.ts';
import { type Board, boardOn } from './board.ts';
import { classIn, type DealAsOf, isOpenPipeline } from './deal.ts';
import type { Scope, WaterfallBarName } from './figure.ts';

/** One deal's part of one bar, signed. Null: it belongs to the bar, but its amount is not known. */
export type Move = {
  readonly bar: WaterfallBarName;
  readonly deal: DealAsOf;
  readonly amountMinor: number | null;
};

/** All parts of all bars, in no particular order. */
export function waterfallMoves(board: Board, scope: Scope): Move[] {
  const { thisQuarter } = board;
  const monday = boardOn(board, board.lastMonday);
  const before = new Map(monday.deals.map((deal) => [deal.opportunityId, deal]));
  const moves: Move[] = [];
  for (const end of board.partnerDeals) {
    addMoves(moves, before.get(end.opportunityId) ?? null, end, scope, thisQuarter.end);
    before.delete(end.opportunityId);
  }
  if (before.size === 0) return moves;
  // What is left lost its partner, or is gone altogether.
  for (const end of board.deals) {
    const start = before.get(end.opportunityId);
    if (start === undefined) continue;
    addMoves(moves, start, end, scope, thisQuarter.end);
    before.delete(end.opportunityId);
  }
  for (const start of before.values()) addMoves(moves, start, null, scope, thisQuarter.end);
  return moves;
}

/** Whether a deal of the line is expected to close by the day: inside too, if nobody said or the day is past. */
function isInside(deal: DealAsOf | null, scope: Scope, by: LocalDate): deal is DealAsOf {
  return (
    deal !== null &&
    classIn(deal, scope) === 'sourced' &&
    isOpenPipeline(deal) &&
    (deal.expectedCloseOn === null || deal.expectedCloseOn <= by)
  );
}

function addMoves(
  moves: Move[],
  start: DealAsOf | null,
  end: DealAsOf | null,
  scope: Scope,
  by: LocalDate,
): void {
  const wasIn = isInside(start, scope, by);
  const isIn = isInside(end, scope, by);
  if (wasIn) moves.push({ bar: 'start', deal: end ?? start, amountMinor: start.openAmountMinor });
  if (isIn) moves.push({ bar: 'end', deal: end, amountMinor: end.openAmountMinor });
  if (wasIn && isIn) addChange(moves, start, end);
  else if (wasIn) {
    const amountMinor = start.openAmountMinor === null ? null : -start.openAmountMinor;
    moves.push({ bar: barOfLeaving(end, scope), deal: end ?? start, amountMinor });
  } else if (isIn) {
    moves.push({ bar: barOfEntering(start, scope), deal: end, amountMinor: end.openAmountMinor });
  }
}

function barOfLeaving(end: DealAsOf | null, scope: Scope): WaterfallBarName {
  if (end === null || end.enteredOn === null) return 'corrected';
  if (classIn(end, scope) !== 'sourced') return 'creditedOut';
  if (end.outcome === 'won' || end.outcome === 'lost') return end.outcome;
  return end.outcome === 'open' ? 'pushedOut' : 'corrected';
}

function barOfEntering(start: DealAsOf | null, scope: Scope): WaterfallBarName {
  if (start === null || start.enteredOn === null) return 'created';
  if (classIn(start, scope) !== 'sourced') return 'creditedIn';
  // It was closed, or in a stage that nobody knew, and is open now: the facts were corrected.
  return start.outcome === 'open' ? 'pulledIn' : 'corrected';
}

/** A deal that stayed: what its own amount did at today's rate, and the rest, which the rates did. */
function addChange(moves: Move[], start: DealAsOf, end: DealAsOf): void {
  const total = (end.openAmountMinor ?? 0) - (start.openAmountMinor ?? 0);
  const byAmount = changeOfAmount(start, end, total);
  if (byAmount !== 0) {
    moves.push({ bar: byAmount > 0 ? 'increased' : 'decreased', deal: end, amountMinor: byAmount });
  }
  if (total !== byAmount) moves.push({ bar: 'revalued', deal: end, amountMinor: total - byAmount });
}

function changeOfAmount(start: DealAsOf, end: DealAsOf, total: number): number {
  if (start.nativeCurrency !== end.nativeCurrency) return total;
  if (start.openAmountMinor === null || end.openAmountMinor === null) {
    return start.nativeMinor === end.nativeMinor ? 0 : total;
  }
  if (start.nativeMinor === null || end.nativeMinor === null || end.nativeMinor === 0) return total;
  if (start.nativeMinor === end.nativeMinor) return 0;
  return end.openAmountMinor - Math.round(start.nativeMinor * (end.openAmountMinor / end.nativeMinor));
}

/** Whether an inside deal belongs in one of the two notes. */
export function isNoted(deal: DealAsOf, note: 'withoutCloseDate' | 'overdue', asOf: LocalDate): boolean {
  if (deal.expectedCloseOn === null) return note === 'withoutCloseDate';
  return note === 'overdue' && daysBetween(deal.expectedCloseOn, asOf) > 0;
}
