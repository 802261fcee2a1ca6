/**
 * The scoreboard as data: what the screen, the API and `bin/tandem scoreboard --json` all show.
 *
 * How to read it
 * - Amounts are minor units of `currency`, the organization's own. Shares and rates are fractions: 0.15 is 15 %.
 * - Null is "unknown", never zero. An amount is null where there are deals but none has a known amount.
 * - Proven credit stands at the top level. The opening balance (imported, unproven) stands under
 *   `openingBalance` with the same keys. The two are never added, and neither are classes of credit.
 * - `figure` names the rows behind a number: pass it on to `…/scoreboard/rows` with the same `asOf`.
 * - Everything is as known at the end of `asOf` in the organization's time zone.
 *
 * Handbook: docs/handbook/scoreboard.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { CompanyPart, FigureKey, FigureUnit, Gap, WaterfallBarName } from './figure.ts';

/** A fiscal quarter by name; `start` and `end` are its first and last day. */
export type QuarterName = { label: string; start: LocalDate; end: LocalDate };

/** A sum over deals that opens to exactly those deals. */
export type AmountFigure = {
  figure: FigureKey;
  /** The sum of the known amounts; null if there are deals and none of them has a known amount. */
  amountMinor: number | null;
  deals: number;
  /** How many of these deals are in the count but not in the sum: no amount, or no exchange rate. */
  dealsWithoutAmount: number;
};

/** The figure as it stood at the end of one week. `quarter` is the period that it had then. */
export type WeekPoint = { on: LocalDate; quarter: string; amountMinor: number | null; deals: number };

/** What changed since the end of last Monday, for the same period. `deals` may be negative. */
export type SinceLastMonday = { amountMinor: number; deals: number };

/** Beside a closed quarter’s frozen figure: what Finance accepted since, and what waits. Neither is in the figure. */
export type Booked = {
  closedOn: LocalDate;
  acceptedMinor: number;
  accepted: number;
  waitingMinor: number;
  waiting: number;
};

/** One of the first two numbers of row one. */
export type FixedFigure = AmountFigure & {
  period: QuarterName;
  /** Null: no target is set. Only proven credit has targets. */
  targetMinor: number | null;
  /** 13 points, oldest first; the last is `asOf` itself. The rows of one: the same figure with `asOf` = `on`. */
  weeks: WeekPoint[];
  sinceLastMonday: SinceLastMonday;
  /** Deals in it whose entry date (pipeline) or close date (won) was assumed, not given by a source. */
  assumedDeals: number;
  /** Deals in it with an open dispute over their credit. */
  disputedDeals: number;
  /** Set if Finance has closed the quarter: the figure is then as booked. */
  booked: Booked | null;
};

/** `mean`: of the trailing quarters. `last`: the last complete quarter again. `none`: too little history. */
export type ForecastMethod = 'mean' | 'last' | 'none';

/** One complete quarter that the forecast stands on. */
export type ForecastQuarter = AmountFigure & { period: QuarterName };

/** How wrong the method was on this history, two quarters ahead, as it is used. */
export type ForecastBacktest =
  | {
      state: 'measured';
      /** How many past forecasts were compared with what came. */
      origins: number;
      /** Sum of absolute errors over sum of actuals; null where the actuals sum to zero. */
      wape: number | null;
      /** Sum of (forecast − actual) over sum of actuals: above zero, it forecasts too much. */
      bias: number | null;
      /** The candidates that were compared, the shown one among them. */
      candidates: { method: Exclude<ForecastMethod, 'none'>; wape: number | null }[];
    }
  | { state: 'waiting'; needsQuarters: number; hasQuarters: number };

/** What chance alone would make a perfect forecast miss by, with so few deals: 0.80·√((1+cv²)/λ). */
export type ChanceReference = {
  wape: number;
  /** λ: deals per quarter. */
  dealsPerQuarter: number;
  /** cv: spread of deal amounts over their mean. */
  amountVariation: number;
};

/** The third number of row one. Low, likely and high are P20, P50 and P80. */
export type ForecastFigure = {
  /** Opens to the deals of the quarters in `quarters`; the forecast is computed from their sums. */
  figure: FigureKey;
  period: QuarterName;
  lowMinor: number | null;
  likelyMinor: number | null;
  highMinor: number | null;
  method: ForecastMethod;
  /** The method in words, to be shown beside the number: "mean of the last 4 complete quarters". */
  methodText: string;
  /** Set if there is no forecast: what it waits for. */
  waitsFor: string | null;
  /** The complete quarters it stands on, oldest first. */
  quarters: ForecastQuarter[];
  backtest: ForecastBacktest;
  chance: ChanceReference | null;
  targetMinor: number | null;
  /** 13 points of the likely value, oldest first; null where it could not be forecast then. */
  weeks: { on: LocalDate; quarter: string; likelyMinor: number | null }[];
  /** Change of the likely value; null if there is none now or was none then, or the quarter has turned. */
  sinceLastMonday: { likelyMinor: number } | null;
};

/** What may stand in row one: output, never activity. */
export type RowOneSlot = FixedFigure | ForecastFigure;

/** The share of one quarter. Its rows: `numerator.figure` over `denominator.figure`. */
export type ShareQuarter = {
  period: QuarterName;
  isComplete: boolean;
  /** Null where the company had no new pipeline in the quarter. */
  value: number | null;
  /** The floor of the program year in which the quarter ends; null before year one. */
  floor: number | null;
  numerator: AmountFigure;
  denominator: AmountFigure;
};

/** Year one starts on the day the first partner is signed. */
export type ProgramYear =
  | { state: 'notStarted' }
  | {
      state: 'running';
      year: number;
      startsOn: LocalDate;
      endsOn: LocalDate;
      firstPartnerSignedOn: LocalDate;
    };

/** Sourced new pipeline over all new pipeline of the company, this quarter. */
export type ShareFigure = {
  value: number | null;
  floor: number | null;
  programYear: ProgramYear;
  numerator: AmountFigure;
  denominator: AmountFigure;
  /** Five complete quarters, oldest first, and then the running one. */
  quarters: ShareQuarter[];
  /** "Activity, not output": the share has not risen `needPoints` over `overQuarters` complete quarters. */
  activityNotOutput: {
    state: 'raised' | 'clear' | 'tooEarly';
    /** Percentage points from the first to the last of the five complete quarters. */
    risePoints: number | null;
    needPoints: number;
    overQuarters: number;
  };
};

/** One class of credit. Columns stand side by side and are never added. */
export type ClassColumn = {
  openPipeline: AmountFigure;
  newThisQuarter: AmountFigure;
  wonLastQuarter: AmountFigure;
};

export type WaterfallBar = {
  bar: WaterfallBarName;
  /** A total stands on the floor; a change floats from where the one before it ended. */
  kind: 'total' | 'change';
  /** Signed: what the bar adds to the line. Deals without a known amount add 0 and are counted. */
  amountMinor: number;
  deals: number;
  dealsWithoutAmount: number;
  figure: FigureKey;
  /** Shown only if it is not empty: a change of exchange rates, a correction of facts. */
  onlyIfNotEmpty: boolean;
};

/**
 * Open sourced pipeline expected to close in `period`, from the end of last Monday to `asOf`. Start plus all
 * changes is end, exactly, per deal.
 */
export type Waterfall = {
  since: LocalDate;
  until: LocalDate;
  period: QuarterName;
  bars: WaterfallBar[];
  /** Deals inside `end` that have no expected close date: counted inside. */
  withoutCloseDate: AmountFigure;
  /** Deals inside `end` whose expected close date has passed: counted inside. */
  overdue: AmountFigure;
};

/** What exists once for proven credit and once for the opening balance. */
export type ScopeFigures = {
  sourcedPipelineThisQuarter: FixedFigure;
  sourcedClosedWonLastQuarter: FixedFigure;
  forecastSourcedPipelineNextQuarter: ForecastFigure;
  shareOfNewPipeline: ShareFigure;
  columns: { sourced: ClassColumn; coSold: ClassColumn; influenced: ClassColumn };
  /** Help without a qualifying event: never a column. */
  memo: { assisted: ClassColumn };
  waterfall: Waterfall;
};

/** An estimate with its 95 % interval, hidden while the group is too small to say anything. */
export type GroupRate =
  | { state: 'measured'; figure: FigureKey; n: number; value: number; low: number; high: number; won: number }
  | { state: 'hidden'; figure: FigureKey; n: number; needs: number; reason: string };

export type GroupMedian =
  | { state: 'measured'; figure: FigureKey; n: number; days: number; lowDays: number; highDays: number }
  | { state: 'hidden'; figure: FigureKey; n: number; needs: number; reason: string };

/**
 * Partner-sourced deals against deals without any partner, closed in the last four complete quarters. Deals with
 * a partner in a lower class are left out of both: whoever lives longer collects more touches.
 */
export type Comparison = {
  from: LocalDate;
  to: LocalDate;
  winRate: {
    partner: GroupRate;
    direct: GroupRate;
    /** Partner minus direct with its 95 % interval; null while either group is hidden. */
    difference: { value: number; low: number; high: number } | null;
  };
  /** Days from creation to the win, of won deals. */
  cycle: { partner: GroupMedian; direct: GroupMedian };
  /** How many closed deals of the partner group stand on an imported claim alone. */
  partnerDealsUnproven: number;
  /** Closed deals with a partner in a lower class, in neither group. */
  leftOut: number;
};

/** The company's pipeline as a whole and the partner line inside it: the parts sum to `all`, each deal once. */
export type CompanyLine = {
  all: AmountFigure;
  parts: (AmountFigure & { part: CompanyPart })[];
};

/** What an indicator of activity measures. It never stands in row one. */
export type IndicatorName =
  | 'certifiedPartners'
  | 'activeReps'
  | 'touchesPerPartner'
  | 'registrationsPerPartner'
  | 'registeredToPipeline';

export type IndicatorGroup = 'capability' | 'capacity' | 'motion' | 'conversion';

/** One archetype's small multiple; `archetype` is null for partners whose archetype is not known. */
export type IndicatorSeries = {
  archetype: string | null;
  /** Partners of the archetype that are signed, or known without a date of signature. */
  partners: number;
  value: number;
  target: number | null;
  /** 13 week ends, oldest first; the last is `asOf`. */
  weeks: { on: LocalDate; value: number }[];
};

export type Indicator = {
  name: IndicatorName;
  group: IndicatorGroup;
  /** "partner reps active in the last 60 days" */
  text: string;
  unit: 'count' | 'perPartner' | 'share';
} & (
  | { state: 'measured'; series: IndicatorSeries[] }
  /** "not measured yet, waits for certifications" */
  | { state: 'waiting'; waitsFor: string }
);

/** Weekly openings of this screen by one seat. */
export type SeatOpenings = {
  seat: 'cro' | 'ceo';
  /** `vacant`: nobody holds the seat. `alert`: the last two complete weeks went by without an opening. */
  state: 'opened' | 'alert' | 'vacant' | 'new';
  /** Complete weeks without an opening, counted back from the last one. */
  missedWeeks: number;
  lastOpenedOn: LocalDate | null;
  /** 13 weeks by their Monday, oldest first, the running week last. */
  weeks: { monday: LocalDate; openings: number }[];
};

export type Freshness = {
  /** The day of the newest fact that a source knew; null before the first import. */
  latestFactOn: LocalDate | null;
  /** The newest day on which a deal became pipeline or closed: where to look if the present is empty. */
  latestDealOn: LocalDate | null;
  latestImport: { number: number; fileName: string; committedOn: LocalDate } | null;
  /** Opportunities known as of the date. Zero is an empty scoreboard: teach, do not show noughts. */
  opportunities: number;
};

/** `deals` of `of` deals have the gap. */
export type Completeness = { gap: Gap; deals: number; of: number; figure: FigureKey };

/** One thing that would make the numbers better, and what to do about it. */
export type MissingItem = {
  code:
    | 'noOpportunities'
    | 'nothingRecent'
    | 'noPartners'
    | 'noEvidence'
    | 'openingBalanceNotAccepted'
    | 'noSignedPartner'
    | 'noStageHistory'
    | 'assumedClose'
    | 'withoutAmount'
    | 'withoutRate'
    | 'withoutExpectedClose'
    | 'unknownStage'
    | 'noTargets'
    | 'definitionsNotSigned';
  deals: number | null;
  figure: FigureKey | null;
  text: string;
  repair: string;
};

/** A piece of the answer sentence. The texts, put together, are the sentence. */
export type AnswerPart =
  | { kind: 'words'; text: string }
  /** `figure` is null for a change: the difference of two days has no rows of its own. */
  | { kind: 'money'; text: string; amountMinor: number; figure: FigureKey | null }
  | { kind: 'percent'; text: string; value: number };

/** The definitions that the figures stand on, and who signed them. */
export type DefinitionsShown = {
  version: number | null;
  inForceFrom: LocalDate | null;
  /** `default`: nobody wrote any down, Tandem's own apply. `draft`: written, signatures missing. */
  state: 'default' | 'draft' | 'signed';
  signatures: { seat: string; name: string; signedOn: LocalDate }[];
  missingSeats: string[];
  /** One plain sentence per figure, shown where the figure stands. */
  texts: Record<DefinitionName, string>;
};

export type DefinitionName =
  | 'pipeline'
  | 'newPipeline'
  | 'sourcedPipelineThisQuarter'
  | 'sourcedClosedWonLastQuarter'
  | 'forecastSourcedPipelineNextQuarter'
  | 'shareOfNewPipeline'
  | 'activityNotOutput'
  | 'columns'
  | 'memo'
  | 'waterfall'
  | 'winRate'
  | 'cycle'
  | 'company'
  | 'indicators'
  | 'openingBalance'
  | 'openings';

/** What Finance’s monthly samples say about the proven figures (ATT-20). */
export type AuditStanding = {
  /** A sample had too many errors, and no later one was clean. */
  unaudited: boolean;
  latest: {
    /** `2026-03` */
    month: string;
    errorRate: number | null;
    errors: number;
    judged: number;
    size: number;
    /** The share of errors above which figures are unaudited. */
    most: number;
  } | null;
};

/** Who accepted the imported claims as they stand, as a whole, and when. */
export type Acceptance =
  | { state: 'nothingToAccept' }
  | { state: 'open'; claims: number }
  | { state: 'accepted'; on: LocalDate; by: string; claims: number; claimsSince: number };

/** The whole screen. */
export type Scoreboard = ScopeFigures & {
  organization: string;
  asOf: LocalDate;
  /** False: `asOf` is a past day, and this is what was known at its end. */
  isToday: boolean;
  currency: CurrencyCode;
  timeZone: string;
  lastQuarter: QuarterName;
  thisQuarter: QuarterName;
  nextQuarter: QuarterName;
  /** The latest Monday before `asOf`; changes are counted from its end. */
  lastMonday: LocalDate;
  answer: { text: string; parts: AnswerPart[] };
  openingBalance: ScopeFigures & { acceptance: Acceptance };
  comparison: Comparison;
  company: { openPipeline: CompanyLine; newThisQuarter: CompanyLine };
  /** The four leading groups (motion has two). Below everything else, and never in row one. */
  indicators: Indicator[];
  openings: SeatOpenings[];
  freshness: Freshness;
  completeness: Completeness[];
  missing: MissingItem[];
  audit: AuditStanding;
  definitions: DefinitionsShown;
};

/** One row behind a figure. */
export type FigureRow = {
  opportunityId: string;
  number: number;
  name: string;
  accountName: string | null;
  partnerName: string | null;
  outcome: 'open' | 'won' | 'lost' | 'unknown';
  enteredOn: LocalDate | null;
  expectedCloseOn: LocalDate | null;
  closedOn: LocalDate | null;
  /** In the figure's unit; null: counted, but its amount is not known. The contributions sum to the figure. */
  contribution: number | null;
  /** The credit stands on an imported claim alone. */
  isUnproven: boolean;
  isDisputed: boolean;
};

/** A page of the rows behind a figure, and what all of them sum to. */
export type FigureRows = {
  figure: FigureKey;
  asOf: LocalDate;
  unit: FigureUnit;
  total: number | null;
  rows: number;
  rowsWithoutAmount: number;
  items: FigureRow[];
  nextCursor: string | null;
};
