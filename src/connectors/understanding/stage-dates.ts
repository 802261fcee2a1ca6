import { foldHeader } from './aliases.ts';
import type { TableStats } from './column-stats.ts';

const filler = /\b(?:date|dated?|entered|reached|moved to|in|to|on|at|stage|timestamp|datum|fecha|le)\b/gi;

/**
 * Date columns that carry the name of a stage (`Qualified date`, `Entered Proposal`): column → stage. Only columns
 * that no field has taken and whose values are dates.
 */
export function stageDateColumns(
  stats: TableStats,
  stages: readonly string[],
  taken: ReadonlySet<string>,
): Record<string, string> {
  const byKey = new Map(stages.map((stage) => [foldHeader(stage), stage]));
  const found = stats.columns.flatMap(({ column, dates, filled }): [string, string][] => {
    if (taken.has(column) || filled === 0 || dates < Math.min(filled, 400) / 2) return [];
    const stem = column.replaceAll('_', ' ').replace(filler, ' ');
    const stage = stem.trim() === '' ? undefined : byKey.get(foldHeader(stem));
    return stage === undefined ? [] : [[column, stage]];
  });
  return Object.fromEntries(found);
}
