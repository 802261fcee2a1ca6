/**
 * How company names are compared and sorted. Two spellings of one name meet; two names never do: legal forms
 * are kept, because Acme Inc. and Acme GmbH are two companies until somebody says otherwise.
 *
 * Handbook: docs/handbook/import.md
 */

const plain = /^[a-z0-9 ]*$/;

/** The form in which company names are compared: no case, diacritics, punctuation or surplus spaces. */
export function companyNameKey(name: string): string {
  const lower = name.trim().toLowerCase();
  if (plain.test(lower) && !lower.includes('  ')) return lower;
  const folded = lower
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('&', ' and ')
    .replace(/['’`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return folded === '' ? lower : folded;
}

/**
 * The text by which names are put in order, the same on every server whatever its collation: folded as for
 * comparing, with numbers padded so that Deal 9 stands before Deal 10. At most 200 characters.
 */
export function sortKey(name: string): string {
  return companyNameKey(name)
    .replace(/\d+/g, (digits) => digits.padStart(8, '0'))
    .slice(0, 200);
}

/** The host of a web address or mail domain as it is compared: `https://www.Acme.com/x` is `acme.com`. */
export function domainKey(text: string): string | null {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^[^/@]*@/, '')
    .replace(/^www\./, '')
    .replace(/[/:?#].*$/, '')
    .replace(/\.$/, '');
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(host) ? host : null;
}
