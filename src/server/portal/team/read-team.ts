/**
 * Who of a partner is in the portal. Everybody sees who is there; addresses, visits and invitations are for its admins.
 *
 * Handbook: docs/handbook/portal.md
 */

import type { Role } from '#core/program/roles.ts';
import { type Context, may, requireCapability } from '../../access/context.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { Identity } from '../../identity/identity.ts';
import { emailsOf } from '../../identity/users.ts';
import { notFound } from '../../problem.ts';
import { handedOverStates } from '../../registration/hand-over.ts';
import { requirePartner } from '../require-partner-deal.ts';
import { type ColleagueRow, teamInvitations, teamRows } from './queries.ts';

/** Somebody of the team. What is null is not the reader’s to see, or never was. */
type Colleague = {
  readonly colleagueId: string;
  readonly name: string;
  readonly role: Role;
  readonly isMe: boolean;
  readonly isOpen: boolean;
  /** Whether an admin of the partner may open it again: the partner ended it, and not the vendor. */
  readonly mayReopen: boolean;
  readonly email: string | null;
  readonly lastSeenAt: number | null;
  /** How many registrations that are not over are with them. */
  readonly registrations: number;
};

type Team = {
  readonly members: readonly Colleague[];
  readonly invitations: readonly {
    readonly invitationId: string;
    readonly email: string;
    readonly role: Role;
    readonly expiresAt: number;
    readonly isOver: boolean;
  }[];
};

export async function readTeam(context: Context, identity: Identity): Promise<Team> {
  requireCapability(context, 'portal.read');
  const partner = requirePartner(context);
  const { actor } = context;
  // Who holds a secret link alone is no colleague.
  if (actor.kind !== 'member') throw notFound('team');
  const org = context.organization.orgId;
  const isAdmin = may(actor, 'portal.team');
  const { rows, invited } = await readTransaction(context.ports.pool, { org, partner }, async (tx) => ({
    rows: await teamRows(tx, org, partner, handedOverStates),
    invited: isAdmin ? await teamInvitations(tx, org, partner) : [],
  }));
  const shown = isAdmin ? rows : rows.filter((row) => row.suspended_at === null);
  const emails = isAdmin
    ? await emailsOf(
        identity,
        rows.map((row) => row.user_id),
      )
    : new Map<string, string>();
  return {
    members: shown.map((row) => ({
      colleagueId: row.membership_id,
      name: row.display_name,
      role: teamRole(row),
      isMe: row.membership_id === actor.membershipId,
      isOpen: row.suspended_at === null,
      mayReopen: row.ended_by_partner,
      email: emails.get(row.user_id) ?? null,
      lastSeenAt: isAdmin ? row.last_seen_at : null,
      registrations: row.registrations,
    })),
    invitations: invited.map((row) => ({
      invitationId: row.invitation_id,
      email: row.email,
      role: teamRole(row),
      expiresAt: row.expires_at,
      isOver: row.expires_at <= context.now,
    })),
  };
}

function teamRole({ roles }: Pick<ColleagueRow, 'roles'>): Role {
  return roles.includes('partner_admin') ? 'partner_admin' : 'partner_rep';
}
