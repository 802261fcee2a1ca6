import { stageKey } from '#core/opportunity/stage.ts';
import type { Import, ImportMapping, Understanding } from './import-data.ts';

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

/** What an earlier file of the same source said about stages, and which file it was. */
export type EarlierStages = {
  readonly fileName: string;
  readonly stages: NonNullable<ImportMapping['stages']>;
};

/**
 * The stages of a file as the mapping has them. What the person said for an earlier file of the same source stands
 * here too. The entry stage that the reader offers is marked, since the person sees it and passes it on; a meaning
 * is never taken from the sound of a name.
 */
export function stageRows(
  understanding: Understanding,
  mapping: ImportMapping,
  earlier: EarlierStages | null = null,
): StageRow[] {
  const said = byKey(mapping.stages);
  const before = byKey(earlier?.stages);
  const offered = understanding.questions.find((question) => question.about === 'entryStage')?.suggested;
  const isEntry = (entry: StageEntry | undefined): boolean => entry?.entry === true;
  const entries = [said, before].find((all) => [...all.values()].some(isEntry));
  const rows = understanding.stages.map((stage): StageRow => {
    const key = stageKey(stage.name);
    const entry = said.get(key) ?? before.get(key);
    return {
      name: stage.name,
      rows: stage.rows,
      reason: said.has(key) || !before.has(key) ? stage.reason : `As in ${earlier?.fileName}.`,
      soundsLike: stage.soundsLike,
      meaning: entry === undefined ? null : entry.ignore === true ? 'ignore' : (entry.outcome ?? 'open'),
      order: before.get(key)?.order ?? entry?.order ?? stage.order,
      entry: entries === undefined ? stage.name === offered : isEntry(entries.get(key)),
    };
  });
  return sorted(rows);
}

type StageEntry = NonNullable<ImportMapping['stages']>[string];

function byKey(stages: ImportMapping['stages']): Map<string, StageEntry> {
  return new Map(Object.entries(stages ?? {}).map(([name, entry]) => [stageKey(name), entry]));
}

/** What the newest living import of this source that knows stages said about them. */
export function earlierStages(
  imports: readonly Pick<Import, 'source' | 'fileName' | 'mapping' | 'withdrawnAt'>[],
  source: string,
): EarlierStages | null {
  const same = (name: string): boolean => name.trim().toLowerCase() === source.trim().toLowerCase();
  const one = imports.find(
    ({ withdrawnAt, mapping, source: name }) =>
      withdrawnAt === null && same(name) && Object.keys(mapping.stages ?? {}).length > 0,
  );
  return one?.mapping.stages === undefined ? null : { fileName: one.fileName, stages: one.mapping.stages };
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
