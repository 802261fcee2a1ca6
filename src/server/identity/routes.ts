import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { notFound, ProblemError } from '../problem.ts';
import { changePassword } from './change-password.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { disableSecondFactor } from './disable-second-factor.ts';
import { enableSecondFactor } from './enable-second-factor.ts';
import {
  isPasswordRefusal,
  passwordProblem,
  proofProblem,
  signInProblem,
  tooManyAttempts,
} from './refusals.ts';
import { replaceBackupCodes } from './replace-backup-codes.ts';
import { endOtherSessions, endSession, listSessions } from './sessions.ts';
import { passwordField, signInRoutes } from './sign-in-routes.ts';

const nothing = z.object({});
const proofBody = z.object({
  password: passwordField.optional().describe('The present password, for an account that has one'),
});
const proofOf = (body: { password?: string | undefined }) =>
  body.password === undefined ? {} : { password: body.password };
const alreadyOn = () => new ProblemError('conflict', 'The second factor is on already.');
const notOn = () => new ProblemError('conflict', 'There is no second factor to change.');

const sessionSchema = z.object({
  sessionId: z.string(),
  startedAt: z.int().describe('Epoch milliseconds, like every instant here'),
  lastUsedAt: z.int().describe('Kept to the nearest five minutes'),
  endsAt: z.int(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  current: z.boolean(),
});

/** How a person changes the way they sign in, and sees and ends their sessions. */
const ownRoutes = [
  defineRoute({
    method: 'GET',
    path: '/me/sessions',
    capability: 'signed-in',
    operation: 'listSessions',
    summary: 'Where the caller is signed in, last used first',
    replies: { 200: z.object({ items: z.array(sessionSchema), nextCursor: z.null() }) },
    handle: async ({ services, user }) => ({
      status: 200,
      body: { items: await listSessions(services.identity, user), nextCursor: null },
    }),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/me/sessions/{sessionId}',
    capability: 'signed-in',
    operation: 'endSession',
    summary: 'End one of the caller’s sessions; its next request is refused',
    params: z.object({ sessionId: z.string().max(100) }),
    replies: { 200: nothing },
    handle: async ({ services, user, params }) => {
      if (!(await endSession(services.identity, user, params.sessionId))) throw notFound('session');
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/me/sessions/end-others',
    capability: 'signed-in',
    operation: 'endOtherSessions',
    summary: 'End every session of the caller but this one',
    replies: { 200: z.object({ ended: z.int() }) },
    handle: async ({ services, user }) => ({
      status: 200,
      body: { ended: await endOtherSessions(services.identity, user) },
    }),
  }),
  defineRoute({
    method: 'PUT',
    path: '/me/password',
    capability: 'signed-in',
    operation: 'changePassword',
    summary: 'Change the password, or set a first one soon after signing in by mail; other sessions end',
    perMinute: 20,
    body: z.object({ currentPassword: passwordField.optional(), newPassword: passwordField }),
    replies: { 200: nothing },
    handle: async ({ services, request, user, body }) => {
      const { currentPassword, newPassword } = body;
      const changed = await changePassword(services.identity, request.caller, user, {
        newPassword,
        ...(currentPassword === undefined ? {} : { currentPassword }),
      });
      if (changed.outcome === 'changed') return { status: 200, body: {}, cookies: changed.cookies };
      if (isPasswordRefusal(changed.reason)) throw passwordProblem(changed.reason, 'body.newPassword');
      throw proofProblem(changed.reason, 'body.currentPassword');
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/me/second-factor',
    capability: 'signed-in',
    operation: 'enableSecondFactor',
    summary: 'Make a second factor; shown once, it counts after its first code was confirmed',
    perMinute: 20,
    body: proofBody,
    replies: {
      200: z.object({
        totpUri: z.string().describe('For the QR code that an authenticator reads'),
        backupCodes: z.array(z.string()),
      }),
    },
    handle: async ({ services, request, user, body }) => {
      const offer = await enableSecondFactor(services.identity, request.caller, user, proofOf(body));
      if (offer.outcome === 'offered') {
        return { status: 200, body: { totpUri: offer.totpUri, backupCodes: [...offer.backupCodes] } };
      }
      throw offer.reason === 'already_on' ? alreadyOn() : proofProblem(offer.reason, 'body.password');
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/me/second-factor/confirm',
    capability: 'signed-in',
    operation: 'confirmSecondFactor',
    summary: 'Turn the second factor on with a first code; other sessions end',
    perMinute: 20,
    body: z.object({ code: z.string().max(50) }),
    replies: { 200: nothing },
    handle: async ({ services, request, user, body }) => {
      const confirmed = await confirmSecondFactor(services.identity, request.caller, user, body);
      if (confirmed.outcome === 'enabled') return { status: 200, body: {}, cookies: confirmed.cookies };
      switch (confirmed.reason) {
        case 'already_on':
          throw alreadyOn();
        case 'not_offered':
          throw notOn();
        case 'too_many_attempts':
          throw tooManyAttempts();
        case 'wrong_code':
          throw signInProblem({ outcome: 'refused', reason: 'wrong_code' });
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/me/second-factor/disable',
    capability: 'signed-in',
    operation: 'disableSecondFactor',
    summary: 'Take the second factor and its backup codes off',
    perMinute: 20,
    body: proofBody,
    replies: { 200: nothing },
    handle: async ({ services, request, user, body }) => {
      const disabled = await disableSecondFactor(services.identity, request.caller, user, proofOf(body));
      if (disabled.outcome === 'disabled') return { status: 200, body: {}, cookies: disabled.cookies };
      throw disabled.reason === 'not_on' ? notOn() : proofProblem(disabled.reason, 'body.password');
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/me/second-factor/backup-codes',
    capability: 'signed-in',
    operation: 'replaceBackupCodes',
    summary: 'Make new backup codes, shown once; the old ones stop working',
    perMinute: 20,
    body: proofBody,
    replies: { 200: z.object({ backupCodes: z.array(z.string()) }) },
    handle: async ({ services, request, user, body }) => {
      const replaced = await replaceBackupCodes(services.identity, request.caller, user, proofOf(body));
      if (replaced.outcome === 'replaced') {
        return { status: 200, body: { backupCodes: [...replaced.backupCodes] } };
      }
      throw replaced.reason === 'not_on' ? notOn() : proofProblem(replaced.reason, 'body.password');
    },
  }),
];

/** Every route of identity. */
export const identityRoutes = [...signInRoutes, ...ownRoutes];
