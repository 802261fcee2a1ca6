import { createHmac, timingSafeEqual } from 'node:crypto';

/** Which letters a link ends, and whose. */
export type Unsubscribing = { readonly membershipId: string; readonly way: 'at_once' | 'digest' };

/** The key of the links that end letters, of its own, so that nothing else signed under the secret is one. */
export function unsubscribeKey(secret: string): Buffer {
  return createHmac('sha256', secret).update('tandem/unsubscribe').digest();
}

/** The token of a link that ends letters. It opens nothing else, and stays good: old letters are kept for years. */
export function unsubscribeToken(key: Buffer, slug: string, { membershipId, way }: Unsubscribing): string {
  return `${way}.${membershipId}.${signature(key, slug, membershipId, way)}`;
}

/** Reads a token; null for one that was not made here for this organization. */
export function readUnsubscribeToken(key: Buffer, slug: string, token: string): Unsubscribing | null {
  const [way = '', membershipId = '', given = ''] = token.split('.');
  if (way !== 'at_once' && way !== 'digest') return null;
  const expected = Buffer.from(signature(key, slug, membershipId, way));
  const found = Buffer.from(given);
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) return null;
  return { membershipId, way };
}

function signature(key: Buffer, slug: string, membershipId: string, way: string): string {
  return createHmac('sha256', key).update(`${slug}\n${membershipId}\n${way}`).digest('base64url');
}
