/**
 * The addresses that Tandem takes mail for: `deal-42-acme-k3v9w2m7qx@in.example.org`. They say what they belong to and
 * end in a code that only this installation can make, so that nobody writes to a deal whose address they were not given.
 *
 * Handbook: docs/handbook/touches.md
 */

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '../config.ts';

/** What an address belongs to. */
export type AddressParts = {
  /** A word of the table of kinds, such as `deal`. */
  readonly kind: string;
  /** Which one of its kind, such as the short number of the deal. */
  readonly reference: string;
  /** The organization. */
  readonly slug: string;
};

/** Digits and small letters without those that are taken for another when an address is read aloud. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const codeLength = 10;
const localPart = /^([a-z]{1,12})-([a-z0-9]{1,12})-([a-z0-9][a-z0-9-]{0,39})-([0-9a-z]{10})$/;

/** The address of a thing, or null where no mail comes in. */
export function addressOf(config: Pick<Config, 'mailIn' | 'secret'>, parts: AddressParts): string | null {
  if (config.mailIn === null) return null;
  const { kind, reference, slug } = parts;
  return `${kind}-${reference}-${slug}-${codeOf(config.secret, parts)}@${config.mailIn.domain}`;
}

/**
 * What an address belongs to; null for every address that this installation did not make: of another domain, or with
 * another code. The code is compared in constant time, and capitals do not count, since some servers change them.
 */
export function readAddress(config: Pick<Config, 'mailIn' | 'secret'>, address: string): AddressParts | null {
  const at = address.lastIndexOf('@');
  if (config.mailIn === null || address.slice(at + 1).toLowerCase() !== config.mailIn.domain) return null;
  const [, kind = '', reference = '', slug = '', code = ''] =
    localPart.exec(address.slice(0, Math.max(at, 0)).toLowerCase()) ?? [];
  const parts = { kind, reference, slug };
  const right = Buffer.from(codeOf(config.secret, parts));
  const given = Buffer.from(code);
  return given.length === right.length && timingSafeEqual(given, right) ? parts : null;
}

/** 50 bits: it is guessed over SMTP, one try a message, and a hit is a suggestion that somebody dismisses. */
function codeOf(secret: string, { kind, reference, slug }: AddressParts): string {
  const bytes = createHmac('sha256', secret).update(`address for mail ${kind} ${reference} ${slug}`).digest();
  return Array.from(bytes.subarray(0, codeLength), (byte) => letters[byte % letters.length]).join('');
}
