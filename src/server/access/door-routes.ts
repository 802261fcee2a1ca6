import { z } from 'zod';
import type { CurrencyCode } from '#core/money.ts';
import type { Role } from '#core/program/roles.ts';
import { admitAdministrators } from '../demo/demo.ts';
import { defineRoute } from '../http/route.ts';
import { currentUser } from '../identity/current-user.ts';
import { openFirstSession } from '../identity/users.ts';
import { acceptInvitation, readInvitation } from './accept-invitation.ts';
import { currencySchema, roleSchema, timeZoneSchema } from './schemas.ts';
import { isClaimed, setUp } from './set-up.ts';

const tokenSchema = z.string().min(20).max(200);
const nameSchema = z.string().trim().min(1).max(200);
// How long and how common a password may be is refused by identity, with a reason.
const passwordSchema = z.string().max(1000);

/** The doors of the installation: first set-up and invitations. They answer before anyone is known. */
export const doorRoutes = [
  defineRoute({
    method: 'GET',
    path: '/installation',
    capability: 'public',
    operation: 'getInstallation',
    summary: 'Whether this installation is set up',
    replies: { 200: z.object({ isSetUp: z.boolean() }) },
    handle: async ({ services }) => ({ status: 200, body: { isSetUp: await isClaimed(services.ports) } }),
  }),
  defineRoute({
    method: 'POST',
    path: '/set-up',
    capability: 'public',
    operation: 'setUp',
    summary:
      'Set the installation up with the token from the log: the first organization and its administrator',
    perMinute: 20,
    body: z.object({
      token: tokenSchema,
      organizationName: nameSchema,
      timeZone: timeZoneSchema,
      currency: currencySchema,
      fiscalYearStartMonth: z.int().min(1).max(12),
      publicUrl: z.url({ protocol: /^https?$/ }).nullable(),
      name: nameSchema,
      email: z.email().max(254),
      password: passwordSchema,
    }),
    replies: { 201: z.object({ org: z.string() }) },
    handle: async ({ services, request, body }) => {
      const publicUrl = body.publicUrl === null ? null : new URL(body.publicUrl).origin;
      const { slug, userId } = await setUp(services.identity, services.ports, {
        ...body,
        publicUrl,
        currency: body.currency as CurrencyCode,
        administrator: { name: body.name, email: body.email, password: body.password },
      });
      if (publicUrl) services.rememberPublicUrl(publicUrl);
      // A demo company that the command line loaded before lets the new administrator in.
      await admitAdministrators(services.ports);
      return {
        status: 201,
        body: { org: slug },
        cookies: await openFirstSession(services.identity, request.caller, userId),
      };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/invitation/read',
    capability: 'public',
    operation: 'readInvitation',
    summary: 'What an invitation is for; a POST, so that the token stands in no address',
    perMinute: 30,
    params: z.object({ org: z.string() }),
    body: z.object({ token: tokenSchema }),
    replies: { 200: z.object({ organization: z.string(), email: z.string(), roles: z.array(roleSchema) }) },
    handle: async ({ services, params, body }) => {
      const { context, invitation } = await readInvitation(services.ports, params.org, body.token);
      return {
        status: 200,
        body: {
          organization: context.organization.name,
          email: invitation.email,
          roles: invitation.roles as Role[],
        },
      };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/invitation/accept',
    capability: 'public',
    operation: 'acceptInvitation',
    summary: 'Accept an invitation, signed in with its address or as a new person',
    perMinute: 30,
    params: z.object({ org: z.string() }),
    body: z.object({ token: tokenSchema, name: nameSchema.optional(), password: passwordSchema.optional() }),
    replies: { 200: z.object({ org: z.string() }) },
    handle: async ({ services, params, request, body }) => {
      const { identity, ports } = services;
      const user = await currentUser(identity, request.caller.cookie);
      const accepting =
        body.name !== undefined && body.password !== undefined
          ? { newPerson: { name: body.name, password: body.password } }
          : user
            ? { user }
            : { newPerson: { name: body.name ?? '', password: body.password ?? '' } };
      const accepted = await acceptInvitation(identity, ports, params.org, body.token, accepting);
      return {
        status: 200,
        body: { org: params.org },
        cookies: accepted.isNew ? await openFirstSession(identity, request.caller, accepted.userId) : [],
      };
    },
  }),
];
