import type { RegistrationRecord } from '#connectors/port.ts';
import { addDays, type LocalDate, type Moment } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import { domainKey } from '#core/opportunity/account-name.ts';
import { formFor } from '#core/registration/form.ts';
import type { RegistrationEvent } from '#core/registration/life.ts';
import { eventsOfPast, pastStanding } from '#core/registration/past.ts';
import { productKey, protectionLength } from '#core/registration/protection.ts';
import type { RegistrationBody } from '#core/registration/registration-page.ts';
import { type RejectionReason, rejectionReasons } from '#core/registration/rejection.ts';
import { rejectionKinds } from '#core/registration/rejection-kinds.ts';
import { emptySubmission, type Submission } from '#core/registration/submission.ts';
import { startOfLocalDate } from '../../clock.ts';
import { pageToday } from '../../registration/page.ts';
import { keysOf, sentOf } from '../../registration/sent.ts';
import { loadConversion } from '../../scoreboard/deals/conversion.ts';
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
import {
  byThePage,
  expiredAhead,
  overByNow,
  strangeProduct,
  strangeReason,
  unreadableDomain,
  withoutDeal,
  withoutKey,
  withoutPage,
} from './registration-problems.ts';
import { type DealRow, dealsOfThePast } from './registration-queries.ts';
import { fingerprint } from './row-records.ts';
import { peopleBook } from './touch-people.ts';
import { type Fault, isFault } from './touch-problems.ts';
import {
  type PartnerForTouch,
  type PersonForTouch,
  partnersForTouches,
  peopleForTouches,
} from './touch-queries.ts';
import { partnerIn, subjectsOf } from './touch-subjects.ts';

type Sent = ReturnType<typeof sentOf>;

/** A row whose every part was found. */
export type PastAct = {
  readonly record: RegistrationRecord;
  readonly registrationId: Id<'registration'>;
  readonly recordKey: string;
  /** What the row says, wherever it stands in the file. */
  readonly print: string;
  readonly partner: PartnerForTouch;
  readonly person: PersonForTouch | null;
  readonly isNewPerson: boolean;
  readonly sent: Sent;
  readonly draft: Readonly<Record<string, unknown>>;
  readonly events: readonly RegistrationEvent[];
  readonly deal: DealRow | null;
  /** It brought the deal of the CRM, so the introduction is recorded. */
  readonly introduces: boolean;
};

/** One row as a registration, or null where something stands against it; with all that is to be said about it. */
type ReadRegistration = { readonly faults: Fault[]; readonly act: PastAct | null };

const noon = 12 * 3_600_000;

/**
 * Asks of each row what its days leave open: its partner, its products, its reason and its deal are here, and every day has
 * come (DR-1 asks nothing of what others have decided). All that is wrong with a row is told at once.
 */
export async function registrationReader(
  arrival: Arrival,
): Promise<(records: readonly RegistrationRecord[]) => Promise<readonly ReadRegistration[]>> {
  const { tx, org, organization, ids, now, dayOf, sourceId } = arrival;
  const today = dayOf(now);
  const page = await pageToday(tx, arrival);
  const sourceIds = (await sources(tx, org)).map((source) => source.source_id);
  const partners = await partnersForTouches(tx, org);
  const partnerOf = partnerOrItsSite(partners, sourceId);
  const people = peopleBook(await peopleForTouches(tx, org), ids, now);
  const conversion = await loadConversion(tx, organization);
  const momentOf = (on: LocalDate): Moment => ({
    at: Math.min(startOfLocalDate(on, organization.timeZone) + noon, now),
    on,
  });
  const exactly = ({ at, on, dateOnly }: RegistrationRecord['submittedAt']): Moment =>
    dateOnly ? momentOf(on) : { at: Math.min(at, now), on };

  function read(record: RegistrationRecord, about: DealRow | Fault | null): ReadRegistration {
    const faults: Fault[] = [];
    const good = <Value>(value: Value | Fault): Value | null => {
      if (!isFault(value)) return value;
      faults.push(value);
      return null;
    };
    const { state, submittedAt, decidedAt } = record;
    for (const [field, on] of [
      ['submittedOn', submittedAt.on],
      ['decidedOn', decidedAt?.on],
      ['closedOn', record.closedOn],
    ] as const) {
      if (on && on > today) faults.push(inTheFuture(field, on));
    }
    if (state === 'submitted' && page.version === 0) faults.push(withoutPage());
    const partner = good(partnerOf(record));
    const deal = about === null ? null : good(about);
    const products = good(productsOf(record.product, page.body));
    const sent = good(sentFor(record, products ?? [], page));
    const reason =
      record.reason === null || state !== 'rejected' ? null : good(reasonOf(record.reason, page.body));
    if (!partner || sent === null || faults.length > 0) return { faults, act: null };

    const value = conversion.at(sent.valueMinor, sent.currency as CurrencyCode | null, today);
    const { days } = protectionLength(page.body, partner.archetype, value);
    const { protectedUntil } = record;
    const standing = pastStanding(
      {
        state,
        decidedOn: decidedAt?.on ?? null,
        protectedUntil,
        deal: deal && { createdOn: deal.created_on },
      },
      days,
      today,
    );
    const { until, isOver, introduces, opens } = standing;
    if (until !== null && protectedUntil === null) faults.push(byThePage(days, addDays(until, -1)));
    if (state === 'expired' && !isOver) faults.push(expiredAhead(record));
    if (state === 'accepted' && until !== null && isOver) faults.push(overByNow(addDays(until, -1)));
    if (deal !== null && !standing.standsOnDeal) faults.push(withoutDeal(record));
    const stands = standing.standsOnDeal ? deal : null;
    if (opens && partner.signed_on !== null && submittedAt.on < partner.signed_on) {
      faults.push(beforeSigning(partner.name, partner.signed_on, submittedAt.on, 'submittedOn'));
    }
    if (faults.some((fault) => !fault.isNote)) return { faults, act: null };
    // A person is made last: a row that is refused brings nobody.
    const rep = repOf(record, partner, opens);
    faults.push(...rep.faults);
    if (faults.some((fault) => !fault.isNote)) return { faults, act: null };

    const endedOn =
      record.closedOn ?? (state === 'won' || state === 'lost' ? (stands?.closed_on ?? null) : null);
    const events = eventsOfPast(
      {
        state,
        sent: exactly(submittedAt),
        decided: decidedAt === null ? null : exactly(decidedAt),
        reason,
        until: until === null ? null : momentOf(until),
        pipeline: stands?.entered_on ? momentOf(stands.entered_on) : null,
        ended: endedOn === null ? null : momentOf(endedOn),
      },
      today,
    );
    const act: PastAct = {
      record,
      registrationId: ids.next<Id<'registration'>>(now),
      recordKey:
        record.registrationId ??
        [partner.id, sent.accountKey, sent.products.toSorted().join('+'), submittedAt.on].join(' '),
      print: printOf(record),
      partner,
      person: rep.person,
      isNewPerson: rep.isNew,
      sent,
      draft: state === 'submitted' ? draftOf(sent.submission as Submission, page.body, partner) : {},
      events,
      deal: stands,
      introduces,
    };
    return { faults, act };
  }

  function repOf(
    record: RegistrationRecord,
    partner: PartnerForTouch,
    opens: boolean,
  ): { readonly person: PersonForTouch | null; readonly isNew: boolean; readonly faults: Fault[] } {
    const none = { person: null, isNew: false };
    if (record.person === null && record.personEmail === null) return { ...none, faults: [] };
    const on = record.submittedAt.on;
    const found = people.find(partner.id, { name: record.person, email: record.personEmail }, on);
    const shown = record.person ?? record.personEmail ?? '';
    if (found.is === 'elsewhere') return { ...none, faults: [elsewhere(shown, partner.name)] };
    if (found.is === 'several') return { ...none, faults: [severalPeople(shown, partner.name)] };
    const { person } = found;
    if (opens && person.left_on !== null && on > person.left_on) {
      return { ...none, faults: [hadLeft(person, partner.name, on)] };
    }
    const isNew = found.is === 'new';
    return { person, isNew, faults: isNew ? [newPerson(shown, partner.name)] : [] };
  }

  return async (records) => {
    const named = records.filter((record) => record.opportunityId !== null);
    const subjects = await subjectsOf(arrival, sourceIds, named.map(dealNamed));
    const about = new Map(named.map((record) => [record.row, subjects.of(dealNamed(record))]));
    const found = [...about.values()].flatMap((one) => (!isFault(one) && one.is === 'deal' ? [one.id] : []));
    const deals = new Map((await dealsOfThePast(tx, org, found)).map((row) => [row.opportunity_id, row]));
    return records.map((record) => {
      const one = about.get(record.row);
      if (one === undefined || isFault(one)) return read(record, one ?? null);
      return read(record, deals.get(one.id) ?? null);
    });
  };
}

function printOf({ row: _, ...said }: RegistrationRecord): string {
  return fingerprint(said);
}

function dealNamed({ opportunityId }: RegistrationRecord) {
  return { opportunityId, accountId: null, account: null, accountDomain: null };
}

/** The partner that a row names: by its record id or its name, else by its site or its number in Tandem. */
function partnerOrItsSite(partners: readonly PartnerForTouch[], sourceId: string | null) {
  const byName = partnerIn(partners, sourceId);
  return (record: RegistrationRecord): PartnerForTouch | Fault => {
    const found = byName(record);
    if (!isFault(found) || record.partner === null) return found;
    const site = domainKey(record.partner);
    const [, digits] = /^#?\s?(\d{1,9})$/.exec(record.partner.trim()) ?? [];
    const others = partners.filter(
      (one) => (site !== null && one.domain === site) || one.number === Number(digits ?? Number.NaN),
    );
    const [only] = others;
    return only && others.length === 1 ? only : found;
  };
}

/** The products of the page that a cell names; none where the page tells none apart. */
function productsOf(text: string | null, page: RegistrationBody): readonly string[] | Fault {
  const known = page.products.map(({ product }) => product);
  if (text === null || known.length === 0) return [];
  const byKey = new Map(known.map((product) => [productKey(product), product]));
  const whole = byKey.get(productKey(text));
  if (whole !== undefined) return [whole];
  const parts = text
    .split(/[;|,\r\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const strange = parts.find((part) => !byKey.has(productKey(part)));
  if (strange === undefined) return [...new Set(parts.flatMap((part) => byKey.get(productKey(part)) ?? []))];
  return strangeProduct(strange, known);
}

/** DR-3: what was registered, with the keys of its account. */
function sentFor(
  record: RegistrationRecord,
  products: readonly string[],
  page: { readonly version: number; readonly body: RegistrationBody },
): Sent | Fault {
  const { account: legalName, accountDomain: domain, country, amountMinor, currency } = record;
  const submission: Submission = {
    ...emptySubmission,
    ...{ legalName, domain, country, products },
    useCase: page.body.products.length === 0 ? record.product : null,
    value: amountMinor === null || currency === null ? null : { minor: amountMinor, currency },
    closeOn: record.expectedCloseOn,
  };
  const keys = keysOf(submission, page.body);
  if (keys.signs.includes('not_a_domain')) return unreadableDomain(domain);
  if (keys.domain === null && keys.nameCountry === null) return withoutKey(domain);
  return sentOf(submission, keys, page.version);
}

/** DR-16: the reason of the closed list that a cell means: by the page's words, or by the method's. */
function reasonOf(text: string, page: RegistrationBody): RejectionReason | Fault {
  const own = rejectionReasons(page);
  const all = [
    ...own,
    ...Object.entries(rejectionKinds).flatMap(([kind, words]) => [
      { kind: kind as keyof typeof rejectionKinds, words },
      { kind: kind as keyof typeof rejectionKinds, words: kind },
    ]),
  ];
  const found = all.find(({ words }) => productKey(words) === productKey(text));
  if (found) {
    const named = own.find(
      ({ kind, words }) => words === found.words || (kind === found.kind && kind !== 'other'),
    );
    return named ?? { kind: found.kind, words: found.words };
  }
  return strangeReason(text, [...new Set((own.length > 0 ? own : all).map((one) => one.words))]);
}

/** What the partner finds typed if the registration is returned: what the form of today asks. */
function draftOf(
  { legalName, domain, country, products, useCase, value, closeOn }: Submission,
  page: RegistrationBody,
  { archetype }: PartnerForTouch,
): Record<string, unknown> {
  const asked = new Set(
    formFor(page, archetype).fields.flatMap(({ inputs }) => inputs.map(({ key }) => key)),
  );
  const amount = value === null ? null : { amountMinor: value.minor, currency: value.currency };
  const typed = { legalName, domain, country, products, useCase, value: amount, closeOn };
  return Object.fromEntries(
    Object.entries(typed).filter(([key, one]) => one !== null && asked.has(key as never)),
  );
}
