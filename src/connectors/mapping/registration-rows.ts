import type { ImportedMoment, RegistrationRecord } from '#connectors/port.ts';
import type { PastState } from '#core/registration/past.ts';
import { type Field, fieldsOfKind } from '../understanding/fields.ts';
import { countryOf } from '../values/country.ts';
import { registrationStateNames, registrationStateOf } from '../values/registration-state.ts';
import { longestName, partnerOf, personOf, report, tooLong } from './partner-people.ts';
import type { Plan } from './plan.ts';
import { deletedRow, nothing, type RowMapper } from './row-outcome.ts';
import type { RowReader } from './row-reader.ts';
import { seenIds } from './seen-ids.ts';

/**
 * One registration of a deal a row, as another system or a list kept it (method 6). What its days say of one another is
 * asked here; whether the partner, the product, the reason and the deal are there is asked where they are known.
 */
export function registrationRows(plan: Plan, read: RowReader): RowMapper {
  const mapped = fieldsOfKind.registrations.flatMap((field) => plan.column(field)?.index ?? []);
  const seen = seenIds(mapped);
  return (row) => {
    if (read.flag('deleted') === true) return deletedRow(read);
    const partner = partnerOf(plan, read);
    if (partner === 'none') return nothing;
    const registrationId = read.id('registrationId');
    const account = customerOf(read);
    const country = countryIn(read);
    const accountDomain = read.text('accountDomain');
    if (account !== null && accountDomain === null && read.text('country') === null) noKey(read);
    const amount = read.amount();
    if (amount !== null && amount.minor < 0) {
      report(read, 'amount-negative', 'amount', {
        expected: 'what the deal is worth, 0 or more',
        found: read.text('amount') ?? '',
        repair: 'Correct the value or empty the cell.',
      });
    }
    const expectedCloseOn = read.day('expectedCloseOn');
    const state = stateOf(read);
    const submittedAt = momentOf(read, 'submittedOn');
    if (submittedAt === null && read.text('submittedOn') === null) missing(read, 'submittedOn', 'was sent');
    const decidedAt = momentOf(read, 'decidedOn');
    const closedOn = read.day('closedOn');
    const protectedUntil = read.day('protectedUntil');
    const reason = read.text('reason');
    const person = personOf(read) ?? { person: null, personEmail: null };
    const opportunityId = read.id('opportunityId');
    if (state !== null && submittedAt !== null) {
      checkDays(read, state, { submittedAt, decidedAt, closedOn, protectedUntil });
    }
    if (!partner || account === null || state === null || submittedAt === null) return nothing;
    if (read.problems.length === 0) {
      const content = JSON.stringify(mapped.map((index) => row.cells[index]));
      const before = seen.see(registrationId ?? content, row);
      if (before?.same === false) twice(read, registrationId ?? '', before.row);
      if (before !== null) return nothing;
    }
    const record: RegistrationRecord = {
      type: 'registration',
      row: row.row,
      registrationId,
      ...partner,
      account,
      accountDomain,
      country,
      product: read.text('product'),
      amountMinor: amount?.minor ?? null,
      currency: amount?.currency ?? null,
      expectedCloseOn,
      submittedAt,
      decidedAt,
      closedOn,
      state,
      reason,
      protectedUntil,
      ...person,
      opportunityId,
    };
    return { records: [record], skip: false };
  };
}

function customerOf(read: RowReader): string | null {
  const text = read.text('account');
  if (text === null) {
    report(read, 'customer-missing', 'account', {
      expected: 'the legal name of the customer',
      found: 'nothing',
      repair: 'Fill it in.',
    });
  } else if (text.length > longestName) tooLong(read, 'account', text, longestName);
  return text;
}

function countryIn(read: RowReader): string | null {
  const text = read.text('country');
  const country = text === null ? null : countryOf(text);
  if (text !== null && country === null) {
    report(read, 'country-unknown', 'country', {
      expected: 'a country, such as NL or Netherlands',
      found: text,
      repair: 'Write its code of two letters, or empty the cell.',
    });
  }
  return country;
}

/** DR-3: an account is known by its domain, else by its name and country. */
function noKey(read: RowReader): void {
  report(read, 'account-without-key', read.has('accountDomain') ? 'accountDomain' : 'country', {
    expected: 'the web domain of the customer, or the country beside the name',
    found: 'neither',
    repair: 'Fill in one of them: by it the account is told from others of its name.',
  });
}

function stateOf(read: RowReader): PastState | null {
  const text = read.text('state');
  const state = text === null ? null : registrationStateOf(text);
  if (state !== null) return state;
  report(read, text === null ? 'state-missing' : 'state-unknown', 'state', {
    expected: `how it stands: ${registrationStateNames}`,
    found: text ?? 'nothing',
    repair: 'Write one of these.',
  });
  return null;
}

/** A cell that holds exactly midnight is that day, whatever the zone. */
function momentOf(read: RowReader, field: Field): ImportedMoment | null {
  const moment = read.text(field) === null ? null : read.moment(field);
  if (moment === null) return null;
  const on = read.day(field) ?? moment.on;
  return { at: moment.at, on, dateOnly: moment.dateOnly || on !== moment.on };
}

/** What a state asks of the days beside it, and that they come one after another. */
function checkDays(
  read: RowReader,
  state: PastState,
  days: Pick<RegistrationRecord, 'submittedAt' | 'decidedAt' | 'closedOn' | 'protectedUntil'>,
): void {
  const { submittedAt, decidedAt, closedOn, protectedUntil } = days;
  const isDecided = state !== 'submitted' && state !== 'withdrawn';
  if (isDecided && decidedAt === null && read.text('decidedOn') === null)
    missing(read, 'decidedOn', 'was decided');
  if (state === 'submitted' && decidedAt !== null) {
    report(read, 'decided-while-waiting', 'decidedOn', {
      expected: 'no day of a decision while it waits for one',
      found: decidedAt.on,
      repair: 'Write accepted or rejected as its state, or empty the cell.',
    });
  }
  if (state === 'rejected' && read.text('reason') === null) {
    report(read, 'reason-missing', 'reason', {
      expected: 'why it was rejected',
      found: 'nothing',
      repair: 'Write a reason of the list of the registration page.',
    });
  }
  if (decidedAt !== null && decidedAt.on < submittedAt.on)
    tooEarly(read, 'decidedOn', decidedAt.on, submittedAt.on);
  if (closedOn !== null && closedOn < (decidedAt ?? submittedAt).on) {
    tooEarly(read, 'closedOn', closedOn, (decidedAt ?? submittedAt).on);
  }
  const isAccepted = isDecided && state !== 'rejected';
  if (isAccepted && decidedAt !== null && protectedUntil !== null && protectedUntil < decidedAt.on) {
    tooEarly(read, 'protectedUntil', protectedUntil, decidedAt.on);
  }
}

function tooEarly(read: RowReader, field: Field, found: string, from: string): void {
  report(read, 'days-out-of-order', field, {
    expected: `a day from ${from} on`,
    found,
    repair: 'Correct the day, or the one before it.',
  });
}

function missing(read: RowReader, field: Field, what: string): void {
  report(read, 'date-missing', field, {
    expected: `the day on which it ${what}`,
    found: 'nothing',
    repair: 'Fill in the date.',
  });
}

function twice(read: RowReader, id: string, row: number): void {
  report(read, 'duplicate-id', 'registrationId', {
    expected: 'one row for each registration',
    found: `${id}, which row ${row} already has with other values`,
    repair: 'Keep the row that is right.',
  });
}
