import type { ImportRecord, SourceRow } from '#connectors/port.ts';
import type { Plan } from './plan.ts';
import type { RowReader } from './row-reader.ts';

/** Reads one row into records; `skip` is a row that is understood and brings nothing. */
export type RowMapper = (row: SourceRow) => { readonly records: ImportRecord[]; readonly skip: boolean };

/** A row that brings nothing. */
export const nothing: ReturnType<RowMapper> = { records: [], skip: true };

/** Reports a stage that the mapping does not name. */
export function unknownStage(
  read: RowReader,
  stage: string,
  field: Parameters<RowReader['report']>[2],
): void {
  read.report('reject', 'stage-unknown', field, {
    expected: 'a stage that the mapping names',
    found: stage,
    repair: `Say under "stages" what "${stage.slice(0, 80)}" means: open (with its order), won, lost or ignore.`,
  });
}

/** A row without id: the continuation of the row above (Odoo writes many-to-many values so), or a broken row. */
export function withoutId(plan: Plan, read: RowReader): { records: ImportRecord[]; skip: boolean } {
  if (read.problems.length > 0) return nothing;
  const continues = (['name', 'stage', 'amount', 'closedOn', 'changedAt'] as const).every(
    (field) => read.text(field) === null,
  );
  if (continues && plan.mapping.kind === 'opportunities') {
    read.report('note', 'continuation-row', null, {
      expected: 'a record',
      found: 'more values of the record above',
      repair: 'Nothing: the row was left out.',
    });
    return nothing;
  }
  read.report('reject', 'id-missing', 'opportunityId', {
    expected: 'the record id of the opportunity',
    found: 'nothing',
    repair: 'Fill in the id, or export with the id column.',
  });
  return nothing;
}

/** A row that the source marks as deleted. */
export function deletedRow(read: RowReader): { records: ImportRecord[]; skip: boolean } {
  read.report('note', 'deleted-in-source', 'deleted', {
    expected: 'a living record',
    found: 'one that the source marks as deleted',
    repair: 'Nothing: the row was left out.',
  });
  return nothing;
}
