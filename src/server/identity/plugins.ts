import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint, createAuthMiddleware } from 'better-auth/api';
import { deleteSessionCookie, setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { newToken } from './token.ts';

/**
 * better-auth asks for the second factor after a password only. A link in mail is a first factor too: this takes back
 * the session that redeeming it made, before anyone has seen it, and opens the same challenge as a password does.
 */
export function secondFactorAfterLink(maxAgeSeconds: number): BetterAuthPlugin {
  return {
    id: 'second-factor-after-link',
    hooks: {
      after: [
        {
          matcher: (context) => context.path === '/magic-link/verify',
          handler: createAuthMiddleware(async (ctx) => {
            const made = ctx.context.newSession;
            if (made?.user.twoFactorEnabled !== true) return;
            deleteSessionCookie(ctx, true);
            await ctx.context.internalAdapter.deleteSession(made.session.token);
            ctx.context.setNewSession(null);
            const identifier = `2fa-${newToken().token}`;
            const expiresAt = new Date(Date.now() + maxAgeSeconds * 1000);
            const keep = (value: string, key: string) =>
              ctx.context.internalAdapter.createVerificationValue({ value, identifier: key, expiresAt });
            await keep(made.user.id, identifier);
            await keep('0', `2fa-attempts-${identifier}`);
            const cookie = ctx.context.createAuthCookie('two_factor', { maxAge: maxAgeSeconds });
            await ctx.setSignedCookie(cookie.name, identifier, ctx.context.secret, cookie.attributes);
            return ctx.json({ twoFactorRedirect: true });
          }),
        },
      ],
    },
  };
}

/** Opens a session for a user who was made by this very call: the set-up token or the invitation was the proof. */
export function sessionForNewUser() {
  return {
    id: 'session-for-new-user',
    endpoints: {
      openSessionForNewUser: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ userId: z.string() }) },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
          const session = user && (await ctx.context.internalAdapter.createSession(user.id));
          if (!user || !session) return { opened: false };
          await setSessionCookie(ctx, { session, user });
          return { opened: true };
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
