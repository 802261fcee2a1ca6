import type { MembershipId } from '#core/ids.ts';
import { write } from '../audit/write.ts';
import { readTransaction, violatedConstraint } from '../database/transaction.ts';
import type { CurrentUser } from '../identity/current-user.ts';
import { hashToken } from '../identity/token.ts';
import { ProblemError } from '../problem.ts';
import type { Context, Ports } from './context.ts';
import { contextOf } from './create-organization.ts';
import {
  closeInvitation,
  findInvitation,
  type InvitationRow,
  insertMembership,
  lockInvitation,
} from './queries.ts';

const gone = () =>
  new ProblemError('not-found', 'This invitation was used, taken back, or has ended. Ask for a new one.');

/** What the page of an invitation shows before it is accepted. Throws 404 alike for used, revoked, ended and unknown. */
export async function readInvitation(
  ports: Ports,
  slug: string,
  token: string,
): Promise<{ context: Context; invitation: InvitationRow }> {
  const context = await contextOf(ports, slug, { kind: 'system', name: 'invitation' });
  if (!context) throw gone();
  const org = context.organization.orgId;
  const invitation = await readTransaction(ports.pool, { org }, (tx) =>
    findInvitation(tx, org, hashToken(token)),
  );
  if (!invitation || !isOpen(invitation, context.now)) throw gone();
  return { context, invitation };
}

/** Makes the invited person a member. The token works once: of two acceptances at the same time one is refused. */
export async function acceptInvitation(
  ports: Ports,
  slug: string,
  token: string,
  user: CurrentUser,
): Promise<void> {
  const { context } = await readInvitation(ports, slug, token);
  const org = context.organization.orgId;
  try {
    await write(context, async (tx) => {
      const invitation = await lockInvitation(tx, org, hashToken(token));
      if (!invitation || !isOpen(invitation, context.now)) throw gone();
      if (invitation.email !== user.email.toLowerCase()) {
        throw new ProblemError(
          'not-allowed',
          `This invitation is for ${invitation.email}. Sign in with that address.`,
        );
      }
      if (!(await closeInvitation(tx, org, invitation.invitation_id, 'accepted_at', context.now)))
        throw gone();
      const membershipId = ports.ids.next<MembershipId>(context.now);
      await insertMembership(
        tx,
        org,
        {
          membership_id: membershipId,
          user_id: user.userId,
          display_name: user.name,
          roles: invitation.roles,
          partner_id: invitation.partner_id,
          access_ends_on: invitation.access_ends_on,
          suspended_at: null,
        },
        context.now,
      );
      tx.record({
        action: 'invitation.accept',
        entityId: invitation.invitation_id,
        after: { membershipId, roles: invitation.roles },
      });
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'one_membership_per_person_and_side') throw error;
    throw new ProblemError('conflict', 'You are a member of this organization already.');
  }
}

function isOpen(invitation: InvitationRow, now: number): boolean {
  return invitation.accepted_at === null && invitation.revoked_at === null && invitation.expires_at > now;
}
