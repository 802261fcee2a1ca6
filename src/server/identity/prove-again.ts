import type { SecurityChange } from '#server/mail/templates/security-notice.ts';
import { refusedForSeconds } from './attempts.ts';
import { type Caller, callerHeaders } from './caller.ts';
import { signedCookie } from './cookies.ts';
import type { CurrentUser } from './current-user.ts';
import type { Identity, IdentityEvent } from './identity.ts';
import { freshSignInMs } from './limits.ts';
import { deleteSessions, hasPassword } from './queries.ts';

/** What a person gives to change the way they sign in: their password, where they have one. */
export type Proof = { readonly password?: string };

export type ProofRefusal = 'wrong_password' | 'sign_in_again' | 'too_many_attempts';

/**
 * Whether someone who is signed in has proved themselves again, or why not. With a password they must give it
 * (better-auth then checks it); without one they must have signed in within the last fifteen minutes.
 */
export async function proveAgain(
  identity: Identity,
  user: CurrentUser,
  proof: Proof,
): Promise<ProofRefusal | null> {
  const wait = await refusedForSeconds(identity, [{ kind: 'codePerAccount', subject: user.userId }]);
  if (wait !== null) return 'too_many_attempts';
  if (await hasPassword(identity.db, user.userId)) return proof.password ? null : 'wrong_password';
  return identity.clock.now() - user.signedInAt <= freshSignInMs ? null : 'sign_in_again';
}

/** The proof as better-auth takes it. */
export function passwordOf(proof: Proof): { password?: string } {
  return proof.password === undefined ? {} : { password: proof.password };
}

/** The caller's headers with their session and nothing else. */
export function sessionHeaders(identity: Identity, caller: Caller): Headers {
  return callerHeaders(caller, [identity.cookies().session]);
}

/**
 * Ends every session of the user but the one that these Set-Cookie values open. Answers how many.
 */
export async function endAllButRenewed(
  identity: Identity,
  userId: string,
  cookies: readonly string[],
): Promise<number> {
  const renewed = cookies.map((cookie) => cookie.split(';', 1)[0] ?? '').join('; ');
  const token = signedCookie(renewed, identity.cookies().session, identity.secret);
  return token === null ? 0 : deleteSessions(identity.db, userId, { token });
}

/** Tells the log, and the person by mail, that the way they sign in has changed. */
export async function tellOfChange(
  identity: Identity,
  user: { readonly userId: string },
  change: SecurityChange & IdentityEvent['kind'],
): Promise<void> {
  identity.observe({ kind: change, userId: user.userId });
  await identity.enqueue({ task: 'identity.mail_security_notice', payload: { userId: user.userId, change } });
}
