/**
 * The secrets of links: made of the installation's own secret and the id of what they open, so that a letter that is
 * sent again has the same link, and only the SHA-256 has to be kept.
 *
 * Handbook: docs/handbook/registration.md
 */

import { createHmac } from 'node:crypto';
import { hashToken } from '../../identity/token.ts';

/** A secret of 256 bits as 43 characters, and what is kept of it. */
export type Secret = { readonly secret: string; readonly hash: Uint8Array };

/** The key that secrets of links are made with, of its own, so that nothing else made under the secret is one. */
export function formKey(secret: string): Buffer {
  return createHmac('sha256', secret).update('tandem/registration form').digest();
}

/** The secret of a link of a partner. */
export function linkSecret(key: Buffer, linkId: string): Secret {
  return made(key, `link ${linkId}`);
}

/** The secret by which one registration is followed. */
export function passSecret(key: Buffer, registrationId: string): Secret {
  return made(key, `registration ${registrationId}`);
}

/** The secret by which the reader of a notice decides once. */
export function decisionSecret(key: Buffer, noticeId: string): Secret {
  return made(key, `decision ${noticeId}`);
}

function made(key: Buffer, of: string): Secret {
  const secret = createHmac('sha256', key).update(of).digest('base64url');
  return { secret, hash: hashToken(secret) };
}
