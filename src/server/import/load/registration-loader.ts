import type { Problem, RegistrationRecord } from '#connectors/port.ts';
import type { Arrival, Loader } from './arrival.ts';
import { type PastAct, registrationReader } from './registration-acts.ts';
import { collisions } from './registration-collisions.ts';
import { importedByKey } from './registration-queries.ts';
import { type Fault, problemOf } from './touch-problems.ts';

/**
 * Registrations, one a row. A registration is known by the id of its source, else by its partner, its account, its products
 * and the day on which it was sent: the same again is no second one, and one that differs is refused, since its life has
 * gone on here. All rows are held against each other before anything is said, for two of them may protect one account.
 */
export function registrationLoader(arrival: Arrival): Loader {
  const records: RegistrationRecord[] = [];
  return {
    async take(batch) {
      for (const record of batch.records) if (record.type === 'registration') records.push(record);
      return { create: 0, update: 0, unchanged: 0, rejected: 0, problems: [] };
    },
    finish: () => judge(arrival, records),
  };
}

async function judge(arrival: Arrival, records: readonly RegistrationRecord[]) {
  const { tx, org, sourceId, staging, now, dayOf, columnOf } = arrival;
  const rows = await (await registrationReader(arrival))(records);
  const acts = rows.flatMap(({ act }) => act ?? []);
  const keys = acts.map((act) => act.recordKey);
  const there = new Map(
    (sourceId === null ? [] : await importedByKey(tx, org, sourceId, keys)).map((row) => [
      row.record_key,
      row,
    ]),
  );
  const unchanged = new Set<number>();
  const inFile = new Map<string, PastAct>();
  const fresh: PastAct[] = [];
  const faults = new Map<number, Fault[]>(rows.map((row, index) => [records[index]?.row ?? 0, row.faults]));
  const refuse = (row: number, fault: Fault) => faults.get(row)?.push(fault);
  for (const act of acts) {
    const { row } = act.record;
    const standing = there.get(act.recordKey);
    const before = inFile.get(act.recordKey);
    if (standing?.print === act.print || before?.print === act.print) unchanged.add(row);
    else if (standing) refuse(row, thereAlready(act, standing));
    else if (before) refuse(row, twiceInFile(before.record.row));
    else {
      inFile.set(act.recordKey, act);
      fresh.push(act);
    }
  }
  for (const [row, fault] of await collisions(tx, org, fresh, dayOf(now))) refuse(row, fault);
  const counts = { create: 0, update: 0, unchanged: unchanged.size, rejected: 0 };
  const problems: Problem[] = [];
  const byRow = new Map(fresh.map((act) => [act.record.row, act]));
  for (const [row, own] of faults) {
    // What is there already needs no remark.
    if (unchanged.has(row)) continue;
    const act = byRow.get(row);
    const isRefused = act === undefined || own.some((fault) => !fault.isNote);
    if (isRefused) counts.rejected += 1;
    else {
      counts.create += 1;
      if (staging !== null) keep(arrival, act);
    }
    for (const fault of own) problems.push(problemOf(row, fault, columnOf));
  }
  return { ...counts, problems };
}

function keep({ staging, registrations }: Arrival, act: PastAct): void {
  const { person, isNewPerson, partner } = act;
  if (person !== null && (isNewPerson || person.is_withdrawn)) {
    staging?.add('person', [person.id, person.partner_id, person.name, person.email]);
  }
  registrations.push({
    registrationId: act.registrationId,
    partnerId: partner.id,
    repId: person?.id ?? null,
    who: person?.name ?? partner.name,
    draft: act.draft,
    sent: act.sent,
    events: act.events,
    recordKey: act.recordKey,
    print: act.print,
    opportunityId: act.deal?.opportunity_id ?? null,
    introduces: act.introduces,
  });
}

function thereAlready(act: PastAct, there: { number: number; import_number: number }): Fault {
  return {
    field: 'registrationId',
    code: 'registration-there',
    expected: 'a registration that is not here yet, or the very same',
    found: `${act.record.account}, which is R-${there.number} since import ${there.import_number} with other values`,
    repair: `Go on with R-${there.number} in Tandem and remove the row, or undo import ${there.import_number} first.`,
  };
}

function twiceInFile(row: number): Fault {
  return {
    field: 'registrationId',
    code: 'registration-twice',
    expected: 'one row for each registration',
    found: `one of the same partner, account, products and day as row ${row}, with other values`,
    repair: 'Keep the row that is right, or give each an id of its own.',
  };
}
