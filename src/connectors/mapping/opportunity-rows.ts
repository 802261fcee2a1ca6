import type { ImportRecord, OpportunityRecord } from '#connectors/port.ts';
import { partnerRecords } from './partner-claims.ts';
import type { Plan } from './plan.ts';
import { deletedRow, nothing, type RowMapper, unknownStage, withoutId } from './row-outcome.ts';
import type { RowReader } from './row-reader.ts';
import { seenIds } from './seen-ids.ts';

/**
 * One opportunity a row: the opportunity, a stage event for each filled per-stage date column, and its partners.
 * CRMs keep one close date, which is the expected close of an open deal and the close of a closed one; it is
 * split here by the stage's outcome.
 */
export function opportunityRows(plan: Plan, read: RowReader): RowMapper {
  const seen = seenIds(plan.contentColumns);
  return (row) => {
    const id = read.id('opportunityId');
    if (id === null) return withoutId(plan, read);
    if (read.flag('deleted') === true) return deletedRow(read);
    const standing = readStage(plan, read);
    if (standing === null) return nothing;
    const record = readOpportunity(read, row.row, id, standing);
    if (standing.outcome === 'won' && record.closedOn === null) {
      read.report('note', 'closed-without-date', read.has('closedOn') ? 'closedOn' : null, {
        expected: 'the close date of a won deal',
        found: 'nothing',
        repair:
          'Add the date; until then the day of the closing event or of the import stands in, marked as assumed.',
      });
    }
    const partners = partnerRecords(plan, read, row.row, id);
    const events = enteredStages(plan, read, row.row, id, record.pipeline);
    if (read.problems.some((problem) => problem.severity === 'reject')) return nothing;
    const before = seen.see(id, row);
    if (before && !before.same) {
      read.report('reject', 'duplicate-id', 'opportunityId', {
        expected: 'one row for each opportunity',
        found: `${id}, which row ${before.row} already has with other values`,
        repair: 'Keep the row that is right.',
      });
    }
    if (before) return { records: partners, skip: partners.length === 0 };
    return { records: [record, ...events, ...partners], skip: false };
  };
}

type Standing = { stage: string | null; outcome: OpportunityRecord['outcome'] };

/** The stage with its meaning; null (with a problem, unless the mapping ignores the stage) where there is none. */
function readStage(plan: Plan, read: RowReader): Standing | null {
  const closedAs = read.text('outcome');
  if (closedAs !== null) {
    const outcome = plan.outcomeMeaning(closedAs) ?? plan.stageMeaning(closedAs)?.outcome ?? null;
    if (outcome === null) return unknownOutcome(read, closedAs);
    // A source with a status beside the stage leaves a closed deal in its last open stage: the status is where it is.
    if (outcome !== 'open') return { stage: closedAs, outcome };
  }
  const stage = read.text('stage');
  if (stage === null) {
    if (!read.has('stage')) return { stage: null, outcome: 'unknown' };
    read.report('reject', 'stage-missing', 'stage', {
      expected: 'a stage',
      found: 'nothing',
      repair: 'Fill in the stage.',
    });
    return null;
  }
  const meaning = plan.stageMeaning(stage);
  if (!meaning) {
    unknownStage(read, stage, 'stage');
    return null;
  }
  return meaning.ignore ? null : { stage, outcome: meaning.outcome };
}

function unknownOutcome(read: RowReader, text: string): null {
  read.report('reject', 'outcome-unknown', 'outcome', {
    expected: 'a status that the mapping names',
    found: text,
    repair: `Say under "outcomes" whether "${text.slice(0, 80)}" is open, won or lost.`,
  });
  return null;
}

/** The fields that describe the opportunity itself. */
export function readOpportunity(
  read: RowReader,
  row: number,
  id: string,
  standing: Standing,
): OpportunityRecord {
  const amount = read.amount();
  const closed = standing.outcome === 'won' || standing.outcome === 'lost';
  const closeDate = read.day('closedOn');
  const expected = read.day('expectedCloseOn');
  return {
    type: 'opportunity',
    row,
    opportunityId: id,
    name: read.text('name'),
    accountId: firstOfList(read.id('accountId')),
    account: read.text('account'),
    accountDomain: read.text('accountDomain'),
    stage: standing.stage,
    pipeline: read.text('pipeline'),
    outcome: standing.outcome,
    amountMinor: amount?.minor ?? null,
    currency: amount?.currency ?? null,
    createdAt: read.moment('createdAt'),
    updatedAt: read.moment('updatedAt'),
    expectedCloseOn: closed ? expected : (expected ?? closeDate),
    closedOn: closed ? closeDate : null,
    owner: read.text('owner'),
    product: read.text('product'),
    leadSource: read.text('leadSource'),
    campaign: read.text('campaign'),
    registration: read.text('registration'),
  };
}

/** Of a list of numeric ids (HubSpot writes `12;34`), the first, which is the primary one. */
function firstOfList(id: string | null): string | null {
  return id !== null && /^\d+(;\d+)+$/.test(id) ? id.slice(0, id.indexOf(';')) : id;
}

function enteredStages(
  plan: Plan,
  read: RowReader,
  row: number,
  id: string,
  pipeline: string | null,
): ImportRecord[] {
  const events: ImportRecord[] = [];
  for (const { column, stage } of plan.stageColumns) {
    const changedAt = read.momentAt(column);
    if (!changedAt) continue;
    const meaning = plan.stageMeaning(stage);
    if (!meaning) unknownStage(read, stage, column);
    if (!meaning || meaning.ignore) continue;
    events.push({
      type: 'stage-event',
      row,
      opportunityId: id,
      stage,
      pipeline,
      changedAt,
      amountMinor: null,
      currency: null,
      expectedCloseOn: null,
    });
  }
  return events;
}
