/**
 * The rolling back-test (2.7): from the end of every week on, what each method would have said, knowing what was known
 * then and no more, against what came.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

import { chanceReference } from '../chance.ts';
import { baselineNames, baselineOf } from './baselines.ts';
import { widen, wideningOf } from './calibrate.ts';
import { type Choice, choose, combine, type Matured } from './choose.ts';
import type { ForecastDeal } from './deal.ts';
import type { Phases } from './hazard.ts';
import { type Measures, measure, type Outlook, quantileAt } from './metrics.ts';
import { fitModels, futureOf, modelNames, recalibrations } from './model.ts';
import { outlookOfDraws, outlookOfPoint } from './outlook.ts';
import { inOrder, type Panel, panelOn, wonBetween } from './panel.ts';
import type { StatisticalSettings } from './settings.ts';
import { expectedOf, simulate } from './simulate.ts';

/** What one origin said: every method as it came, before any correction, and corrected. */
type OriginForecast = {
  readonly origin: number;
  readonly raw: ReadonlyMap<string, Outlook>;
  readonly said: ReadonlyMap<string, Outlook>;
  /** Expected values of each model by recalibration. */
  readonly variants: ReadonlyMap<string, readonly number[]>;
  readonly choice: Choice | null;
};

export type MethodRecord = Measures & { readonly name: string };
export type HorizonRecord = {
  readonly days: number;
  readonly methods: readonly MethodRecord[];
  /** The method that is shown now; null where none has history enough. */
  readonly shown: string | null;
  /** What it says about the days after the last day of the history; whole minor units. */
  readonly next: Next | null;
  /** What chance alone would make of a perfect forecast (WAPE). */
  readonly chanceWape: number | null;
  /** Why there is nothing, in words. */
  readonly waitsFor: string | null;
};

/** P20, the mean, P50 and P80 of a forecast, with its band of P10 to P90. */
export type Next = {
  readonly underwriteMinor: number;
  readonly expectedMinor: number;
  readonly likelyMinor: number;
  readonly upsideMinor: number;
  readonly lowMinor: number;
  readonly highMinor: number;
};

export type Backtest = {
  readonly seed: number;
  /** First and last day of the history, as day numbers; null without any. */
  readonly from: number | null;
  readonly until: number | null;
  readonly horizons: readonly HorizonRecord[];
};

/**
 * Runs the whole test on what is known at the end of `today`. Yields the share that is done; returns the records.
 * `phaseOf` gives the month of the fiscal quarter, 0 to 2.
 */
export function* backtest(
  all: readonly ForecastDeal[],
  today: number,
  phaseOf: Phases,
  settings: StatisticalSettings,
): Generator<number, Backtest> {
  const deals = inOrder(all);
  const until = lastEvent(deals, today);
  const now = until === null ? null : panelOn(deals, until, settings);
  const { seed, horizons } = settings;
  if (until === null || now === null) {
    const empty = (days: number): HorizonRecord => blank(days, 'too little history: no deal has a date');
    return { seed, from: null, until: null, horizons: horizons.map(empty) };
  }
  const histories = horizons.map((): OriginForecast[] => []);
  const first = firstEvent(deals) ?? until;
  const origins = sundays(first, until);
  for (const [done, origin] of origins.entries()) {
    const panel = panelOn(deals, origin, settings);
    // Whether there is history enough is asked of what was known at the origin, too.
    if (panel !== null && origin >= firstOrigin(panel.from, settings)) {
      const models = fitModels(panel, phaseOf, settings);
      for (const [place, horizon] of horizons.entries()) {
        if (origin + horizon > until) continue;
        const history = histories[place] ?? [];
        history.push(forecastFrom(panel, models, history, horizon, phaseOf, settings));
      }
    }
    yield (done + 1) / origins.length;
  }
  const models = until < firstOrigin(now.from, settings) ? [] : fitModels(now, phaseOf, settings);
  const records = horizons.map((days, place) => {
    const history = (histories[place] ?? []).filter(({ origin }) => origin >= now.from);
    const today = models.length === 0 ? null : forecastFrom(now, models, history, days, phaseOf, settings);
    return recordOf(history, today?.choice ?? null, now, days, settings);
  });
  return { seed, from: now.from, until, horizons: records };
}

/** The ends of weeks. Day 0 was a Thursday, so day 3 was a Sunday. */
function sundays(from: number, until: number): number[] {
  const days: number[] = [];
  for (let day = sundayOf(from); day <= until; day += 7) days.push(day);
  return days;
}

function sundayOf(day: number): number {
  return day + ((((3 - day) % 7) + 7) % 7);
}

/** The end of the week that completes so many calendar weeks of history; the first of them may be a part of one. */
function firstOrigin(from: number, settings: StatisticalSettings): number {
  return sundayOf(from) + 7 * (settings.weeksBefore - 1);
}

/** Everything that could be said at one origin. `earlier`: the forecasts of earlier origins, of the same horizon. */
function forecastFrom(
  panel: Panel,
  models: ReturnType<typeof fitModels>,
  earlier: readonly OriginForecast[],
  horizon: number,
  phaseOf: Phases,
  settings: StatisticalSettings,
): OriginForecast {
  const { today } = panel;
  const matured = earlier
    .filter(({ origin }) => origin >= panel.from && origin + horizon <= today)
    .slice(-settings.mostOrigins);
  const actualOf = (origin: number): number => wonBetween(panel, origin, origin + horizon);
  const raw = new Map<string, Outlook>();
  const variants = new Map<string, readonly number[]>();
  for (const model of models) {
    const futures = recalibrations.map((power) => futureOf(panel, model, power, horizon, phaseOf, settings));
    const expected = futures.map(expectedOf);
    variants.set(model.name, expected);
    const future = futures[bestVariant(model.name, matured, actualOf, settings)];
    if (future === undefined || future.finals.length === 0) continue;
    const draws = simulate(future, 1, settings.draws, settings.seed + today);
    raw.set(model.name, outlookOfDraws(draws));
  }
  const chance = chanceReference(panel.wonAmounts, Math.max(1, (today - panel.from + 1) / horizon));
  for (const name of baselineNames) {
    const point = baselineOf(name, panel, horizon, settings);
    if (point !== null) raw.set(name, outlookOfPoint(point, chance?.relativeSpread ?? 0));
  }
  const said = new Map<string, Outlook>();
  for (const [name, outlook] of raw) {
    said.set(name, widen(outlook, wideningOf(judge(matured, name, 'raw', actualOf), horizon, settings)));
  }
  const combined = combine(said);
  if (combined !== null) said.set('combination', combined);
  const records = (name: string): Matured[] => judge(matured, name, 'said', actualOf);
  return { origin: today, raw, said, variants, choice: choose(said, records, horizon, settings) };
}

function judge(
  history: readonly OriginForecast[],
  name: string,
  side: 'raw' | 'said',
  actualOf: (origin: number) => number,
): Matured[] {
  return history.flatMap((each) => {
    const outlook = each[side].get(name);
    return outlook ? [{ outlook, actual: actualOf(each.origin), origin: each.origin }] : [];
  });
}

/** The recalibration with the least error over matured origins; none while there are too few. */
function bestVariant(
  name: string,
  matured: readonly OriginForecast[],
  actualOf: (origin: number) => number,
  settings: StatisticalSettings,
): number {
  const told = matured.flatMap(({ origin, variants }) => {
    const expected = variants.get(name);
    return expected ? [{ expected, actual: actualOf(origin) }] : [];
  });
  if (told.length < settings.recalibrateFrom) return 0;
  const errors = recalibrations.map((_, i) =>
    told.reduce((sum, { expected, actual }) => sum + Math.abs((expected[i] ?? 0) - actual), 0),
  );
  return errors.indexOf(Math.min(...errors));
}

function recordOf(
  history: readonly OriginForecast[],
  choice: Choice | null,
  now: Panel,
  days: number,
  settings: StatisticalSettings,
): HorizonRecord {
  if (history.length === 0) {
    const has = Math.floor((now.today - now.from + 1) / 7);
    const needs = settings.weeksBefore + Math.ceil(days / 7);
    return blank(days, `too little history: needs ${needs} weeks, has ${has}`);
  }
  const actualOf = (origin: number): number => wonBetween(now, origin, origin + days);
  const names = [...modelNames, 'combination', ...baselineNames];
  const methods = names
    .map((name) => ({ name, ...measure(judge(history, name, 'said', actualOf)) }))
    .filter(({ origins }) => origins > 0);
  const shown = history.flatMap(({ origin, choice }) =>
    choice === null ? [] : [{ outlook: choice.outlook, actual: actualOf(origin) }],
  );
  const chance = chanceReference(now.wonAmounts, Math.max(1, (now.today - now.from + 1) / days));
  return {
    days,
    methods: [...methods, ...(shown.length > 0 ? [{ name: 'shown', ...measure(shown) }] : [])],
    shown: choice?.name ?? null,
    next: choice && nextOf(choice.outlook),
    chanceWape: chance?.wape ?? null,
    waitsFor: now.wonAmounts.length === 0 ? 'no won deal has an amount' : null,
  };
}

function nextOf(outlook: Outlook): Next {
  const at = (level: number): number => Math.round(quantileAt(outlook, level));
  return {
    underwriteMinor: at(0.2),
    expectedMinor: Math.round(outlook.expected),
    likelyMinor: at(0.5),
    upsideMinor: at(0.8),
    lowMinor: at(0.1),
    highMinor: at(0.9),
  };
}

function blank(days: number, waitsFor: string): HorizonRecord {
  return { days, methods: [], shown: null, next: null, chanceWape: null, waitsFor };
}

function firstEvent(deals: readonly ForecastDeal[]): number | null {
  let first: number | null = null;
  for (const { isDated, steps, close } of deals) {
    const days = [...(isDated ? steps : []), ...(close === null ? [] : [close])];
    for (const { day } of days) if (first === null || day < first) first = day;
  }
  return first;
}

/** The last day on which something happened and was known; later silence is where an export ended. */
function lastEvent(deals: readonly ForecastDeal[], today: number): number | null {
  let last: number | null = null;
  const see = (day: number, known: number): void => {
    if (day <= today && known <= today && (last === null || day > last)) last = day;
  };
  for (const { isDated, steps, close } of deals) {
    if (isDated) for (const { day, known, isSighting } of steps) if (!isSighting) see(day, known);
    if (close !== null) see(close.day, close.known);
  }
  return last;
}
