import { amountText } from '#core/blueprint/amount-text.ts';
import type { ValueFormat } from '#core/blueprint/value-text.ts';
import { type CurrencyCode, currencyExponent } from '#core/money.ts';

/** How the server writes the values of a page for people: €24,000,000, 31 Mar 2027, 1,500. */
export function valueFormat(currency: CurrencyCode): ValueFormat {
  const exponent = currencyExponent(currency);
  const money = new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  });
  const date = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });
  return {
    money: (minor) => money.format(amountText(minor, exponent) as `${number}`),
    date: (day) => date.format(new Date(`${day}T00:00:00Z`)),
    number: (value) => number.format(value),
  };
}
