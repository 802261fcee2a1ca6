import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';
import { type CopyValue, copyLine } from './copy-text.ts';
import { copyStaged, createStaging, type StagedTable } from './queries.ts';

/** A table's rows are sent once they fill this many bytes. */
const flushAt = 1024 * 1024;

/** Rows on their way into the database: gathered here, copied to temporary tables, inserted by one statement each. */
export type Staging = {
  readonly add: (table: StagedTable, values: readonly CopyValue[]) => void;
  /** How many rows were added to the table so far. */
  readonly count: (table: StagedTable) => number;
  /** Copies what was gathered where it is much; `all` copies the rest. Call it between batches. */
  readonly flush: (all?: 'all') => Promise<void>;
};

/** Rows as bytes: text that waits in a buffer is no burden to the collector of garbage. */
type Waiting = { bytes: Buffer; length: number; count: number };

/** Makes the temporary tables of one import in its transaction and lifts its time limits. */
export async function openStaging(tx: Tx, org: OrgId): Promise<Staging> {
  await createStaging(tx, org);
  const tables = new Map<StagedTable, Waiting>();
  return {
    add(table, values) {
      let waiting = tables.get(table);
      if (!waiting) {
        waiting = { bytes: Buffer.allocUnsafe(flushAt / 4), length: 0, count: 0 };
        tables.set(table, waiting);
      }
      const line = copyLine(values);
      // Three bytes hold any one UTF-16 unit.
      if (waiting.length + line.length * 3 > waiting.bytes.length) grow(waiting, line.length * 3);
      waiting.length += waiting.bytes.write(line, waiting.length);
      waiting.count += 1;
    },
    count: (table) => tables.get(table)?.count ?? 0,
    async flush(all) {
      for (const [table, waiting] of tables) {
        if (waiting.length === 0 || (all === undefined && waiting.length < flushAt)) continue;
        await copyStaged(tx, table, [waiting.bytes.subarray(0, waiting.length)]);
        waiting.length = 0;
      }
    },
  };
}

function grow(waiting: Waiting, more: number): void {
  const bytes = Buffer.allocUnsafe(Math.max(waiting.bytes.length * 2, waiting.length + more));
  waiting.bytes.copy(bytes, 0, 0, waiting.length);
  waiting.bytes = bytes;
}
