import { createHmac } from 'node:crypto';
import type { Id } from '#core/ids.ts';
import { type Auth, makeAuth } from './auth.ts';
import { cookieNames } from './cookies.ts';
import type { Identity, IdentityPorts } from './identity.ts';
import { kyselyOnPool } from './kysely-on-pool.ts';
import { mailMagicLink } from './letters.ts';
import { runsOn, userOfId } from './queries.ts';

/** Puts identity together. Opens no connection of its own: it works on the given pool. */
export function openIdentity(ports: IdentityPorts): Identity {
  const { pool, ...rest } = ports;
  const secret = createHmac('sha256', ports.secret).update('tandem/identity').digest('base64url');
  const db = runsOn(pool);
  const database = kyselyOnPool(pool);
  let kept: { publicUrl: string; auth: Auth } | undefined;

  const identity: Identity = {
    ...rest,
    secret,
    db,
    cookies: () => cookieNames(ports.publicUrl()),
    auth: () => {
      const publicUrl = ports.publicUrl();
      if (kept?.publicUrl !== publicUrl) kept = { publicUrl, auth: authFor(publicUrl) };
      return kept.auth;
    },
  };

  const authFor = (publicUrl: string) =>
    makeAuth({
      database,
      secret,
      publicUrl,
      cookies: cookieNames(publicUrl),
      newId: () => ports.ids.next<Id<'identity'>>(ports.clock.now()),
      mayHaveSession: async (userId) => (await userOfId(db, userId))?.disabledAt === null,
      sendMagicLink: (email, token) => mailMagicLink(identity, email, token),
      report: ports.report,
    });

  return identity;
}
