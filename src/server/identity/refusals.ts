import type { RefusalCode } from '#core/portal/refusals.ts';
import { invalidField, ProblemError, refused, refusedField } from '../problem.ts';
import type { PasswordRefusal } from './password-policy.ts';
import type { ProofRefusal } from './prove-again.ts';
import type { SignIn, SignInRefusal } from './sign-in-with-password.ts';

const signInCodes = {
  wrong_credentials: 'entry.credentials',
  link_spent: 'entry.link',
  wrong_code: 'entry.code',
  challenge_expired: 'entry.over',
  too_many_attempts: 'entry.attempts',
} as const satisfies Record<SignInRefusal, RefusalCode>;

/** A sign-in that was refused, as a problem: 429 for too many attempts, otherwise 401. */
export function signInProblem(signIn: Extract<SignIn, { outcome: 'refused' }>): ProblemError {
  const { reason, retryAfterSeconds } = signIn;
  if (reason === 'too_many_attempts') return tooManyAttempts(retryAfterSeconds);
  return refused(reason === 'wrong_code' ? 'second-factor-needed' : 'not-signed-in', signInCodes[reason]);
}

/** 429 with the seconds to wait, where they are known. */
export function tooManyAttempts(retryAfterSeconds?: number): ProblemError {
  const options = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  return refused('too-many-requests', signInCodes.too_many_attempts, {}, options);
}

/** Someone who is signed in did not prove themselves again. `path` is the field of their current password. */
export function proofProblem(reason: ProofRefusal, path: string): ProblemError {
  if (reason === 'too_many_attempts') return tooManyAttempts();
  if (reason === 'sign_in_again') {
    return new ProblemError(
      'not-allowed',
      'Sign out and in again first, then change this within fifteen minutes.',
    );
  }
  return invalidField(
    path,
    'your present password',
    'another text or nothing',
    'Type the password you sign in with.',
  );
}

const passwordFound = {
  password_too_short: 'a shorter one',
  password_too_long: 'a longer one',
  password_too_common: 'one that many people use, or that is made of your name',
} satisfies Record<PasswordRefusal, string>;

/** A new password that was refused. Says which rule, never what was typed. */
export function passwordProblem(reason: PasswordRefusal, path: string): ProblemError {
  return refusedField(
    path,
    'a password of 10 to 128 characters that is not a common one',
    passwordFound[reason],
    'entry.password',
  );
}

/** Whether a reason is one about a new password. */
export function isPasswordRefusal(reason: string): reason is PasswordRefusal {
  return Object.hasOwn(passwordFound, reason);
}
