import { answerOf } from './answer.ts';
import type { Caller } from './caller.ts';
import type { CurrentUser } from './current-user.ts';
import type { Identity } from './identity.ts';
import {
  type Proof,
  type ProofRefusal,
  passwordOf,
  proveAgain,
  sessionHeaders,
  tellOfChange,
} from './prove-again.ts';

export type SecondFactorDisabled =
  | { readonly outcome: 'disabled'; readonly cookies: readonly string[] }
  | { readonly outcome: 'refused'; readonly reason: ProofRefusal | 'not_on' };

/** Takes the second factor and its backup codes off, for someone who has proved themselves again. Renews the session. */
export async function disableSecondFactor(
  identity: Identity,
  caller: Caller,
  user: CurrentUser,
  proof: Proof,
): Promise<SecondFactorDisabled> {
  if (!user.secondFactor) return { outcome: 'refused', reason: 'not_on' };
  const refusal = await proveAgain(identity, user, proof);
  if (refusal !== null) return { outcome: 'refused', reason: refusal };
  const answer = await answerOf(
    identity.auth().api.disableTwoFactor({
      body: passwordOf(proof),
      headers: sessionHeaders(identity, caller),
      returnHeaders: true,
    }),
  );
  if (!answer.ok) return { outcome: 'refused', reason: 'wrong_password' };
  await tellOfChange(identity, user, 'second_factor_disabled');
  return { outcome: 'disabled', cookies: answer.cookies };
}
