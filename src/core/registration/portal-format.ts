/**
 * Days, amounts and counts as the languages of the portal write them: the same on every machine, whatever locale data it
 * has.
 */

import { type LocalDate, parseLocalDate } from '#core/calendar.ts';
import type { ReasonParams } from '#core/decision.ts';
import { currencyExponent, parseCurrencyCode } from '#core/money.ts';

export type PortalFormat = {
  readonly day: (value: ReasonParams[string] | undefined) => string;
  /** The month of a day, in words. */
  readonly month: (day: LocalDate) => string;
  /** Whole minor units of the organization's currency. */
  readonly amount: (
    minor: ReasonParams[string] | undefined,
    currency: ReasonParams[string] | undefined,
  ) => string;
  /** A share of something, to at most four places of a percent. */
  readonly share: (fraction: ReasonParams[string] | undefined) => string;
  readonly days: (count: ReasonParams[string] | undefined) => string;
};

/** A sentence of the catalogue: made of the params of a code and the way in which a language writes values. */
export type PortalEntry = (params: ReasonParams, format: PortalFormat) => string;

/** The languages of the portal, by their code, each under its own name. */
export const portalLanguages = { en: 'English', de: 'Deutsch' } as const;
export type PortalLanguage = keyof typeof portalLanguages;

const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
} as const satisfies Record<PortalLanguage, readonly string[]>;

/** How the language writes values. What is no day or amount is shown as it is. */
export function portalFormat(language: PortalLanguage): PortalFormat {
  const isGerman = language === 'de';
  const month = (day: LocalDate) =>
    `${months[language][Number(day.slice(5, 7)) - 1] ?? ''} ${Number(day.slice(0, 4))}`;
  return {
    month,
    day(value) {
      const day = parseLocalDate(String(value ?? ''));
      if (day === null) return String(value ?? '');
      return `${Number(day.slice(8))}${isGerman ? '.' : ''} ${month(day)}`;
    },
    amount(minor, currency) {
      const code = parseCurrencyCode(String(currency ?? ''));
      if (typeof minor !== 'number' || code === null) return String(minor ?? '');
      const digits = currencyExponent(code);
      const [whole = '', fraction = ''] = (minor / 10 ** digits).toFixed(digits).split('.');
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, isGerman ? '.' : ',');
      const rest = /^0*$/.test(fraction) ? '' : `${isGerman ? ',' : '.'}${fraction}`;
      return isGerman ? `${grouped}${rest} ${code}` : `${code} ${grouped}${rest}`;
    },
    share(fraction) {
      const percent = String(Math.round(Number(fraction) * 1_000_000) / 10_000);
      return `${isGerman ? percent.replace('.', ',') : percent} %`;
    },
    days(count) {
      const one = count === 1;
      return isGerman ? `${count} ${one ? 'Tag' : 'Tage'}` : `${count} ${one ? 'day' : 'days'}`;
    },
  };
}
