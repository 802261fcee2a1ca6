import { currencyExponent } from '#core/money.ts';
import type { BacktestReport } from '#server/forecast/statistical/backtest.ts';

/** The back-test as tables for a terminal, one a horizon. */
export function backtestText(report: BacktestReport): string {
  const { from, until, deals, seed, horizons, leftOut } = report;
  const span = from === null || until === null ? 'no history' : `history ${from} to ${until}`;
  return [
    `Back-test of closed-won value: ${deals} deals, ${span}, seed ${seed}`,
    ...horizons.flatMap((horizon) => [
      '',
      `${horizon.days} days ahead: ${horizon.waitsFor ?? headline(horizon)}`,
      ...(horizon.methods.length === 0 ? [] : [row('method', 'origins', 'WAPE', 'bias', 'in 80 %', 'CRPS')]),
      ...horizon.methods.map(({ name, origins, wape, bias, coverage80, crps }) =>
        row(name, String(origins), percent(wape), percent(bias), percent(coverage80), percent(crps)),
      ),
    ]),
    '',
    ...leftOut.map(({ name, why }) => `Left out: ${name} (${why})`),
  ].join('\n');
}

/** What is expected, a line a horizon, with its own past error. */
export function outlookText(report: BacktestReport): string {
  const { until, currency, horizons, seed } = report;
  const unit = 10 ** currencyExponent(currency);
  const format = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
  const money = (minor: number): string => format.format(minor / unit);
  return [
    `Closed-won in ${currency} after ${until ?? 'no history'}, seed ${seed}`,
    row('days', 'P20', 'expected', 'P50', 'P80', 'WAPE', 'chance', 'shown'),
    ...horizons.map(({ days, next, shown, waitsFor, methods, chanceWape }) => {
      if (next === null) return `${days}: ${waitsFor ?? 'too little history'}`;
      const own = methods.find(({ name }) => name === 'shown')?.wape ?? null;
      const amounts = [next.underwriteMinor, next.expectedMinor, next.likelyMinor, next.upsideMinor].map(
        money,
      );
      return row(String(days), ...amounts, percent(own), percent(chanceWape), shown ?? 'none');
    }),
  ].join('\n');
}

function headline({ shown, chanceWape }: BacktestReport['horizons'][number]): string {
  return `shown now ${shown ?? 'none'}; chance alone would miss by ${percent(chanceWape)}`;
}

function row(name: string, ...cells: readonly string[]): string {
  return [name.padEnd(16), ...cells.map((cell) => cell.padStart(10))].join('  ');
}

function percent(share: number | null): string {
  return share === null ? 'unknown' : `${(share * 100).toFixed(1)} %`;
}
