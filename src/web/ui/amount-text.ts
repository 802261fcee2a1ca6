import { type CurrencyCode, currencyExponent } from '#core/money.ts';

/** Spaces of every width, and the apostrophe that some languages put between thousands. */
const spaces = /[\s\u00a0\u202f'’]/g;

/**
 * The minor units of an amount as a person of this language types it: 1,250,000.50 in English, 1.250.000,50 in
 * German. Null if it is no amount, or has more decimals than the currency. Never guesses: 1,25 is no amount in English.
 */
export function readAmount(text: string, currency: CurrencyCode, language: string): number | null {
  const decimal = decimalSign(language);
  const group = decimal === ',' ? '\\.' : ',';
  const [whole = '', fraction = '', ...rest] = text.replaceAll(spaces, '').split(decimal);
  const exponent = currencyExponent(currency);
  const isWhole = new RegExp(`^(?:\\d+|\\d{1,3}(?:${group}\\d{2,3})*${group}\\d{3})$`).test(whole);
  if (rest.length > 0 || !isWhole || !/^\d*$/.test(fraction) || fraction.length > exponent) return null;
  const minor = Number(whole.replaceAll(/\D/g, '') + fraction.padEnd(exponent, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** An amount as `readAmount` reads it in this language; empty for none. */
export function writeAmount(minor: number | null, currency: CurrencyCode, language: string): string {
  if (minor === null) return '';
  const digits = currencyExponent(currency);
  const format = new Intl.NumberFormat(language, {
    numberingSystem: 'latn',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay: 'stripIfInteger',
  });
  return format.format(minor / 10 ** digits);
}

function decimalSign(language: string): string {
  const parts = new Intl.NumberFormat(language, { numberingSystem: 'latn' }).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}
