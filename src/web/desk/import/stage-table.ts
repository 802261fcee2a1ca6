import { stageKey } from '#core/opportunity/stage.ts';
import type { ImportMapping, Understanding } from './import-data.ts';

export type StageMeaning = 'open' | 'won' | 'lost' | 'ignore';

/** One stage name of the file with what the person says it means. */
export type StageRow = {
  readonly name: string;
  readonly rows: number;
  readonly reason: string;
  /** Null until somebody says it; nothing is taken from the sound of a name. */
  readonly meaning: StageMeaning | null;
  readonly soundsLike: 'open' | 'won' | 'lost' | null;
  readonly order: number | null;
  /** A deal is pipeline from this stage on. */
  readonly entry: boolean;
};

/**
 * The stages of a file as the mapping has them, with the reader's suggestions beside what is open. The entry stage
 * that the reader offers is marked, since the person sees it and passes it on; a meaning never is.
 */
export function stageRows(understanding: Understanding, mapping: ImportMapping): StageRow[] {
  const said = new Map(Object.entries(mapping.stages ?? {}).map(([name, entry]) => [stageKey(name), entry]));
  const offered = understanding.questions.find((question) => question.about === 'entryStage')?.suggested;
  const hasEntry = [...said.values()].some((entry) => entry.entry === true);
  const rows = understanding.stages.map((stage): StageRow => {
    const entry = said.get(stageKey(stage.name));
    return {
      name: stage.name,
      rows: stage.rows,
      reason: stage.reason,
      soundsLike: stage.soundsLike,
      meaning: entry === undefined ? null : entry.ignore === true ? 'ignore' : (entry.outcome ?? 'open'),
      order: entry?.order ?? stage.order,
      entry: hasEntry ? entry?.entry === true : stage.name === offered,
    };
  });
  return sorted(rows);
}

/** Open stages (and those that sound open) in their order, then the rest as it stands. */
function sorted(rows: readonly StageRow[]): StageRow[] {
  const open = rows.filter(isOpen);
  const rest = rows.filter((row) => !isOpen(row));
  return [...open.toSorted((a, b) => (a.order ?? 1e9) - (b.order ?? 1e9)), ...rest];
}

function isOpen(row: StageRow): boolean {
  return row.meaning === 'open' || (row.meaning === null && row.soundsLike === 'open');
}

/** The stages that nobody has said the meaning of. */
export function unansweredStages(rows: readonly StageRow[]): StageRow[] {
  return rows.filter((row) => row.meaning === null);
}

/** Says what a stage means. A stage that is not open cannot be where pipeline begins. */
export function withStageMeaning(rows: readonly StageRow[], name: string, meaning: StageMeaning): StageRow[] {
  return rows.map((row) =>
    row.name === name ? { ...row, meaning, entry: meaning === 'open' && row.entry } : row,
  );
}

/** Says yes to all suggestions that are still open. A name that sounds like nothing stays to be asked. */
export function withSuggestions(rows: readonly StageRow[]): StageRow[] {
  return rows.map((row) => (row.meaning === null ? { ...row, meaning: row.soundsLike } : row));
}

/** Pipeline begins at this stage. */
export function withEntry(rows: readonly StageRow[], name: string): StageRow[] {
  return rows.map((row) => ({ ...row, entry: row.name === name }));
}

/** Moves an open stage one place earlier or later among the open ones. */
export function moved(rows: readonly StageRow[], name: string, step: -1 | 1): StageRow[] {
  const open = rows.filter(isOpen);
  const from = open.findIndex((row) => row.name === name);
  const to = from + step;
  const [one, other] = [open[from], open[to]];
  if (one === undefined || other === undefined) return [...rows];
  const order = open.with(from, other).with(to, one);
  return [...order.map((row, at) => ({ ...row, order: at + 1 })), ...rows.filter((row) => !isOpen(row))];
}

/**
 * The rows as the mapping keeps them. Orders that rise already stay, so that several files of one source agree;
 * otherwise the open stages are numbered as they stand. Stages that are not in this file are left alone.
 */
export function stagesOf(
  rows: readonly StageRow[],
  mapping: ImportMapping,
): NonNullable<ImportMapping['stages']> {
  const open = rows.filter((row) => row.meaning === 'open');
  const rises = open.every(
    (row, at) => row.order !== null && row.order > (open[at - 1]?.order ?? Number.NEGATIVE_INFINITY),
  );
  const shown = new Set(rows.map((row) => stageKey(row.name)));
  const elsewhere = Object.entries(mapping.stages ?? {}).filter(([name]) => !shown.has(stageKey(name)));
  const stages: NonNullable<ImportMapping['stages']> = Object.fromEntries(elsewhere);
  for (const row of rows) {
    if (row.meaning === null) continue;
    if (row.meaning === 'ignore') stages[row.name] = { ignore: true };
    else if (row.meaning !== 'open') stages[row.name] = { outcome: row.meaning };
    else {
      const order = rises ? row.order : open.indexOf(row) + 1;
      stages[row.name] = { ...(order === null ? {} : { order }), ...(row.entry ? { entry: true } : {}) };
    }
  }
  return stages;
}
