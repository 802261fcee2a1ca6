import { answerOf } from './answer.ts';
import type { Caller } from './caller.ts';
import type { CurrentUser } from './current-user.ts';
import type { Identity } from './identity.ts';
import { type Proof, type ProofRefusal, passwordOf, proveAgain, sessionHeaders } from './prove-again.ts';

export type BackupCodes =
  | { readonly outcome: 'replaced'; readonly backupCodes: readonly string[] }
  | { readonly outcome: 'refused'; readonly reason: ProofRefusal | 'not_on' };

/** Makes new backup codes, shown once; the old ones are good no more. Each is good for one sign-in. */
export async function replaceBackupCodes(
  identity: Identity,
  caller: Caller,
  user: CurrentUser,
  proof: Proof,
): Promise<BackupCodes> {
  if (!user.secondFactor) return { outcome: 'refused', reason: 'not_on' };
  const refusal = await proveAgain(identity, user, proof);
  if (refusal !== null) return { outcome: 'refused', reason: refusal };
  const answer = await answerOf(
    identity.auth().api.generateBackupCodes({
      body: passwordOf(proof),
      headers: sessionHeaders(identity, caller),
      returnHeaders: true,
    }),
  );
  if (!answer.ok) return { outcome: 'refused', reason: 'wrong_password' };
  identity.observe({ kind: 'backup_codes_replaced', userId: user.userId });
  return { outcome: 'replaced', backupCodes: answer.value.backupCodes };
}
