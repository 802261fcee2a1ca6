import type { LocalDate } from '#core/calendar.ts';
import { type CurrencyCode, convertMinor, type DecimalRate } from '#core/money.ts';
import type { Organization } from '../../access/context.ts';
import type { Tx } from '../../database/transaction.ts';
import { type RateRow, rateRows } from './queries.ts';

/** Turns amounts into the organization's currency at the rate of a day, and remembers which rates are missing. */
export type Conversion = {
  /**
   * Null in, null out. Null also where no rate is known on that day (the latest one on or before it counts), and
   * where the result is too large to be exact.
   */
  readonly at: (minor: number | null, currency: CurrencyCode | null, on: LocalDate | null) => number | null;
  /** Currencies that were asked for on a day without a rate, or with one that is of no use. */
  readonly missing: ReadonlySet<string>;
};

/** An amount without a currency of its own is in the organization's. */
export function conversion(rows: readonly RateRow[], own: CurrencyCode): Conversion {
  const byCurrency = Map.groupBy(rows, (row) => row.currency);
  const missing = new Set<string>();
  return {
    missing,
    at: (minor, currency, on) => {
      if (minor === null || currency === null || currency === own) return minor;
      const rate = on === null ? null : rateOn(byCurrency.get(currency) ?? [], on);
      if (rate === null) {
        missing.add(currency);
        return null;
      }
      try {
        return convertMinor(minor, currency, own, rate);
      } catch (error) {
        // One absurd amount must not take the whole company's scoreboard away.
        if (!(error instanceof RangeError)) throw error;
        missing.add(currency);
        return null;
      }
    },
  };
}

/** The latest rate on or before the day, by halving: the rows are in the order of their days. */
function rateOn(rows: readonly RateRow[], on: LocalDate): DecimalRate | null {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.effective_on ?? '') <= on) low = middle + 1;
    else high = middle;
  }
  return (rows[low - 1]?.rate ?? null) as DecimalRate | null;
}

/** The rates of an organization, as they are known now. */
export async function loadConversion(tx: Tx, organization: Organization): Promise<Conversion> {
  return conversion(await rateRows(tx, organization.orgId), organization.currency);
}

/** One amount in the organization's currency at the rate of a day; the rates are read only where it is in another one. */
export async function inOwnCurrency(
  tx: Tx,
  organization: Organization,
  { minor, currency }: { readonly minor: number | null; readonly currency: string | null },
  on: LocalDate,
): Promise<number | null> {
  if (minor === null || currency === null || currency === organization.currency) return minor;
  const { at } = await loadConversion(tx, organization);
  return at(minor, currency as CurrencyCode, on);
}
