import { refusedForSeconds } from './attempts.ts';
import type { Caller } from './caller.ts';
import { foldedEmail } from './email.ts';
import type { Identity } from './identity.ts';

export type MailRequest =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'refused'; readonly reason: 'too_many_attempts'; readonly retryAfterSeconds: number };

/** Asks for a link to sign in. Whether the address has an account is found out by a job, after this answer. */
export function requestMagicLink(identity: Identity, caller: Caller, input: { readonly email: string }) {
  return requestMail(identity, caller, input.email, 'identity.mail_magic_link');
}

/** Asks for a link to choose a new password. Says as little as `requestMagicLink`. */
export function requestPasswordReset(identity: Identity, caller: Caller, input: { readonly email: string }) {
  return requestMail(identity, caller, input.email, 'identity.mail_password_reset');
}

async function requestMail(
  identity: Identity,
  caller: Caller,
  address: string,
  task: 'identity.mail_magic_link' | 'identity.mail_password_reset',
): Promise<MailRequest> {
  const email = foldedEmail(address);
  const wait = await refusedForSeconds(identity, [
    { kind: 'mailPerAccount', subject: email },
    { kind: 'mailPerAddress', subject: caller.address },
  ]);
  if (wait !== null) return { outcome: 'refused', reason: 'too_many_attempts', retryAfterSeconds: wait };
  await identity.enqueue({ task, payload: { email } });
  return { outcome: 'accepted' };
}
