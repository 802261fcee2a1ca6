import { betterAuth } from 'better-auth';
import { magicLink, twoFactor } from 'better-auth/plugins';
import type { Kysely } from 'kysely';
import { addressHeader } from './caller.ts';
import type { CookieNames } from './cookies.ts';
import {
  magicLinkMinutes,
  passwordLongest,
  passwordShortest,
  secondFactorMinutes,
  sessionLongestMs,
} from './limits.ts';
import { secondFactorAfterLink, sessionForNewUser } from './plugins.ts';
import { newToken } from './token.ts';

/** What better-auth asks of us while it works. */
export type AuthPorts = {
  readonly database: Kysely<unknown>;
  readonly secret: string;
  readonly publicUrl: string;
  readonly cookies: CookieNames;
  readonly newId: () => string;
  readonly mayHaveSession: (userId: string) => Promise<boolean>;
  readonly sendMagicLink: (email: string, token: string) => Promise<void>;
  readonly report: (level: 'error' | 'warn', message: string, detail: readonly unknown[]) => void;
};

export type Auth = ReturnType<typeof makeAuth>;

const at = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

/**
 * better-auth as Tandem uses it: as functions, on the tables of sql/0001_identity.sql. Its router is not mounted;
 * the server's own routes call it, so every route stands in the one OpenAPI document.
 *
 * Sessions are not slid by better-auth: expires_at is the absolute limit; the idle limit is kept by `currentUser`.
 * There is no cookie cache, so a session that was ended is refused by the next request.
 */
export function makeAuth(ports: AuthPorts) {
  return betterAuth({
    appName: 'Tandem',
    baseURL: ports.publicUrl,
    trustedOrigins: [ports.publicUrl],
    secret: ports.secret,
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (level, message, ...detail) => ports.report(level === 'error' ? 'error' : 'warn', message, detail),
    },
    database: { db: ports.database, type: 'postgres', schemaName: 'identity', transaction: true },
    user: { modelName: 'user', fields: { ...at, emailVerified: 'email_verified' } },
    session: {
      modelName: 'session',
      fields: {
        ...at,
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      expiresIn: sessionLongestMs / 1000,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'account',
      fields: {
        ...at,
        userId: 'user_id',
        providerId: 'provider_id',
        accountId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: {
      modelName: 'verification',
      fields: { ...at, expiresAt: 'expires_at' },
      storeIdentifier: 'hashed',
    },
    emailAndPassword: {
      enabled: true,
      // Users are made by createUser, never by whoever calls.
      disableSignUp: true,
      minPasswordLength: passwordShortest,
      maxPasswordLength: passwordLongest,
      revokeSessionsOnPasswordReset: true,
    },
    databaseHooks: {
      // Every way to sign in ends here: a disabled user gets no session by any of them.
      session: { create: { before: async (session) => await ports.mayHaveSession(session.userId) } },
    },
    plugins: [
      magicLink({
        expiresIn: magicLinkMinutes * 60,
        disableSignUp: true,
        storeToken: 'hashed',
        generateToken: () => newToken().token,
        sendMagicLink: ({ email, token }) => ports.sendMagicLink(email, token),
      }),
      twoFactor({
        issuer: 'Tandem',
        twoFactorCookieMaxAge: secondFactorMinutes * 60,
        // Someone who signs in by mail only has no password; the verbs ask them for a fresh sign-in instead.
        allowPasswordless: true,
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factor',
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      secondFactorAfterLink(secondFactorMinutes * 60),
      sessionForNewUser(),
    ],
    advanced: {
      cookiePrefix: ports.cookies.prefix,
      // The prefix and Secure are set here, since better-auth knows `__Secure-` only.
      useSecureCookies: false,
      defaultCookieAttributes: {
        secure: ports.cookies.secure,
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
      },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => ports.newId() },
    },
  });
}
