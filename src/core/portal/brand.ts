/**
 * How a company looks in its portal: a name, one accent, a logo, a word of welcome in the languages of the portal.
 *
 * Handbook: docs/handbook/portal.md
 */

/** What a logo may be (PB-4). SVG is no picture but a document that can carry scripts, so it is none of them. */
export const logoRules = {
  types: ['image/png', 'image/jpeg', 'image/webp'],
  maxBytes: 256 * 1024,
  minSide: 16,
  maxSide: 2000,
} as const;
export type LogoType = (typeof logoRules.types)[number];

export const longestWelcome = 600;
export const longestBrandName = 80;

/** PB-4: what the first bytes of a file say that it is, whatever its name claims; `svg` is told apart to say why not. */
export function pictureKind(bytes: Uint8Array): LogoType | 'svg' | 'unknown' {
  const starts = (signature: readonly number[], at = 0): boolean =>
    signature.every((byte, index) => bytes[at + index] === byte);
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (starts([0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (starts([0x52, 0x49, 0x46, 0x46]) && starts([0x57, 0x45, 0x42, 0x50], 8)) return 'image/webp';
  const text = [...bytes.subarray(0, 1024)].map((byte) => String.fromCharCode(byte)).join('');
  return /<svg[\s>]|<\?xml|<!doctype svg/i.test(text) ? 'svg' : 'unknown';
}
