import { z } from 'zod';
import { idSchema, nothingSchema, roleSchema } from '../../access/schemas.ts';
import { defineRoute } from '../../http/route.ts';
import {
  changeTeamRole,
  endTeamAccess,
  handOverRegistrations,
  reopenTeamAccess,
} from './change-colleague.ts';
import { inviteColleague, renewTeamInvitation, withdrawTeamInvitation } from './invite-colleague.ts';
import { readTeam } from './read-team.ts';

const base = '/o/{org}/portal/team';
const colleague = z.object({ org: z.string(), colleagueId: idSchema });
const invitation = z.object({ org: z.string(), ownInvitation: idSchema });
const teamRole = z.enum(['partner_admin', 'partner_rep']);
const handedOver = z.object({ registrations: z.int() });

const teamSchema = z
  .object({
    members: z.array(
      z.object({
        colleagueId: z.string(),
        name: z.string(),
        role: roleSchema,
        isMe: z.boolean(),
        isOpen: z.boolean(),
        mayReopen: z.boolean(),
        email: z.string().nullable(),
        lastSeenAt: z.int().nullable(),
        registrations: z.int(),
      }),
    ),
    invitations: z.array(
      z.object({
        invitationId: z.string(),
        email: z.string(),
        role: roleSchema,
        expiresAt: z.int(),
        isOver: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'PortalTeam' });

/** The people of a partner in the portal, and what its admins do with them. */
export const teamRoutes = [
  defineRoute({
    method: 'GET',
    path: base,
    capability: 'portal.read',
    operation: 'readTeam',
    summary: 'Who of the caller’s partner is in the portal; addresses, visits and invitations for its admins',
    replies: { 200: teamSchema },
    handle: async ({ context, services }) => ({
      status: 200,
      body: (await readTeam(context, services.identity)) as z.input<typeof teamSchema>,
    }),
  }),
  defineRoute({
    method: 'POST',
    path: `${base}/invitations`,
    capability: 'portal.team',
    operation: 'inviteColleague',
    summary: 'Invite a colleague into the caller’s partner: one link, used once, for seven days',
    creates: true,
    perMinute: 20,
    body: z.object({ email: z.email().max(254), role: teamRole }),
    replies: { 201: z.object({ invitationId: z.string(), expiresAt: z.int() }) },
    handle: async ({ context, services, body }) => ({
      status: 201,
      body: await inviteColleague(context, services.identity, body),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: `${base}/invitations/{ownInvitation}/renewal`,
    capability: 'portal.team',
    operation: 'renewTeamInvitation',
    summary: 'Send the letter of an invitation again, with a new link for seven days',
    perMinute: 20,
    params: invitation,
    replies: { 200: z.object({ expiresAt: z.int() }) },
    handle: async ({ context, params }) => ({
      status: 200,
      body: await renewTeamInvitation(context, params.ownInvitation),
    }),
  }),
  defineRoute({
    method: 'DELETE',
    path: `${base}/invitations/{ownInvitation}`,
    capability: 'portal.team',
    operation: 'withdrawTeamInvitation',
    summary: 'Take an open invitation into the caller’s partner back',
    params: invitation,
    replies: { 200: nothingSchema },
    handle: async ({ context, params }) => {
      await withdrawTeamInvitation(context, params.ownInvitation);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: `${base}/members/{colleagueId}/role`,
    capability: 'portal.team',
    operation: 'changeTeamRole',
    summary: 'Make a colleague admin or rep; a team keeps an admin',
    params: colleague,
    body: z.object({ role: teamRole }),
    replies: { 200: nothingSchema },
    handle: async ({ context, params, body }) => {
      await changeTeamRole(context, params.colleagueId, body.role);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: `${base}/members/{colleagueId}/end`,
    capability: 'portal.team',
    operation: 'endTeamAccess',
    summary: 'End a colleague’s access and hand over what is not over, together or not at all',
    params: colleague,
    body: z.object({ successorId: idSchema.nullable() }),
    replies: { 200: handedOver },
    handle: async ({ context, params, body }) => ({
      status: 200,
      body: await endTeamAccess(context, params.colleagueId, body.successorId),
    }),
  }),
  defineRoute({
    method: 'DELETE',
    path: `${base}/members/{colleagueId}/end`,
    capability: 'portal.team',
    operation: 'reopenTeamAccess',
    summary: 'Open a colleague’s access again that the partner itself had ended',
    params: colleague,
    replies: { 200: nothingSchema },
    handle: async ({ context, params }) => {
      await reopenTeamAccess(context, params.colleagueId);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: `${base}/members/{colleagueId}/successor`,
    capability: 'portal.team',
    operation: 'handOverRegistrations',
    summary: 'Hand everything of a colleague that is not over to another, drafts included',
    params: colleague,
    body: z.object({ successorId: idSchema }),
    replies: { 200: handedOver },
    handle: async ({ context, params, body }) => ({
      status: 200,
      body: await handOverRegistrations(context, params.colleagueId, body.successorId),
    }),
  }),
];
