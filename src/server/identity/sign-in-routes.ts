import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { invalidField } from '../problem.ts';
import { redeemMagicLink } from './redeem-magic-link.ts';
import { isPasswordRefusal, passwordProblem, signInProblem, tooManyAttempts } from './refusals.ts';
import { requestMagicLink, requestPasswordReset } from './request-mail.ts';
import { resetPassword } from './reset-password.ts';
import { signOut } from './sessions.ts';
import { type SignIn, signInWithPassword } from './sign-in-with-password.ts';
import { verifySecondFactor } from './verify-second-factor.ts';

/** Longer than any that is accepted; the rules of a password refuse the rest with a reason. */
export const passwordField = z.string().max(1000);
const emailField = z.email().max(254);
const tokenField = z.string().max(200);
const nothing = z.object({});

const signInReply = z.object({
  outcome: z
    .enum(['signed_in', 'second_factor_needed'])
    .describe('With second_factor_needed there is no session yet: give a code to /sign-in/second-factor'),
});

function replyOf(signIn: SignIn) {
  if (signIn.outcome === 'refused') throw signInProblem(signIn);
  return { status: 200 as const, body: { outcome: signIn.outcome }, cookies: signIn.cookies };
}

/** Ways in, ways back in, and the way out. All are POST, so that no scanner of mail spends a link by opening it. */
export const signInRoutes = [
  defineRoute({
    method: 'POST',
    path: '/sign-in/password',
    capability: 'public',
    operation: 'signInWithPassword',
    summary: 'Sign in by password',
    perMinute: 60,
    body: z.object({ email: emailField, password: passwordField }),
    replies: { 200: signInReply },
    handle: async ({ services, request, body }) =>
      replyOf(await signInWithPassword(services.identity, request.caller, body)),
  }),
  defineRoute({
    method: 'POST',
    path: '/sign-in/link/request',
    capability: 'public',
    operation: 'requestMagicLink',
    summary: 'Ask for a link to sign in by mail; the answer is the same whether there is such an account',
    perMinute: 30,
    body: z.object({ email: emailField }),
    replies: { 202: nothing },
    handle: async ({ services, request, body }) => {
      const requested = await requestMagicLink(services.identity, request.caller, body);
      if (requested.outcome === 'refused') throw tooManyAttempts(requested.retryAfterSeconds);
      return { status: 202, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/sign-in/link',
    capability: 'public',
    operation: 'redeemMagicLink',
    summary: 'Sign in by the token of a mailed link; it works once, for fifteen minutes',
    perMinute: 60,
    body: z.object({ token: tokenField }),
    replies: { 200: signInReply },
    handle: async ({ services, request, body }) =>
      replyOf(await redeemMagicLink(services.identity, request.caller, body)),
  }),
  defineRoute({
    method: 'POST',
    path: '/sign-in/second-factor',
    capability: 'public',
    operation: 'verifySecondFactor',
    summary: 'Give the code of an authenticator, or a backup code, to finish signing in',
    perMinute: 60,
    body: z.object({ code: z.string().max(50) }),
    replies: { 200: signInReply },
    handle: async ({ services, request, body }) =>
      replyOf(await verifySecondFactor(services.identity, request.caller, body)),
  }),
  defineRoute({
    method: 'POST',
    path: '/sign-out',
    capability: 'public',
    operation: 'signOut',
    summary: 'End this session; without one nothing happens',
    replies: { 200: nothing },
    handle: async ({ services, request }) => ({
      status: 200,
      body: {},
      cookies: await signOut(services.identity, request.caller),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/password/reset/request',
    capability: 'public',
    operation: 'requestPasswordReset',
    summary:
      'Ask for a link to choose a new password; the answer is the same whether there is such an account',
    perMinute: 30,
    body: z.object({ email: emailField }),
    replies: { 202: nothing },
    handle: async ({ services, request, body }) => {
      const requested = await requestPasswordReset(services.identity, request.caller, body);
      if (requested.outcome === 'refused') throw tooManyAttempts(requested.retryAfterSeconds);
      return { status: 202, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/password/reset',
    capability: 'public',
    operation: 'resetPassword',
    summary: 'Choose a new password by the token of a mailed link; every session of the account ends',
    perMinute: 30,
    body: z.object({ token: tokenField, newPassword: passwordField }),
    replies: { 200: nothing },
    handle: async ({ services, request, body }) => {
      const reset = await resetPassword(services.identity, request.caller, body);
      if (reset.outcome === 'reset') return { status: 200, body: {} };
      if (reset.reason === 'too_many_attempts') throw tooManyAttempts();
      if (isPasswordRefusal(reset.reason)) throw passwordProblem(reset.reason, 'body.newPassword');
      throw invalidField(
        'body.token',
        'the token of a link that was not used and is at most an hour old',
        'another text',
        'Ask for a new link.',
      );
    },
  }),
];
