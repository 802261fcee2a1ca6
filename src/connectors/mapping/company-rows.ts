import type { ImportRecord } from '#connectors/port.ts';
import type { JourneyStage } from '#core/journey/journey-stage.ts';
import { journeyStageNames, journeyStageOf } from '../values/journey-stage.ts';
import type { Plan } from './plan.ts';
import { deletedRow, type RowMapper } from './row-outcome.ts';
import type { RowReader } from './row-reader.ts';
import { seenIds } from './seen-ids.ts';

/** One account a row; its name is its id where the source has no ids. */
export function accountRows(plan: Plan, read: RowReader): RowMapper {
  const once = seenIds(plan.contentColumns);
  return (row) => {
    if (read.flag('deleted') === true) return deletedRow(read);
    const name = read.text('name');
    const id = read.id('accountId');
    if (name === null) return withoutName(read, 'account');
    const record: ImportRecord = {
      type: 'account',
      row: row.row,
      accountId: id ?? name,
      name,
      domain: read.text('domain'),
      country: read.text('country'),
      industry: read.text('industry'),
      parent: read.text('parent'),
      owner: read.text('owner'),
    };
    return single(once.see(record.accountId, row), record, read, 'accountId');
  };
}

/** One partner company a row. */
export function partnerRows(plan: Plan, read: RowReader): RowMapper {
  const once = seenIds(plan.contentColumns);
  return (row) => {
    if (read.flag('deleted') === true) return deletedRow(read);
    const id = read.id('partnerId');
    const name = read.text('name') ?? id;
    if (name === null) return withoutName(read, 'partner');
    const record: ImportRecord = {
      type: 'partner',
      row: row.row,
      partnerId: id ?? name,
      name,
      domain: read.text('domain'),
      country: read.text('country'),
      archetype: read.text('archetype'),
      signedOn: read.day('signedOn'),
      openingStage: openingStage(read),
      owner: read.text('owner'),
    };
    return single(once.see(record.partnerId, row), record, read, 'partnerId');
  };
}

/** Where the partner stands when it comes in. A stage that nobody knows would be lost without a word, so it rejects. */
function openingStage(read: RowReader): JourneyStage | null {
  const text = read.text('openingStage');
  if (text === null) return null;
  const stage = journeyStageOf(text);
  if (stage === null) {
    read.report('reject', 'journey-stage-unknown', 'openingStage', {
      expected: `a stage of the partner journey: ${journeyStageNames}`,
      found: text,
      repair: 'Write one of these, or leave the cell empty. A column that means something else is left out.',
    });
  }
  return stage;
}

function single(
  before: { row: number; same: boolean } | null,
  record: ImportRecord,
  read: RowReader,
  idField: 'accountId' | 'partnerId',
): { records: ImportRecord[]; skip: boolean } {
  if (!before) return { records: [record], skip: false };
  if (!before.same) {
    read.report('reject', 'duplicate-id', read.has(idField) ? idField : 'name', {
      expected: 'one row for each company',
      found: `a company that row ${before.row} already has with other values`,
      repair: 'Keep the row that is right.',
    });
  }
  return { records: [], skip: true };
}

function withoutName(read: RowReader, what: string): { records: ImportRecord[]; skip: boolean } {
  read.report('reject', 'name-missing', 'name', {
    expected: `the name of the ${what}`,
    found: 'nothing',
    repair: 'Fill in the name.',
  });
  return { records: [], skip: true };
}
