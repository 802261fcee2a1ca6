import { createHmac, timingSafeEqual } from 'node:crypto';
import { cookieValue } from './caller.ts';

/** The names of the cookies that identity sets, and whether they are for https only. */
export type CookieNames = {
  readonly prefix: string;
  readonly secure: boolean;
  readonly session: string;
  readonly secondFactor: string;
};

/**
 * Over https the names begin with `__Host-`: the browser then refuses them from any other host and without Secure.
 * Over http (a person's own machine) browsers refuse that prefix.
 */
export function cookieNames(publicUrl: string): CookieNames {
  const secure = new URL(publicUrl).protocol === 'https:';
  const prefix = secure ? '__Host-tandem' : 'tandem';
  return { prefix, secure, session: `${prefix}.session_token`, secondFactor: `${prefix}.two_factor` };
}

/**
 * Reads a cookie that better-auth signed (`value.base64(hmac-sha256)`, percent-encoded) and answers its value, or null
 * when it is missing or not signed by us. Done here, without better-auth, because every request does it.
 */
export function signedCookie(header: string | undefined, name: string, secret: string): string | null {
  const encoded = cookieValue(header, name);
  if (encoded === null || encoded.length > 4096) return null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(encoded);
  } catch {
    return null;
  }
  const at = decoded.lastIndexOf('.');
  if (at < 1) return null;
  const value = decoded.slice(0, at);
  const given = Buffer.from(decoded.slice(at + 1), 'base64');
  const expected = createHmac('sha256', secret).update(value).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : null;
}
