/**
 * The one way in which something happens to a registration: its row is locked, its events are folded, the table of its
 * life is asked, the event is appended, and the reading and the protection follow in the same transaction.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { LocalDate } from '#core/calendar.ts';
import { decisionClock } from '#core/registration/clock.ts';
import {
  advance,
  type RegistrationEvent,
  type RegistrationLife,
  registrationAfter,
} from '#core/registration/life.ts';
import type { RegistrationBody } from '#core/registration/registration-page.ts';
import { moveOf } from '#core/registration/state.ts';
import { businessCalendar } from '../access/business-calendar.ts';
import { actorId, type Context } from '../access/context.ts';
import type { WriteTx } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound, ProblemError } from '../problem.ts';
import { writeProtection } from './protection-queries.ts';
import {
  type EventRow,
  eventsOf,
  insertEvent,
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
  page: Pick<RegistrationBody, 'deciding'>,
  sent: Sent | null = null,
): Promise<Registration> {
  const { organization, now } = context;
  const org = organization.orgId;
  const on = localDateAt(now, organization.timeZone);
  const event = { ...happening, at: now, on } as RegistrationEvent;
  const advanced = advance(life, event);
  if (!advanced.ok) throw new ProblemError('conflict', advanced.why);
  const next = advanced.life;
  const moment = next.last ?? { at: now, on };
  const { type, by, ...body } = happening;
  const kept = {
    nth: events.length + 1,
    type,
    by,
    actor: actorId(context.actor),
    at: moment.at,
    body: body as Record<string, unknown>,
  };
  const clock = decisionClock(next, page.deciding, businessCalendar(organization), moment.on);
  const dueOn: LocalDate | null = clock.kind === 'none' ? null : clock.dueOn;
  const reading = {
    state: next.state,
    submittedAt: next.submittedAt,
    submittedOn: next.submittedOn,
    completeAt: next.completeAt,
    decidedOn: next.decidedOn,
    dueOn,
    protectedFrom: next.protection?.from ?? null,
    protectedUntil: next.protection?.until ?? null,
    lastActivityOn: next.lastActivityOn,
  };
  await insertEvent(tx, org, row.registration_id, { ...kept, on: moment.on }, reading, now, sent);
  if (moveOf(type).protection !== null && next.protection !== null) {
    const claim = { accountKey: row.account_key ?? '', products: row.products };
    await writeProtection(tx, org, row.registration_id, claim, next.protection);
  }
  tx.record({
    action: `registration.${type}`,
    entityId: row.registration_id,
    before: { state: life.state },
    after: { state: next.state, ...body },
  });
  return {
    row: {
      ...row,
      state: next.state,
      events: kept.nth,
      submitted_at: next.submittedAt,
      submitted_on: next.submittedOn,
      complete_at: next.completeAt,
      decided_on: next.decidedOn,
      due_on: dueOn,
      protected_from: reading.protectedFrom,
      protected_until: reading.protectedUntil,
      last_activity_on: next.lastActivityOn,
    },
    events: [...events, { ...kept, on_day: moment.on }],
    life: next,
  };
}
