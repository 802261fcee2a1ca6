import { setImmediate as nextTurn } from 'node:timers/promises';
import { addMonths, type FiscalCalendar, type LocalDate, quarterOf } from '#core/calendar.ts';
import { backtest, type HorizonRecord } from '#core/forecast/statistical/backtest.ts';
import type { Phases } from '#core/forecast/statistical/hazard.ts';
import { type StatisticalSettings, statisticalSettings } from '#core/forecast/statistical/settings.ts';
import type { CurrencyCode } from '#core/money.ts';
import { defaultsOf } from '#core/program/settings.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction } from '../../database/transaction.ts';
import { parseAsOf } from '../../scoreboard/scoreboard.ts';
import { dateOfDay, dayOfDate, loadForecastDeals } from './load-deals.ts';

export type BacktestReport = {
  readonly asOf: LocalDate;
  readonly seed: number;
  readonly measure: 'closedWon';
  readonly currency: CurrencyCode;
  /** The history that was read; null without any. */
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  readonly deals: number;
  readonly horizons: readonly HorizonRecord[];
  readonly leftOut: readonly { readonly name: string; readonly why: string }[];
};

/**
 * Runs the rolling back-test of closed-won value on everything that was known at the end of a day (today, if none is
 * given), with what the shown method says next. `tell` hears the share done. Throws ProblemError `invalid-input` for a
 * day to come.
 */
export async function runBacktest(
  context: Context,
  input: { asOf?: string | undefined },
  tell: (done: number) => void = () => {},
): Promise<BacktestReport> {
  requireCapability(context, 'scoreboard.read');
  const { organization, ports } = context;
  const today = parseAsOf(input.asOf, localDateAt(context.now, organization.timeZone));
  const settings: StatisticalSettings = defaultsOf(statisticalSettings);
  const deals = await readTransaction(ports.pool, { org: organization.orgId }, (tx) =>
    loadForecastDeals(tx, organization, today),
  );
  const run = backtest(deals, dayOfDate(today), phasesOf(organization.fiscal), settings);
  for (;;) {
    const next = run.next();
    if (next.done) {
      const { seed, from, until, horizons } = next.value;
      return {
        asOf: today,
        seed,
        measure: 'closedWon',
        currency: organization.currency,
        from: from === null ? null : dateOfDay(from),
        until: until === null ? null : dateOfDay(until),
        deals: deals.length,
        horizons,
        leftOut,
      };
    }
    tell(next.value);
    // Others are answered in between.
    await nextTurn();
  }
}

/** Methods of the list that need what is not kept yet. */
const leftOut = [
  { name: 'commit', why: 'B9: no weekly call of a person is kept' },
  { name: 'bands', why: 'B10: no weekly bands are kept' },
  { name: 'stageWeighted', why: 'B6: no source says how likely a stage is to be won' },
] as const;

/** The month of the fiscal quarter that a day lies in, 0 to 2. */
export function phasesOf(fiscal: FiscalCalendar): Phases {
  const known = new Map<number, number>();
  return (day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const date = dateOfDay(day);
    const { start } = quarterOf(date, fiscal);
    const phase = date < addMonths(start, 1) ? 0 : date < addMonths(start, 2) ? 1 : 2;
    known.set(day, phase);
    return phase;
  };
}
