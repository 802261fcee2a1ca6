import { mayHold, oneAnswersFor } from '#core/blueprint/standing-seat.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import { type Role, roles as roleTable } from '#core/program/roles.ts';
import { type InterimAs, interimHolders, type Seat, seatLabel } from '#core/program/seat.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import { invalidField, notFound, ProblemError } from '../problem.ts';
import { lockProgram } from './queries.ts';
import {
  endHoldings,
  insertHolding,
  maySignIn,
  openHoldings,
  type SeatMemberRow,
  seatMembers,
} from './seat-queries.ts';

/**
 * Names the holder of a seat, in person or in the interim. Where one person answers for the seat, the former holder's
 * time ends on the same day. Throws ProblemError `invalid-input` for somebody whose role does not fit the seat.
 */
export async function assignSeat(
  context: Context,
  seat: Seat,
  holder: { readonly membershipId: string; readonly interim: InterimAs | null },
): Promise<void> {
  requireCapability(context, 'program.seat');
  const { organization, now, ports } = context;
  const org = organization.orgId;
  const today = localDateAt(now, organization.timeZone);
  const by = actorId(context.actor);
  await write(context, async (tx) => {
    await lockProgram(tx, org, by, now);
    const member = await requireSeatMember(tx, context, holder.membershipId, today);
    requireFit(seat, holder.interim, member);
    const open = (await openHoldings(tx, org)).filter((one) => one.seat === seat);
    const own = open.find((one) => one.membership_id === holder.membershipId);
    if (own && own.interim === holder.interim) {
      throw new ProblemError('conflict', `They hold the seat ${seatLabel(seat)} already.`);
    }
    const former = oneAnswersFor(seat) ? open : open.filter((one) => one === own);
    await endHoldings(
      tx,
      org,
      former.map((one) => one.holding_id),
      today,
      by,
    );
    await insertHolding(tx, org, {
      holding_id: ports.ids.next<Id<'seat holding'>>(now),
      seat,
      membership_id: holder.membershipId,
      interim: holder.interim,
      started_on: today,
      started_by: by,
    });
    tx.record({
      action: 'seat.assign',
      entityId: seat,
      before: former.map((one) => ({ membershipId: one.membership_id, interim: one.interim })),
      after: holder,
    });
  });
}

/** Somebody of the organization's own side who can sign in today. */
export async function requireSeatMember(
  tx: Tx,
  context: Context,
  membershipId: string,
  today: LocalDate,
): Promise<SeatMemberRow> {
  const member = (await seatMembers(tx, context.organization.orgId)).find(
    (one) => one.membership_id === membershipId,
  );
  if (!member) throw notFound('member');
  if (maySignIn(member, today)) return member;
  throw new ProblemError(
    'conflict',
    `${member.display_name} cannot sign in any more. Name somebody who can.`,
  );
}

function requireFit(seat: Seat, interim: InterimAs | null, member: SeatMemberRow): void {
  const roles = member.roles as Role[];
  if (mayHold(seat, interim, roles)) return;
  const held = roles.map((role) => roleTable[role].label).join(', ');
  throw interim === null
    ? invalidField(
        'body.membershipId',
        `somebody with the role ${seatLabel(seat)}`,
        held,
        'Give them this role first, or name the CEO, the CRO or an advisor as interim holder.',
      )
    : invalidField(
        'body.interim',
        `somebody with the role ${interimHolders[interim]}`,
        held,
        'Name as interim holder what the person is: CEO, CRO or outside advisor.',
      );
}
