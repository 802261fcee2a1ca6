import type { TouchRecord } from '#connectors/port.ts';
import type { WrittenAct } from '#core/attribution/act-remarks.ts';
import { namedRole } from '#core/attribution/act-words.ts';
import { type AttributionPolicy, type PartnerRole, partnerRoles } from '#core/attribution/policy.ts';
import { nearestKey } from '#core/blueprint/nearest-key.ts';
import type { LocalDate } from '#core/calendar.ts';
import { deskNames } from '../../access/member-names.ts';
import { startOfLocalDate } from '../../clock.ts';
import { sources } from '../queries.ts';
import type { Arrival } from './arrival.ts';
import {
  beforeSigning,
  elsewhere,
  hadLeft,
  inTheFuture,
  newPerson,
  severalPeople,
} from './people-problems.ts';
import { peopleBook, personKey } from './touch-people.ts';
import { type Fault, isFault } from './touch-problems.ts';
import { evidenceThere, type PersonForTouch, partnersForTouches, peopleForTouches } from './touch-queries.ts';
import { touchStages } from './touch-stages.ts';
import { partnerIn, type Subject, subjectsOf } from './touch-subjects.ts';

/** A row whose every part was found. */
export type TouchAct = WrittenAct & {
  readonly subject: Subject;
  readonly partnerId: string;
  readonly person: PersonForTouch;
  readonly isNewPerson: boolean;
  readonly record: TouchRecord;
  readonly occurredAt: number;
  readonly confirmedBy: string | null;
};

/** One row as an act, or null where something stands against it; with all that is to be said about it. */
export type ReadTouch = { readonly faults: Fault[]; readonly act: TouchAct | null };

export type ReadTouches = (
  records: readonly TouchRecord[],
) => Promise<{ readonly deals: string[]; readonly accounts: string[]; readonly rows: readonly ReadTouch[] }>;

/**
 * Asks of each row what is asked of a single touch (method 5.4): its deal or account, its partner and the evidence are
 * here, the partner had signed and the person was there by that day, the stage is one that the deal was in. All that
 * is wrong with a row is told at once. A person whom nobody knows yet is made, since an act names who did it.
 */
export async function touchReader(arrival: Arrival, page: AttributionPolicy): Promise<ReadTouches> {
  const { tx, org, ids, now, dayOf, sourceId } = arrival;
  const today = dayOf(now);
  const sourceIds = (await sources(tx, org)).map((source) => source.source_id);
  const partnerOf = partnerIn(await partnersForTouches(tx, org), sourceId);
  const people = peopleBook(await peopleForTouches(tx, org), ids, now);
  const stages = await touchStages(arrival, sourceIds);
  const ours = new Map([...(await deskNames(tx, org))].map(([id, name]) => [personKey(name), id]));

  function read(record: TouchRecord, about: Subject | Fault, strangeEvidence: readonly string[]): ReadTouch {
    const faults: Fault[] = strangeEvidence.map(notStored);
    const good = <Value>(value: Value | Fault): Value | null => {
      if (!isFault(value)) return value;
      faults.push(value);
      return null;
    };
    const isRefused = (): boolean => faults.some((fault) => !fault.isNote);
    const occurredOn = record.occurredAt.on;
    const occurredAt = record.occurredAt.dateOnly ? Math.min(noonOf(occurredOn), now) : record.occurredAt.at;
    const recordedOn = record.recordedOn ?? today;
    if (occurredOn > today || occurredAt > now) faults.push(inTheFuture('occurredAt', occurredOn, notYet));
    if (recordedOn > today) faults.push(inTheFuture('recordedAt', recordedOn));
    const role = good(roleOf(record.role, page));
    const subject = good(about);
    const partner = good(partnerOf(record));
    if (!subject || !partner || role === null) return { faults, act: null };
    if (partner.signed_on !== null && occurredOn < partner.signed_on)
      faults.push(beforeSigning(partner.name, partner.signed_on, occurredOn));
    const when = { at: occurredAt, on: occurredOn };
    const deal = subject.is === 'deal' ? subject.deal : null;
    const stageOrder = deal === null ? null : good(stages.at(deal, record.stage, when));
    const { confirmedBy: name } = record;
    const member = name === null ? null : (ours.get(personKey(name)) ?? null);
    if (name !== null && member === null)
      faults.push(people.isAt(partner.id, name) ? notOurs(name, partner.name) : withoutAccount(name));
    // A person is made last: a row that is refused brings nobody.
    if (isRefused()) return { faults, act: null };
    const wanted = { name: record.person, email: record.personEmail };
    const found = people.find(partner.id, wanted, occurredOn);
    const shown = record.person ?? record.personEmail ?? '';
    if (found.is === 'elsewhere') faults.push(elsewhere(shown, partner.name));
    if (found.is === 'several') faults.push(severalPeople(shown, partner.name));
    if (found.is === 'elsewhere' || found.is === 'several') return { faults, act: null };
    const { person } = found;
    if (person.left_on !== null && occurredOn > person.left_on)
      faults.push(hadLeft(person, partner.name, occurredOn));
    if (found.is === 'new') faults.push(newPerson(shown, partner.name));
    if (isRefused()) return { faults, act: null };
    const act: TouchAct = {
      subject,
      partnerId: partner.id,
      person,
      isNewPerson: found.is === 'new',
      record,
      role,
      occurredAt,
      occurredOn,
      recordedOn,
      outcome: record.outcome,
      evidence: record.evidence,
      stageOrder,
      isConfirmed: name !== null,
      confirmedBy: member ?? name,
      closedOn: (deal?.closed_on ?? null) as LocalDate | null,
      isOnAccount: deal === null,
    };
    return { faults, act };
  }

  return async (records) => {
    const subjects = await subjectsOf(arrival, sourceIds, records);
    const about = records.map((record) => subjects.of(record));
    const named = (is: Subject['is']): string[] => [
      ...new Set(about.flatMap((one) => (!isFault(one) && one.is === is ? [one.id] : []))),
    ];
    const [deals, accounts] = [named('deal'), named('account')];
    await stages.prepare(deals);
    const strange = await strangeEvidence(arrival, records);
    const rows = records.map((record, index) =>
      read(
        record,
        about[index] as Subject | Fault,
        record.evidence.filter((line) => strange.has(line)),
      ),
    );
    return { deals, accounts, rows };
  };
}

/** Evidence that names a file or a mail which is not stored here. */
async function strangeEvidence(
  { tx, org }: Arrival,
  records: readonly TouchRecord[],
): Promise<ReadonlySet<string>> {
  const lines = new Set(records.flatMap((record) => record.evidence));
  const idsOf = (prefix: string): string[] =>
    [...lines].filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
  const [files, mails] = [idsOf('file:'), idsOf('mail:')];
  const there = await evidenceThere(tx, org, files, mails);
  const named = [...files.map((id) => `file:${id}`), ...mails.map((id) => `mail:${id}`)];
  return new Set(named.filter((line) => !there.has(line)));
}

const notYet = 'Import the act after it happened, or correct the date.';

/** A date without a time stands at noon UTC, which is that day in nearly every time zone. */
function noonOf(day: LocalDate): number {
  return startOfLocalDate(day, 'UTC') + 12 * 3_600_000;
}

function roleOf(text: string, page: AttributionPolicy): PartnerRole | Fault {
  const role = namedRole(text, page.roleTable);
  if (role !== null) return role;
  const labels = partnerRoles.map((one) => page.roleTable[one].label);
  const near = nearestKey(text, [...labels, ...partnerRoles.map((one) => one.replaceAll('_', ' '))]);
  return {
    field: 'partnerRole',
    code: 'role-unknown',
    expected: `a role of the attribution page: ${labels.join(', ')}`,
    found: text,
    repair: near === null ? 'Write one of these.' : `Write "${near}" if that is the one.`,
  };
}

function notStored(line: string): Fault {
  return {
    field: 'evidence',
    code: 'evidence-not-stored',
    expected: 'a file or a mail that is stored here',
    found: line,
    repair: 'Upload the file first, or write a link.',
  };
}

function notOurs(name: string, partner: string): Fault {
  return {
    field: 'confirmedBy',
    code: 'confirmer-of-partner',
    expected: 'who of ours confirmed it',
    found: `${name}, who is at ${partner}`,
    repair: 'Name somebody of ours, or empty the cell and confirm the touch in Tandem.',
  };
}

function withoutAccount(name: string): Fault {
  return {
    field: 'confirmedBy',
    code: 'confirmer-without-account',
    expected: 'a member of the organization',
    found: name,
    repair: 'Nobody here goes by that name. The touch counts as confirmed under the name as it is written.',
    isNote: true,
  };
}
