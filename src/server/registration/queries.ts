import type { OrgId } from '#core/ids.ts';
import type { RegistrationState } from '#core/registration/state.ts';
import type { SqlValue, Tx } from '../database/transaction.ts';

export type RegistrationRow = {
  registration_id: string;
  number: number;
  partner_id: string;
  way: 'portal' | 'form' | 'api' | 'desk' | 'mail';
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
 * A registration by its id. For a partner only its own: one of another partner is no row, so it is neither locked nor
 * found any slower than one that never was.
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
       and ($3::uuid is null or partner_id = $3) ${lock === 'lock' ? 'for update' : ''}`,
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
  readonly number: number;
  readonly partnerId: string;
  readonly way: RegistrationRow['way'];
  readonly repId: string | null;
  readonly by: string;
  readonly draft: Record<string, unknown>;
  readonly now: number;
};

export async function insertRegistration(tx: Tx, org: OrgId, one: NewRegistration): Promise<void> {
  await tx.prepared(
    `insert into tandem.registration (org_id, registration_id, number, partner_id, way, rep_id, created_by, created_at,
       changed_at, state, draft)
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::double precision / 1000),
       to_timestamp($8::double precision / 1000), 'draft', $9)`,
    [org, one.id, one.number, one.partnerId, one.way, one.repId, one.by, one.now, one.draft],
  );
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

/** The columns of what was sent, by values from the number `first` on. */
function sentColumns(first: number): string {
  const to = (nth: number) => `$${first + nth}`;
  return `submission = ${to(0)}, page_version = ${to(1)}, legal_name = ${to(2)}, country = ${to(3)}, domain = ${to(4)},
    name_country = ${to(5)}, account_key = ${to(6)}, products = ${to(7)}::text[], value_minor = ${to(8)},
    currency = ${to(9)}, close_on = ${to(10)}`;
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

/** Appends an event to a registration and keeps the reading of all of them beside it, for lists; with it, what was sent. */
export async function insertEvent(
  tx: Tx,
  org: OrgId,
  id: string,
  event: Omit<EventRow, 'on_day'> & { on: string },
  reading: Reading,
  now: number,
  sent: Sent | null,
): Promise<void> {
  await tx.prepared(
    `with kept as (
       insert into tandem.registration_event (org_id, registration_id, nth, type, by, actor, at, on_day, body)
       values ($1, $2, $3, $14, $15, $16, to_timestamp($17::double precision / 1000), $18, $19))
     update tandem.registration set state = $4, events = $3, submitted_at = to_timestamp($5::double precision / 1000),
       submitted_on = $6, complete_at = to_timestamp($7::double precision / 1000), decided_on = $8, due_on = $9,
       protected_from = $10, protected_until = $11, last_activity_on = $12,
       changed_at = to_timestamp($13::double precision / 1000)${sent === null ? '' : `, ${sentColumns(20)}`}
     where org_id = $1 and registration_id = $2`,
    [
      org,
      id,
      event.nth,
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
      event.type,
      event.by,
      event.actor,
      event.at,
      event.on,
      event.body,
      ...(sent === null ? [] : sentValues(sent)),
    ],
  );
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

/** A registration by the number that people say; for a partner only its own. */
export async function registrationByNumber(
  tx: Tx,
  org: OrgId,
  number: number,
  partner: string | null,
): Promise<RegistrationRow | null> {
  const [row] = await tx.query<RegistrationRow>(
    `select ${columns} from tandem.registration
     where org_id = $1 and number = $2 and ($3::uuid is null or partner_id = $3)`,
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
