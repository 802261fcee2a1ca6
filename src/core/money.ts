/**
 * Money: a whole number of minor units (cents, yen, fils) in one ISO 4217 currency.
 *
 * - An amount is always a safe integer; there are no fractions of a minor unit.
 * - Two currencies never meet in one sum: a conversion, with its rate, comes first.
 * - A fault here (unsafe integer, mixed currencies, malformed rate) is a bug of the caller, so it throws.
 *
 * Handbook: docs/handbook/money-and-time.md
 */

declare const currencyBrand: unique symbol;
declare const rateBrand: unique symbol;

/** A three-letter ISO 4217 code that this installation knows, such as `EUR`. */
export type CurrencyCode = string & { readonly [currencyBrand]: true };

/** How many units of the target currency one unit of the source buys, as exact decimal text: `1.0825`. */
export type DecimalRate = string & { readonly [rateBrand]: true };

export type Money = { readonly minor: number; readonly currency: CurrencyCode };

const codesByExponent = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF ' +
    'CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD ' +
    'HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK ' +
    'MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB ' +
    'SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN ' +
    'UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
} as const;

const exponents: ReadonlyMap<string, number> = new Map(
  Object.entries(codesByExponent).flatMap(([exponent, codes]) =>
    codes.split(' ').map((code) => [code, Number(exponent)] as const),
  ),
);

/** The currency that the text names (any case, outer space ignored), or null if ISO 4217 has no such code. */
export function parseCurrencyCode(text: string): CurrencyCode | null {
  const code = text.trim().toUpperCase();
  return exponents.has(code) ? (code as CurrencyCode) : null;
}

/** How many decimal digits the minor unit stands for: 2 for EUR (cents), 0 for JPY, 3 for KWD. */
export function currencyExponent(currency: CurrencyCode): number {
  const exponent = exponents.get(currency);
  if (exponent === undefined) throw new RangeError(`not an ISO 4217 currency: ${currency}`);
  return exponent;
}

/** Returns the amount if it is a whole number that a double holds exactly; throws RangeError otherwise. */
export function checkMinor(minor: number): number {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not a safe whole number of minor units: ${minor}`);
  return minor;
}

/** The sum of two amounts in the same currency. Throws RangeError on two currencies or on overflow. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot add ${b.currency} to ${a.currency}`);
  return { minor: checkMinor(checkMinor(a.minor) + checkMinor(b.minor)), currency: a.currency };
}

/**
 * Splits a total into whole parts in proportion to the weights; the parts sum to the total exactly.
 * Each part is first rounded toward zero; the units left over go one by one to the largest remainders, the
 * earlier part winning a tie. Weights are whole, not negative and not all zero (RangeError otherwise). A
 * negative total is split as its positive mirror.
 */
export function splitByLargestRemainder(total: number, weights: readonly number[]): number[] {
  checkMinor(total);
  for (const weight of weights) {
    if (checkMinor(weight) < 0) throw new RangeError(`a weight cannot be negative: ${weight}`);
  }
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (sum === 0n) throw new RangeError('at least one weight must be above zero');

  const magnitude = BigInt(Math.abs(total));
  const shares = weights.map((weight, index) => {
    const exact = magnitude * BigInt(weight);
    return { index, floor: Number(exact / sum), remainder: exact % sum };
  });
  const parts = shares.map((share) => share.floor);
  const left = Math.abs(total) - parts.reduce((all, part) => all + part, 0);
  const byRemainder = shares.toSorted(
    (a, b) => Number(b.remainder > a.remainder) - Number(a.remainder > b.remainder) || a.index - b.index,
  );
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return total < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts;
}

/** The rate if the text is a plain positive decimal (`0.92`, `161`); null for anything else, signs and exponents too. */
export function parseDecimalRate(text: string): DecimalRate | null {
  return /^\d{1,12}(\.\d{1,18})?$/.test(text) && /[1-9]/.test(text) ? (text as DecimalRate) : null;
}

/**
 * Converts minor units of one currency to minor units of another at an exact decimal rate, with the two
 * currencies' digits respected, in integer arithmetic. Exactly half a unit goes to the even neighbour, so
 * that many conversions do not drift upward. Throws RangeError if the result is no safe integer.
 */
export function convertMinor(minor: number, from: CurrencyCode, to: CurrencyCode, rate: DecimalRate): number {
  const [whole = '', fraction = ''] = rate.split('.');
  let numerator = BigInt(checkMinor(minor)) * BigInt(whole + fraction);
  let denominator = 10n ** BigInt(fraction.length);
  const shift = currencyExponent(to) - currencyExponent(from);
  if (shift >= 0) numerator *= 10n ** BigInt(shift);
  else denominator *= 10n ** BigInt(-shift);
  return checkMinor(Number(divideHalfEven(numerator, denominator)));
}

function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const rest = numerator % denominator;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const awayFromZero = twice > denominator || (twice === denominator && quotient % 2n !== 0n);
  if (!awayFromZero) return quotient;
  return numerator < 0n ? quotient - 1n : quotient + 1n;
}
