/**
 * The share of new pipeline: sourced over all of the company's, against the floor of the program year, and the
 * alarm "activity, not output".
 *
 * - Year one starts on the day the first partner is signed; the floors are those of year one, two, and three
 *   onward. Before it there is no floor.
 * - No new pipeline at all: the share is unknown, not zero.
 * - The alarm compares the last complete quarter with the one four quarters before it.
 *
 * Handbook: docs/handbook/scoreboard.md
 */

import { addDays, addMonths, addQuarters, type LocalDate, type Quarter } from '#core/calendar.ts';
import type { ScoreboardSettings } from '#core/program/settings.ts';
import type { Board } from './board.ts';
import type { PartnerFact } from './facts.ts';
import type { FigureKey, Scope } from './figure.ts';
import { parseFigureKey } from './figure-key.ts';
import type { AmountFigure, ProgramYear, QuarterName, ShareFigure, ShareQuarter } from './payload.ts';
import { rowsOf, sumRows } from './row.ts';

/** The program year that holds the date, from the partners known then. */
export function programYear(partners: readonly PartnerFact[], on: LocalDate): ProgramYear {
  let first: LocalDate | null = null;
  for (const { signedOn } of partners) {
    if (signedOn !== null && signedOn <= on && (first === null || signedOn < first)) first = signedOn;
  }
  if (first === null) return { state: 'notStarted' };
  let year = 1;
  while (addMonths(first, 12 * year) <= on) year += 1;
  return {
    state: 'running',
    year,
    startsOn: addMonths(first, 12 * (year - 1)),
    endsOn: addDays(addMonths(first, 12 * year), -1),
    firstPartnerSignedOn: first,
  };
}

/** The floor of a program year; later years keep the last one. Null before year one. */
export function floorOf(year: ProgramYear, floors: readonly number[]): number | null {
  if (year.state === 'notStarted') return null;
  return floors[Math.min(year.year, floors.length) - 1] ?? null;
}

/** The share in a scope, now and in the five complete quarters before. */
export function shareFigure(
  board: Board,
  scope: Scope,
  partners: readonly PartnerFact[],
  settings: ScoreboardSettings,
): ShareFigure {
  const overQuarters = settings.flatQuarters;
  const quarters = Array.from({ length: overQuarters + 2 }, (_, index) =>
    shareQuarter(
      board,
      scope,
      addQuarters(board.thisQuarter, index - overQuarters - 1, board.fiscal),
      partners,
      settings,
    ),
  );
  const running = quarters.at(-1) as ShareQuarter;
  const numerator = amountOf(board, `${scope}.sourcedPipelineThisQuarter`);
  const denominator = amountOf(board, 'company.new.all');
  const year = programYear(partners, board.asOf);
  return {
    value: running.value,
    floor: floorOf(year, settings.shareFloors),
    programYear: year,
    numerator,
    denominator,
    quarters,
    activityNotOutput: flatAlarm(quarters, year, settings),
  };
}

function shareQuarter(
  board: Board,
  scope: Scope,
  quarter: Quarter,
  partners: readonly PartnerFact[],
  settings: ScoreboardSettings,
): ShareQuarter {
  const numerator = amountOf(board, `${scope}.sourcedPipelineInQuarter.${quarter.start}`);
  const denominator = amountOf(board, `company.newInQuarter.${quarter.start}`);
  const isComplete = quarter.end < board.asOf;
  return {
    period: quarterName(quarter),
    isComplete,
    value: shareOf(numerator, denominator),
    floor: floorOf(programYear(partners, isComplete ? quarter.end : board.asOf), settings.shareFloors),
    numerator,
    denominator,
  };
}

function shareOf(numerator: AmountFigure, denominator: AmountFigure): number | null {
  const { amountMinor: total } = denominator;
  if (total === null || total <= 0) return null;
  // Deals that partners sourced, none with an amount: nobody knows their share.
  if (numerator.amountMinor === null) return null;
  return Math.min(1, Math.max(0, numerator.amountMinor / total));
}

function flatAlarm(
  quarters: readonly ShareQuarter[],
  year: ProgramYear,
  settings: ScoreboardSettings,
): ShareFigure['activityNotOutput'] {
  const { flatPoints: needPoints, flatQuarters: overQuarters } = settings;
  const first = quarters[0];
  const last = quarters.at(-2);
  const told = { needPoints, overQuarters };
  if (!first || !last || first.value === null || last.value === null) {
    return { state: 'tooEarly', risePoints: null, ...told };
  }
  // Rounded to a billionth of a point, so that two points are two points in binary, too.
  const risePoints = Math.round((last.value - first.value) * 1e11) / 1e9;
  const hasRunLongEnough = year.state === 'running' && year.firstPartnerSignedOn <= first.period.end;
  if (!hasRunLongEnough) return { state: 'tooEarly', risePoints, ...told };
  return { state: risePoints >= needPoints ? 'clear' : 'raised', risePoints, ...told };
}

/** Sums the rows of a figure by its key. Throws RangeError for text that names no figure. */
export function amountOf(board: Board, key: FigureKey): AmountFigure {
  const figure = parseFigureKey(key);
  if (figure === null) throw new RangeError(`no such figure: ${key}`);
  return sumRows(key, rowsOf(board, figure));
}

export function quarterName({ label, start, end }: Quarter): QuarterName {
  return { label, start, end };
}
