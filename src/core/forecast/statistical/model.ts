/**
 * The hazard models as a future to simulate: what each open deal may become and how many new ones will be won.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

import { stageAt } from './baselines.ts';
import { unstaged } from './deal.ts';
import { type Fitted, fitByAge, fitByStage } from './fit-hazards.ts';
import { cellOf, type Phases, winBy } from './hazard.ts';
import type { Panel } from './panel.ts';
import type { StatisticalSettings } from './settings.ts';
import { arrivalShock, dispersionOf, winShock } from './shocks.ts';
import type { Future } from './simulate.ts';

export const modelNames = ['stageHazards', 'ageHazards'] as const;
export type ModelName = (typeof modelNames)[number];

/** The exponents on A/E among which the back-test chooses (2.3). */
export const recalibrations = [0, 0.5, 1] as const;

export type Model = {
  readonly name: ModelName;
  readonly fitted: Fitted;
  /** ρ = (A + k)/(X + k) of the last days. */
  readonly ratio: number;
};

/** Fits what the history allows: by age always, by stage where stages are known of some deals. */
export function fitModels(panel: Panel, phaseOf: Phases, settings: StatisticalSettings): Model[] {
  let stages = 1;
  for (const { steps } of panel.deals) for (const { stage } of steps) stages = Math.max(stages, stage + 1);
  const isBulk = bulkDays(panel, settings);
  const open = panel.deals.filter(({ close }) => close === null);
  const staged = open.filter((deal) => deal.steps.at(-1)?.stage !== unstaged).length;
  const byAge = fitByAge(panel, phaseOf, isBulk, settings);
  const models: Model[] = [{ name: 'ageHazards', fitted: byAge, ratio: ratioOf(byAge, settings) }];
  // Stages that only the newest snapshot tells of have no history: most wins must have passed one.
  const won = panel.deals.filter(({ close }) => close?.isWon === true);
  const passed = won.filter(({ steps }) => steps.some(({ stage }) => stage !== unstaged)).length;
  if (stages > 2 && staged * 2 > open.length && passed * 2 > won.length) {
    const byStage = fitByStage(panel, stages, phaseOf, isBulk, settings);
    models.unshift({ name: 'stageHazards', fitted: byStage, ratio: ratioOf(byStage, settings) });
  }
  return models;
}

function ratioOf({ wins, expected }: Fitted, settings: StatisticalSettings): number {
  const last = (of: Float64Array): number =>
    of.subarray(-settings.recalibrationDays).reduce((all, one) => all + one, 0);
  const k = settings.recalibrationWins;
  return (last(wins) + k) / (last(expected) + k);
}

/** Days on which so many deals were created at once that they were loaded, not won over (2.1). */
function bulkDays(panel: Panel, settings: StatisticalSettings): (day: number) => boolean {
  const counts = new Map<number, number>();
  let all = 0;
  for (const { isDated, start } of panel.deals) {
    if (!isDated || start < panel.from) continue;
    counts.set(start, (counts.get(start) ?? 0) + 1);
    all += 1;
  }
  return (day) => {
    const count = counts.get(day) ?? 0;
    return counts.size > 1 && count >= settings.bulkDeals && count >= settings.bulkShare * all;
  };
}

/** New deals by day since the first day of the panel. */
function arrivalsOf(panel: Panel, settings: StatisticalSettings): Float64Array {
  const isBulk = bulkDays(panel, settings);
  const arrivals = new Float64Array(panel.today - panel.from + 1);
  for (const { isDated, start } of panel.deals) {
    if (isDated && start >= panel.from && !isBulk(start)) {
      arrivals[start - panel.from] = (arrivals[start - panel.from] as number) + 1;
    }
  }
  return arrivals;
}

/** The future by a model, its win hazards multiplied by ρ to the given power. */
export function futureOf(
  panel: Panel,
  model: Model,
  power: number,
  horizon: number,
  phaseOf: Phases,
  settings: StatisticalSettings,
): Future {
  const { hazards, wins, expected } = model.fitted;
  const scale = model.ratio ** power;
  const scaled = { ...hazards, winPhase: hazards.winPhase.map((one) => one * scale) };
  const by = winBy(scaled, panel.today, horizon, phaseOf);
  const open = panel.deals.filter(({ close }) => close === null);
  const byAge = hazards.stages === 1;
  const stages = open.map((deal) => (byAge ? 0 : Math.min(hazards.stages - 1, stageAt(deal, panel.today))));
  const since = (place: number): number => {
    const deal = open[place];
    return (byAge ? deal?.start : deal?.steps.at(-1)?.day) ?? panel.today;
  };
  const arrivals = arrivalsOf(panel, settings);
  const recent = arrivals.subarray(-7 * settings.arrivalWeeks);
  const perDay = recent.reduce((all, one) => all + one, 0) / Math.max(1, recent.length);
  const newWins: number[] = [];
  by.arriving.forEach((chance, day) => {
    const week = Math.floor(day / 7);
    newWins[week] = (newWins[week] ?? 0) + chance * perDay;
  });
  return {
    chance: Float64Array.from(stages, (stage, i) => by.open[cellOf(by, stage, panel.today - since(i))] ?? 0),
    amount: Float64Array.from(open, (deal) => deal.amountMinor ?? Number.NaN),
    part: new Int32Array(open.length),
    stage: Uint8Array.from(stages),
    winsBehind: hazards.winsBehind,
    newWins,
    newPart: 0,
    dispersion: dispersionOf(arrivals, 2 * settings.arrivalWeeks),
    ...amountsOf(panel),
    shocks: {
      win: winShock(wins, expected, settings),
      arrival: arrivalShock(arrivals, horizon, settings),
    },
  };
}

/** What won deals brought; one without an amount brought nothing that anybody could add. */
function amountsOf(panel: Panel): { finals: Float64Array; ratios: Float64Array } {
  const won = panel.deals.filter(({ close }) => close?.isWon === true);
  const finals = won.map(({ amountMinor }) => amountMinor ?? 0).sort((a, b) => a - b);
  const ratios = won
    .flatMap(({ amountMinor, quotedMinor }) =>
      amountMinor !== null && quotedMinor ? [amountMinor / quotedMinor] : [],
    )
    .sort((a, b) => a - b);
  return { finals: Float64Array.from(finals), ratios: Float64Array.from(ratios.length === 0 ? [1] : ratios) };
}
