import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret for one use by whoever holds it, and what is stored of it. The token itself is never stored. */
export type FreshToken = { readonly token: string; readonly hash: Uint8Array };

/** Makes a token of 256 random bits as base64url (43 characters). */
export function newToken(): FreshToken {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** What is stored of a token: its SHA-256. Tokens are random, so no salt or slow hash is needed. */
export function hashToken(token: string): Uint8Array {
  return createHash('sha256').update(token, 'utf8').digest();
}

/** Whether `token` is the one that `hash` was made of, in a time that does not depend on how much of it is right. */
export function tokenMatches(token: string, hash: Uint8Array): boolean {
  const given = hashToken(token);
  return given.length === hash.length && timingSafeEqual(given, hash);
}
