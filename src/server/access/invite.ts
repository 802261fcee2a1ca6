import type { LocalDate } from '#core/calendar.ts';
import type { Id, MembershipId, PartnerId } from '#core/ids.ts';
import { type Role, roles as roleTable } from '#core/program/roles.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { violatedConstraint, writeTransaction } from '../database/transaction.ts';
import { linkWithToken } from '../identity/letters.ts';
import { newToken } from '../identity/token.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { type Letter, writeLetter } from '../mail/letter.ts';
import type { MailOut } from '../mail/message.ts';
import { invitationLetter } from '../mail/templates/invitation.ts';
import { teamInvitationLetter } from '../mail/templates/team-invitation.ts';
import { lookOf } from '../portal/brand/letter-look.ts';
import { requireOpenPortal } from '../portal/opening/opening.ts';
import { invalidField, notFound } from '../problem.ts';
import { type Context, type Ports, requireCapability } from './context.ts';
import { contextOf } from './create-organization.ts';
import { closeInvitation, insertInvitation, setInvitationToken } from './queries.ts';

/** How long the link of an invitation works. */
export const invitationValidFor = 7 * 24 * 3600 * 1000;

export type Invitation = {
  readonly email: string;
  readonly roles: readonly Role[];
  readonly partnerId: PartnerId | null;
  readonly accessEndsOn: LocalDate | null;
};

/**
 * Invites a person by mail: one link, usable once, for seven days. Their roles are those that were invited. Somebody of a
 * partner is invited once the portal is open.
 */
export async function invite(
  context: Context,
  invitation: Invitation,
): Promise<{ invitationId: string; expiresAt: number }> {
  requireCapability(context, 'member.change');
  ensureRolesFit(invitation.roles, invitation.partnerId, invitation.accessEndsOn);
  const { actor } = context;
  if (actor.kind !== 'member') throw notFound('person to invite as');
  const { membershipId } = actor;
  const sent = write(context, async (tx) => {
    if (invitation.partnerId !== null) await requireOpenPortal(tx, context, 'body.partnerId');
    return openInvitation(tx, context, invitation, membershipId);
  });
  return sent.catch((error: unknown) => {
    const refused = violatedConstraint(error);
    throw refused === 'a_partner_invitation_is_for_a_known_partner' ? notFound('partner') : error;
  });
}

/** Writes an invitation and leaves its letter to be sent. The caller has asked who may. */
export async function openInvitation(
  tx: WriteTx,
  context: Context,
  invitation: Invitation,
  invitedBy: MembershipId,
): Promise<{ invitationId: string; expiresAt: number }> {
  const { organization, now, ports } = context;
  const invitationId = ports.ids.next<Id<'invitation'>>(now);
  const expiresAt = now + invitationValidFor;
  await insertInvitation(tx, organization.orgId, {
    invitation_id: invitationId,
    email: invitation.email.trim().toLowerCase(),
    roles: [...invitation.roles],
    partner_id: invitation.partnerId,
    access_ends_on: invitation.accessEndsOn,
    token_hash: null,
    invited_by: invitedBy,
    created_at: now,
    expires_at: expiresAt,
    accepted_at: null,
    revoked_at: null,
  });
  await enqueue(tx, 'access.mail_invitation', { org: organization.slug, invitationId });
  tx.record({
    action: 'invitation.send',
    entityId: invitationId,
    after: { roles: invitation.roles, expiresAt },
  });
  return { invitationId, expiresAt };
}

/** Takes an open invitation back; its link stops working. */
export async function revokeInvitation(context: Context, invitationId: string): Promise<void> {
  requireCapability(context, 'member.change');
  await write(context, async (tx) => {
    const closed = await closeInvitation(
      tx,
      context.organization.orgId,
      invitationId,
      'revoked_at',
      context.now,
    );
    if (!closed) throw notFound('open invitation');
    tx.record({ action: 'invitation.revoke', entityId: invitationId });
  });
}

/** Partner roles go with a partner and no others; an advisor's access has an end. */
export function ensureRolesFit(
  roles: readonly Role[],
  partnerId: PartnerId | null,
  accessEndsOn: LocalDate | null,
): void {
  if (roles.length === 0)
    throw invalidField('body.roles', 'at least one role', 'none', 'Choose what this person does.');
  const outside = roles.filter((role) => roleTable[role].face === 'portal');
  if ((partnerId !== null && outside.length !== roles.length) || (partnerId === null && outside.length > 0)) {
    throw invalidField(
      'body.roles',
      'partner roles with a partner, the company’s roles without',
      roles.join(', '),
      'Choose the partner whose person this is, or a role of your own company.',
    );
  }
  if (roles.includes('advisor') && accessEndsOn === null) {
    throw invalidField(
      'body.accessEndsOn',
      'the last day of an advisor’s access',
      'nothing',
      'Give the date; it can be moved later.',
    );
  }
}

/** The job that writes an invitation's letter. It makes the token, so that of two runs only the later link works. */
export async function mailInvitation(
  ports: Ports,
  mail: MailOut,
  publicUrl: string,
  job: { org: string; invitationId: string },
): Promise<void> {
  const context = await contextOf(ports, job.org, { kind: 'job', name: 'access.mail_invitation' });
  if (!context) return;
  const { organization } = context;
  const { token, hash } = newToken();
  const org = organization.orgId;
  const [row, look] = await writeTransaction(ports.pool, { org }, async (tx) => [
    await setInvitationToken(tx, org, job.invitationId, hash),
    await lookOf(tx, organization),
  ]);
  if (!row) return;
  const same = {
    invitedBy: row.inviter,
    link: linkWithToken(publicUrl, `/o/${organization.slug}/invitation`, token),
    expiresOn: localDateAt(row.expires_at, organization.timeZone),
  };
  const letter: Letter =
    row.partner === null
      ? invitationLetter({
          ...same,
          organization: organization.name,
          roles: row.roles.map((role) => roleTable[role as Role].label),
        })
      : teamInvitationLetter({
          ...{ ...same, look, roles: row.roles, partner: row.partner },
          language: row.inviter_language ?? 'en',
        });
  await mail.send(await writeLetter({ address: row.email }, letter));
}
