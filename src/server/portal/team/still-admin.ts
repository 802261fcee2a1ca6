import type { MembershipId, PartnerId } from '#core/ids.ts';
import type { Context } from '../../access/context.ts';
import type { WriteTx } from '../../audit/write.ts';
import { refused } from '../../problem.ts';
import { type ColleagueRow, lockTeam } from './queries.ts';

/**
 * The team, locked, and the admin who acts. Two admins may end each other at the same moment: the later one finds that
 * they are none any more, and nothing happens.
 */
export async function requireStillAdmin(
  tx: WriteTx,
  context: Context,
  partner: PartnerId,
): Promise<{ readonly team: readonly ColleagueRow[]; readonly me: { readonly membershipId: MembershipId } }> {
  const { actor, organization } = context;
  const team = await lockTeam(tx, organization.orgId, partner);
  const own = team.find((one) => actor.kind === 'member' && one.membership_id === actor.membershipId);
  if (actor.kind !== 'member' || own === undefined || !isAdminNow(own)) {
    throw refused('conflict', 'team.not_admin');
  }
  return { team, me: { membershipId: actor.membershipId } };
}

/** Whether somebody runs the team at this moment. */
export function isAdminNow(row: Pick<ColleagueRow, 'suspended_at' | 'roles'>): boolean {
  return row.suspended_at === null && row.roles.includes('partner_admin');
}
