/**
 * Forecasts without a model of deals (2.7, B1 to B8), from won value by day and from what became of open deals. A
 * baseline that lacks the history it needs says null.
 *
 * B9, the call of a person, and B10, the middle of the bands, need calls and bands; without any they are left out.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

import type { DealView } from './deal.ts';
import { smoothTotals } from './exponential.ts';
import { type Panel, wonBetween } from './panel.ts';
import type { StatisticalSettings } from './settings.ts';

export const baselineNames = [
  'naive',
  'seasonalNaive',
  'meanRate',
  'trend',
  'ets',
  'coverage',
  'stageConversion',
] as const;
export type BaselineName = (typeof baselineNames)[number];

const quarterDays = 91;

/** The forecast of one baseline for the days after the panel's. */
export function baselineOf(
  name: BaselineName,
  panel: Panel,
  horizon: number,
  settings: StatisticalSettings,
): number | null {
  const { today, from } = panel;
  const days = today - from + 1;
  switch (name) {
    case 'naive':
      return days < horizon ? null : wonBetween(panel, today - horizon, today);
    case 'seasonalNaive': {
      // The same days of the last quarter; of as many quarters back as the horizon reaches.
      const back = quarterDays * Math.ceil(horizon / quarterDays);
      return days < back ? null : wonBetween(panel, today - back, today - back + horizon);
    }
    case 'meanRate':
      return days < horizon ? null : (wonBetween(panel, from - 1, today) / days) * horizon;
    case 'trend':
      return trendOf(totalsOf(panel, 7), horizon / 7);
    case 'ets': {
      const level = smoothTotals(totalsOf(panel, 7));
      return level === null ? null : level * (horizon / 7);
    }
    case 'coverage':
      return openValue(panel) / settings.requiredCoverage;
    case 'stageConversion':
      return stageConversion(panel, horizon);
  }
}

/** Won value of whole periods back from today, oldest first. */
function totalsOf(panel: Panel, period: number): number[] {
  const periods = Math.floor((panel.today - panel.from + 1) / period);
  return Array.from({ length: periods }, (_, back) => {
    const until = panel.today - (periods - 1 - back) * period;
    return wonBetween(panel, until - period, until);
  });
}

/** B4: the line of least squares through the totals, summed over the coming periods; never below zero. */
function trendOf(totals: readonly number[], periods: number): number | null {
  const n = totals.length;
  if (n < 4) return null;
  const [midX, midY] = [(n - 1) / 2, totals.reduce((all, one) => all + one, 0) / n];
  let [across, square] = [0, 0];
  totals.forEach((one, x) => {
    across += (x - midX) * (one - midY);
    square += (x - midX) ** 2;
  });
  const middleOfNext = n - 1 + (periods + 1) / 2;
  return Math.max(0, (midY + (across / square) * (middleOfNext - midX)) * periods);
}

function meanWon({ wonAmounts }: Panel): number {
  return wonAmounts.length === 0 ? 0 : wonAmounts.reduce((all, one) => all + one, 0) / wonAmounts.length;
}

function openValue(panel: Panel): number {
  const mean = meanWon(panel);
  return panel.deals.reduce((all, deal) => all + (deal.close === null ? (deal.amountMinor ?? mean) : 0), 0);
}

/**
 * B8: what deals in a stage became worth within so many days, of what they were worth, over all matured weeks; times
 * what is in the stages now; and what came from deals that began in between.
 */
function stageConversion(panel: Panel, horizon: number): number | null {
  const { today, from, deals } = panel;
  const origins = Math.floor((today - horizon - from) / 7) + 1;
  if (origins < 1) return null;
  const mean = meanWon(panel);
  const [open, won, now] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  const add = (to: Map<number, number>, stage: number, value: number): void => {
    to.set(stage, (to.get(stage) ?? 0) + value);
  };
  let fresh = 0;
  for (const deal of deals) {
    const value = deal.amountMinor ?? (deal.close === null ? mean : 0);
    if (deal.close === null) add(now, stageAt(deal, today), value);
    // Only while it is open, or about to be won, has a deal a part in what an origin saw.
    const wonFrom = deal.close?.isWon === true ? deal.close.day - horizon : deal.start;
    const [since, before] = [Math.min(deal.start, wonFrom), deal.close?.day ?? today];
    const newest = today - horizon;
    for (
      let origin = newest - 7 * Math.max(0, Math.ceil((newest - before + 1) / 7));
      origin >= Math.max(from, since);
      origin -= 7
    ) {
      if (deal.close !== null && deal.close.day <= origin) continue;
      const isWon = deal.close?.isWon === true && deal.close.day <= origin + horizon;
      if (deal.start > origin) {
        if (isWon) fresh += value;
        continue;
      }
      // What a lost deal would have been worth is often not told.
      const stake = deal.close !== null && !deal.close.isWon && !deal.amountMinor ? mean : value;
      const stage = stageAt(deal, origin);
      add(open, stage, stake);
      if (isWon) add(won, stage, value);
    }
  }
  let sum = fresh / origins;
  for (const [stage, value] of now) {
    const of = open.get(stage) ?? 0;
    if (of > 0) sum += (value * (won.get(stage) ?? 0)) / of;
  }
  return sum;
}

export function stageAt(deal: DealView, day: number): number {
  let stage = 0;
  for (const step of deal.steps) if (step.day <= day) stage = step.stage;
  return stage;
}
