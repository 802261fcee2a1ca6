import { answerOf } from './answer.ts';
import { refusedForSeconds } from './attempts.ts';
import type { Caller } from './caller.ts';
import type { Identity } from './identity.ts';
import { type PasswordRefusal, refusePassword } from './password-policy.ts';
import { tellOfChange } from './prove-again.ts';

export type PasswordReset =
  | { readonly outcome: 'reset' }
  | { readonly outcome: 'refused'; readonly reason: PasswordRefusal | 'link_spent' | 'too_many_attempts' };

/**
 * Sets a new password by the token of a mailed link. A password that is refused does not spend the token; otherwise it
 * is spent by the first who gives it. Every session of the user ends, and they sign in with the new password, and with
 * their second factor where they have one.
 */
export async function resetPassword(
  identity: Identity,
  caller: Caller,
  input: { readonly token: string; readonly newPassword: string },
): Promise<PasswordReset> {
  const wait = await refusedForSeconds(identity, [{ kind: 'signInPerAddress', subject: caller.address }]);
  if (wait !== null) return { outcome: 'refused', reason: 'too_many_attempts' };
  const { internalAdapter } = await identity.auth().$context;
  const kept = await internalAdapter.findVerificationValue(`reset-password:${input.token}`);
  const user = kept && (await internalAdapter.findUserById(kept.value));
  if (!user) return { outcome: 'refused', reason: 'link_spent' };
  const refusal = refusePassword(input.newPassword, user);
  if (refusal !== null) return { outcome: 'refused', reason: refusal };
  const answer = await answerOf(
    identity.auth().api.resetPassword({
      body: { token: input.token, newPassword: input.newPassword },
      returnHeaders: true,
    }),
  );
  if (!answer.ok) return { outcome: 'refused', reason: 'link_spent' };
  identity.observe({ kind: 'password_reset', userId: user.id, address: caller.address });
  await tellOfChange(identity, { userId: user.id }, 'password_changed');
  return { outcome: 'reset' };
}
