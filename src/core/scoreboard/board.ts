/**
 * Everything that a scoreboard is computed from, as plain values. The same facts give the same board, today and
 * in a year.
 *
 * Handbook: docs/handbook/scoreboard.md
 */

import {
  addDays,
  addMonths,
  addQuarters,
  type FiscalCalendar,
  type LocalDate,
  mondayOf,
  type Quarter,
  quarterOf,
} from '#core/calendar.ts';
import type { FrozenQuarter } from './booked.ts';
import { classIn, type DealAsOf, hasPartner } from './deal.ts';
import type { ClassName, Scope } from './figure.ts';

export type Board = {
  readonly asOf: LocalDate;
  readonly fiscal: FiscalCalendar;
  /** All deals of the company, as known at the end of `asOf`. */
  readonly deals: readonly DealAsOf[];
  /** Those of them in which a partner has a part. */
  readonly partnerDeals: readonly DealAsOf[];
  /** All deals by the month in which they became pipeline, and by the month of their close; `2026-07`. */
  readonly enteredByMonth: ReadonlyMap<string, readonly DealAsOf[]>;
  readonly closedByMonth: ReadonlyMap<string, readonly DealAsOf[]>;
  /** The deals with a partner by scope and class. */
  readonly byClass: Readonly<Record<Scope, Readonly<Record<ClassName, readonly DealAsOf[]>>>>;
  /**
   * The board as it stood at the end of earlier days: last Monday and the week ends of the sparklines (`pastDays`).
   * Such a board holds partner deals only, and no past of its own. Deals that have a partner now but had none then
   * are in it, with what they were then.
   */
  readonly past: ReadonlyMap<LocalDate, Board>;
  /** The quarters that Finance had closed by `asOf`: their figures are the frozen ones. */
  readonly frozen: readonly FrozenQuarter[];
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

/**
 * Puts a board together. `past`: the deals with a partner at the end of each of `pastDays(asOf)`; a missing day reads
 * as no deals.
 */
export function makeBoard(
  asOf: LocalDate,
  fiscal: FiscalCalendar,
  deals: readonly DealAsOf[],
  past: ReadonlyMap<LocalDate, readonly DealAsOf[]>,
  closed: readonly FrozenQuarter[] = [],
): Board {
  const thisQuarter = quarterOf(asOf, fiscal);
  const partnerDeals = deals.filter(hasPartner);
  return {
    asOf,
    fiscal,
    deals,
    partnerDeals,
    enteredByMonth: byMonth(deals, ({ enteredOn }) => enteredOn),
    closedByMonth: byMonth(deals, ({ closedOn }) => closedOn),
    byClass: {
      proven: sortedByClass(partnerDeals, 'proven'),
      openingBalance: sortedByClass(partnerDeals, 'openingBalance'),
    },
    past: new Map([...past].map(([day, then]) => [day, makeBoard(day, fiscal, then, new Map(), closed)])),
    frozen: closed.filter(({ closedOn }) => closedOn <= asOf),
    lastMonday: lastMondayBefore(asOf),
    lastQuarter: addQuarters(thisQuarter, -1, fiscal),
    thisQuarter,
    nextQuarter: addQuarters(thisQuarter, 1, fiscal),
  };
}

function sortedByClass(deals: readonly DealAsOf[], scope: Scope): Record<ClassName, DealAsOf[]> {
  const sorted: Record<ClassName, DealAsOf[]> = { sourced: [], coSold: [], influenced: [], assisted: [] };
  for (const deal of deals) {
    const name = classIn(deal, scope);
    if (name !== null) sorted[name].push(deal);
  }
  return sorted;
}

function byMonth(
  deals: readonly DealAsOf[],
  dateOf: (deal: DealAsOf) => LocalDate | null,
): Map<string, DealAsOf[]> {
  const months = new Map<string, DealAsOf[]>();
  for (const deal of deals) {
    const date = dateOf(deal);
    if (date === null) continue;
    const month = date.slice(0, 7);
    const found = months.get(month);
    if (found) found.push(deal);
    else months.set(month, [deal]);
  }
  return months;
}

/** The deals of a span of whole months: fiscal quarters are made of them. */
export function dealsOfMonths(
  months: ReadonlyMap<string, readonly DealAsOf[]>,
  period: { start: LocalDate; end: LocalDate },
): DealAsOf[] {
  const deals: DealAsOf[] = [];
  for (let month = period.start; month <= period.end; month = addMonths(month, 1)) {
    for (const deal of months.get(month.slice(0, 7)) ?? []) deals.push(deal);
  }
  return deals;
}

/** The board as it stood on one of its earlier days, or itself. */
export function boardOn(board: Board, day: LocalDate): Board {
  if (day === board.asOf) return board;
  return board.past.get(day) ?? makeBoard(day, board.fiscal, [], new Map());
}

/** Whether the date lies in the period, both ends included. */
export function isWithin(date: LocalDate | null, period: { start: LocalDate; end: LocalDate }): boolean {
  return date !== null && date >= period.start && date <= period.end;
}
