import type { Caller } from '../identity/caller.ts';
import type { CurrentUser } from '../identity/current-user.ts';
import { confirmPerson, type FreshProof } from '../identity/fresh-proof.ts';
import type { Identity } from '../identity/identity.ts';
import { tooManyAttempts } from '../identity/refusals.ts';
import { invalidField, ProblemError } from '../problem.ts';

/** The signer's own sign-in, asked for again. Throws a problem that says what to give where it does not hold. */
export async function requireProof(
  identity: Identity,
  caller: Caller,
  user: CurrentUser | null,
  password: string | undefined,
): Promise<FreshProof> {
  if (user === null) throw new ProblemError('not-allowed', 'Only a person signs; no key of the API does.');
  const confirmed = await confirmPerson(identity, caller, user, password === undefined ? {} : { password });
  if (confirmed.outcome === 'confirmed') return confirmed.proof;
  switch (confirmed.reason) {
    case 'too_many_attempts':
      throw tooManyAttempts();
    case 'sign_in_again':
      throw new ProblemError(
        'not-allowed',
        'Sign out and in again first, then sign within fifteen minutes. A signature asks for a fresh sign-in.',
      );
    case 'wrong_password':
      throw invalidField(
        'body.password',
        'your present password',
        'another text or nothing',
        'Type the password you sign in with.',
      );
  }
}
