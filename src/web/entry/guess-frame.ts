import { type CurrencyCode, parseCurrencyCode } from '#core/money.ts';

/** Time zones whose country does not use the currency that their continent would suggest. */
const byZone: Readonly<Record<string, string>> = {
  'Europe/London': 'GBP',
  'Europe/Zurich': 'CHF',
  'Europe/Stockholm': 'SEK',
  'Europe/Oslo': 'NOK',
  'Europe/Copenhagen': 'DKK',
  'Europe/Warsaw': 'PLN',
  'Europe/Prague': 'CZK',
  'Europe/Budapest': 'HUF',
  'Europe/Bucharest': 'RON',
  'Europe/Istanbul': 'TRY',
  'Europe/Kyiv': 'UAH',
  'America/Toronto': 'CAD',
  'America/Vancouver': 'CAD',
  'America/Mexico_City': 'MXN',
  'America/Sao_Paulo': 'BRL',
  'Asia/Tokyo': 'JPY',
  'Asia/Kolkata': 'INR',
  'Asia/Calcutta': 'INR',
  'Asia/Singapore': 'SGD',
  'Asia/Hong_Kong': 'HKD',
  'Asia/Shanghai': 'CNY',
  'Asia/Seoul': 'KRW',
  'Asia/Dubai': 'AED',
  'Asia/Jerusalem': 'ILS',
  'Africa/Johannesburg': 'ZAR',
  'Pacific/Auckland': 'NZD',
};

/** Currencies of countries where most companies' fiscal year does not start in January. */
const fiscalStart: Readonly<Record<string, number>> = { AUD: 7, INR: 4, JPY: 4, NZD: 4 };

export type Frame = {
  readonly currency: CurrencyCode;
  readonly timeZone: string;
  readonly fiscalYearStartMonth: number;
};

/**
 * The frame that fits the browser's time zone, offered as a guess that the person can change. The language is no
 * evidence: many people far from London read English as it is written there.
 */
export function guessFrame(timeZone: string): Frame {
  const continent = timeZone.split('/')[0];
  const usual = continent === 'Europe' ? 'EUR' : continent === 'Australia' ? 'AUD' : 'USD';
  const code = byZone[timeZone] ?? usual;
  return {
    currency: parseCurrencyCode(code) ?? ('USD' as CurrencyCode),
    timeZone,
    fiscalYearStartMonth: fiscalStart[code] ?? 1,
  };
}
