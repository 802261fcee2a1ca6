/**
 * Which forecast is shown (2.7). One method leads: hazards by stage where stages have a history, else the plain mean of
 * hazards by age and the mean rate. Another takes its place where it missed less on matured earlier origins, by more
 * than the standard error of the difference, counting independent horizons only.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

import type { Judged, Outlook } from './metrics.ts';
import { mixOutlooks } from './outlook.ts';
import type { StatisticalSettings } from './settings.ts';

export type Choice = { readonly name: string; readonly outlook: Outlook };

/** A forecast of an earlier origin, with what came. */
export type Matured = Judged & { readonly origin: number };

type Said = ReadonlyMap<string, Outlook>;
type Records = (name: string) => readonly Matured[];

/** The plain mean of the hazards (by stage, if there are any) and the mean rate; null while either is missing. */
export function combine(said: Said): Outlook | null {
  const hazards = said.get('stageHazards') ?? said.get('ageHazards');
  const rate = said.get('meanRate');
  if (hazards === undefined || rate === undefined) return null;
  return mixOutlooks([
    { outlook: hazards, weight: 1 },
    { outlook: rate, weight: 1 },
  ]);
}

/** The method that is shown at an origin; null where no method can say anything. Reads matured origins only. */
export function choose(
  said: Said,
  records: Records,
  horizon: number,
  settings: StatisticalSettings,
): Choice | null {
  const order = ['stageHazards', 'combination', 'ageHazards', 'meanRate', ...said.keys()];
  const lead = order.find((name) => said.has(name));
  if (lead === undefined) return null;
  let [best, lessBy] = [lead, 0];
  for (const name of said.keys()) {
    const gain = gainOver(records(lead), records(name), horizon, settings);
    if (gain > lessBy) [best, lessBy] = [name, gain];
  }
  const outlook = said.get(best);
  return outlook ? { name: best, outlook } : null;
}

/**
 * By how much, per origin, another method missed less than the lead; 0 where that may be chance. Overlapping origins
 * are no independent ones: n_eff = 1 + (last − first)/H of them count.
 */
function gainOver(
  lead: readonly Matured[],
  other: readonly Matured[],
  horizon: number,
  settings: StatisticalSettings,
): number {
  const missOf = new Map(other.map((each) => [each.origin, missed(each)]));
  const both = lead.filter(({ origin }) => missOf.has(origin));
  const gains = both.map((each) => missed(each) - (missOf.get(each.origin) ?? 0));
  const [first, last] = [both[0], both.at(-1)];
  if (gains.length < settings.gateFrom || first === undefined || last === undefined) return 0;
  const mean = gains.reduce((all, one) => all + one, 0) / gains.length;
  const variance = gains.reduce((all, one) => all + (one - mean) ** 2, 0) / (gains.length - 1);
  const independent = 1 + (last.origin - first.origin) / horizon;
  return mean > settings.gateErrors * Math.sqrt(variance / independent) ? mean : 0;
}

function missed({ outlook, actual }: Matured): number {
  return Math.abs(outlook.expected - actual);
}
