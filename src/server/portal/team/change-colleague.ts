/**
 * What a partner’s admin does with the team: who is admin, who is there, and who takes over from whom. A team always has
 * an admin, and nobody goes without a successor for what is not over.
 *
 * Handbook: docs/handbook/portal.md
 */

import { brandId, type MembershipId, type PartnerId } from '#core/ids.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { type WriteTx, write } from '../../audit/write.ts';
import { notFound, refused, refusedField } from '../../problem.ts';
import { type Colleague, handOver, lockRegistrationsOf } from '../../registration/hand-over.ts';
import { requirePartner } from '../require-partner-deal.ts';
import type { TeamRole } from './invite-colleague.ts';
import { type ColleagueRow, setEndedByPartner, setRoles } from './queries.ts';
import { isAdminNow, requireStillAdmin } from './still-admin.ts';

/** Makes a colleague admin or rep; it counts from their next request on. */
export async function changeTeamRole(context: Context, colleagueId: string, role: TeamRole): Promise<void> {
  requireCapability(context, 'portal.team');
  const partner = requirePartner(context);
  await write(
    context,
    async (tx) => {
      const { team } = await requireStillAdmin(tx, context, partner);
      const before = colleagueIn(team, colleagueId);
      if (before.roles.length === 1 && before.roles[0] === role) return;
      const after = { ...before, roles: [role] };
      requireAnAdmin(team, after);
      await setRoles(tx, context.organization.orgId, colleagueId, after.roles);
      tx.record({
        action: 'member.change',
        entityId: colleagueId,
        before: shown(before),
        after: shown(after),
      });
    },
    { mayChangeNothing: true },
  );
}

/**
 * Ends the access of a colleague, or one’s own, and hands over what is not over to the successor, who has to be named
 * where there is anything. Both happen together or not at all.
 */
export async function endTeamAccess(
  context: Context,
  colleagueId: string,
  successorId: string | null,
): Promise<{ registrations: number }> {
  requireCapability(context, 'portal.team');
  const partner = requirePartner(context);
  return write(context, async (tx) => {
    const { team } = await requireStillAdmin(tx, context, partner);
    const before = colleagueIn(team, colleagueId);
    if (before.suspended_at !== null) throw refused('conflict', 'team.ended');
    const after = { ...before, suspended_at: context.now };
    requireAnAdmin(team, after);
    const registrations = await passOn(tx, context, partner, { team, from: before, successorId });
    await setEndedByPartner(tx, context.organization.orgId, colleagueId, context.now);
    tx.record({
      action: 'member.change',
      entityId: colleagueId,
      before: shown(before),
      after: shown(after),
    });
    return { registrations };
  });
}

/** Opens the access of a colleague again that the partner itself had ended. */
export async function reopenTeamAccess(context: Context, colleagueId: string): Promise<void> {
  requireCapability(context, 'portal.team');
  const partner = requirePartner(context);
  await write(context, async (tx) => {
    const { team } = await requireStillAdmin(tx, context, partner);
    const before = colleagueIn(team, colleagueId);
    if (before.suspended_at === null) throw refused('conflict', 'team.open');
    if (!before.ended_by_partner) {
      throw refused('conflict', 'team.ended_by_company', { company: context.organization.name });
    }
    await setEndedByPartner(tx, context.organization.orgId, colleagueId, null);
    tx.record({
      action: 'member.change',
      entityId: colleagueId,
      before: shown(before),
      after: shown({ ...before, suspended_at: null }),
    });
  });
}

/** Hands everything of a colleague that is not over to another, whether the first is still there or not. */
export async function handOverRegistrations(
  context: Context,
  colleagueId: string,
  successorId: string,
): Promise<{ registrations: number }> {
  requireCapability(context, 'portal.team');
  const partner = requirePartner(context);
  return write(
    context,
    async (tx) => {
      const { team } = await requireStillAdmin(tx, context, partner);
      const from = colleagueIn(team, colleagueId);
      return { registrations: await passOn(tx, context, partner, { team, from, successorId }) };
    },
    { mayChangeNothing: true },
  );
}

async function passOn(
  tx: WriteTx,
  context: Context,
  partner: PartnerId,
  given: {
    readonly team: readonly ColleagueRow[];
    readonly from: ColleagueRow;
    readonly successorId: string | null;
  },
): Promise<number> {
  const { team, from, successorId } = given;
  const to = successorId === null ? null : colleagueIn(team, successorId);
  if (to !== null && (to.suspended_at !== null || to.membership_id === from.membership_id)) {
    throw refusedField(
      'body.successorId',
      'somebody else of the team who is there',
      to.display_name,
      'team.other_successor',
    );
  }
  const theirs = await lockRegistrationsOf(tx, context, partner, colleagueOf(from));
  if (theirs.length > 0 && to === null) {
    throw refusedField(
      'body.successorId',
      `who takes over the ${theirs.length} registrations of ${from.display_name}`,
      'nobody',
      'team.successor',
    );
  }
  return to === null ? 0 : handOver(tx, context, partner, theirs, colleagueOf(to));
}

function colleagueIn(team: readonly ColleagueRow[], colleagueId: string): ColleagueRow {
  const found = team.find((one) => one.membership_id === colleagueId);
  if (!found) throw notFound('colleague');
  return found;
}

function colleagueOf(row: ColleagueRow): Colleague {
  return { membershipId: brandId<MembershipId>(row.membership_id), name: row.display_name };
}

function requireAnAdmin(team: readonly ColleagueRow[], after: ColleagueRow): void {
  if (team.some((one) => isAdminNow(one.membership_id === after.membership_id ? after : one))) return;
  throw refused('conflict', 'team.last_admin');
}

/** What the trail keeps of a member: never a name or an address. */
function shown(row: ColleagueRow) {
  return { roles: row.roles, accessEndsOn: row.access_ends_on, suspended: row.suspended_at !== null };
}
