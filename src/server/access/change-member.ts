import type { LocalDate } from '#core/calendar.ts';
import type { PartnerId } from '#core/ids.ts';
import type { Role } from '#core/program/roles.ts';
import { write } from '../audit/write.ts';
import { readTransaction } from '../database/transaction.ts';
import { notFound, ProblemError } from '../problem.ts';
import { type Context, requireCapability } from './context.ts';
import { ensureRolesFit } from './invite.ts';
import {
  type InvitationRow,
  invitations,
  lockMembers,
  type MembershipRow,
  members,
  updateMembership,
} from './queries.ts';

export type MemberChange = {
  readonly roles?: readonly Role[] | undefined;
  readonly accessEndsOn?: LocalDate | null | undefined;
  readonly suspended?: boolean | undefined;
};

/** The people of this organization, and the invitations that are still open. */
export function listMembers(
  context: Context,
): Promise<{ members: MembershipRow[]; invitations: InvitationRow[] }> {
  requireCapability(context, 'member.read');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => ({
    members: await members(tx, org),
    invitations: (await invitations(tx, org)).filter(
      (one) => one.accepted_at === null && one.revoked_at === null && one.expires_at > context.now,
    ),
  }));
}

/**
 * Changes what a member may do, until when, or suspends them; it counts from their next request on. The last
 * administrator who can sign in cannot be taken away.
 */
export async function changeMember(
  context: Context,
  membershipId: string,
  change: MemberChange,
): Promise<void> {
  requireCapability(context, 'member.change');
  const org = context.organization.orgId;
  await write(context, async (tx) => {
    const all = await lockMembers(tx, org);
    const before = all.find((one) => one.membership_id === membershipId);
    if (!before) throw notFound('member');
    const after: MembershipRow = {
      ...before,
      roles: change.roles ? [...change.roles] : before.roles,
      access_ends_on: change.accessEndsOn === undefined ? before.access_ends_on : change.accessEndsOn,
      suspended_at:
        change.suspended === undefined
          ? before.suspended_at
          : change.suspended
            ? (before.suspended_at ?? context.now)
            : null,
    };
    ensureRolesFit(
      after.roles as Role[],
      after.partner_id as PartnerId | null,
      after.access_ends_on as LocalDate | null,
    );
    const administrators = all
      .map((one) => (one.membership_id === membershipId ? after : one))
      .filter(
        (one) =>
          one.roles.includes('administrator') && one.suspended_at === null && one.access_ends_on === null,
      );
    if (administrators.length === 0) {
      throw new ProblemError(
        'conflict',
        'This is the last administrator. Make someone else an administrator first.',
      );
    }
    await updateMembership(tx, org, after, change.suspended !== undefined);
    tx.record({
      action: 'member.change',
      entityId: membershipId,
      before: shown(before),
      after: shown(after),
    });
  });
}

/** What the trail keeps of a member: never a name or an address. */
function shown(row: MembershipRow) {
  return { roles: row.roles, accessEndsOn: row.access_ends_on, suspended: row.suspended_at !== null };
}
