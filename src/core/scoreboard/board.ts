/**
 * Everything that a scoreboard is computed from, as plain values. The same facts give the same board, today and
 * in a year.
 *
 * Handbook: docs/handbook/scoreboard.md
 */

import {
  addDays,
  addQuarters,
  type FiscalCalendar,
  type LocalDate,
  mondayOf,
  type Quarter,
  quarterOf,
} from '#core/calendar.ts';
import { type DealAsOf, hasPartner } from './deal.ts';

export type Board = {
  readonly asOf: LocalDate;
  readonly fiscal: FiscalCalendar;
  /** All deals of the company, as known at the end of `asOf`. */
  readonly deals: readonly DealAsOf[];
  /** Those of them in which a partner has a part. */
  readonly partnerDeals: readonly DealAsOf[];
  /**
   * The deals with a partner as they were known at the end of earlier days: last Monday and the week ends of the
   * sparklines (`pastDays`). Deals that have a partner now but had none then are in it, with what they were then.
   */
  readonly past: ReadonlyMap<LocalDate, readonly DealAsOf[]>;
  readonly lastMonday: LocalDate;
  readonly lastQuarter: Quarter;
  readonly thisQuarter: Quarter;
  readonly nextQuarter: Quarter;
};

/** How many points a sparkline has. */
export const weeksShown = 13;

/** The latest Monday before the date; seven days back on a Monday. */
export function lastMondayBefore(date: LocalDate): LocalDate {
  return mondayOf(addDays(date, -1));
}

/** The days of the sparkline's points, oldest first: the Sundays before this week, and the date itself. */
export function weekEnds(asOf: LocalDate): LocalDate[] {
  const lastSunday = addDays(mondayOf(asOf), -1);
  const sundays = Array.from({ length: weeksShown - 1 }, (_, index) =>
    addDays(lastSunday, -7 * (weeksShown - 2 - index)),
  );
  return [...sundays, asOf];
}

/** The earlier days that a board needs to know its partner deals on, each once, oldest first. */
export function pastDays(asOf: LocalDate): LocalDate[] {
  return [...new Set([...weekEnds(asOf).slice(0, -1), lastMondayBefore(asOf)])].sort();
}

/** Puts a board together. `past` needs an entry for each of `pastDays(asOf)`; a missing one reads as no deals. */
export function makeBoard(
  asOf: LocalDate,
  fiscal: FiscalCalendar,
  deals: readonly DealAsOf[],
  past: ReadonlyMap<LocalDate, readonly DealAsOf[]>,
): Board {
  const thisQuarter = quarterOf(asOf, fiscal);
  return {
    asOf,
    fiscal,
    deals,
    partnerDeals: deals.filter(hasPartner),
    past,
    lastMonday: lastMondayBefore(asOf),
    lastQuarter: addQuarters(thisQuarter, -1, fiscal),
    thisQuarter,
    nextQuarter: addQuarters(thisQuarter, 1, fiscal),
  };
}

/** The same board as it stood on one of its earlier days: partner deals only, and no past of its own. */
export function boardOn(board: Board, day: LocalDate): Board {
  if (day === board.asOf) return board;
  return makeBoard(day, board.fiscal, board.past.get(day) ?? [], new Map());
}

export function isWithin(date: LocalDate | null, period: { start: LocalDate; end: LocalDate }): boolean {
  return date !== null && date >= period.start && date <= period.end;
}
