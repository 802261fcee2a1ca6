import type { Clock } from '#server/clock.ts';
import type { Pool } from '#server/database/pool.ts';
import type { IdMaker } from '#server/ids.ts';
import type { MailOut } from '#server/mail/message.ts';
import type { SecurityChange } from '#server/mail/templates/security-notice.ts';
import type { Auth } from './auth.ts';
import type { CookieNames } from './cookies.ts';
import type { Runs } from './queries.ts';

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
