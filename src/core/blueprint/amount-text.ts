/**
 * Amounts as decimal text in major units, exactly: `5000.50` is 500,050 cents. No number with a fraction is ever in
 * between.
 *
 * Handbook: docs/handbook/program-text.md
 */

/** Minor units as text in major units, without a fraction where it is zero: 24000000, 5000.50. */
export function amountText(minor: number, exponent: number): string {
  const digits = String(minor).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = digits.slice(digits.length - exponent);
  return /^0*$/.test(fraction) ? whole : `${whole}.${fraction}`;
}

/**
 * The minor units that a plain decimal stands for; null for anything else: a sign, an exponent, more digits than the
 * currency has, more than a double holds exactly.
 */
export function minorOf(text: string, exponent: number): number | null {
  const found = /^(\d{1,17})(?:\.(\d{0,9}))?$/.exec(text);
  if (found === null) return null;
  const [, whole = '', fraction = ''] = found;
  if (!/^0*$/.test(fraction.slice(exponent))) return null;
  const minor = Number(`${whole}${fraction.slice(0, exponent).padEnd(exponent, '0')}`);
  return Number.isSafeInteger(minor) ? minor : null;
}
