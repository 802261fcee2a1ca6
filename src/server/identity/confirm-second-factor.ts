import { answerOf } from './answer.ts';
import { refusedForSeconds } from './attempts.ts';
import type { Caller } from './caller.ts';
import type { CurrentUser } from './current-user.ts';
import type { Identity } from './identity.ts';
import { endAllButRenewed, sessionHeaders, tellOfChange } from './prove-again.ts';
import { firstUse } from './verify-second-factor.ts';

export type SecondFactorConfirmed =
  | { readonly outcome: 'enabled'; readonly cookies: readonly string[] }
  | {
      readonly outcome: 'refused';
      readonly reason: 'wrong_code' | 'too_many_attempts' | 'already_on' | 'not_offered';
    };

/**
 * Turns the second factor on with a first code of the authenticator. The session is renewed (pass the cookies on) and
 * every other session of the user ends, since none of them gave a second factor. The code is then used.
 */
export async function confirmSecondFactor(
  identity: Identity,
  caller: Caller,
  user: CurrentUser,
  input: { readonly code: string },
): Promise<SecondFactorConfirmed> {
  if (user.secondFactor) return { outcome: 'refused', reason: 'already_on' };
  const wait = await refusedForSeconds(identity, [{ kind: 'codePerAccount', subject: user.userId }]);
  if (wait !== null) return { outcome: 'refused', reason: 'too_many_attempts' };
  const code = input.code.replace(/\s/g, '');
  const answer = await answerOf(
    identity
      .auth()
      .api.verifyTOTP({ body: { code }, headers: sessionHeaders(identity, caller), returnHeaders: true }),
  );
  if (!answer.ok) {
    return { outcome: 'refused', reason: answer.code === 'TOTP_NOT_ENABLED' ? 'not_offered' : 'wrong_code' };
  }
  await firstUse(identity, user.userId, code);
  await endAllButRenewed(identity, user.userId, answer.cookies);
  await tellOfChange(identity, user, 'second_factor_enabled');
  return { outcome: 'enabled', cookies: answer.cookies };
}
