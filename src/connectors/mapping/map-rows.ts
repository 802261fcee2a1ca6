import type { ImportKind, ImportRecord, Problem, RowBatch, SourceRow } from '#connectors/port.ts';
import { accountRows, partnerRows } from './company-rows.ts';
import { historyRows } from './history-rows.ts';
import { opportunityRows } from './opportunity-rows.ts';
import { opportunityPartnerRows } from './partner-claims.ts';
import type { Plan } from './plan.ts';
import { registrationRows } from './registration-rows.ts';
import type { RowMapper } from './row-outcome.ts';
import { type RowReader, rowReader } from './row-reader.ts';
import { touchRows } from './touch-rows.ts';

/** What a stretch of rows became. Every row is in exactly one of: it gave records, `skipped`, `rejected`. */
export type MappedBatch = {
  readonly rows: number;
  readonly records: readonly ImportRecord[];
  readonly problems: readonly Problem[];
  /** Rows that are understood and bring nothing: ignored stages, deleted records, repeated rows. */
  readonly skipped: number;
  /** Rows with a problem that keeps them out, as they stand in the file, for the file of rejects. */
  readonly rejected: readonly SourceRow[];
};

/**
 * Turns rows into typed records by a plan, batch by batch; the same function serves the dry run and the commit.
 * A row with any rejecting problem gives no record. Nothing is thrown for bad data; FileRefused of the reader
 * below passes through.
 */
export async function* mapRows(batches: AsyncIterable<RowBatch>, plan: Plan): AsyncGenerator<MappedBatch> {
  const read = rowReader(plan);
  const map = mapperOf(plan.mapping.kind, plan, read);
  for await (const batch of batches) yield mapBatch(batch, read, map);
}

function mapBatch(batch: RowBatch, read: RowReader, map: RowMapper): MappedBatch {
  const records: ImportRecord[] = [];
  const problems: Problem[] = [...batch.problems];
  const rejected: SourceRow[] = [...batch.rejected];
  let skipped = 0;
  for (const row of batch.rows) {
    read.start(row);
    const mapped = map(row);
    if (read.problems.length > 0) {
      problems.push(...read.problems);
      if (read.problems.some((problem) => problem.severity === 'reject')) {
        rejected.push(row);
        continue;
      }
    }
    if (mapped.skip) skipped++;
    for (const record of mapped.records) records.push(record);
  }
  return { rows: batch.rows.length + batch.rejected.length, records, problems, skipped, rejected };
}

function mapperOf(kind: ImportKind, plan: Plan, read: RowReader): RowMapper {
  if (kind === 'accounts') return accountRows(plan, read);
  if (kind === 'partners') return partnerRows(plan, read);
  if (kind === 'opportunity-partners') return opportunityPartnerRows(plan, read);
  if (kind === 'touches') return touchRows(plan, read);
  if (kind === 'registrations') return registrationRows(plan, read);
  return kind === 'stage-history' ? historyRows(plan, read) : opportunityRows(plan, read);
}
