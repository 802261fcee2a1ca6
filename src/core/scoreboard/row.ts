/**
 * Which rows stand behind a figure, and what each one adds to it. Every number of the scoreboard is summed from
 * here, so a figure and its rows cannot disagree.
 *
 * Handbook: docs/handbook/scoreboard.md
 */

import { addQuarters, daysBetween, quarterOf } from '#core/calendar.ts';
import type { Board } from './board.ts';
import { dealsOfMonths, isWithin } from './board.ts';
import { bookedRows } from './booked.ts';
import { classIn, companyPartOf, type DealAsOf, hasPartner, isOpenPipeline } from './deal.ts';
import type { ClassName, ComparisonGroup, FigureKey, Gap, Scope } from './figure.ts';
import type { Figure } from './figure-key.ts';
import { forecastHistory } from './history.ts';
import type { AmountFigure } from './payload.ts';
import { isNoted, waterfallMoves } from './waterfall.ts';

/** A row: the deal, and what it adds. Null: it is counted, but what it adds is not known. */
export type Row = { readonly deal: DealAsOf; readonly contribution: number | null };

type Period = { readonly start: Board['asOf']; readonly end: Board['asOf'] };

/** The rows behind a figure, in the order of the board's deals. */
export function rowsOf(board: Board, figure: Figure): Row[] {
  switch (figure.kind) {
    case 'sourcedPipeline': {
      const { quarterStart, scope } = figure;
      const period = quarterStart === null ? board.thisQuarter : quarterOf(quarterStart, board.fiscal);
      return enteredRows(board, scope, 'sourced', period);
    }
    case 'sourcedWon':
      return wonRows(board, figure.scope, 'sourced', board.lastQuarter);
    case 'forecastBasis': {
      const used = forecastHistory(board, figure.scope).used;
      return used.flatMap((quarter) => enteredRows(board, figure.scope, 'sourced', quarter));
    }
    case 'column': {
      const { scope, class: className, measure } = figure;
      if (measure === 'open') return openRows(board.byClass[scope][className]);
      if (measure === 'new') return enteredRows(board, scope, className, board.thisQuarter);
      return wonRows(board, scope, className, board.lastQuarter);
    }
    case 'waterfall':
      return waterfallMoves(board, figure.scope)
        .filter((move) => move.bar === figure.bar)
        .map((move) => ({ deal: move.deal, contribution: move.amountMinor }));
    case 'waterfallNote':
      return waterfallMoves(board, figure.scope)
        .filter((move) => move.bar === 'end' && isNoted(move.deal, figure.note, board.asOf))
        .map((move) => ({ deal: move.deal, contribution: move.amountMinor }));
    case 'company': {
      const rows =
        figure.measure === 'open' ? openRows(board.deals) : companyNewRows(board, board.thisQuarter);
      return figure.part === 'all' ? rows : rows.filter(({ deal }) => companyPartOf(deal) === figure.part);
    }
    case 'companyNew':
      return companyNewRows(board, quarterOf(figure.quarterStart, board.fiscal));
    case 'comparison':
      return comparisonRows(board, figure.measure, figure.group);
    case 'gap':
      return gapDeals(board, figure.gap).having.map((deal) => ({ deal, contribution: 1 }));
  }
}

/** Sums rows to a figure. Null where there are rows and none of them has a known amount. */
export function sumRows(figure: FigureKey, rows: readonly Row[]): AmountFigure {
  let known = 0;
  let sum = 0;
  for (const { contribution } of rows) {
    if (contribution === null) continue;
    known += 1;
    sum += contribution;
  }
  return {
    figure,
    amountMinor: rows.length > 0 && known === 0 ? null : sum,
    deals: rows.length,
    dealsWithoutAmount: rows.length - known,
  };
}

/** New pipeline of a class in a quarter: as booked, if Finance has closed it. */
export function enteredRows(board: Board, scope: Scope, className: ClassName, quarter: Period): Row[] {
  const figure = { scope, class: className, measure: 'pipeline', quarterStart: quarter.start } as const;
  return bookedRows(board, figure) ?? newRows(board, board.byClass[scope][className], quarter);
}

/** Deals that became pipeline in the period, at the amount of that day. */
function newRows(board: Board, deals: readonly DealAsOf[], period: Period): Row[] {
  const until = period.end < board.asOf ? period.end : board.asOf;
  return deals
    .filter((deal) => isWithin(deal.enteredOn, { start: period.start, end: until }))
    .map((deal) => ({ deal, contribution: deal.entryAmountMinor }));
}

/** The same for all deals of the company, in a quarter. */
function companyNewRows(board: Board, quarter: Period): Row[] {
  return newRows(board, dealsOfMonths(board.enteredByMonth, quarter), quarter);
}

function openRows(deals: readonly DealAsOf[]): Row[] {
  return deals.filter(isOpenPipeline).map((deal) => ({ deal, contribution: deal.openAmountMinor }));
}

/** What was won of a class in a quarter: as booked, if Finance has closed it. */
function wonRows(board: Board, scope: Scope, className: ClassName, period: Period): Row[] {
  const figure = { scope, class: className, measure: 'closed_won', quarterStart: period.start } as const;
  const booked = bookedRows(board, figure);
  if (booked !== null) return booked;
  return board.byClass[scope][className]
    .filter((deal) => deal.outcome === 'won' && isWithin(deal.closedOn, period))
    .map((deal) => ({ deal, contribution: deal.closedAmountMinor }));
}

/** The last four complete quarters. */
export function comparisonPeriod(board: Board): Period {
  return { start: addQuarters(board.thisQuarter, -4, board.fiscal).start, end: board.lastQuarter.end };
}

/** The group that a deal is compared in: null for deals with a partner in a lower class. */
export function groupOf(deal: DealAsOf): ComparisonGroup | null {
  if (!hasPartner(deal)) return 'direct';
  const isSourced = classIn(deal, 'proven') === 'sourced' || classIn(deal, 'openingBalance') === 'sourced';
  return isSourced ? 'partner' : null;
}

/** The deals that were closed in the period of the comparison. */
export function comparedDeals(board: Board): DealAsOf[] {
  return dealsOfMonths(board.closedByMonth, comparisonPeriod(board)).filter(
    ({ outcome }) => outcome === 'won' || outcome === 'lost',
  );
}

function comparisonRows(board: Board, measure: 'winRate' | 'cycle', group: ComparisonGroup): Row[] {
  const closed = comparedDeals(board).filter((deal) => groupOf(deal) === group);
  if (measure === 'winRate') {
    return closed.map((deal) => ({ deal, contribution: deal.outcome === 'won' ? 1 : 0 }));
  }
  return closed.flatMap((deal) => {
    const { createdOn, closedOn, createdAssumed, outcome } = deal;
    if (outcome !== 'won' || createdOn === null || closedOn === null || createdAssumed) return [];
    const days = daysBetween(createdOn, closedOn);
    return days < 0 ? [] : [{ deal, contribution: days }];
  });
}

/** The deals that have a gap, and how many could have it. */
export function gapDeals(board: Board, gap: Gap): { having: DealAsOf[]; of: number } {
  const period = { start: comparisonPeriod(board).start, end: board.asOf };
  const candidates = board.deals.filter((deal) => couldHave(period, gap, deal));
  return { having: candidates.filter((deal) => has(gap, deal)), of: candidates.length };
}

function couldHave(period: Period, gap: Gap, deal: DealAsOf): boolean {
  switch (gap) {
    case 'wonWithoutEvidence':
    case 'partnerWonUnproven':
      if (deal.outcome !== 'won' || !isWithin(deal.closedOn, period)) return false;
      return gap === 'wonWithoutEvidence' || hasPartner(deal);
    case 'assumedEntry':
      return deal.enteredOn !== null;
    case 'assumedClose':
      return deal.closedOn !== null;
    case 'withoutRate':
      return deal.nativeMinor !== null;
    case 'withoutExpectedClose':
      return isOpenPipeline(deal);
    case 'assumedCreated':
    case 'withoutAmount':
    case 'unknownStage':
      return true;
  }
}

function has(gap: Gap, deal: DealAsOf): boolean {
  switch (gap) {
    case 'wonWithoutEvidence':
    case 'partnerWonUnproven':
      return deal.credit.class === 'none';
    case 'assumedEntry':
      return deal.enteredAssumed;
    case 'assumedClose':
      return deal.closedAssumed;
    case 'assumedCreated':
      return deal.createdAssumed;
    case 'withoutAmount':
      return deal.nativeMinor === null;
    case 'withoutRate':
      return (deal.closedOn === null ? deal.openAmountMinor : deal.closedAmountMinor) === null;
    case 'withoutExpectedClose':
      return deal.expectedCloseOn === null;
    case 'unknownStage':
      return deal.outcome === 'unknown';
  }
}
