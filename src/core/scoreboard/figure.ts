/**
 * The names of the figures. A figure key says which rows a number sums up; the rows endpoint takes it as it
 * stands, with the same as-of date, and returns rows whose contributions add up to exactly that number.
 *
 * Handbook: docs/handbook/scoreboard.md
 */

/** Credit that evidence proves, or claims that an import brought along. The two are never added. */
export type Scope = 'proven' | 'openingBalance';

export const scopes = ['proven', 'openingBalance'] as const satisfies readonly Scope[];

/** The classes that stand in columns of their own; assisted is a memo beside them. */
export type ClassName = 'sourced' | 'coSold' | 'influenced' | 'assisted';

export const classNames = [
  'sourced',
  'coSold',
  'influenced',
  'assisted',
] as const satisfies readonly ClassName[];

/** What a class column measures. */
export type ColumnMeasure = 'open' | 'new' | 'won';

/** The bars of the waterfall, in the order in which they are drawn. */
export const waterfallBars = [
  'start',
  'created',
  'pulledIn',
  'creditedIn',
  'increased',
  'decreased',
  'pushedOut',
  'creditedOut',
  'lost',
  'won',
  'revalued',
  'corrected',
  'end',
] as const;

export type WaterfallBarName = (typeof waterfallBars)[number];

/** The three numbers of the first row, in their order. Nothing else has a place there. */
export const rowOne = [
  'sourcedPipelineThisQuarter',
  'sourcedClosedWonLastQuarter',
  'forecastSourcedPipelineNextQuarter',
] as const;

/** The parts of the company's line; each deal is in exactly one. `imported` is the opening balance. */
export const companyParts = ['sourced', 'coSold', 'influenced', 'assisted', 'imported', 'direct'] as const;

export type CompanyPart = (typeof companyParts)[number];

/** What can be incomplete about the facts. */
export const gaps = [
  'wonWithoutEvidence',
  'partnerWonUnproven',
  'assumedEntry',
  'assumedCreated',
  'assumedClose',
  'withoutAmount',
  'withoutRate',
  'withoutExpectedClose',
  'unknownStage',
] as const;

export type Gap = (typeof gaps)[number];

/** The groups of the comparison of partner with direct deals. */
export type ComparisonGroup = 'partner' | 'direct';

/**
 * - `proven.sourcedPipelineThisQuarter`: scope, figure.
 * - `openingBalance.column.coSold.open`: scope, class column, measure.
 * - `proven.waterfall.pulledIn`: scope, bar; `proven.waterfallWithoutCloseDate`, `proven.waterfallOverdue`.
 * - `proven.sourcedPipelineInQuarter.2026-07-01`: new sourced pipeline of the quarter that starts then.
 * - `proven.forecastBasis`: the deals of the quarters that the forecast stands on.
 * - `company.open.direct`, `company.new.all`: the company's line, a part of it or all.
 * - `company.newInQuarter.2026-07-01`: all new pipeline of the quarter that starts then.
 * - `comparison.winRate.partner`: closed deals of a group (1 for won, 0 for lost); `comparison.cycle.direct`:
 *   won deals with their days.
 * - `gap.withoutAmount`: deals with that gap, 1 each.
 */
export type FigureKey =
  | `${Scope}.sourcedPipelineThisQuarter`
  | `${Scope}.sourcedClosedWonLastQuarter`
  | `${Scope}.forecastBasis`
  | `${Scope}.sourcedPipelineInQuarter.${string}`
  | `${Scope}.column.${ClassName}.${ColumnMeasure}`
  | `${Scope}.waterfall.${WaterfallBarName}`
  | `${Scope}.waterfallWithoutCloseDate`
  | `${Scope}.waterfallOverdue`
  | `company.${'open' | 'new'}.${CompanyPart | 'all'}`
  | `company.newInQuarter.${string}`
  | `comparison.${'winRate' | 'cycle'}.${ComparisonGroup}`
  | `gap.${Gap}`;

/** What the contributions of a figure's rows count. */
export type FigureUnit = 'minor' | 'deals' | 'days' | 'wins';
