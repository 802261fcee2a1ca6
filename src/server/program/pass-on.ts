import { createHash } from 'node:crypto';
import { holdingFor, oneAnswersFor } from '#core/blueprint/standing-seat.ts';
import { openWeekOneTasks } from '#core/blueprint/week-one.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import { type Role, roles as roleTable } from '#core/program/roles.ts';
import { type InterimAs, isSeat, type Seat, seatLabel } from '#core/program/seat.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { passPartners } from '../partner/pass-partners.ts';
import { invalidField, notFound } from '../problem.ts';
import { requireSeatMember } from './assign-seat.ts';
import { lockProgram } from './queries.ts';
import { endHoldings, insertHolding, openHoldings, type SeatMemberRow, seatMembers } from './seat-queries.ts';
import { seatsHeldBy } from './sign-page.ts';
import { loadDesign } from './watch/load-design.ts';
import { weekOneFacts } from './week-one-facts.ts';
import { closePack, copyTicks, openPack, packRow, tickedTasks } from './week-one-queries.ts';

/** How much passed: seats, the numbers that these own, partners managed, and tasks of the first week still to do. */
export type PassedOn = {
  readonly seats: number;
  readonly numbers: number;
  readonly partners: number;
  readonly tasks: number;
};

/**
 * Passes everything that one person holds to a successor, in one act: seats with their numbers, the partners they
 * manage, and what is left of their first week. It is one entry in the trail, and happens whole or not at all. Who
 * leaves need not be able to sign in any more; the successor must, and their roles must fit every seat.
 */
export async function passOn(
  context: Context,
  fromMembershipId: string,
  toMembershipId: string,
): Promise<PassedOn> {
  requireCapability(context, 'program.seat');
  const { organization, now } = context;
  const org = organization.orgId;
  const today = localDateAt(now, organization.timeZone);
  return write(context, async (tx) => {
    await lockProgram(tx, org, actorId(context.actor), now);
    const from = (await seatMembers(tx, org)).find((one) => one.membership_id === fromMembershipId);
    if (!from) throw notFound('member');
    const to = await requireSeatMember(tx, context, toMembershipId, today);
    if (from.membership_id === to.membership_id) {
      throw invalidField('body.toMembershipId', 'somebody else', to.display_name, 'Choose the successor.');
    }
    const seats = await passSeats(tx, context, from, to, today);
    const partners = await passPartners(tx, context, fromMembershipId, toMembershipId);
    const tasks = await passTasks(tx, context, from, to, today);
    const ids = [...seats, ...partners, ...tasks];
    tx.record({
      action: 'program.pass_on',
      entityId: fromMembershipId,
      before: { membershipId: fromMembershipId, seats, partners: partners.length, tasks },
      after: { membershipId: toMembershipId },
      bulk: { count: ids.length, hash: createHash('sha256').update(ids.join('\n')).digest('hex') },
      movesFigures: partners.length > 0,
    });
    const numbers = seats.filter((seat) => roleTable[seat].owns !== null).length;
    return { seats: seats.length, numbers, partners: partners.length, tasks: tasks.length };
  });
}

/** Seats that the one holds, by an entry or by their role, become entries of the other; so does one that they leave empty. */
async function passSeats(
  tx: WriteTx,
  context: Context,
  from: SeatMemberRow,
  to: SeatMemberRow,
  today: LocalDate,
): Promise<Seat[]> {
  const { organization, ports, now } = context;
  const org = organization.orgId;
  const by = actorId(context.actor);
  const open = await openHoldings(tx, org);
  const own = open.filter((one) => one.membership_id === from.membership_id);
  const design = await loadDesign(tx, organization, today);
  const byRole = seatsHeldBy(design.seats, from.membership_id).map(({ seat }) => seat);
  // Who cannot sign in any more holds nothing by role; what they leave without a holder passes all the same.
  const left = from.roles.filter(isSeat).filter((seat) => design.seats[seat].length === 0);
  const seats = [...new Set([...own.map((one) => one.seat), ...byRole, ...left])];
  const ways = seats.map((seat) => ({ seat, interim: requireWay(seat, to) }));
  const ended = open.filter(
    (one) =>
      seats.includes(one.seat) &&
      (one.membership_id === from.membership_id ||
        one.membership_id === to.membership_id ||
        oneAnswersFor(one.seat)),
  );
  await endHoldings(
    tx,
    org,
    ended.map((one) => one.holding_id),
    today,
    by,
  );
  for (const { seat, interim } of ways) {
    await insertHolding(tx, org, {
      holding_id: ports.ids.next<Id<'seat holding'>>(now),
      seat,
      membership_id: to.membership_id,
      interim,
      started_on: today,
      started_by: by,
    });
  }
  return seats;
}

function requireWay(seat: Seat, to: SeatMemberRow): InterimAs | null {
  const way = holdingFor(seat, to.roles as Role[]);
  if (way !== 'never') return way;
  throw invalidField(
    'body.toMembershipId',
    `somebody who may hold the seat ${seatLabel(seat)}`,
    to.display_name,
    'Give the successor this role first, or choose the CEO, the CRO or an advisor.',
  );
}

/** What is left of the first week goes on in the successor's pack; what was done stays done. */
async function passTasks(
  tx: WriteTx,
  context: Context,
  from: SeatMemberRow,
  to: SeatMemberRow,
  today: LocalDate,
): Promise<string[]> {
  const { organization, now } = context;
  const org = organization.orgId;
  const pack = await packRow(tx, org, from.membership_id);
  if (!pack || pack.closed_at !== null) return [];
  const ticked = (await tickedTasks(tx, org, from.membership_id)).map(({ task }) => task);
  const open = openWeekOneTasks(await weekOneFacts(tx, organization, from.membership_id, today), ticked);
  await closePack(tx, org, from.membership_id, now);
  await openPack(tx, org, to.membership_id, now);
  await copyTicks(tx, org, from.membership_id, to.membership_id);
  return open;
}
