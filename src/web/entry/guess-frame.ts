import { type CurrencyCode, parseCurrencyCode } from '#core/money.ts';

/** Regions that share the euro. */
const euro = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK';
const byRegion: Readonly<Record<string, string>> = {
  AE: 'AED',
  AR: 'ARS',
  AU: 'AUD',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CL: 'CLP',
  CN: 'CNY',
  CO: 'COP',
  CZ: 'CZK',
  DK: 'DKK',
  GB: 'GBP',
  HK: 'HKD',
  HU: 'HUF',
  ID: 'IDR',
  IL: 'ILS',
  IN: 'INR',
  JP: 'JPY',
  KR: 'KRW',
  LI: 'CHF',
  MX: 'MXN',
  MY: 'MYR',
  NO: 'NOK',
  NZ: 'NZD',
  PH: 'PHP',
  PL: 'PLN',
  RO: 'RON',
  SA: 'SAR',
  SE: 'SEK',
  SG: 'SGD',
  TH: 'THB',
  TR: 'TRY',
  TW: 'TWD',
  UA: 'UAH',
  VN: 'VND',
  ZA: 'ZAR',
}; // prettier-ignore
/** Where most companies' fiscal year does not start in January. */
const fiscalStart: Readonly<Record<string, number>> = { AU: 7, IN: 4, JP: 4, NZ: 4 };

export type Frame = {
  readonly currency: CurrencyCode;
  readonly timeZone: string;
  readonly fiscalYearStartMonth: number;
};

/** The frame that fits the browser's language and time zone, offered as a guess that the person can change. */
export function guessFrame(language: string, timeZone: string): Frame {
  const region = regionOf(language);
  const code = euro.split(' ').includes(region)
    ? 'EUR'
    : (byRegion[region] ?? (timeZone.startsWith('Europe/') ? 'EUR' : 'USD'));
  return {
    currency: parseCurrencyCode(code) ?? ('USD' as CurrencyCode),
    timeZone,
    fiscalYearStartMonth: fiscalStart[region] ?? 1,
  };
}

function regionOf(language: string): string {
  try {
    return new Intl.Locale(language).region ?? '';
  } catch {
    return '';
  }
}
