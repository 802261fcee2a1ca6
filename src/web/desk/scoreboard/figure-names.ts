import {
  type ClassName,
  type CompanyPart,
  type Gap,
  rowOne,
  type WaterfallBarName,
} from '#core/scoreboard/figure.ts';
import { type Figure, parseFigureKey } from '#core/scoreboard/figure-key.ts';
import type { DefinitionName, QuarterName, Scoreboard } from '#core/scoreboard/payload.ts';

/** The words for the scope of imported claims, wherever it stands. */
export const openingBalanceLabel = 'Opening balance — imported, unproven';

export const classLabels = {
  sourced: 'Sourced',
  coSold: 'Co-sold',
  influenced: 'Influenced',
  assisted: 'Assisted',
} as const satisfies Record<ClassName, string>;

export const partLabels = {
  ...classLabels,
  imported: 'Imported claim',
  direct: 'Direct',
} as const satisfies Record<CompanyPart, string>;

export const barLabels = {
  start: 'Last Monday',
  created: 'New',
  pulledIn: 'Pulled in',
  creditedIn: 'Credit gained',
  increased: 'Up',
  decreased: 'Down',
  pushedOut: 'Pushed out',
  creditedOut: 'Credit lost',
  lost: 'Lost',
  won: 'Won',
  revalued: 'Rates',
  corrected: 'Corrected',
  end: 'Now',
} as const satisfies Record<WaterfallBarName, string>;

const gapLabels = {
  wonWithoutEvidence: 'Won deals without proven credit',
  partnerWonUnproven: 'Won deals whose partner is an imported claim',
  assumedEntry: 'Deals without a stage history',
  assumedCreated: 'Deals whose created date is assumed',
  assumedClose: 'Closed deals whose close date is assumed',
  withoutAmount: 'Deals without an amount',
  withoutRate: 'Deals without an exchange rate',
  withoutExpectedClose: 'Open deals without an expected close date',
  unknownStage: 'Deals whose stage is not known',
} as const satisfies Record<Gap, string>;

/** A figure in words, as its panel is headed. A key that names no figure is shown as it stands. */
export function figureTitle(key: string, board: Scoreboard): string {
  const figure = parseFigureKey(key);
  if (figure === null) return key;
  const title = plainTitle(figure, board);
  return 'scope' in figure && figure.scope === 'openingBalance' ? `${title}: opening balance` : title;
}

function plainTitle(figure: Figure, board: Scoreboard): string {
  const { thisQuarter, lastQuarter, nextQuarter } = board;
  switch (figure.kind) {
    case 'sourcedPipeline':
      return `Sourced pipeline, ${quarterLabel(board, figure.quarterStart ?? thisQuarter.start)}`;
    case 'sourcedWon':
      return `Sourced closed-won, ${lastQuarter.label}`;
    case 'forecastBasis':
      return `Deals that the forecast of ${nextQuarter.label} stands on`;
    case 'column': {
      const measures = {
        open: 'open pipeline',
        new: `new in ${thisQuarter.label}`,
        won: `won in ${lastQuarter.label}`,
      };
      return `${classLabels[figure.class]}, ${measures[figure.measure]}`;
    }
    case 'waterfall':
      return `${barLabels[figure.bar]}, in the change since ${board.waterfall.since}`;
    case 'waterfallNote':
      return figure.note === 'overdue'
        ? 'Open sourced pipeline past its expected close date'
        : 'Open sourced pipeline without an expected close date';
    case 'company': {
      const measure = figure.measure === 'open' ? 'open pipeline' : `new pipeline, ${thisQuarter.label}`;
      return figure.part === 'all' ? `All ${measure}` : `${partLabels[figure.part]}, ${measure}`;
    }
    case 'companyNew':
      return `All new pipeline, ${quarterLabel(board, figure.quarterStart)}`;
    case 'comparison': {
      const group = figure.group === 'partner' ? 'partner-sourced' : 'direct';
      return figure.measure === 'winRate' ? `Win rate, ${group} deals` : `Cycle, ${group} deals`;
    }
    case 'gap':
      return gapLabels[figure.gap];
  }
}

function quarterLabel(board: Scoreboard, start: string): string {
  const known: readonly QuarterName[] = [
    board.thisQuarter,
    board.lastQuarter,
    ...board.shareOfNewPipeline.quarters.map(({ period }) => period),
    ...board.forecastSourcedPipelineNextQuarter.quarters.map(({ period }) => period),
    ...board.openingBalance.forecastSourcedPipelineNextQuarter.quarters.map(({ period }) => period),
  ];
  return known.find((quarter) => quarter.start === start)?.label ?? `the quarter from ${start}`;
}

/** The definitions that a figure rests on, in the order in which they are read. */
export function definitionsOf(key: string): readonly DefinitionName[] {
  const figure = parseFigureKey(key);
  if (figure === null) return [];
  const own = ownDefinitions(figure);
  return 'scope' in figure && figure.scope === 'openingBalance' ? [...own, 'openingBalance'] : own;
}

function ownDefinitions(figure: Figure): readonly DefinitionName[] {
  switch (figure.kind) {
    case 'sourcedPipeline':
      return [rowOne[0], 'newPipeline', 'pipeline'];
    case 'sourcedWon':
      return [rowOne[1]];
    case 'forecastBasis':
      return [rowOne[2], 'newPipeline'];
    case 'column':
      return figure.class === 'assisted' ? ['memo', 'pipeline'] : ['columns', 'pipeline'];
    case 'waterfall':
    case 'waterfallNote':
      return ['waterfall', 'pipeline'];
    case 'company':
      return ['company', figure.measure === 'open' ? 'pipeline' : 'newPipeline'];
    case 'companyNew':
      return ['company', 'newPipeline'];
    case 'comparison':
      return [figure.measure];
    case 'gap':
      return [];
  }
}
