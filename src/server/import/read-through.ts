import type { Problem } from '#connectors/port.ts';
import type { Context } from '../access/context.ts';
import type { OpenFile } from '../file/read-file.ts';
import { ProblemError } from '../problem.ts';
import type { Progress } from './draft.ts';
import type { Loader } from './load/arrival.ts';
import type { FileReader, ImportMapping, OpenTable, ReadableFile } from './reader.ts';
import { Tally } from './tally.ts';

export type OnProgress = (progress: Progress) => void;

/** Reads a whole file into a loader, batch by batch, and counts what becomes of its rows. */
export async function readThrough(
  table: OpenTable,
  loader: Loader,
  hooks: {
    readonly share: () => number;
    readonly onProgress: OnProgress;
    readonly afterBatch?: (problems: readonly Problem[]) => Promise<void>;
  },
): Promise<Tally> {
  const tally = new Tally();
  for await (const batch of table.records()) {
    const verdicts = await loader.take(batch);
    const problems = [...batch.problems, ...verdicts.problems];
    const { create, update, unchanged } = verdicts;
    const reject = batch.rejected.length + verdicts.rejected;
    tally.add({ rows: batch.rows, skip: batch.skipped, reject, create, update, unchanged }, problems);
    await hooks.afterBatch?.(problems);
    hooks.onProgress({ phase: 'reading', rows: tally.counts.rows, share: hooks.share() });
  }
  if (loader.finish) {
    const { create, update, unchanged, rejected, problems } = await loader.finish();
    tally.add({ create, update, unchanged, reject: rejected }, problems);
    await hooks.afterBatch?.(problems);
  }
  return tally;
}

/** The file with a count of the bytes that were read of it so far. */
export function counted(file: OpenFile): { readonly file: ReadableFile; readonly share: () => number } {
  let read = 0;
  return {
    share: () => (file.byteLength === 0 ? 1 : Math.min(1, read / file.byteLength)),
    file: {
      name: file.name,
      expectedBytes: file.byteLength,
      async *bytes() {
        read = 0;
        for await (const piece of file.bytes()) {
          read += piece.length;
          yield piece;
        }
      },
    },
  };
}

/** Opens a file by its mapping. Throws ProblemError `invalid-input` where it is no table that the mapping fits. */
export async function openTable(
  reader: FileReader,
  file: ReadableFile,
  mapping: ImportMapping,
  context: Context,
): Promise<OpenTable> {
  const opened = await reader.open(file, mapping, context.organization);
  if (!opened.ok) throw refusal(file.name, opened.problem);
  return opened.value;
}

/** A file that cannot be read as a table, as the caller is told. */
export function refusal(fileName: string, problem: Problem): ProblemError {
  const { row, column, expected, found, repair } = problem;
  const place = [fileName, row === null ? null : `row ${row}`, column === null ? null : `column ${column}`];
  const path = place.filter((part) => part !== null).join(', ');
  return new ProblemError('invalid-input', `${path}: expected ${expected}, found ${found}. ${repair}`, {
    errors: [{ path, expected, found, repair }],
  });
}

/** The refusal behind an error of reading; other errors come back as they are. */
export function asRefusal(reader: FileReader, fileName: string, error: unknown): unknown {
  const problem = reader.problemOf(error);
  return problem === null ? error : refusal(fileName, problem);
}
