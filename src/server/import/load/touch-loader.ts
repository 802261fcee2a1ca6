import type { Problem } from '#connectors/port.ts';
import { remarksOn } from '#core/attribution/act-remarks.ts';
import { policyFor } from '#core/attribution/policy.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import { attributionPolicies } from '../../program/policies.ts';
import type { Arrival, Loader } from './arrival.ts';
import { copyInstant } from './copy-text.ts';
import { fingerprint } from './row-records.ts';
import { type TouchAct, touchReader } from './touch-acts.ts';
import { type Fault, noteOf, problemOf } from './touch-problems.ts';
import { type StandingTouch, standingTouches } from './touch-queries.ts';

/**
 * Touches, one a row. An act is known by its deal or account, its person, its action and its day: the same again is no
 * second touch, and one that differs is refused, since a touch is withdrawn and never edited.
 */
export async function touchLoader(arrival: Arrival): Promise<Loader> {
  const { tx, org, staging, ids, now, columnOf } = arrival;
  const policies = await attributionPolicies(tx, arrival.organization);
  const newest = policies.at(-1);
  if (!newest) throw new Error('an organization has no attribution page');
  const read = await touchReader(arrival, newest);
  const inFile = new Map<string, { row: number; print: string }>();
  const stagedPeople = new Set<string>();

  function verdictOn(
    act: TouchAct,
    there: StandingTouch | undefined,
    faults: Fault[],
  ): 'create' | 'unchanged' | 'rejected' {
    const key = keyOfAct(act);
    const print = fingerprint({ ...act.record, row: 0, role: act.role });
    const before = inFile.get(key);
    const difference = there === undefined ? null : differenceOf(act, there);
    if (before !== undefined && before.print !== print) faults.push(twiceInFile(act, before.row));
    else if (there !== undefined && difference !== null) faults.push(thereAlready(act, there, difference));
    else if (before !== undefined || there !== undefined) {
      // What is there already needs no remark.
      faults.length = 0;
      return 'unchanged';
    } else {
      inFile.set(key, { row: act.record.row, print });
      faults.push(...remarks(act));
      stage(act);
      return 'create';
    }
    return 'rejected';
  }

  function remarks(act: TouchAct): Fault[] {
    const createdOn = act.subject.is === 'deal' ? act.subject.deal.created_on : null;
    const page = (createdOn === null ? null : policyFor(policies, createdOn as LocalDate)) ?? newest;
    const codes = remarksOn(act, page?.settings.touchLoggedWithinDays ?? 0);
    return codes.map((code) => noteOf(code, act, act.record.recordedOn !== null));
  }

  function stage(act: TouchAct): void {
    const { person, record, subject } = act;
    if ((act.isNewPerson || person.is_withdrawn) && !stagedPeople.has(person.id)) {
      stagedPeople.add(person.id);
      staging?.add('person', [person.id, person.partner_id, person.name, person.email]);
    }
    staging?.add('touch', [
      ids.next<Id<'touch'>>(now),
      subject.is === 'deal' ? subject.id : null,
      subject.is === 'account' ? subject.id : null,
      act.partnerId,
      person.id,
      record.owner,
      act.role,
      record.action,
      act.stageOrder,
      act.outcome,
      JSON.stringify(act.evidence),
      copyInstant(act.occurredAt),
      act.occurredOn,
      act.recordedOn,
      act.confirmedBy,
    ]);
  }

  return {
    async take(batch) {
      const records = batch.records.filter((record) => record.type === 'touch');
      const { deals, accounts, rows } = await read(records);
      const standing = new Map(
        (await standingTouches(tx, org, deals, accounts)).map((row) => [keyOfRow(row), row]),
      );
      const counts = { create: 0, update: 0, unchanged: 0, rejected: 0 };
      const problems: Problem[] = [];
      for (const [index, { act, faults }] of rows.entries()) {
        const verdict = act === null ? 'rejected' : verdictOn(act, standing.get(keyOfAct(act)), faults);
        counts[verdict] += 1;
        for (const fault of faults) problems.push(problemOf(records[index]?.row ?? 0, fault, columnOf));
      }
      return { ...counts, problems };
    },
  };
}

type ActKey = Pick<StandingTouch, 'subject_id' | 'partner_person_id' | 'action' | 'occurred_on'>;

function keyOfRow(row: ActKey): string {
  return `${row.subject_id} ${row.partner_person_id} ${row.action} ${row.occurred_on}`;
}

function keyOfAct({ subject, person, record, occurredOn }: TouchAct): string {
  const { action } = record;
  return keyOfRow({ subject_id: subject.id, partner_person_id: person.id, action, occurred_on: occurredOn });
}

/** In what a row differs from the same act that stands; null if in nothing. What the row leaves open is no difference. */
function differenceOf(act: TouchAct, there: StandingTouch): string | null {
  const { record } = act;
  const sorted = (lines: readonly string[]) => JSON.stringify(lines.toSorted());
  const parts: readonly (readonly [string, boolean])[] = [
    ['another role', act.role !== there.role],
    ['another person of ours', record.owner !== there.internal_owner],
    ['another outcome', act.outcome !== there.outcome],
    ['other evidence', sorted(act.evidence) !== sorted(there.evidence)],
    ['another stage', record.stage !== null && act.stageOrder !== there.stage_order],
    ['another day of record', record.recordedOn !== null && record.recordedOn !== there.recorded_on],
  ];
  const found = parts.filter(([, differs]) => differs).map(([what]) => what);
  return found.length === 0 ? null : found.join(', ');
}

function whatItWas({ person, record, occurredOn }: TouchAct): string {
  return `${record.action.replaceAll('_', ' ')} of ${person.name} on ${occurredOn}`;
}

function twiceInFile(act: TouchAct, row: number): Fault {
  return {
    field: 'action',
    code: 'touch-twice',
    expected: 'one row for each act',
    found: `${whatItWas(act)}, which row ${row} already has with other values`,
    repair: 'Keep the row that is right. If it was another day, say which.',
  };
}

function thereAlready(act: TouchAct, there: StandingTouch, difference: string): Fault {
  const by = there.side === 'partner' ? 'claimed by the partner' : 'recorded';
  return {
    field: 'action',
    code: 'touch-there',
    expected: 'an act that is not recorded yet, or the very same',
    found: `${whatItWas(act)}, ${by} on ${there.recorded_on} with ${difference}`,
    repair:
      there.side === 'partner'
        ? 'Answer the claim on the page of the deal, and remove the row.'
        : 'Withdraw the one that is there if it is wrong, or correct the row.',
  };
}
