import { invalidField, ProblemError } from '../problem.ts';
import type { PasswordRefusal } from './password-policy.ts';
import type { ProofRefusal } from './prove-again.ts';
import type { SignIn, SignInRefusal } from './sign-in-with-password.ts';

const signInSentences = {
  wrong_credentials: 'The address or the password is not right.',
  link_spent: 'This link was used already, or is older than fifteen minutes. Ask for a new one.',
  wrong_code: 'The code is not right, or was used already. Wait for the next one.',
  challenge_expired: 'This sign-in has ended. Start again with your address.',
  too_many_attempts: 'Too many attempts. Wait a while, then try again.',
} satisfies Record<SignInRefusal, string>;

/** A sign-in that was refused, as a problem: 429 for too many attempts, otherwise 401. */
export function signInProblem(refused: Extract<SignIn, { outcome: 'refused' }>): ProblemError {
  const { reason, retryAfterSeconds } = refused;
  const sentence = signInSentences[reason];
  if (reason === 'too_many_attempts') return tooManyAttempts(retryAfterSeconds);
  return new ProblemError(reason === 'wrong_code' ? 'second-factor-needed' : 'not-signed-in', sentence);
}

/** 429 with the seconds to wait, where they are known. */
export function tooManyAttempts(retryAfterSeconds?: number): ProblemError {
  const options = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  return new ProblemError('too-many-requests', signInSentences.too_many_attempts, options);
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
  return invalidField(
    path,
    'a password of 10 to 128 characters that is not a common one',
    passwordFound[reason],
    'Choose a longer one, such as four unrelated words.',
  );
}

/** Whether a reason is one about a new password. */
export function isPasswordRefusal(reason: string): reason is PasswordRefusal {
  return Object.hasOwn(passwordFound, reason);
}
