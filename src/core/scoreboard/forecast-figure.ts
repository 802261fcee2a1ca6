/**
 * The third number: what partners will bring next quarter, by the simple forecast, with its own past error and
 * what chance alone would cause beside it.
 *
 * Handbook: docs/handbook/forecast.md
 */

import { chanceReference } from '#core/forecast/chance.ts';
import { defaultForecastSettings, forecastQuarter, type QuarterForecast } from '#core/forecast/quarters.ts';
import { type Board, boardOn, weekEnds } from './board.ts';
import type { Scope } from './figure.ts';
import { forecastHistory, type History } from './history.ts';
import type { ForecastBacktest, ForecastFigure } from './payload.ts';
import { amountOf, quarterName } from './share.ts';

/** The forecast in a scope, as known on the board's date. */
export function forecastFigure(board: Board, scope: Scope, targetMinor: number | null): ForecastFigure {
  const history = forecastHistory(board, scope);
  const chance = chanceReference(history.usedAmounts, history.used.length);
  const forecast = forecastQuarter(history.sums, chance);
  const shown = shownForecast(forecast, history);
  return {
    figure: `${scope}.forecastBasis`,
    period: quarterName(board.nextQuarter),
    ...shown,
    quarters: history.used.map((quarter) => ({
      ...amountOf(board, `${scope}.sourcedPipelineInQuarter.${quarter.start}`),
      period: quarterName(quarter),
    })),
    backtest: shownBacktest(forecast),
    chance: chance && {
      wape: chance.wape,
      dealsPerQuarter: chance.dealsPerQuarter,
      amountVariation: chance.amountVariation,
    },
    targetMinor,
    weeks: weekEnds(board.asOf).map((on) => {
      const then = boardOn(board, on);
      return { on, quarter: then.nextQuarter.label, likelyMinor: likelyOn(then, scope) };
    }),
    sinceLastMonday: sinceLastMonday(board, scope, shown.likelyMinor),
  };
}

type Shown = Pick<
  ForecastFigure,
  'lowMinor' | 'likelyMinor' | 'highMinor' | 'method' | 'methodText' | 'waitsFor'
>;

function shownForecast(forecast: QuarterForecast, history: History): Shown {
  if (forecast.state === 'waiting' || isIdle(history)) {
    return {
      lowMinor: null,
      likelyMinor: null,
      highMinor: null,
      method: 'none',
      methodText: 'no forecast yet',
      waitsFor:
        forecast.state === 'waiting'
          ? `not enough history: needs ${forecast.needsQuarters} complete quarters, has ${forecast.hasQuarters}`
          : `the last ${history.used.length} complete quarters had no sourced deal with an amount`,
    };
  }
  return {
    lowMinor: forecast.low,
    likelyMinor: forecast.likely,
    highMinor: forecast.high,
    method: forecast.method,
    methodText:
      forecast.method === 'last'
        ? 'the last complete quarter again'
        : `mean of the last ${forecast.used} complete quarters`,
    waitsFor: null,
  };
}

/** Nothing came for so long that "zero, give or take zero" would say too much. */
function isIdle(history: History): boolean {
  return history.usedAmounts.length === 0;
}

function shownBacktest(forecast: QuarterForecast): ForecastBacktest {
  if (forecast.state === 'waiting') {
    const { needsQuarters, hasQuarters } = forecast;
    return { state: 'waiting', needsQuarters, hasQuarters };
  }
  const { origins, candidates } = forecast.backtest;
  const own = candidates.find(({ method }) => method === forecast.method);
  return {
    state: 'measured',
    origins,
    wape: own?.wape ?? null,
    bias: own?.bias ?? null,
    candidates: candidates.map(({ method, wape }) => ({ method, wape })),
  };
}

function likelyOn(board: Board, scope: Scope): number | null {
  const history: History = forecastHistory(board, scope);
  const forecast = forecastQuarter(
    history.sums,
    chanceReference(history.usedAmounts, history.used.length),
    defaultForecastSettings,
  );
  return forecast.state === 'measured' && !isIdle(history) ? forecast.likely : null;
}

function sinceLastMonday(
  board: Board,
  scope: Scope,
  likelyMinor: number | null,
): ForecastFigure['sinceLastMonday'] {
  const monday = boardOn(board, board.lastMonday);
  if (monday.nextQuarter.start !== board.nextQuarter.start) return null;
  const before = likelyOn(monday, scope);
  return likelyMinor === null || before === null ? null : { likelyMinor: likelyMinor - before };
}
