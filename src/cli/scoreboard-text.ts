import { type CurrencyCode, currencyExponent } from '#core/money.ts';
import type {
  AmountFigure,
  Comparison,
  ForecastFigure,
  GroupMedian,
  GroupRate,
  ScopeFigures,
  Scoreboard,
  ShareFigure,
} from '#core/scoreboard/payload.ts';

const unknown = 'unknown';

/** The scoreboard as a table for a terminal: proven and imported in columns of their own, never added. */
export function scoreboardText(board: Scoreboard): string {
  const { openingBalance: claimed, freshness } = board;
  const head = [`${board.organization}, as of ${board.asOf}`, board.answer.text];
  if (freshness.opportunities === 0) return [...head, ...missing(board)].join('\n');
  const money = formatter(board.currency);
  const rows = (label: string, cell: (scope: ScopeFigures) => string): string[] => [
    label,
    cell(board),
    cell(claimed),
  ];
  const amount = (pick: (scope: ScopeFigures) => AmountFigure) => (scope: ScopeFigures) =>
    amountCell(pick(scope), money);
  const { lastQuarter, thisQuarter, nextQuarter } = board;
  return [
    ...head,
    '',
    ...table([
      [`Amounts in ${board.currency}`, 'proven', 'imported, unproven'],
      rows(
        `Sourced pipeline ${thisQuarter.label}`,
        amount((scope) => scope.sourcedPipelineThisQuarter),
      ),
      rows(
        `Sourced closed-won ${lastQuarter.label}`,
        amount((scope) => scope.sourcedClosedWonLastQuarter),
      ),
      rows(`Forecast ${nextQuarter.label}`, (scope) =>
        forecastCell(scope.forecastSourcedPipelineNextQuarter, money),
      ),
      rows('Share of new pipeline', (scope) => shareCell(scope.shareOfNewPipeline)),
      rows(
        'Open: sourced',
        amount((scope) => scope.columns.sourced.openPipeline),
      ),
      rows(
        'Open: co-sold',
        amount((scope) => scope.columns.coSold.openPipeline),
      ),
      rows(
        'Open: influenced',
        amount((scope) => scope.columns.influenced.openPipeline),
      ),
    ]),
    '',
    `Company: open ${amountCell(board.company.openPipeline.all, money)}, new in ${thisQuarter.label} ${amountCell(board.company.newThisQuarter.all, money)}`,
    `Forecast: ${forecastNote(board.forecastSourcedPipelineNextQuarter)}`,
    ...(claimed.forecastSourcedPipelineNextQuarter.likelyMinor === null
      ? []
      : [`Forecast, imported: ${forecastNote(claimed.forecastSourcedPipelineNextQuarter)}`]),
    ...comparison(board.comparison),
    `Fresh: latest fact ${freshness.latestFactOn ?? unknown}, latest import ${freshness.latestImport?.committedOn ?? 'none'}, ${freshness.opportunities} opportunities`,
    ...closed(board, money),
    `Definitions: ${board.definitions.state}${board.definitions.version === null ? '' : `, version ${board.definitions.version}`}`,
    ...alerts(board),
    ...missing(board),
  ].join('\n');
}

/** That the last quarter is as booked, with what stands beside it; and whether the figures are audited. */
function closed(board: Scoreboard, money: (minor: number) => string): string[] {
  const { booked } = board.sourcedClosedWonLastQuarter;
  const { unaudited, latest } = board.audit;
  return [
    ...(booked === null
      ? []
      : [
          `${board.lastQuarter.label}: as booked on ${booked.closedOn}; restated ${money(booked.acceptedMinor)} (${booked.accepted}), waiting ${money(booked.waitingMinor)} (${booked.waiting})`,
        ]),
    ...(latest === null || latest.errorRate === null
      ? []
      : [
          `Audit: sample of ${latest.month}, ${percent(latest.errorRate)} errors${unaudited ? '; figures unaudited' : ''}`,
        ]),
  ];
}

function formatter(currency: CurrencyCode): (minor: number) => string {
  const unit = 10 ** currencyExponent(currency);
  const format = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
  return (minor) => format.format(minor / unit);
}

function amountCell(figure: AmountFigure, money: (minor: number) => string): string {
  const deals = `${figure.deals} ${figure.deals === 1 ? 'deal' : 'deals'}`;
  if (figure.amountMinor === null) return `${unknown} (${deals})`;
  const blank = figure.dealsWithoutAmount === 0 ? '' : `, ${figure.dealsWithoutAmount} without amount`;
  return `${money(figure.amountMinor)} (${deals}${blank})`;
}

function forecastCell(figure: ForecastFigure, money: (minor: number) => string): string {
  const { lowMinor, likelyMinor, highMinor } = figure;
  if (lowMinor === null || likelyMinor === null || highMinor === null) return 'none yet';
  return `${money(likelyMinor)} (${money(lowMinor)} to ${money(highMinor)})`;
}

function forecastNote(figure: ForecastFigure): string {
  if (figure.waitsFor !== null) return figure.waitsFor;
  const { backtest, chance } = figure;
  const parts = [figure.methodText, 'low to high is P20 to P80'];
  if (backtest.state === 'measured') {
    const error = backtest.wape === null ? unknown : percent(backtest.wape);
    const quarters = backtest.origins === 1 ? 'quarter' : 'quarters';
    parts.push(`own past error ${error} over ${backtest.origins} back-tested ${quarters}`);
  }
  if (chance !== null) parts.push(`chance alone would give ${percent(chance.wape)}`);
  return parts.join('; ');
}

function shareCell({ value, floor, programYear }: ShareFigure): string {
  const share = value === null ? unknown : percent(value);
  if (floor === null || programYear.state === 'notStarted') return `${share} (program year one not started)`;
  return `${share} (floor of year ${programYear.year}: ${percent(floor)})`;
}

function comparison({ winRate, cycle, partnerDealsUnproven }: Comparison): string[] {
  const unproven =
    partnerDealsUnproven === 0 ? '' : `; ${partnerDealsUnproven} partner deals imported, unproven`;
  return [
    `Win rate: partner ${rateCell(winRate.partner)}, direct ${rateCell(winRate.direct)}${unproven}`,
    `Cycle: partner ${medianCell(cycle.partner)}, direct ${medianCell(cycle.direct)}`,
  ];
}

function rateCell(group: GroupRate): string {
  if (group.state === 'hidden') return `hidden (${group.reason})`;
  return `${percent(group.value)} (${percent(group.low)} to ${percent(group.high)}, n ${group.n})`;
}

function medianCell(group: GroupMedian): string {
  if (group.state === 'hidden') return `hidden (${group.reason})`;
  return `${group.days} days (${group.lowDays} to ${group.highDays}, n ${group.n})`;
}

function alerts(board: Scoreboard): string[] {
  const flat = board.shareOfNewPipeline.activityNotOutput;
  const seats = board.openings.filter(({ state }) => state === 'alert');
  return [
    ...(flat.state === 'raised'
      ? [
          `Alert: activity, not output: the share rose ${flat.risePoints} points over ${flat.overQuarters} quarters.`,
        ]
      : []),
    ...seats.map(
      ({ seat, missedWeeks }) =>
        `Alert: the ${seat.toUpperCase()} has not opened this for ${missedWeeks} weeks.`,
    ),
  ];
}

function missing(board: Scoreboard): string[] {
  if (board.missing.length === 0) return [];
  return ['', 'For better numbers', ...board.missing.map(({ text, repair }) => `  ${text} ${repair}`)];
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

/** Columns as wide as their widest cell; the first to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
