import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type CurrencyCode, currencyExponent, type Money } from '#core/money.ts';

/** What a reader needs to see figures as at home: language, time zone and the organization's currency. */
export type Locale = { readonly language: string; readonly timeZone: string };

const LocaleContext = createContext<Locale>({ language: 'en', timeZone: 'UTC' });

/** Sets the language and time zone of every figure below it. Defaults: the browser's language, UTC. */
export function LocaleProvider(props: Locale & { children: ReactNode }): ReactNode {
  const { language, timeZone } = props;
  const locale = useMemo(() => ({ language, timeZone }), [language, timeZone]);
  return <LocaleContext value={locale}>{props.children}</LocaleContext>;
}

export type Formatters = ReturnType<typeof createFormatters>;

/** The formatters of the reader's locale, the same object until the locale changes. */
export function useFormat(): Formatters {
  const locale = useContext(LocaleContext);
  return useMemo(() => createFormatters(locale), [locale]);
}

/** What a figure shows when its value is not known. Never a zero. */
export const unknownText = '—';

/**
 * Formatters for one locale. Money takes minor units; a share is a fraction (0.84 reads 84 %); a change carries its
 * sign, and a minus is a true one. Null is unknown and reads as a dash.
 */
export function createFormatters(locale: Locale) {
  const { language, timeZone } = locale;
  const number = memoize((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options));
  const date = memoize((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options));
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

  const major = (money: Money): number => money.minor / 10 ** currencyExponent(money.currency);
  const currencyOptions = (currency: CurrencyCode): Intl.NumberFormatOptions => ({
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });

  const day = (text: string): string =>
    date({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${text}T00:00:00Z`),
    );

  return {
    language,
    /** Every digit: $4,213,500.00, without cents when they are zero. */
    money: (money: Money | null): string =>
      money === null
        ? unknownText
        : withMinus(
            number({ ...currencyOptions(money.currency), trailingZeroDisplay: 'stripIfInteger' }).format(
              major(money),
            ),
          ),
    /** With all places, for amounts that stand below each other: €1,900.00. */
    moneyExact: (money: Money | null): string =>
      money === null ? unknownText : withMinus(number(currencyOptions(money.currency)).format(major(money))),
    /** Three digits at most that matter: $4.21M. */
    moneyCompact: (money: Money | null): string =>
      money === null
        ? unknownText
        : withMinus(
            number({
              ...currencyOptions(money.currency),
              notation: 'compact',
              minimumFractionDigits: 0,
              maximumSignificantDigits: 3,
            }).format(major(money)),
          ),
    /** A signed change in money: +$310K, −$20K, ±$0. */
    moneyChange: (money: Money | null): string =>
      money === null
        ? unknownText
        : withMinus(
            number({
              ...currencyOptions(money.currency),
              notation: 'compact',
              signDisplay: 'exceptZero',
              minimumFractionDigits: 0,
              maximumSignificantDigits: 3,
            }).format(major(money)),
          ),
    count: (value: number | null): string => (value === null ? unknownText : number({}).format(value)),
    countChange: (value: number | null): string =>
      value === null ? unknownText : withMinus(number({ signDisplay: 'exceptZero' }).format(value)),
    decimal: (value: number | null, digits = 1): string =>
      value === null
        ? unknownText
        : number({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
    share: (fraction: number | null, digits = 0): string =>
      fraction === null
        ? unknownText
        : number({ style: 'percent', maximumFractionDigits: digits }).format(fraction),
    /** A change between two shares, in points: +2.1 pts. */
    points: (fraction: number | null): string =>
      fraction === null
        ? unknownText
        : withMinus(
            `${number({ signDisplay: 'exceptZero', maximumFractionDigits: 1 }).format(fraction * 100)} pts`,
          ),
    /** A calendar date (YYYY-MM-DD), which has no time zone: 3 Apr 2026. */
    day: (text: string | null): string => (text === null ? unknownText : day(text)),
    /** A sentence of the server, which names its days as YYYY-MM-DD. */
    sentence: (text: string): string =>
      text.replaceAll(/\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b/g, (found) => day(found)),
    /** A month (YYYY-MM) in words: March 2026. */
    month: (month: string): string =>
      date({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`)),
    dayShort: (day: string | null): string =>
      day === null
        ? unknownText
        : date({ day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)),
    /** An instant, in the organization's time zone. */
    instant: (at: number | null): string =>
      at === null
        ? unknownText
        : date({ dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(at)),
    /** The day of an instant, in the organization's time zone: Thursday, 3 April 2026. */
    instantDay: (at: number): string =>
      date({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(
        new Date(at),
      ),
    /** The time of day of an instant, where the day is plain: 14:03. */
    clock: (at: number): string => date({ timeStyle: 'short', timeZone }).format(new Date(at)),
    /** How long ago, or until: 5 minutes ago, in 3 days. */
    ago: (at: number, now: number): string => {
      const seconds = Math.round((at - now) / 1000);
      for (const [unit, size] of relativeUnits) {
        if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
      }
      return relative.format(0, 'second');
    },
    bytes: (size: number): string => {
      const [unit, divisor] = size >= 1e6 ? (['megabyte', 1e6] as const) : (['kilobyte', 1e3] as const);
      return number({ style: 'unit', unit, maximumFractionDigits: 1 }).format(size / divisor);
    },
  };
}

const relativeUnits: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** A true minus, as wide as the plus, where the locale's own pattern has a hyphen. */
function withMinus(text: string): string {
  return text.replace('-', '\u2212');
}

function memoize<Options extends object, Result>(
  make: (options: Options) => Result,
): (options: Options) => Result {
  const made = new Map<string, Result>();
  return (options) => {
    const key = JSON.stringify(options);
    const known = made.get(key);
    if (known !== undefined) return known;
    const result = make(options);
    made.set(key, result);
    return result;
  };
}
