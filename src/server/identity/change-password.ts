import { answerOf } from './answer.ts';
import type { Caller } from './caller.ts';
import type { CurrentUser } from './current-user.ts';
import type { Identity } from './identity.ts';
import { type PasswordRefusal, refusePassword } from './password-policy.ts';
import { type ProofRefusal, proveAgain, sessionHeaders, tellOfChange } from './prove-again.ts';
import { deleteSessions } from './queries.ts';

export type PasswordChanged =
  | { readonly outcome: 'changed'; readonly cookies: readonly string[] }
  | { readonly outcome: 'refused'; readonly reason: ProofRefusal | PasswordRefusal };

/**
 * Sets a new password for someone who is signed in: with the current one, or, where they have none yet, after a fresh
 * sign-in. Every other session ends; the session is renewed when there was a password before.
 */
export async function changePassword(
  identity: Identity,
  caller: Caller,
  user: CurrentUser,
  input: { readonly currentPassword?: string; readonly newPassword: string },
): Promise<PasswordChanged> {
  const { currentPassword, newPassword } = input;
  const proof = currentPassword === undefined ? {} : { password: currentPassword };
  const refusal = (await proveAgain(identity, user, proof)) ?? refusePassword(newPassword, user);
  if (refusal !== null) return { outcome: 'refused', reason: refusal };
  const headers = sessionHeaders(identity, caller);
  const { api } = identity.auth();
  const answer = currentPassword
    ? await answerOf(
        api.changePassword({
          body: { currentPassword, newPassword, revokeOtherSessions: true },
          headers,
          returnHeaders: true,
        }),
      )
    : await answerOf(api.setPassword({ body: { newPassword }, headers, returnHeaders: true }));
  if (!answer.ok) return { outcome: 'refused', reason: 'wrong_password' };
  if (!currentPassword) await deleteSessions(identity.db, user.userId, { id: user.sessionId });
  await tellOfChange(identity, user, 'password_changed');
  return { outcome: 'changed', cookies: answer.cookies };
}
