import { type Seat, seatLabel } from '#core/program/seat.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { notFound, ProblemError } from '../problem.ts';
import { lockProgram } from './queries.ts';
import { endHoldings, openHoldings, seatMembers } from './seat-queries.ts';

/** Ends somebody's time in a seat. Nobody follows them: the seat is open until it is assigned, and shows as a gap. */
export async function endSeat(context: Context, seat: Seat, membershipId: string): Promise<void> {
  requireCapability(context, 'program.seat');
  const { organization, now } = context;
  const org = organization.orgId;
  const by = actorId(context.actor);
  await write(context, async (tx) => {
    await lockProgram(tx, org, by, now);
    const member = (await seatMembers(tx, org)).find((one) => one.membership_id === membershipId);
    if (!member) throw notFound('member');
    const own = (await openHoldings(tx, org)).find(
      (one) => one.seat === seat && one.membership_id === membershipId,
    );
    if (!own) {
      throw new ProblemError(
        'conflict',
        `${member.display_name} was not named for the seat ${seatLabel(seat)}. A seat that comes with a role ends with the role.`,
      );
    }
    await endHoldings(tx, org, [own.holding_id], localDateAt(now, organization.timeZone), by);
    tx.record({ action: 'seat.end', entityId: seat, before: { membershipId, interim: own.interim } });
  });
}
