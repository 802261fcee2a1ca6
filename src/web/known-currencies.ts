import { type CurrencyCode, parseCurrencyCode } from '#core/money.ts';

/** The currencies that both this browser can name and Tandem can count in, in alphabetical order. */
export function knownCurrencies(): CurrencyCode[] {
  return Intl.supportedValuesOf('currency').flatMap((code) => parseCurrencyCode(code) ?? []);
}
