import { z } from 'zod';
import type { Letter } from '#server/mail/letter.ts';
import { writeLetter } from '#server/mail/letter.ts';
import { magicLinkLetter } from '#server/mail/templates/magic-link.ts';
import { passwordResetLetter } from '#server/mail/templates/password-reset.ts';
import { securityNoticeLetter } from '#server/mail/templates/security-notice.ts';
import { callerHeaders } from './caller.ts';
import type { Identity, IdentityJob } from './identity.ts';
import { magicLinkMinutes, passwordResetMinutes } from './limits.ts';
import { type UserRow, userOfEmail, userOfId } from './queries.ts';
import { newToken } from './token.ts';

/**
 * The address of a page with a token. The token stands behind `#`, which browsers send to nobody: it reaches no log
 * and no Referer, and a mail scanner that opens the address spends nothing.
 */
export function linkWithToken(publicUrl: string, path: `/${string}`, token: string): string {
  return `${new URL(path, publicUrl).href}#token=${encodeURIComponent(token)}`;
}

async function send(identity: Identity, user: UserRow, letter: Letter): Promise<void> {
  await identity.mail.send(await writeLetter({ address: user.email, name: user.name }, letter));
}

export async function mailMagicLink(identity: Identity, email: string, token: string): Promise<void> {
  const user = await userOfEmail(identity.db, email);
  if (!user) return;
  const link = linkWithToken(identity.publicUrl(), '/sign-in/link', token);
  await send(identity, user, magicLinkLetter({ name: user.name, link, minutes: magicLinkMinutes }));
}

const worker = { cookie: undefined, address: '127.0.0.1', userAgent: undefined };
const byEmail = z.object({ email: z.string() });
const byUser = z.object({
  userId: z.string(),
  change: z.enum(['password_changed', 'second_factor_enabled', 'second_factor_disabled']),
});

/**
 * The jobs of identity, by task name. A job makes its token when it runs, so no token ever waits in a queue; one that
 * runs twice sends two letters, each with a link of its own. An address without a user gets nothing, in silence.
 */
export function identityTasks(
  identity: Identity,
): Record<IdentityJob['task'], (payload: unknown) => Promise<void>> {
  const enabledUser = async (email: string) => {
    const user = await userOfEmail(identity.db, email);
    return user?.disabledAt === null ? user : null;
  };
  return {
    'identity.mail_magic_link': async (payload) => {
      const user = await enabledUser(byEmail.parse(payload).email);
      if (!user) return;
      await identity.auth().api.signInMagicLink({
        body: { email: user.email },
        headers: callerHeaders(worker, []),
      });
    },
    'identity.mail_password_reset': async (payload) => {
      const user = await enabledUser(byEmail.parse(payload).email);
      if (!user) return;
      const { token } = newToken();
      const { internalAdapter } = await identity.auth().$context;
      await internalAdapter.createVerificationValue({
        identifier: `reset-password:${token}`,
        value: user.userId,
        expiresAt: new Date(identity.clock.now() + passwordResetMinutes * 60_000),
      });
      const link = linkWithToken(identity.publicUrl(), '/sign-in/new-password', token);
      await send(
        identity,
        user,
        passwordResetLetter({ name: user.name, link, minutes: passwordResetMinutes }),
      );
    },
    'identity.mail_security_notice': async (payload) => {
      const { userId, change } = byUser.parse(payload);
      const user = await userOfId(identity.db, userId);
      if (!user) return;
      const link = new URL('/sign-in', identity.publicUrl()).href;
      await send(identity, user, securityNoticeLetter({ name: user.name, change, link }));
    },
  };
}
