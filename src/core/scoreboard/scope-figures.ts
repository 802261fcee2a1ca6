/**
 * The figures that exist twice: once for proven credit, once for the opening balance.
 *
 * Handbook: docs/handbook/scoreboard.md
 */

import type { ScoreboardSettings } from '#core/program/settings.ts';
import { type Board, boardOn, weekEnds } from './board.ts';
import { bookedBeside } from './booked.ts';
import type { PartnerFact, Targets } from './facts.ts';
import type { ClassName, FigureKey, Scope } from './figure.ts';
import { waterfallBars } from './figure.ts';
import { parseFigureKey } from './figure-key.ts';
import { forecastFigure } from './forecast-figure.ts';
import type {
  AmountFigure,
  ClassColumn,
  FixedFigure,
  QuarterName,
  ScopeFigures,
  SinceLastMonday,
  Waterfall,
} from './payload.ts';
import { type Row, rowsOf, sumRows } from './row.ts';
import { amountOf, quarterName, shareFigure } from './share.ts';
import { isNoted, waterfallMoves } from './waterfall.ts';

/** Everything of one scope. Targets are set for proven credit only: nobody plans an opening balance. */
export function scopeFigures(
  board: Board,
  scope: Scope,
  partners: readonly PartnerFact[],
  settings: ScoreboardSettings,
  targets: Targets,
): ScopeFigures {
  const hasTargets = scope === 'proven';
  const pipelineTarget = hasTargets ? targets.sourcedPipelinePerQuarterMinor : null;
  return {
    sourcedPipelineThisQuarter: fixedFigure(
      board,
      `${scope}.sourcedPipelineThisQuarter`,
      pipelineTarget,
      `${scope}.sourcedPipelineInQuarter.${board.thisQuarter.start}`,
    ),
    sourcedClosedWonLastQuarter: fixedFigure(
      board,
      `${scope}.sourcedClosedWonLastQuarter`,
      hasTargets ? targets.sourcedWonPerQuarterMinor : null,
      null,
    ),
    forecastSourcedPipelineNextQuarter: forecastFigure(board, scope, pipelineTarget),
    shareOfNewPipeline: shareFigure(board, scope, partners, settings),
    columns: {
      sourced: classColumn(board, scope, 'sourced'),
      coSold: classColumn(board, scope, 'coSold'),
      influenced: classColumn(board, scope, 'influenced'),
    },
    memo: { assisted: classColumn(board, scope, 'assisted') },
    waterfall: waterfall(board, scope),
  };
}

type FixedKey = `${Scope}.${'sourcedPipelineThisQuarter' | 'sourcedClosedWonLastQuarter'}`;

function fixedFigure(
  board: Board,
  key: FixedKey,
  targetMinor: number | null,
  samePeriodKey: FigureKey | null,
): FixedFigure {
  const rows = rowsFor(board, key);
  const isWon = samePeriodKey === null;
  const amount = sumRows(key, rows);
  const booked = bookedBeside(board, {
    scope: key.startsWith('proven') ? 'proven' : 'openingBalance',
    measure: isWon ? 'closed_won' : 'pipeline',
    quarterStart: (isWon ? board.lastQuarter : board.thisQuarter).start,
  });
  return {
    ...amount,
    period: isWon ? quarterName(board.lastQuarter) : quarterName(board.thisQuarter),
    targetMinor,
    weeks: weekEnds(board.asOf).map((on) => {
      const then = boardOn(board, on);
      const { amountMinor, deals } = sumRows(key, rowsFor(then, key));
      const quarter = isWon ? then.lastQuarter : then.thisQuarter;
      return { on, quarter: quarter.label, amountMinor, deals };
    }),
    // What is frozen does not change.
    sinceLastMonday:
      booked === null ? sinceLastMonday(board, amount, key, samePeriodKey) : { amountMinor: 0, deals: 0 },
    assumedDeals: rows.filter(({ deal }) => (isWon ? deal.closedAssumed : deal.enteredAssumed)).length,
    disputedDeals: rows.filter(({ deal }) => deal.credit.disputed).length,
    booked,
  };
}

/** The same period on both days, so that a quarter's turn is no change of the figure. */
function sinceLastMonday(
  board: Board,
  now: AmountFigure,
  key: FixedKey,
  samePeriodKey: FigureKey | null,
): SinceLastMonday {
  const monday = boardOn(board, board.lastMonday);
  const before =
    samePeriodKey === null
      ? sumRows(key, rowsFor({ ...monday, lastQuarter: board.lastQuarter }, key))
      : sumRows(key, rowsFor(monday, samePeriodKey));
  return {
    amountMinor: (now.amountMinor ?? 0) - (before.amountMinor ?? 0),
    deals: now.deals - before.deals,
  };
}

function classColumn(board: Board, scope: Scope, name: ClassName): ClassColumn {
  return {
    openPipeline: amountOf(board, `${scope}.column.${name}.open`),
    newThisQuarter: amountOf(board, `${scope}.column.${name}.new`),
    wonLastQuarter: amountOf(board, `${scope}.column.${name}.won`),
  };
}

function waterfall(board: Board, scope: Scope): Waterfall {
  const moves = waterfallMoves(board, scope);
  const sumOf = (key: FigureKey, chosen: typeof moves): AmountFigure =>
    sumRows(
      key,
      chosen.map(({ deal, amountMinor }) => ({ deal, contribution: amountMinor })),
    );
  const noted = (note: 'withoutCloseDate' | 'overdue', key: FigureKey): AmountFigure =>
    sumOf(
      key,
      moves.filter(({ bar, deal }) => bar === 'end' && isNoted(deal, note, board.asOf)),
    );
  return {
    since: board.lastMonday,
    until: board.asOf,
    period: quarterName(board.thisQuarter),
    bars: waterfallBars.map((bar) => {
      const amount = sumOf(
        `${scope}.waterfall.${bar}`,
        moves.filter((move) => move.bar === bar),
      );
      return {
        ...amount,
        amountMinor: amount.amountMinor ?? 0,
        bar,
        kind: bar === 'start' || bar === 'end' ? ('total' as const) : ('change' as const),
        onlyIfNotEmpty: bar === 'revalued' || bar === 'corrected',
      };
    }),
    withoutCloseDate: noted('withoutCloseDate', `${scope}.waterfallWithoutCloseDate`),
    overdue: noted('overdue', `${scope}.waterfallOverdue`),
  };
}

function rowsFor(board: Board, key: FigureKey): Row[] {
  const figure = parseFigureKey(key);
  if (figure === null) throw new RangeError(`no such figure: ${key}`);
  return rowsOf(board, figure);
}

/** The three quarters that the board speaks of. */
export function quarterNames(
  board: Board,
): Record<'lastQuarter' | 'thisQuarter' | 'nextQuarter', QuarterName> {
  return {
    lastQuarter: quarterName(board.lastQuarter),
    thisQuarter: quarterName(board.thisQuarter),
    nextQuarter: quarterName(board.nextQuarter),
  };
}
