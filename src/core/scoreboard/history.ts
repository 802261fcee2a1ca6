/**
 * The complete quarters of sourced pipeline that a forecast can stand on.
 *
 * History begins with the first deal that a partner sourced. The quarter in which it begins counts as complete
 * only if it begins in its first two weeks; otherwise the next one is the first. A quarter without any deal is
 * a quarter of zero, not a gap.
 *
 * Handbook: docs/handbook/forecast.md
 */

import { addQuarters, daysBetween, type LocalDate, type Quarter, quarterOf } from '#core/calendar.ts';
import { defaultForecastSettings } from '#core/forecast/quarters.ts';
import { type Board, isWithin } from './board.ts';
import { bookedRows } from './booked.ts';
import type { Scope } from './figure.ts';

/** The back-test looks at this many quarters at most: what is older says little about today. */
const quartersKept = 12;
const daysOfGrace = 14;

export type History = {
  /** Complete quarters, oldest first. */
  readonly quarters: readonly Quarter[];
  /** Their sums in minor units, deals without a known amount left out. */
  readonly sums: readonly number[];
  /** The trailing ones, which the forecast itself stands on. */
  readonly used: readonly Quarter[];
  /** The known amounts of the deals of `used`. */
  readonly usedAmounts: readonly number[];
};

/** The history of new sourced pipeline in a scope, as known on the board's date. */
export function forecastHistory(board: Board, scope: Scope): History {
  const deals = board.byClass[scope].sourced;
  let first: LocalDate | null = null;
  for (const { enteredOn } of deals) {
    if (enteredOn !== null && (first === null || enteredOn < first)) first = enteredOn;
  }
  const quarters = first === null ? [] : completeQuarters(board, first);
  const used = quarters.slice(-defaultForecastSettings.trailingQuarters);
  const sums = quarters.map(() => 0);
  const usedAmounts: number[] = [];
  const add = (index: number, amount: number): void => {
    sums[index] = (sums[index] ?? 0) + amount;
    if (index >= quarters.length - used.length) usedAmounts.push(amount);
  };
  // A closed quarter is what it was booked at: its deals of today say nothing about it.
  const booked = quarters.map(({ start }) =>
    bookedRows(board, { scope, class: 'sourced', measure: 'pipeline', quarterStart: start }),
  );
  booked.forEach((rows, index) => {
    for (const { contribution } of rows ?? []) if (contribution !== null) add(index, contribution);
  });
  for (const { enteredOn, entryAmountMinor } of deals) {
    if (entryAmountMinor === null) continue;
    const index = quarters.findIndex((quarter) => isWithin(enteredOn, quarter));
    if (index >= 0 && booked[index] === null) add(index, entryAmountMinor);
  }
  return { quarters, sums, used, usedAmounts };
}

function completeQuarters(board: Board, first: LocalDate): Quarter[] {
  const opening = quarterOf(first, board.fiscal);
  const isWhole = daysBetween(opening.start, first) < daysOfGrace;
  const quarters: Quarter[] = [];
  let quarter = board.lastQuarter;
  while (
    quarters.length < quartersKept &&
    (isWhole ? quarter.start >= opening.start : quarter.start > opening.start)
  ) {
    quarters.unshift(quarter);
    quarter = addQuarters(quarter, -1, board.fiscal);
  }
  return quarters;
}
