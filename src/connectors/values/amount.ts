import { type CurrencyCode, currencyExponent, parseCurrencyCode } from '#core/money.ts';
import { type DecimalMark, type NumberFault, type NumberRead, readNumber } from './number.ts';

export type AmountRead = { readonly ok: true; readonly minor: number; readonly currency: CurrencyCode };
export type AmountFault = {
  readonly ok: false;
  readonly code:
    | 'amount-unreadable'
    | 'amount-ambiguous'
    | 'amount-percent'
    | 'amount-too-large'
    | 'currency-mix';
  readonly expected: string;
};

/** Signs that name one currency, and signs that several currencies share. */
const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '€': 'EUR',
    '£': 'GBP',
    '₹': 'INR',
    '₽': 'RUB',
    '₺': 'TRY',
    '₩': 'KRW',
    '₪': 'ILS',
    Kč: 'CZK',
    zł: 'PLN',
    Ft: 'HUF',
    'Fr.': 'CHF',
    'fr.': 'CHF',
    lei: 'RON',
    US$: 'USD',
    A$: 'AUD',
    AU$: 'AUD',
    C$: 'CAD',
    CA$: 'CAD',
    NZ$: 'NZD',
    HK$: 'HKD',
    S$: 'SGD',
    SG$: 'SGD',
    R$: 'BRL',
    MX$: 'MXN',
  }),
);
const shared: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'ARS', 'CLP', 'COP', 'TWD'],
    '¥': ['JPY', 'CNY'],
    kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  }),
);

/**
 * Reads an amount into minor units. A currency named in the cell counts; otherwise it is `currency` (of the row,
 * or of the mapping). A sign that several currencies share (`$`) must fit `currency`. More decimals than the
 * currency has are rounded half to even.
 */
export function readAmount(
  text: string,
  mark: DecimalMark | null,
  currency: CurrencyCode,
  rowSays: boolean,
): AmountRead | AmountFault {
  const read = readNumber(text, mark);
  if (typeof read === 'string') return numberFault(read, mark);
  if (read.percent)
    return { ok: false, code: 'amount-percent', expected: 'an amount of money, not a percentage' };
  const own = read.unit === null ? currency : currencyOfUnit(read.unit, currency);
  if (own === null || (rowSays && own !== currency)) {
    return { ok: false, code: 'currency-mix', expected: `an amount in ${currency}` };
  }
  const minor = minorOf(read, currencyExponent(own));
  if (minor === null) return { ok: false, code: 'amount-too-large', expected: 'an amount below 90 trillion' };
  return { ok: true, minor, currency: own };
}

/** The currencies that a sign of an amount can mean: one for `€`, several for `$`, none for what is no sign. */
export function currenciesOfSign(unit: string): readonly string[] {
  const own = signs.get(unit) ?? parseCurrencyCode(unit);
  return own ? [own] : (shared.get(unit.toLowerCase().replace(/\.$/, '')) ?? []);
}

function currencyOfUnit(unit: string, currency: CurrencyCode): CurrencyCode | null {
  const sign = signs.get(unit);
  if (sign !== undefined) return parseCurrencyCode(sign);
  const several = shared.get(unit.toLowerCase().replace(/\.$/, ''));
  if (several) return several.includes(currency) ? currency : null;
  return parseCurrencyCode(unit);
}

function minorOf(read: NumberRead, exponent: number): number | null {
  const shift = read.power + exponent;
  if (read.digits.length + Math.max(shift, 0) > 16 && /[1-9]/.test(read.digits)) return null;
  let minor: number;
  if (shift >= 0) {
    minor = Number(read.digits + '0'.repeat(Math.min(shift, 20)));
  } else {
    minor = roundHalfEven(read.digits, -shift);
  }
  if (!Number.isSafeInteger(minor)) return null;
  return read.negative && minor !== 0 ? -minor : minor;
}

function roundHalfEven(digits: string, drop: number): number {
  const padded = digits.padStart(drop + 1, '0');
  const kept = Number(padded.slice(0, -drop));
  const dropped = padded.slice(-drop);
  const half = dropped.startsWith('5') && !/[1-9]/.test(dropped.slice(1));
  if (half) return kept % 2 === 0 ? kept : kept + 1;
  return (dropped[0] ?? '0') >= '5' ? kept + 1 : kept;
}

function numberFault(fault: NumberFault, mark: DecimalMark | null): AmountFault {
  if (fault === 'ambiguous') {
    return {
      ok: false,
      code: 'amount-ambiguous',
      expected: 'a decimal mark that the mapping names ("decimal": "." or ",")',
    };
  }
  const style = mark === null ? '1234.56' : mark === '.' ? '1,234.56' : '1.234,56';
  return { ok: false, code: 'amount-unreadable', expected: `an amount such as ${style}` };
}
