import type { MembershipId, PartnerId, UserId } from '#core/ids.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { readTransaction, violatedConstraint } from '../database/transaction.ts';
import type { CurrentUser } from '../identity/current-user.ts';
import type { Identity } from '../identity/identity.ts';
import { hashToken } from '../identity/token.ts';
import { findUserByEmail } from '../identity/users.ts';
import { refused } from '../problem.ts';
import type { Context, Ports } from './context.ts';
import { contextOf } from './create-organization.ts';
import { makeUser } from './new-person.ts';
import {
  closeInvitation,
  findInvitation,
  type InvitationRow,
  insertMembership,
  lockInvitation,
} from './queries.ts';

const gone = () => refused('not-found', 'invitation.over');

/** An invitation that is still open, for the page that asks whether to accept. Used, revoked, ended and unknown look alike. */
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

/** Who accepts: the person who is signed in, or a new one who chooses a name and a password. */
export type Accepting =
  | { readonly user: CurrentUser }
  | { readonly newPerson: { readonly name: string; readonly password: string } };

/**
 * Makes the invited person a member, and a user if they are none. The token works once: of two acceptances at the
 * same time one is refused. The letter proved the address, so it must be theirs.
 */
export async function acceptInvitation(
  identity: Identity,
  ports: Ports,
  slug: string,
  token: string,
  accepting: Accepting,
): Promise<{ userId: UserId; isNew: boolean }> {
  const { context, invitation: seen } = await readInvitation(ports, slug, token);
  const org = context.organization.orgId;
  if ('user' in accepting && accepting.user.email.toLowerCase() !== seen.email) {
    throw refused('conflict', 'invitation.address', { email: seen.email });
  }
  if ('newPerson' in accepting && (await findUserByEmail(identity, seen.email))) {
    throw refused('conflict', 'invitation.account', { email: seen.email });
  }
  try {
    return await write(context, async (tx) => {
      const invitation = await lockInvitation(tx, org, hashToken(token));
      if (!invitation || !isOpen(invitation, context.now)) throw gone();
      if (!(await closeInvitation(tx, org, invitation.invitation_id, 'accepted_at', context.now)))
        throw gone();
      const person =
        'user' in accepting
          ? { userId: accepting.user.userId, name: accepting.user.name }
          : {
              userId: await makeUser(identity, tx, { ...accepting.newPerson, email: invitation.email }),
              name: accepting.newPerson.name,
            };
      await addMember(tx, context, person, invitation);
      return { userId: person.userId, isNew: 'newPerson' in accepting };
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'one_membership_per_person_and_side') throw error;
    throw refused('conflict', 'invitation.member');
  }
}

async function addMember(
  tx: WriteTx,
  context: Context,
  person: { userId: UserId; name: string },
  invitation: InvitationRow,
): Promise<void> {
  const membershipId = context.ports.ids.next<MembershipId>(context.now);
  await insertMembership(
    tx,
    context.organization.orgId,
    {
      membership_id: membershipId,
      user_id: person.userId,
      display_name: person.name,
      roles: invitation.roles,
      partner_id: invitation.partner_id as PartnerId | null,
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
}

function isOpen(invitation: InvitationRow, now: number): boolean {
  return invitation.accepted_at === null && invitation.revoked_at === null && invitation.expires_at > now;
}
