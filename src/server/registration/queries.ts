import type { OrgId } from '#core/ids.ts';
import type { RegistrationState } from '#core/registration/state.ts';
import { nextNumberIn } from '../database/next-number.ts';
import type { SqlValue, Tx } from '../database/transaction.ts';

export type RegistrationRow = {
  registration_id: string;
  number: number;
  partner_id: string;
  way: 'portal' | 'form' | 'api' | 'desk' | 'mail' | 'import';
  rep_id: string | null;
  created_by: string;
  created_at: number;
  changed_at: number;
  state: RegistrationState;
  draft: Record<string, unknown>;
  submission: Record<string, unknown> | null;
  page_version: number | null;
  legal_name: string | null;
  country: string | null;
  domain: string | null;
  name_country: string | null;
  account_key: string | null;
  products: string[];
  value_minor: number | null;
  currency: string | null;
  close_on: string | null;
  events: number;
  submitted_at: number | null;
  submitted_on: string | null;
  complete_at: number | null;
  decided_on: string | null;
  due_on: string | null;
  protected_from: string | null;
  protected_until: string | null;
  last_activity_on: string | null;
  ae_id: string | null;
  account_id: string | null;
  opportunity_id: string | null;
};

const columns = `registration_id, number, partner_id, way, rep_id, created_by, created_at, changed_at, state, draft, submission,
  page_version, legal_name, country, domain, name_country, account_key, products, value_minor, currency, close_on, events,
  submitted_at, submitted_on, complete_at, decided_on, due_on, protected_from, protected_until, last_activity_on, ae_id,
  account_id, opportunity_id`;

/**
 * A registration by its id. For a partner only its own, and none of an import that was undone: another one is no row, so it
 * is neither locked nor found any slower than one that never was.
 */
export async function registrationById(
  tx: Tx,
  org: OrgId,
  id: string,
  lock: 'look' | 'lock' = 'look',
  partner: string | null = null,
): Promise<RegistrationRow | null> {
  const [row] = await tx.prepared<RegistrationRow>(
    `select ${columns} from tandem.registration where org_id = $1 and registration_id = $2
       and ($3::uuid is null or (partner_id = $3 and not is_undone)) ${lock === 'lock' ? 'for update' : ''}`,
    [org, id, partner],
  );
  return row ?? null;
}

export type EventRow = {
  nth: number;
  type: string;
  by: string;
  actor: string;
  at: number;
  on_day: string;
  body: Record<string, unknown>;
};

/** What happened to a registration, in order. */
export function eventsOf(tx: Tx, org: OrgId, id: string): Promise<EventRow[]> {
  return tx.prepared(
    `select nth, type, by, actor, at, on_day, body from tandem.registration_event
     where org_id = $1 and registration_id = $2 order by nth`,
    [org, id],
  );
}

/** The same of many at once. */
export function eventsOfAll(
  tx: Tx,
  org: OrgId,
  ids: readonly string[],
): Promise<(EventRow & { registration_id: string })[]> {
  return tx.query(
    `select registration_id, nth, type, by, actor, at, on_day, body from tandem.registration_event
     where org_id = $1 and registration_id = any($2::uuid[]) order by registration_id, nth`,
    [org, ids],
  );
}

export type NewRegistration = {
  readonly id: string;
  readonly partnerId: string;
  readonly way: RegistrationRow['way'];
  readonly repId: string | null;
  readonly by: string;
  readonly draft: Record<string, unknown>;
  readonly now: number;
};

/** Writes a draft under the next number, which is taken by the same statement. */
export async function insertRegistration(tx: Tx, org: OrgId, one: NewRegistration): Promise<RegistrationRow> {
  const [row] = await tx.prepared<RegistrationRow>(
    `with taken as (${nextNumberIn('$2')})
     insert into tandem.registration (org_id, registration_id, number, partner_id, way, rep_id, created_by, created_at,
       changed_at, state, draft)
     select $1, $3, taken.last_number, $4, $5, $6, $7, to_timestamp($8::double precision / 1000),
       to_timestamp($8::double precision / 1000), 'draft', $9 from taken
     returning ${columns}`,
    [org, 'registration', one.id, one.partnerId, one.way, one.repId, one.by, one.now, one.draft],
  );
  if (!row) throw new Error('a registration was not written');
  return row;
}

/** Keeps what was typed into a draft; false where it is no draft any more. */
export async function updateDraft(
  tx: Tx,
  org: OrgId,
  id: string,
  draft: Record<string, unknown>,
  now: number,
): Promise<boolean> {
  const rows = await tx.query(
    `update tandem.registration set draft = $3, changed_at = to_timestamp($4::double precision / 1000)
     where org_id = $1 and registration_id = $2 and state in ('draft', 'returned') returning 1`,
    [org, id, draft, now],
  );
  return rows.length > 0;
}

export type Sent = {
  readonly submission: object;
  readonly pageVersion: number;
  readonly legalName: string | null;
  readonly country: string | null;
  readonly domain: string | null;
  readonly nameCountry: string | null;
  readonly accountKey: string;
  readonly products: readonly string[];
  readonly valueMinor: number | null;
  readonly currency: string | null;
  readonly closeOn: string | null;
};

/** The columns of what was sent, in the order of their values. */
const sentNames = [
  'submission',
  'page_version',
  'legal_name',
  'country',
  'domain',
  'name_country',
  'account_key',
  'products',
  'value_minor',
  'currency',
  'close_on',
];

/** A change of them, by values from the number `first` on. */
function sentColumns(first: number): string {
  return sentNames.map((name, nth) => `${name} = $${first + nth}`).join(', ');
}

function sentValues(sent: Sent): SqlValue[] {
  return [
    sent.submission,
    sent.pageVersion,
    sent.legalName,
    sent.country,
    sent.domain,
    sent.nameCountry,
    sent.accountKey,
    sent.products,
    sent.valueMinor,
    sent.currency,
    sent.closeOn,
  ];
}

/** Writes what was sent, or what an acceptance changed of it. */
export async function updateSent(tx: Tx, org: OrgId, id: string, sent: Sent): Promise<void> {
  await tx.query(
    `update tandem.registration set ${sentColumns(3)} where org_id = $1 and registration_id = $2`,
    [org, id, ...sentValues(sent)],
  );
}

export type Reading = {
  readonly state: RegistrationState;
  readonly submittedAt: number | null;
  readonly submittedOn: string | null;
  readonly completeAt: number | null;
  readonly decidedOn: string | null;
  readonly dueOn: string | null;
  readonly protectedFrom: string | null;
  readonly protectedUntil: string | null;
  readonly lastActivityOn: string | null;
};

export type NewEvent = Omit<EventRow, 'on_day'> & { readonly on: string };

/** Of $1, $2 and the values from $3 on. */
const insertingEvent = `insert into tandem.registration_event (org_id, registration_id, nth, type, by, actor, at, on_day, body)
  values ($1, $2, $3, $4, $5, $6, to_timestamp($7::double precision / 1000), $8, $9)`;

const eventValues = (event: NewEvent): SqlValue[] => [
  event.nth,
  event.type,
  event.by,
  event.actor,
  event.at,
  event.on,
  event.body,
];

/** What all events add up to, by values from $10 on. */
const readingColumns = {
  state: '$10',
  submitted_at: 'to_timestamp($11::double precision / 1000)',
  submitted_on: '$12',
  complete_at: 'to_timestamp($13::double precision / 1000)',
  decided_on: '$14',
  due_on: '$15',
  protected_from: '$16',
  protected_until: '$17',
  last_activity_on: '$18',
  changed_at: 'to_timestamp($19::double precision / 1000)',
};

const readingValues = (reading: Reading, now: number): SqlValue[] => [
  reading.state,
  reading.submittedAt,
  reading.submittedOn,
  reading.completeAt,
  reading.decidedOn,
  reading.dueOn,
  reading.protectedFrom,
  reading.protectedUntil,
  reading.lastActivityOn,
  now,
];

/** Appends an event to a registration and keeps the reading of all of them beside it, for lists; with it, what was sent. */
export async function insertEvent(
  tx: Tx,
  org: OrgId,
  id: string,
  event: NewEvent,
  reading: Reading,
  now: number,
  sent: Sent | null,
): Promise<void> {
  const read = Object.entries(readingColumns).map(([name, value]) => `${name} = ${value}`);
  await tx.prepared(
    `with kept as (${insertingEvent})
     update tandem.registration set ${read.join(', ')}, events = $3${sent === null ? '' : `, ${sentColumns(20)}`}
     where org_id = $1 and registration_id = $2`,
    [
      org,
      id,
      ...eventValues(event),
      ...readingValues(reading, now),
      ...(sent === null ? [] : sentValues(sent)),
    ],
  );
}

/** A run of the checks, as it is kept. */
export type CheckRun = { readonly id: string; readonly checks: readonly object[]; readonly facts: object };

/**
 * Writes a registration that was begun and sent in one: under the next number, with its first event, its reading, what was
 * sent and what the checks said. One statement, since all who register wait from its number to the commit.
 */
export async function insertSent(
  tx: Tx,
  org: OrgId,
  one: NewRegistration,
  { event, reading, sent, run }: { event: NewEvent; reading: Reading; sent: Sent; run: CheckRun },
): Promise<RegistrationRow> {
  const sentNumbers = sentNames.map((_, nth) => `$${20 + nth}`);
  const begun = 20 + sentNames.length;
  const to = (nth: number) => `$${begun + nth}`;
  const [row] = await tx.prepared<RegistrationRow>(
    `with taken as (${nextNumberIn(to(0))}),
     written as (
       insert into tandem.registration (org_id, registration_id, events, ${Object.keys(readingColumns).join(', ')},
         ${sentNames.join(', ')}, number, partner_id, way, rep_id, created_by, created_at, draft)
       select $1, $2, $3, ${Object.values(readingColumns).join(', ')}, ${sentNumbers.join(', ')},
         taken.last_number, ${to(1)}, ${to(2)}, ${to(3)}, ${to(4)}, ${readingColumns.changed_at}, ${to(5)}
       from taken returning ${columns}),
     kept as (${insertingEvent}),
     ran as (
       insert into tandem.registration_check (org_id, registration_id, run_id, checks, facts, ran_at)
       values ($1, $2, ${to(6)}, ${to(7)}, ${to(8)}, ${readingColumns.changed_at}))
     select * from written`,
    [
      org,
      one.id,
      ...eventValues(event),
      ...readingValues(reading, one.now),
      ...sentValues(sent),
      ...['registration', one.partnerId, one.way, one.repId, one.by, one.draft],
      ...[run.id, JSON.stringify(run.checks), run.facts],
    ],
  );
  if (!row) throw new Error('a registration was not written');
  return row;
}

export async function updateLinks(
  tx: Tx,
  org: OrgId,
  id: string,
  links: { readonly aeId?: string; readonly accountId?: string | null; readonly opportunityId?: string },
): Promise<void> {
  await tx.query(
    `update tandem.registration set ae_id = coalesce($3, ae_id), account_id = coalesce($4, account_id),
       opportunity_id = coalesce($5, opportunity_id)
     where org_id = $1 and registration_id = $2`,
    [org, id, links.aeId ?? null, links.accountId ?? null, links.opportunityId ?? null],
  );
}

/** Where a deal stands: its ordinal and its outcome, as the stage table of its source reads them. */
export async function dealStage(
  tx: Tx,
  org: OrgId,
  deal: string,
): Promise<{ order: number | null; outcome: 'open' | 'won' | 'lost' } | null> {
  const [row] = await tx.query<{ order: number | null; outcome: string }>(
    `select stage_order as "order", outcome from tandem.opportunity where org_id = $1 and opportunity_id = $2`,
    [org, deal],
  );
  if (!row) return null;
  return {
    order: row.order,
    outcome: row.outcome === 'won' || row.outcome === 'lost' ? row.outcome : 'open',
  };
}

/** A registration by the number that people say; for a partner only its own, and none of an import that was undone. */
export async function registrationByNumber(
  tx: Tx,
  org: OrgId,
  number: number,
  partner: string | null,
): Promise<RegistrationRow | null> {
  const [row] = await tx.query<RegistrationRow>(
    `select ${columns} from tandem.registration
     where org_id = $1 and number = $2 and ($3::uuid is null or (partner_id = $3 and not is_undone))`,
    [org, number, partner],
  );
  return row ?? null;
}

/** The short numbers of registrations, by id; what is not there is left out. */
export async function numbersOf(
  tx: Tx,
  org: OrgId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ registration_id: string; number: number }>(
    'select registration_id, number from tandem.registration where org_id = $1 and registration_id = any($2::uuid[])',
    [org, ids],
  );
  return new Map(rows.map((row) => [row.registration_id, row.number]));
}
