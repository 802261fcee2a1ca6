/**
 * The strata as rows that somebody can add up again.
 *
 * Handbook: docs/handbook/lift.md
 */

import type { Sample } from './sample.ts';
import type { Stratum } from './strata.ts';

export type StratumRow = Stratum & {
  /** The values of the traits that deals were matched on, in their order. */
  readonly levels: readonly string[];
  /** What one deal of the other side counts for in it; null where one side is missing. */
  readonly weight: number | null;
};

/** The largest by partner deals first; those without a partner deal compare nothing and are left out. */
export function stratumRows(sample: Sample): readonly StratumRow[] {
  const { strata, tables, weights, isPartner } = sample;
  const levels = new Map<number, readonly string[]>();
  const weightOf = new Map<number, number>();
  for (let i = 0; i < strata.of.length; i += 1) {
    const s = strata.of[i] ?? 0;
    if (!levels.has(s))
      levels.set(
        s,
        strata.fields.map((field) => field.levels[field.of[i] ?? 0] ?? ''),
      );
    if (isPartner[i] === 0 && (weights[i] ?? 0) > 0) weightOf.set(s, weights[i] ?? 0);
  }
  return tables
    .map((table, s) => ({ ...table, levels: levels.get(s) ?? [], weight: weightOf.get(s) ?? null }))
    .filter((row) => row.partner > 0)
    .sort((a, b) => b.partner - a.partner || b.direct - a.direct);
}
