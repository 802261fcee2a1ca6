/**
 * The one way in which something happens to a registration: its row is locked, its events are folded, the table of its
 * life is asked, the event is appended, and the reading and the protection follow in the same transaction.
 *
 * Handbook: docs/handbook/registration.md
 */

import { decisionClock } from '#core/registration/clock.ts';
import {
  advance,
  type RegistrationEvent,
  type RegistrationLife,
  registrationAfter,
} from '#core/registration/life.ts';
import type { RegistrationBody } from '#core/registration/registration-page.ts';
import { moveOf, type RegistrationActor } from '#core/registration/state.ts';
import { businessCalendar } from '../access/business-calendar.ts';
import { actorId, type Context } from '../access/context.ts';
import type { WriteTx } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound, ProblemError } from '../problem.ts';
import { writeProtection } from './protection-queries.ts';
import {
  type CheckRun,
  type EventRow,
  eventsOf,
  insertEvent,
  insertSent,
  type NewEvent,
  type NewRegistration,
  type Reading,
  type RegistrationRow,
  registrationById,
  type Sent,
} from './queries.ts';

/** A registration as it stands: its row, its events and what they add up to. */
export type Registration = {
  readonly row: RegistrationRow;
  readonly events: readonly EventRow[];
  readonly life: RegistrationLife;
};

/** An event without the moment, which is that of the call. */
export type Happening = RegistrationEvent extends infer Event
  ? Event extends RegistrationEvent
    ? Omit<Event, 'at' | 'on'>
    : never
  : never;

/** An event as it was kept, read back. */
export function eventOf(row: EventRow): RegistrationEvent {
  return { ...row.body, type: row.type, by: row.by, at: row.at, on: row.on_day } as RegistrationEvent;
}

/** What the kept events add up to. */
export function lifeOf(rows: readonly EventRow[]): RegistrationLife {
  return registrationAfter(rows.map(eventOf));
}

/**
 * Finds a registration, for a partner only its own; locked, nobody else does anything to it until the end of the
 * transaction.
 */
export async function readRegistration(
  tx: Tx,
  context: Context,
  id: string,
  lock: 'look' | 'lock' = 'look',
  partner: string | null = null,
): Promise<Registration> {
  const org = context.organization.orgId;
  const row = await registrationById(tx, org, id, lock, partner);
  if (row === null) throw notFound('registration');
  const events = row.events === 0 ? [] : await eventsOf(tx, org, id);
  return { row, events, life: lifeOf(events) };
}

type Page = Pick<RegistrationBody, 'deciding'>;

/** What an event makes of a registration. Throws `conflict` with the sentence of the table where it is not possible. */
function step(
  { organization, actor, now }: Context,
  events: readonly EventRow[],
  life: RegistrationLife,
  happening: Happening,
  page: Page,
) {
  const on = localDateAt(now, organization.timeZone);
  const advanced = advance(life, { ...happening, at: now, on } as RegistrationEvent);
  if (!advanced.ok) {
    throw new ProblemError('conflict', advanced.why, {
      said: { code: 'registration.went_on', params: {} },
    });
  }
  const next = advanced.life;
  const moment = next.last ?? { at: now, on };
  const { type, by, ...body } = happening;
  const event: NewEvent = {
    ...{ nth: events.length + 1, type, by, actor: actorId(actor), at: moment.at, on: moment.on },
    body: body as Record<string, unknown>,
  };
  const clock = decisionClock(next, page.deciding, businessCalendar(organization), moment.on);
  const reading: Reading = {
    state: next.state,
    submittedAt: next.submittedAt,
    submittedOn: next.submittedOn,
    completeAt: next.completeAt,
    decidedOn: next.decidedOn,
    dueOn: clock.kind === 'none' ? null : clock.dueOn,
    protectedFrom: next.protection?.from ?? null,
    protectedUntil: next.protection?.until ?? null,
    lastActivityOn: next.lastActivityOn,
  };
  return { event, reading, next };
}

function record(tx: WriteTx, id: string, { type, body }: NewEvent, before: string, after: string): void {
  tx.record({
    action: `registration.${type}`,
    entityId: id,
    before: { state: before },
    after: { state: after, ...body },
  });
}

/**
 * Appends an event to a registration that is locked, and returns it as it then stands. Throws `conflict` with the
 * sentence of the table where the event is not possible; a second owner of one account is refused by the database. `sent`
 * is written with it.
 */
export async function append(
  tx: WriteTx,
  context: Context,
  { row, events, life }: Registration,
  happening: Happening,
  page: Page,
  sent: Sent | null = null,
): Promise<Registration> {
  const org = context.organization.orgId;
  const { event, reading, next } = step(context, events, life, happening, page);
  await insertEvent(tx, org, row.registration_id, event, reading, context.now, sent);
  if (moveOf(happening.type).protection !== null && next.protection !== null) {
    const claim = { accountKey: row.account_key ?? '', products: row.products };
    await writeProtection(tx, org, row.registration_id, claim, next.protection);
  }
  record(tx, row.registration_id, event, life.state, next.state);
  return {
    row: {
      ...row,
      state: next.state,
      events: event.nth,
      submitted_at: next.submittedAt,
      submitted_on: next.submittedOn,
      complete_at: next.completeAt,
      decided_on: next.decidedOn,
      due_on: reading.dueOn,
      protected_from: reading.protectedFrom,
      protected_until: reading.protectedUntil,
      last_activity_on: next.lastActivityOn,
    },
    events: [...events, { ...event, on_day: event.on }],
    life: next,
  };
}

/** Begins a registration and sends it in one, with what the checks said. */
export async function beginSent(
  tx: WriteTx,
  context: Context,
  one: NewRegistration,
  { page, sent, run, by }: { page: Page; sent: Sent; run: CheckRun; by: RegistrationActor },
): Promise<Registration> {
  const blank = lifeOf([]);
  const { event, reading, next } = step(context, [], blank, { type: 'submit', by } as Happening, page);
  const row = await insertSent(tx, context.organization.orgId, one, { event, reading, sent, run });
  const { partnerId, way } = one;
  tx.record({
    action: 'registration.begin',
    entityId: one.id,
    after: { number: row.number, partnerId, way },
  });
  record(tx, one.id, event, blank.state, next.state);
  return { row, events: [{ ...event, on_day: event.on }], life: next };
}
