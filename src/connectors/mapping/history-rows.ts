import type { ImportedMoment, ImportRecord } from '#connectors/port.ts';
import { stageKey } from '#core/opportunity/stage.ts';
import { historyFieldOf } from '../salesforce/history-fields.ts';
import type { Field } from '../understanding/fields.ts';
import { opportunityRows, readOpportunity } from './opportunity-rows.ts';
import { partnerRecords } from './partner-claims.ts';
import type { Plan } from './plan.ts';
import { deletedRow, type RowMapper, unknownStage, withoutId } from './row-outcome.ts';
import type { RowReader } from './row-reader.ts';
import { lastStages, seenIds } from './seen-ids.ts';

const describing: readonly Field[] = [
  'name',
  'accountId',
  'account',
  'owner',
  'product',
  'leadSource',
  'createdAt',
];

/**
 * Stage history: event rows, one column per stage, or field-history rows (field, old value, new value). A row in
 * which the stage stood still is a change of amount or date, never a move. Columns that describe the deal give
 * one opportunity record at its first row.
 */
export function historyRows(plan: Plan, read: RowReader): RowMapper {
  if (plan.stageColumns.length > 0) return opportunityRows(plan, read);
  const described = seenIds([]);
  const stages = lastStages();
  const describes =
    plan.partner !== null || read.has('partner') || describing.some((field) => read.has(field));
  const fieldRows = read.has('field') && read.has('newValue');
  return (row) => {
    const id = read.id('opportunityId');
    if (id === null) return withoutId(plan, read);
    if (read.flag('deleted') === true) return deletedRow(read);
    const changedAt = read.moment('changedAt');
    if (!changedAt) return withoutMoment(read);
    const records: ImportRecord[] = [];
    if (describes && described.see(id, row) === null) {
      records.push(readOpportunity(read, row.row, id, { stage: null, outcome: 'unknown' }));
      records.push(...partnerRecords(plan, read, row.row, id));
    }
    const event = fieldRows
      ? fieldChange(plan, read, row.row, id, changedAt)
      : stageChange(plan, read, row.row, id, changedAt, stages.standsStill);
    if (event) records.push(event);
    return { records, skip: records.length === 0 };
  };
}

function stageChange(
  plan: Plan,
  read: RowReader,
  row: number,
  id: string,
  changedAt: ImportedMoment,
  standsStill: (id: string, stageKey: string, at: number) => boolean,
): ImportRecord | null {
  const stage = read.text('stage');
  if (stage === null) {
    const repair = 'Fill in the stage that the deal came into.';
    read.report('reject', 'stage-missing', 'stage', { expected: 'a stage', found: 'nothing', repair });
    return null;
  }
  const meaning = plan.stageMeaning(stage);
  if (!meaning) unknownStage(read, stage, 'stage');
  if (!meaning || meaning.ignore) return null;
  const amount = read.amount();
  const known = {
    row,
    opportunityId: id,
    stage,
    changedAt,
    amountMinor: amount?.minor ?? null,
    currency: amount?.currency ?? null,
    expectedCloseOn: read.day('expectedCloseOn') ?? read.day('closedOn'),
  };
  const before = read.text('previousStage');
  const still = standsStill(id, stageKey(stage), changedAt.at);
  const stood = read.has('previousStage') ? before !== null && stageKey(before) === stageKey(stage) : still;
  if (stood) return { type: 'opportunity-change', ...known };
  return { type: 'stage-event', pipeline: read.text('pipeline'), ...known };
}

function fieldChange(
  plan: Plan,
  read: RowReader,
  row: number,
  id: string,
  changedAt: ImportedMoment,
): ImportRecord | null {
  const field = historyFieldOf(read.text('field'));
  const base = {
    row,
    opportunityId: id,
    changedAt,
    stage: null,
    amountMinor: null,
    currency: null,
    expectedCloseOn: null,
  };
  if (field === 'stage') {
    const stage = read.text('newValue');
    const meaning = stage === null ? null : plan.stageMeaning(stage);
    if (stage !== null && !meaning) unknownStage(read, stage, 'newValue');
    if (stage === null || !meaning || meaning.ignore) return null;
    return { ...base, type: 'stage-event', stage, pipeline: null };
  }
  if (field === 'amount') {
    const amount = read.amountIn('newValue');
    return (
      amount && { ...base, type: 'opportunity-change', amountMinor: amount.minor, currency: amount.currency }
    );
  }
  if (field !== 'close') return null;
  const expectedCloseOn = read.day('newValue');
  return expectedCloseOn && { ...base, type: 'opportunity-change', expectedCloseOn };
}

function withoutMoment(read: RowReader): { records: ImportRecord[]; skip: boolean } {
  if (read.problems.length === 0) {
    read.report('reject', 'moment-missing', 'changedAt', {
      expected: 'the time of the change',
      found: 'nothing',
      repair: 'Fill in when the deal came into the stage.',
    });
  }
  return { records: [], skip: true };
}
