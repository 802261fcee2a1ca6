import { answerOf } from './answer.ts';
import { forgiveAttempts, refusedForSeconds } from './attempts.ts';
import { type Caller, callerHeaders } from './caller.ts';
import { signedCookie } from './cookies.ts';
import { foldedEmail } from './email.ts';
import type { Identity } from './identity.ts';
import { passwordLongest } from './limits.ts';
import { deleteSessionOfToken } from './queries.ts';

/** What an attempt to sign in came to. `cookies` are Set-Cookie values to pass on as they are. */
export type SignIn =
  | { readonly outcome: 'signed_in'; readonly userId: string; readonly cookies: readonly string[] }
  | { readonly outcome: 'second_factor_needed'; readonly cookies: readonly string[] }
  | { readonly outcome: 'refused'; readonly reason: SignInRefusal; readonly retryAfterSeconds?: number };

export type SignInRefusal =
  | 'wrong_credentials'
  | 'link_spent'
  | 'wrong_code'
  | 'challenge_expired'
  | 'too_many_attempts';

/**
 * Signs in by password. An unknown address, a wrong password, an account without a password and a disabled user get
 * one answer after the same work. With a second factor it opens a challenge and no session. A session that the
 * caller had is ended: the new one has a new token.
 */
export async function signInWithPassword(
  identity: Identity,
  caller: Caller,
  input: { readonly email: string; readonly password: string },
): Promise<SignIn> {
  const email = foldedEmail(input.email);
  const perPair = { kind: 'signInPerAccountAndAddress', subject: `${email}\0${caller.address}` } as const;
  const wait = await refusedForSeconds(identity, [
    perPair,
    { kind: 'signInPerAccount', subject: email },
    { kind: 'signInPerAddress', subject: caller.address },
  ]);
  if (wait !== null) return refuse(identity, caller, 'too_many_attempts', wait);
  if (input.password.length > passwordLongest) return refuse(identity, caller, 'wrong_credentials');

  const answer = await answerOf(
    identity.auth().api.signInEmail({
      body: { email, password: input.password },
      headers: callerHeaders(caller, []),
      returnHeaders: true,
    }),
  );
  if (!answer.ok) return refuse(identity, caller, 'wrong_credentials');
  // With a second factor the challenge stands in for the user, and better-auth's type does not say so.
  const user: { id: string } | undefined = answer.value.user;
  if (!user) {
    identity.observe({ kind: 'second_factor_needed', address: caller.address });
    return { outcome: 'second_factor_needed', cookies: answer.cookies };
  }
  await forgiveAttempts(identity, [perPair]);
  return signedIn(identity, caller, user.id, answer.cookies);
}

/** Refuses, and says so to the log. */
export function refuse(
  identity: Identity,
  caller: Caller,
  reason: SignInRefusal,
  retryAfterSeconds?: number,
): SignIn {
  identity.observe({ kind: 'sign_in_refused', address: caller.address, reason });
  return retryAfterSeconds === undefined
    ? { outcome: 'refused', reason }
    : { outcome: 'refused', reason, retryAfterSeconds };
}

/** Ends the session that the caller came with and hands over the new one's cookies. */
export async function signedIn(
  identity: Identity,
  caller: Caller,
  userId: string,
  cookies: readonly string[],
): Promise<SignIn> {
  const before = signedCookie(caller.cookie, identity.cookies().session, identity.secret);
  if (before !== null) await deleteSessionOfToken(identity.db, before);
  identity.observe({ kind: 'signed_in', userId, address: caller.address });
  return { outcome: 'signed_in', userId, cookies };
}
