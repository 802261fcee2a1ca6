/**
 * Which forecast is shown (2.7): methods weighted by their own record, and the gate at which a baseline that did better
 * takes its place.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

import { baselineNames } from './baselines.ts';
import { type Judged, measure, type Outlook } from './metrics.ts';
import { mixOutlooks } from './outlook.ts';
import type { StatisticalSettings } from './settings.ts';

export type Choice = { readonly name: string; readonly outlook: Outlook };

type Said = ReadonlyMap<string, Outlook>;
type Record = (name: string) => readonly Judged[];

/** The methods that are weighed together: the better hazards that the history allows, and three baselines. */
const combined = ['stageConversion', 'meanRate', 'seasonalNaive'] as const;

/**
 * The combination: weights 1/(WAPE² + 0.05²), held half-way to equal ones. Null with fewer than two methods that have
 * enough matured origins.
 */
export function combine(said: Said, record: Record, settings: StatisticalSettings): Outlook | null {
  const hazards = said.has('stageHazards') ? 'stageHazards' : 'ageHazards';
  const parts = [hazards, ...combined].flatMap((name) => {
    const outlook = said.get(name);
    const { origins, wape } = measure(record(name));
    if (outlook === undefined || origins < settings.combineFrom || wape === null) return [];
    return [{ outlook, weight: 1 / (wape ** 2 + settings.errorFloor ** 2) }];
  });
  if (parts.length < 2) return null;
  const total = parts.reduce((all, { weight }) => all + weight, 0);
  return mixOutlooks(
    parts.map(({ outlook, weight }) => ({ outlook, weight: weight / total / 2 + 1 / parts.length / 2 })),
  );
}

/**
 * The method that is shown at an origin, from matured earlier origins only.
 */
export function choose(
  said: Said,
  record: Record,
  matured: number,
  settings: StatisticalSettings,
): Choice | null {
  const take = (name: string): Choice | null => {
    const outlook = said.get(name);
    return outlook ? { name, outlook } : null;
  };
  const start = take('stageConversion') ?? take('meanRate') ?? take('coverage');
  const model = take('combination');
  if (model === null) return start;
  if (matured < settings.gateFrom) return model;
  const errorOf = (name: string): number => measure(record(name)).wape ?? Number.POSITIVE_INFINITY;
  const [best] = baselineNames
    .filter((name) => said.has(name) && record(name).length >= settings.gateFrom)
    .toSorted((a, b) => errorOf(a) - errorOf(b));
  return best !== undefined && errorOf(best) < errorOf('combination') ? take(best) : model;
}
