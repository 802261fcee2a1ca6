import type { TouchRecord } from '#connectors/port.ts';
import { actionWords, namedAction } from '#core/attribution/act-words.ts';
import { evidenceLine, isEvidence, parseEvidence } from '#core/attribution/evidence-link.ts';
import { type TouchAction, touchActions } from '#core/attribution/facts.ts';
import { type Field, fieldsOfKind } from '../understanding/fields.ts';
import { flagOf } from '../values/cell-text.ts';
import { closestTo } from './closest.ts';
import { longestName, partnerOf, personOf, report, tooLong } from './partner-people.ts';
import type { Plan } from './plan.ts';
import { deletedRow, nothing, type RowMapper } from './row-outcome.ts';
import type { RowReader } from './row-reader.ts';
import { seenIds } from './seen-ids.ts';

/** As long as the other ways in allow. */
const longest = { name: longestName, outcome: 2_000, evidence: 2_000, pieces: 20 } as const;

/**
 * One touch a row: what a person at a partner did on a deal, or at an account before there was one (method 5.4).
 * Whether the deal, the partner and the people are there is asked where they are known.
 */
export function touchRows(plan: Plan, read: RowReader): RowMapper {
  const seen = seenIds([]);
  const mapped = fieldsOfKind.touches.flatMap((field) => plan.column(field)?.index ?? []);
  return (row) => {
    if (read.flag('deleted') === true) return deletedRow(read);
    const partner = partnerOf(plan, read);
    if (partner === 'none') return nothing;
    const person = personOf(read) ?? noPerson(read);
    const owner = needed(read, 'internalOwner', 'our-person-missing', 'who of ours was on the other side');
    const role = needed(read, 'partnerRole', 'role-missing', 'the role of the partner, such as Joint seller');
    const action = actionOf(read);
    const when = momentOf(read);
    const subject = subjectOf(read);
    const evidence = evidenceOf(read);
    const result = read.text('result');
    if (result !== null && result.length > longest.outcome) tooLong(read, 'result', result, longest.outcome);
    const confirmedBy = confirmerOf(read);
    const stage = read.text('stage');
    const recordedOn = read.day('recordedAt');
    if (!partner || !person || owner === null || role === null || action === null || !when) return nothing;
    // The very same row again is one touch; a row that differs is compared where its people and its deal are known.
    const content = JSON.stringify(mapped.map((index) => row.cells[index]));
    if (read.problems.length === 0 && seen.see(content, row) !== null) return nothing;
    const record: TouchRecord = {
      type: 'touch',
      row: row.row,
      ...subject,
      ...partner,
      ...person,
      owner,
      role,
      action,
      stage,
      outcome: result,
      evidence,
      occurredAt: when,
      recordedOn,
      confirmedBy,
    };
    return { records: [record], skip: false };
  };
}

/** The deal, or the account where there is none yet. */
function subjectOf(
  read: RowReader,
): Pick<TouchRecord, 'opportunityId' | 'accountId' | 'account' | 'accountDomain'> {
  const subject = {
    opportunityId: read.id('opportunityId'),
    accountId: read.id('accountId'),
    account: read.text('account'),
    accountDomain: read.text('accountDomain'),
  };
  const isNamed = Object.values(subject).some((value) => value !== null);
  if (!isNamed && read.problems.every((problem) => problem.code !== 'id-damaged')) {
    report(read, 'deal-missing', read.has('opportunityId') ? 'opportunityId' : 'account', {
      expected: 'the record id of the deal, or the account where there is no deal yet',
      found: 'nothing',
      repair: 'Fill in the id of the deal, or #7 for the deal that is number 7 in Tandem.',
    });
  }
  return subject;
}

/** Says that a row has to name somebody. */
function noPerson(read: RowReader): null {
  report(read, 'person-missing', read.has('person') ? 'person' : 'personEmail', {
    expected: 'the person at the partner who did it, by name or mail address',
    found: 'nothing',
    repair: 'Fill in who it was: without a name there is no credit.',
  });
  return null;
}

function needed(read: RowReader, field: Field, code: string, expected: string): string | null {
  const text = read.text(field);
  if (text === null) report(read, code, field, { expected, found: 'nothing', repair: 'Fill it in.' });
  else if (text.length > longest.name) tooLong(read, field, text, longest.name);
  return text;
}

const plain = (action: string): string => action.replaceAll('_', ' ');
const allActions = touchActions.map(plain);

function actionOf(read: RowReader): TouchAction | null {
  const text = read.text('action');
  const action = text === null ? null : namedAction(text);
  if (action !== null) return action;
  const near = text === null ? null : closestTo(text, actionWords);
  report(read, text === null ? 'action-missing' : 'action-unknown', 'action', {
    expected: `what was done: ${allActions.join(', ')}`,
    found: text ?? 'nothing',
    repair: near === null ? 'Write one of these.' : `Write "${near}" if that is what was done.`,
  });
  return null;
}

/** A cell that holds exactly midnight is that day, whatever the zone. */
function momentOf(read: RowReader): TouchRecord['occurredAt'] | null {
  if (read.text('occurredAt') === null) {
    report(read, 'date-missing', 'occurredAt', {
      expected: 'the day on which it happened',
      found: 'nothing',
      repair: 'Fill in the date.',
    });
    return null;
  }
  const moment = read.moment('occurredAt');
  if (!moment) return null;
  const on = read.day('occurredAt') ?? moment.on;
  return { at: moment.at, on, dateOnly: moment.dateOnly || on !== moment.on };
}

/** Pieces stand on lines of their own or behind a semicolon; one inside an address is part of it. */
const betweenPieces = /[\r\n]+|;\s*(?=(?:https?:\/\/|file:|mail:|meeting:|crm:))|;\s*$/i;

function evidenceOf(read: RowReader): readonly string[] {
  const text = read.text('evidence');
  if (text === null) return [];
  const pieces = text
    .split(betweenPieces)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (pieces.length > longest.pieces) {
    report(read, 'evidence-too-much', 'evidence', {
      expected: `at most ${longest.pieces} links`,
      found: `${pieces.length}`,
      repair: 'Keep those that prove it best.',
    });
  }
  const lines = pieces.flatMap((piece) => {
    const one = parseEvidence(piece);
    if (piece.length > longest.evidence) tooLong(read, 'evidence', piece, longest.evidence);
    if (isEvidence(one)) return [evidenceLine(one)];
    report(read, 'evidence-unreadable', 'evidence', one);
    return [];
  });
  return [...new Set(lines)];
}

/** The name of who confirmed it. A bare yes names nobody, and a touch is confirmed by a named person (5.4). */
function confirmerOf(read: RowReader): string | null {
  const text = read.text('confirmedBy');
  const flag = flagOf(text ?? undefined);
  if (text === null || flag === false) return null;
  if (flag === true) {
    report(read, 'confirmer-unnamed', 'confirmedBy', {
      expected: 'the name of who of ours confirmed it',
      found: text,
      repair: 'Write the name, or empty the cell and confirm the touch in Tandem.',
    });
    return null;
  }
  if (text.length > longest.name) tooLong(read, 'confirmedBy', text, longest.name);
  return text;
}
