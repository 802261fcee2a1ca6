import { createHmac } from 'node:crypto';
import { answerOf } from './answer.ts';
import { type Caller, callerHeaders } from './caller.ts';
import { signedCookie } from './cookies.ts';
import type { Identity } from './identity.ts';
import { takeCode } from './queries.ts';
import { refuse, type SignIn, signedIn } from './sign-in-with-password.ts';

const TOTP = /^\d{6}$/;

/**
 * Gives the second factor to the challenge that the first factor opened: six digits of an authenticator, or a backup
 * code. Either is good once. Five wrong codes spend the challenge; ten in a row lock the second factor for fifteen
 * minutes (both counted by better-auth in the database).
 */
export async function verifySecondFactor(
  identity: Identity,
  caller: Caller,
  input: { readonly code: string },
): Promise<SignIn> {
  const code = input.code.replace(/\s/g, '');
  const userId = await challengedUser(identity, caller);
  if (userId === null) return refuse(identity, caller, 'challenge_expired');
  // Only the challenge is passed on: with a session beside it better-auth would not count wrong codes.
  const headers = callerHeaders(caller, [identity.cookies().secondFactor]);
  const { api } = identity.auth();
  if (TOTP.test(code) && !(await firstUse(identity, userId, code))) {
    return refuse(identity, caller, 'wrong_code');
  }
  const answer = TOTP.test(code)
    ? await answerOf(api.verifyTOTP({ body: { code }, headers, returnHeaders: true }))
    : await answerOf(api.verifyBackupCode({ body: { code }, headers, returnHeaders: true }));
  if (answer.ok) return signedIn(identity, caller, userId, answer.cookies);
  switch (answer.code) {
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return refuse(identity, caller, 'too_many_attempts');
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
    case 'INVALID_TWO_FACTOR_COOKIE':
      return refuse(identity, caller, 'challenge_expired');
    default:
      return refuse(identity, caller, 'wrong_code');
  }
}

async function challengedUser(identity: Identity, caller: Caller): Promise<string | null> {
  const challenge = signedCookie(caller.cookie, identity.cookies().secondFactor, identity.secret);
  if (challenge === null) return null;
  const { internalAdapter } = await identity.auth().$context;
  const kept = await internalAdapter.findVerificationValue(challenge);
  return kept && kept.expiresAt.getTime() > identity.clock.now() ? kept.value : null;
}

/** Whether this code of an authenticator is given for the first time; from now on it is used. */
export function firstUse(identity: Identity, userId: string, code: string): Promise<boolean> {
  const hash = createHmac('sha256', identity.secret).update(`code\0${userId}\0${code}`).digest();
  return takeCode(identity.db, userId, hash, identity.clock.now());
}
