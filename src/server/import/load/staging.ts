import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';
import { type CopyValue, copyLine } from './copy-text.ts';
import { copyStaged, createStaging, type StagedTable } from './queries.ts';

const flushAt = 4 * 1024 * 1024;

/** Rows on their way into the database: gathered here, copied to temporary tables, inserted by one statement each. */
export type Staging = {
  readonly add: (table: StagedTable, values: readonly CopyValue[]) => void;
  /** How many rows were added to the table so far. */
  readonly count: (table: StagedTable) => number;
  /** Copies what was gathered if it is much; `all` copies the rest. Call it between batches. */
  readonly flush: (all?: 'all') => Promise<void>;
};

/** Makes the temporary tables of one import in its transaction and lifts its time limits. */
export async function openStaging(tx: Tx, org: OrgId): Promise<Staging> {
  await createStaging(tx, org);
  const waiting = new Map<StagedTable, string[]>();
  const counts = new Map<StagedTable, number>();
  let size = 0;
  return {
    add(table, values) {
      const line = copyLine(values);
      size += line.length;
      const lines = waiting.get(table);
      if (lines) lines.push(line);
      else waiting.set(table, [line]);
      counts.set(table, (counts.get(table) ?? 0) + 1);
    },
    count: (table) => counts.get(table) ?? 0,
    async flush(all) {
      if (size === 0 || (all === undefined && size < flushAt)) return;
      for (const [table, lines] of waiting) await copyStaged(tx, table, blocks(lines));
      waiting.clear();
      size = 0;
    },
  };
}

/** Lines joined into larger pieces: a write per line costs more than the line. */
function* blocks(lines: readonly string[]): Generator<string> {
  for (let from = 0; from < lines.length; from += 500) yield lines.slice(from, from + 500).join('');
}
