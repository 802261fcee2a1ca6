import type { UserId } from '#core/ids.ts';
import type { Context } from '../access/context.ts';
import { answerOf } from './answer.ts';
import { forgiveAttempts, refusedForSeconds } from './attempts.ts';
import type { Caller } from './caller.ts';
import type { CurrentUser } from './current-user.ts';
import type { Identity } from './identity.ts';
import { freshSignInMs, passwordLongest } from './limits.ts';
import { type Proof, type ProofRefusal, sessionHeaders } from './prove-again.ts';
import { hasPassword } from './queries.ts';

declare const proven: unique symbol;

/**
 * Says that a person has proved at this moment who they are. A verb that asks for it, such as a signature, cannot be
 * called without one; `confirmPerson` is the only way for a caller of the API to come by it.
 */
export type FreshProof = {
  readonly userId: UserId;
  readonly by: 'password' | 'sign_in' | 'story';
  readonly [proven]: true;
};

export type Confirmed =
  | { readonly outcome: 'confirmed'; readonly proof: FreshProof }
  | { readonly outcome: 'refused'; readonly reason: ProofRefusal };

/**
 * Confirms that it is the person themselves who sits at this session: by their password where they have one, else by
 * a sign-in of the last fifteen minutes. Wrong passwords are counted per account and refused after ten; a right one
 * clears the count, so that somebody may sign many pages at one sitting. Anything unclear is a refusal.
 */
export async function confirmPerson(
  identity: Identity,
  caller: Caller,
  user: CurrentUser,
  given: Proof,
): Promise<Confirmed> {
  if (!(await hasPassword(identity.db, user.userId))) {
    return identity.clock.now() - user.signedInAt <= freshSignInMs
      ? confirmed(user.userId, 'sign_in')
      : refused('sign_in_again');
  }
  const { password } = given;
  // Nothing was tried: the first request of a form comes without one.
  if (password === undefined || password === '') return refused('wrong_password');
  const attempt = { kind: 'proofPerAccount', subject: user.userId } as const;
  if ((await refusedForSeconds(identity, [attempt])) !== null) return refused('too_many_attempts');
  if (password.length > passwordLongest) return refused('wrong_password');
  const answer = await answerOf(
    identity.auth().api.verifyPassword({
      body: { password },
      headers: sessionHeaders(identity, caller),
      returnHeaders: true,
    }),
  );
  if (!answer.ok || answer.value.status !== true) return refused('wrong_password');
  await forgiveAttempts(identity, [attempt]);
  return confirmed(user.userId, 'password');
}

/** The proof of somebody in the demo's story, who has no sign-in. Nobody in a real organization gets one. */
export function proofInStory(context: Context): FreshProof {
  const { actor, organization } = context;
  if (!organization.isDemo || actor.kind !== 'member') throw new Error('only the demo is played');
  return { userId: actor.userId, by: 'story' } as FreshProof;
}

function confirmed(userId: UserId, by: FreshProof['by']): Confirmed {
  return { outcome: 'confirmed', proof: { userId, by } as FreshProof };
}

function refused(reason: ProofRefusal): Confirmed {
  return { outcome: 'refused', reason };
}
