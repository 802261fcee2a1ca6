import { createHmac } from 'node:crypto';
import type { Id } from '#core/ids.ts';
import type { Clock } from '#server/clock.ts';
import type { Pool } from '#server/database/pool.ts';
import type { IdMaker } from '#server/ids.ts';
import type { MailOut } from '#server/mail/message.ts';
import type { SecurityChange } from '#server/mail/templates/security-notice.ts';
import { type Auth, makeAuth } from './auth.ts';
import { type CookieNames, cookieNames } from './cookies.ts';
import { kyselyOnPool } from './kysely-on-pool.ts';
import { mailMagicLink } from './letters.ts';
import { type Runs, runsOn, userOfId } from './queries.ts';

/** Work that is done after the answer, by a worker, so that it survives a crash and its time tells nothing. */
export type IdentityJob =
  | { readonly task: 'identity.mail_magic_link'; readonly payload: { readonly email: string } }
  | { readonly task: 'identity.mail_password_reset'; readonly payload: { readonly email: string } }
  | {
      readonly task: 'identity.mail_security_notice';
      readonly payload: { readonly userId: string; readonly change: SecurityChange };
    };

/** Things that the log must tell: who signed in, who was refused, what changed. Never a secret, never a mail address. */
export type IdentityEvent = {
  readonly kind:
    | 'signed_in'
    | 'sign_in_refused'
    | 'second_factor_needed'
    | 'second_factor_refused'
    | 'signed_out'
    | 'sessions_ended'
    | 'password_changed'
    | 'password_reset'
    | 'second_factor_enabled'
    | 'second_factor_disabled'
    | 'backup_codes_replaced'
    | 'user_created'
    | 'user_disabled'
    | 'user_enabled';
  readonly userId?: string;
  readonly address?: string;
  readonly reason?: string;
};

/** What identity needs of the server. */
export type IdentityPorts = {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly ids: IdMaker;
  /** TANDEM_SECRET. Cookies are signed and second factors encrypted under a key derived from it. */
  readonly secret: string;
  /** The public address, without a path. Asked each time: set-up may change it. Never the Host header. */
  readonly publicUrl: () => string;
  readonly mail: MailOut;
  readonly enqueue: (job: IdentityJob) => Promise<void>;
  readonly observe: (event: IdentityEvent) => void;
  /** Faults inside better-auth, for the log. */
  readonly report: (level: 'error' | 'warn', message: string, detail: readonly unknown[]) => void;
};

/** Everything a verb of identity works with. Made once, by `openIdentity`. */
export type Identity = Omit<IdentityPorts, 'pool'> & {
  readonly db: Runs;
  readonly auth: () => Auth;
  readonly cookies: () => CookieNames;
};

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
