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

function headline({ shown, chanceWape }: BacktestReport['horizons'][number]): string {
  return `shown now ${shown ?? 'none'}; chance alone would miss by ${percent(chanceWape)}`;
}

function row(name: string, ...cells: readonly string[]): string {
  return [name.padEnd(16), ...cells.map((cell) => cell.padStart(8))].join('  ');
}

function percent(share: number | null): string {
  return share === null ? 'unknown' : `${(share * 100).toFixed(1)} %`;
}
