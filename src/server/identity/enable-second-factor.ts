import { answerOf } from './answer.ts';
import type { Caller } from './caller.ts';
import type { CurrentUser } from './current-user.ts';
import type { Identity } from './identity.ts';
import { type Proof, type ProofRefusal, passwordOf, proveAgain, sessionHeaders } from './prove-again.ts';

/** What is shown once: the address that an authenticator reads as a QR code, and the backup codes. */
export type SecondFactorOffer =
  | { readonly outcome: 'offered'; readonly totpUri: string; readonly backupCodes: readonly string[] }
  | { readonly outcome: 'refused'; readonly reason: ProofRefusal | 'already_on' };

/** Makes a second factor for someone who has proved themselves again. It counts from `confirmSecondFactor` on. */
export async function enableSecondFactor(
  identity: Identity,
  caller: Caller,
  user: CurrentUser,
  proof: Proof,
): Promise<SecondFactorOffer> {
  if (user.secondFactor) return { outcome: 'refused', reason: 'already_on' };
  const refusal = await proveAgain(identity, user, proof);
  if (refusal !== null) return { outcome: 'refused', reason: refusal };
  const answer = await answerOf(
    identity.auth().api.enableTwoFactor({
      body: { method: 'totp', ...passwordOf(proof) },
      headers: sessionHeaders(identity, caller),
      returnHeaders: true,
    }),
  );
  if (!answer.ok && answer.code === 'INVALID_PASSWORD')
    return { outcome: 'refused', reason: 'wrong_password' };
  if (!answer.ok || answer.value.method !== 'totp') return { outcome: 'refused', reason: 'already_on' };
  return { outcome: 'offered', totpUri: answer.value.totpURI, backupCodes: answer.value.backupCodes };
}
