import { hash } from 'node:crypto';
import type {
  ImportRecord,
  OpportunityChangeRecord,
  OpportunityPartnerRecord,
  OpportunityRecord,
  StageEventRecord,
} from '#connectors/port.ts';

/** What one row of a file says about one deal. */
export type RowRecords = {
  readonly row: number;
  readonly opportunityId: string;
  opportunity: OpportunityRecord | null;
  readonly events: StageEventRecord[];
  readonly changes: OpportunityChangeRecord[];
  readonly partners: OpportunityPartnerRecord[];
};

/** Puts the records of a batch together by the row that they came from, in file order. */
export function byRow(records: readonly ImportRecord[]): RowRecords[] {
  const rows: RowRecords[] = [];
  let last: RowRecords | null = null;
  for (const record of records) {
    if (!('opportunityId' in record) || record.type === 'touch' || record.type === 'registration') continue;
    if (last === null || last.row !== record.row) {
      const opportunityId = unshared(record.opportunityId);
      last = { row: record.row, opportunityId, opportunity: null, events: [], changes: [], partners: [] };
      rows.push(last);
    }
    if (record.type === 'opportunity') last.opportunity = record;
    else if (record.type === 'stage-event') last.events.push(record);
    else if (record.type === 'opportunity-change') last.changes.push(record);
    else last.partners.push(record);
  }
  return rows;
}

/** The text in memory of its own. A cell is a cut of the file's text and keeps all of it, so keys are copied. */
export function unshared(text: string): string {
  return Buffer.from(text).toString();
}

/**
 * Sixteen bytes (hex) that stand for what a row says. The time of its last change is left out: a row that was
 * only touched says nothing new.
 */
export function fingerprintOf(row: RowRecords): string {
  const { opportunity: of, events, partners } = row;
  const said: unknown[] =
    of === null
      ? []
      : [
          of.name,
          of.accountId,
          of.account,
          of.accountDomain,
          of.stage,
          of.pipeline,
          of.amountMinor,
          of.currency,
          of.createdAt?.at ?? null,
          of.expectedCloseOn,
          of.closedOn,
          of.owner,
          of.product,
          of.leadSource,
          of.campaign,
          // Rows without it keep the print that they had before it was read.
          ...(of.registration === null ? [] : ['registration', of.registration]),
        ];
  for (const event of events) said.push(event.stage, event.changedAt.at);
  for (const each of partners) said.push('partner', each.partnerId, each.partner, each.role, each.primary);
  return fingerprint(said);
}

export function fingerprint(value: unknown): string {
  return hash('md5', JSON.stringify(value), 'hex');
}
