import type { Problem } from '#connectors/port.ts';
import { type ActRemark, actRemarks, type WrittenAct } from '#core/attribution/act-remarks.ts';

/** A problem of one cell, in words; where it stands is added where it is reported. */
export type Fault = {
  readonly field: string;
  readonly code: string;
  readonly expected: string;
  readonly found: string;
  readonly repair: string;
  readonly isNote?: true;
};

export function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'code' in value && 'repair' in value;
}

/** Where a fault shows if the mapping gives its own field no column. */
const nearby: Readonly<Record<string, string>> = {
  personEmail: 'person',
  person: 'personEmail',
  recordedAt: 'occurredAt',
  partner: 'partnerId',
};

/** The fault as a problem of a row, at the column that the mapping gives its field. */
export function problemOf(row: number, fault: Fault, columnOf: (field: string) => string | null): Problem {
  const { field, code, expected, found, repair, isNote } = fault;
  const severity = isNote ? 'note' : 'reject';
  const column = columnOf(field) ?? columnOf(nearby[field] ?? '');
  return { code, severity, row, column, expected, found: found.slice(0, 120), repair };
}

const wanted: Readonly<Record<ActRemark, { field: string; expected: string }>> = {
  after_close: { field: 'occurredAt', expected: 'an act that was written down before the deal closed' },
  no_outcome: { field: 'result', expected: 'what came of it, in one line' },
  no_evidence: { field: 'evidence', expected: 'a link or a meeting that proves it' },
  no_stage: { field: 'stage', expected: 'a stage that is said, or that the history of the deal knows' },
  logged_late: { field: 'recordedAt', expected: 'an act that was written down soon after it happened' },
  origin_only: { field: 'partnerRole', expected: 'a role that works on the deal' },
  overlap: { field: 'partnerRole', expected: 'a role that works on the deal' },
  unconfirmed: { field: 'confirmedBy', expected: 'who of ours confirmed it' },
  before_deal: { field: 'account', expected: 'a deal' },
};

/** What a touch that comes in lacks to count, or can still earn, as a note on its row. */
export function noteOf(code: ActRemark, act: WrittenAct, statesItsDay: boolean): Fault {
  const { field, expected } = wanted[code];
  const days = `${act.occurredOn}, written down on ${act.recordedOn}`;
  const found: Partial<Record<ActRemark, string>> = {
    after_close: `${days}, after the close on ${act.closedOn}`,
    logged_late: days,
    origin_only: act.role,
    overlap: act.role,
    before_deal: 'an account',
  };
  const isAboutRecording = code === 'logged_late' || code === 'after_close';
  const repair =
    isAboutRecording && !statesItsDay
      ? `${actRemarks[code]} If the source says when it was written down, map that column.`
      : actRemarks[code];
  return { field, code: `touch-${code}`, expected, found: found[code] ?? 'nothing', repair, isNote: true };
}
