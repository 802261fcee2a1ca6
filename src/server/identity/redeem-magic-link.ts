import { answerOf } from './answer.ts';
import { refusedForSeconds } from './attempts.ts';
import { type Caller, callerHeaders } from './caller.ts';
import type { Identity } from './identity.ts';
import { refuse, type SignIn, signedIn } from './sign-in-with-password.ts';

/**
 * Signs in by the token of a magic link. The token is spent by the first who gives it, whatever comes of it; anyone
 * after that, also at the same moment, is refused, like a token that is unknown or too old. Asks for the second factor
 * where the user has one. Called by POST only, since mail scanners open links.
 */
export async function redeemMagicLink(
  identity: Identity,
  caller: Caller,
  input: { readonly token: string },
): Promise<SignIn> {
  const wait = await refusedForSeconds(identity, [{ kind: 'signInPerAddress', subject: caller.address }]);
  if (wait !== null) return refuse(identity, caller, 'too_many_attempts', wait);
  const answer = await answerOf(
    identity.auth().api.magicLinkVerify({
      query: { token: input.token },
      headers: callerHeaders(caller, []),
      returnHeaders: true,
    }),
  );
  if (!answer.ok) return refuse(identity, caller, 'link_spent');
  const user: { id: string } | undefined = answer.value.user;
  if (!user) {
    identity.observe({ kind: 'second_factor_needed', address: caller.address });
    return { outcome: 'second_factor_needed', cookies: answer.cookies };
  }
  return signedIn(identity, caller, user.id, answer.cookies);
}
