import type { RefusalCode } from '#core/portal/refusals.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { invitationValidFor, openInvitation } from '../../access/invite.ts';
import { write } from '../../audit/write.ts';
import { foldedEmail } from '../../identity/email.ts';
import type { Identity } from '../../identity/identity.ts';
import { findUserByEmail } from '../../identity/users.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { notFound, refusedField } from '../../problem.ts';
import { requirePartner } from '../require-partner-deal.ts';
import { changeInvitation, teamInvitations } from './queries.ts';
import { requireStillAdmin } from './still-admin.ts';

export type TeamRole = 'partner_admin' | 'partner_rep';

/** Invites a colleague into the own partner: one link by mail, usable once, for seven days. One at a time per address. */
export async function inviteColleague(
  context: Context,
  identity: Identity,
  invited: { readonly email: string; readonly role: TeamRole },
): Promise<{ invitationId: string; expiresAt: number }> {
  requireCapability(context, 'portal.team');
  const partnerId = requirePartner(context);
  const email = foldedEmail(invited.email);
  const known = await findUserByEmail(identity, email);
  const org = context.organization.orgId;
  return write(context, async (tx) => {
    const { team, me } = await requireStillAdmin(tx, context, partnerId);
    const colleague = team.find((one) => one.user_id === known?.userId);
    const refuse = (found: string, code: RefusalCode) =>
      refusedField('body.email', 'the address of somebody who is not here yet', found, code);
    if (colleague) {
      throw colleague.suspended_at === null
        ? refuse('a colleague', 'team.colleague')
        : refuse('a colleague whose access has ended', 'team.open_again');
    }
    if ((await teamInvitations(tx, org, partnerId)).some((one) => one.email === email)) {
      throw refuse('an open invitation', 'team.invited');
    }
    return openInvitation(
      tx,
      context,
      { email, roles: [invited.role], partnerId, accessEndsOn: null },
      me.membershipId,
    );
  });
}

/** Sends the letter of an invitation again: a new link for seven days from now; the old one stops working. */
export async function renewTeamInvitation(
  context: Context,
  invitationId: string,
): Promise<{ expiresAt: number }> {
  requireCapability(context, 'portal.team');
  const partnerId = requirePartner(context);
  const { organization, now } = context;
  return write(context, async (tx) => {
    await requireStillAdmin(tx, context, partnerId);
    const until = now + invitationValidFor;
    const kept = await changeInvitation(tx, organization.orgId, partnerId, invitationId, { until });
    if (kept === null) throw notFound('open invitation');
    await enqueue(tx, 'access.mail_invitation', { org: organization.slug, invitationId });
    tx.record({ action: 'invitation.renew', entityId: invitationId, after: { expiresAt: kept.expires_at } });
    return { expiresAt: kept.expires_at };
  });
}

/** Takes an open invitation into the own partner back; its link stops working. */
export async function withdrawTeamInvitation(context: Context, invitationId: string): Promise<void> {
  requireCapability(context, 'portal.team');
  const partnerId = requirePartner(context);
  const { organization, now } = context;
  await write(context, async (tx) => {
    await requireStillAdmin(tx, context, partnerId);
    const taken = await changeInvitation(tx, organization.orgId, partnerId, invitationId, { revokedAt: now });
    if (taken === null) throw notFound('open invitation');
    tx.record({ action: 'invitation.revoke', entityId: invitationId });
  });
}
