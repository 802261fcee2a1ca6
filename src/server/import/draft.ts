import type { Context } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { type OpenFile, openStoredFile } from '../file/read-file.ts';
import { notFound, ProblemError } from '../problem.ts';
import { type DraftRow, type DraftState, draftRow } from './queries.ts';
import type { ImportMapping, Understanding } from './reader.ts';
import type { TryResult } from './tally.ts';

/** How far a run has come. `share` is that of the file's bytes, from 0 to 1. */
export type Progress = {
  readonly phase: 'reading' | 'writing' | 'projecting';
  readonly rows: number;
  readonly share: number;
};

/** What a draft keeps beside its mapping: what the file is, and what the latest dry run said. */
export type DraftOutcome = {
  readonly understanding: Understanding | null;
  /** A person said what is what, or did so for such a file before; until then the mapping is a suggestion. */
  readonly isConfirmed: boolean;
  readonly result: TryResult | null;
  /** Why the latest run failed, in words. */
  readonly failure: string | null;
  /** The mapping is the one that an earlier import of such a file used. */
  readonly remembered: boolean;
};

/** A file on its way in. */
export type Draft = {
  readonly draftId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly source: string;
  readonly state: DraftState;
  readonly task: 'try' | 'commit' | null;
  readonly mapping: ImportMapping | null;
  readonly progress: Progress | null;
  readonly understanding: Understanding | null;
  readonly isConfirmed: boolean;
  readonly result: TryResult | null;
  readonly failure: string | null;
  readonly remembered: boolean;
  readonly importId: string | null;
  readonly updatedAt: number;
};

/** A run that has said nothing for this long has died with its process. */
export const staleAfterMs = 60_000;

export function draftOf(row: DraftRow): Draft {
  const outcome = outcomeOf(row);
  return {
    draftId: row.draft_id,
    fileId: row.file_id,
    fileName: row.file_name,
    source: row.source_name ?? '',
    state: row.state,
    task: row.task === 'try' || row.task === 'commit' ? row.task : null,
    mapping: row.mapping,
    progress: row.progress as Progress | null,
    ...outcome,
    importId: row.import_id,
    updatedAt: row.updated_at,
  };
}

export function outcomeOf(row: DraftRow): DraftOutcome {
  const kept = (row.outcome ?? {}) as Partial<DraftOutcome>;
  return {
    understanding: kept.understanding ?? null,
    isConfirmed: kept.isConfirmed ?? false,
    result: kept.result ?? null,
    failure: kept.failure ?? null,
    remembered: kept.remembered ?? false,
  };
}

/** The draft's row. Throws ProblemError `not-found`. */
export async function requireDraft(context: Context, draftId: string): Promise<DraftRow> {
  const org = context.organization.orgId;
  const row = await readTransaction(context.ports.pool, { org }, (tx) => draftRow(tx, org, draftId));
  if (!row || row.state === 'discarded') throw notFound('import draft');
  return row;
}

/** The mapping of a draft. Throws ProblemError `conflict` while it has none. */
export function requireMapping(row: DraftRow): ImportMapping {
  if (row.mapping) return row.mapping;
  throw new ProblemError('conflict', 'Say first which column is what: the draft has no mapping yet.');
}

/** Refuses to change a draft that is being read or is done with. */
export function requireIdle(row: DraftRow, now: number): void {
  if (row.state === 'committed') throw new ProblemError('conflict', 'This file is imported already.');
  if (row.state !== 'running' || now - row.updated_at > staleAfterMs) return;
  throw new ProblemError('conflict', 'This file is being read just now. Wait until it is done.');
}

/** The draft's file, ready to be read. */
export async function fileOfDraft(context: Context, row: DraftRow): Promise<OpenFile> {
  const file = await openStoredFile(context, row.file_id);
  return { ...file, name: row.file_name };
}
