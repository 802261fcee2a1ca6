/**
 * All deals as known at the end of a day, and from which day on their history can be read.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

import { type DealView, type ForecastDeal, viewOn } from './deal.ts';
import type { StatisticalSettings } from './settings.ts';

export type Panel = {
  readonly today: number;
  /** The first day of the history: what happened before it is not complete. */
  readonly from: number;
  readonly deals: readonly DealView[];
  /** Won value by day since `from`; a deal without a known amount adds nothing. */
  readonly wonByDay: Float64Array;
  /** Amounts of won deals in the order of their close. */
  readonly wonAmounts: readonly number[];
};

/** Deals in the order of their ids, so that the order in which they were read is of no account. */
export function inOrder(deals: readonly ForecastDeal[]): readonly ForecastDeal[] {
  return deals.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The panel of a day; null where nothing had happened by then. `deals` in the order of `inOrder`. */
export function panelOn(
  deals: readonly ForecastDeal[],
  today: number,
  settings: StatisticalSettings,
): Panel | null {
  const views: DealView[] = [];
  for (const deal of deals) {
    const view = viewOn(deal, today);
    if (view !== null) views.push(view);
  }
  const from = historyBegins(views, today, settings);
  if (from === null) return null;
  const wonByDay = new Float64Array(today - from + 1);
  const wins: { day: number; minor: number }[] = [];
  for (const { close, amountMinor } of views) {
    if (close === null || !close.isWon || close.day < from) continue;
    wonByDay[close.day - from] = (wonByDay[close.day - from] ?? 0) + (amountMinor ?? 0);
    if (amountMinor !== null) wins.push({ day: close.day, minor: amountMinor });
  }
  wins.sort((a, b) => a.day - b.day || a.minor - b.minor);
  return { today, from, deals: views, wonByDay, wonAmounts: wins.map(({ minor }) => minor) };
}

/** What was won after `after` up to and including `until`. Days outside the panel hold nothing. */
export function wonBetween(panel: Panel, after: number, until: number): number {
  let sum = 0;
  for (let day = Math.max(panel.from, after + 1); day <= Math.min(panel.today, until); day += 1) {
    sum += panel.wonByDay[day - panel.from] ?? 0;
  }
  return sum;
}

/**
 * Where the history begins (2.1): with the first event; after a hole, where days with events are dense around it; and
 * with the first close, where deals were open so long before it that closes must be missing.
 */
function historyBegins(
  views: readonly DealView[],
  today: number,
  settings: StatisticalSettings,
): number | null {
  const days = new Set<number>();
  for (const { isDated, steps, close } of views) {
    if (isDated) for (const { day, isSighting } of steps) if (!isSighting) days.add(day);
    if (close !== null) days.add(close.day);
  }
  const sorted = [...days].sort((a, b) => a - b);
  const [first] = sorted;
  if (first === undefined) return null;
  const span = (sorted.at(-1) ?? first) - first;
  const hole = Math.max(settings.holeDays, (settings.holeTimes * span) / Math.max(1, sorted.length - 1));
  let begins = first;
  sorted.forEach((day, place) => {
    if (place > 0 && day - (sorted[place - 1] ?? day) > hole) begins = day;
  });
  return Math.max(begins, exportBegins(views, begins, today, settings));
}

/**
 * The first close, if the deals that were open before it would by their ages have closed often; else the first day. An
 * export that holds only what closed after a day is cut off on the left: deals count as watched from that day on.
 */
function exportBegins(
  views: readonly DealView[],
  first: number,
  today: number,
  settings: StatisticalSettings,
): number {
  let firstClose = Number.POSITIVE_INFINITY;
  for (const { close } of views)
    if (close !== null && close.day >= first) firstClose = Math.min(firstClose, close.day);
  if (!Number.isFinite(firstClose) || firstClose === first) return first;
  const ages = today - first + 2;
  const closes = new Float64Array(ages);
  // Deals that come to be watched at an age, less those that cease to be.
  const [watched, unwatched] = [new Float64Array(ages), new Float64Array(ages)];
  const add = (side: Float64Array, age: number, sign: number): void => {
    side[age] = (side[age] ?? 0) + sign;
  };
  for (const { start, close } of views) {
    const begins = Math.max(start, first);
    const end = close?.day ?? today;
    if (end < begins) continue;
    const cut = Math.min(end, Math.max(begins, firstClose)) - begins;
    add(unwatched, 0, 1);
    add(unwatched, cut, -1);
    add(watched, cut, 1);
    add(watched, end - begins + 1, -1);
    if (close !== null && close.day >= firstClose) add(closes, end - begins, 1);
  }
  let [expected, open, missing] = [0, 0, 0];
  let week = { closes: 0, watched: 0, unwatched: 0 };
  for (let age = 0; age < ages; age += 1) {
    open += watched[age] ?? 0;
    missing += unwatched[age] ?? 0;
    week = {
      closes: week.closes + (closes[age] ?? 0),
      watched: week.watched + open,
      unwatched: week.unwatched + missing,
    };
    if (age % 7 !== 6 && age < ages - 1) continue;
    expected += (week.unwatched * week.closes) / Math.max(1, week.watched);
    week = { closes: 0, watched: 0, unwatched: 0 };
  }
  return expected >= settings.truncationWins ? firstClose : first;
}
