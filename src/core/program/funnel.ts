/**
 * The direct funnel as measured facts: what the company's own opportunities say about selling without partners.
 * TH-4 points at one of them, and the assumption ledger takes its actuals from here.
 *
 * Handbook: docs/handbook/program.md
 */

/**
 * One measured fact of deals without a partner.
 * - `key` is stable: `stage_days:3` (median days in the stage of that order), `stage_conversion:2` (share of deals in
 *   that stage that went on to a later stage or were won), `win_rate`, `cycle_days`, `deal_size`, `lost_at:3` (share of
 *   lost deals that were lost in that stage).
 * - `value` is days, a share, or minor units of the organization's currency, as `unit` says.
 * - `deals` is how many deals it was measured on.
 * - `comparison` is the median of the same measure over the other stages, where there is one: slow is slow against it.
 */
export type FunnelFact = {
  readonly key: string;
  readonly kind: 'stage_days' | 'stage_conversion' | 'lost_at' | 'win_rate' | 'cycle_days' | 'deal_size';
  readonly stage: { readonly order: number; readonly name: string } | null;
  readonly unit: 'days' | 'share' | 'money';
  readonly value: number;
  readonly deals: number;
  readonly comparison: number | null;
};

/** What was counted of one stage, over direct deals of the window. A median is null where nothing was counted. */
export type StageCount = {
  readonly order: number;
  readonly name: string;
  /** Median of the days that deals stood in it, all their visits together; only visits with a dated beginning and end. */
  readonly medianDays: number | null;
  readonly timedDeals: number;
  /** Deals that were in it and then went on to a later stage or were won, of those of which one or the other is known. */
  readonly wentOn: number;
  readonly decidedDeals: number;
  /** Lost deals that stood in it last. */
  readonly lostIn: number;
};

/** What was counted of the whole direct funnel. */
export type FunnelCounts = {
  readonly stages: readonly StageCount[];
  readonly won: number;
  readonly lost: number;
  readonly medianCycleDays: number | null;
  readonly timedWins: number;
  /** Minor units of the organization's currency. */
  readonly medianDealMinor: number | null;
  readonly pricedWins: number;
};

/**
 * The window of the facts: deals that closed in this many months before today, and stays in a stage that ended in
 * them. Two years hold enough deals of a small company and few enough of another one's past (INF).
 */
export const funnelMonths = 24;

/**
 * The measured facts of the direct funnel, in the order of the stages, then those of the whole (TH-4). What was
 * counted on no deal is no fact and is left out; a small sample stays, with how many deals it has.
 */
export function funnelFacts(counts: FunnelCounts): FunnelFact[] {
  const stages = counts.stages.toSorted((a, b) => a.order - b.order);
  const lostKnown = stages.reduce((sum, { lostIn }) => sum + lostIn, 0);
  return [
    ...ofStages('stage_days', 'days', stages, (stage) => ({
      value: stage.medianDays,
      deals: stage.timedDeals,
    })),
    ...ofStages('stage_conversion', 'share', stages, (stage) => ({
      value: shareOf(stage.wentOn, stage.decidedDeals),
      deals: stage.decidedDeals,
    })),
    ...ofStages('lost_at', 'share', stages, (stage) => ({
      value: shareOf(stage.lostIn, lostKnown),
      deals: lostKnown,
    })),
    ...ofWhole('win_rate', 'share', shareOf(counts.won, counts.won + counts.lost), counts.won + counts.lost),
    ...ofWhole('cycle_days', 'days', counts.medianCycleDays, counts.timedWins),
    ...ofWhole('deal_size', 'money', counts.medianDealMinor, counts.pricedWins),
  ];
}

/**
 * Whether a fact shows a friction of the direct motion (TH-4): a stage that is slower than the others, that fewer deals
 * leave forward, or in which more deals are lost. A fact without anything to compare it with shows none by itself.
 */
export function showsFriction(fact: FunnelFact): boolean {
  if (fact.comparison === null) return false;
  return fact.kind === 'stage_conversion' ? fact.value < fact.comparison : fact.value > fact.comparison;
}

/** The middle value; of an even number of values the mean of the two in the middle. Null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

type Counted = { readonly value: number | null; readonly deals: number };

function ofStages(
  kind: 'stage_days' | 'stage_conversion' | 'lost_at',
  unit: FunnelFact['unit'],
  stages: readonly StageCount[],
  measure: (stage: StageCount) => Counted,
): FunnelFact[] {
  const measured = stages.flatMap(({ order, name, ...rest }) => {
    const { value, deals } = measure({ order, name, ...rest });
    return value === null || deals === 0 ? [] : [{ stage: { order, name }, value, deals }];
  });
  return measured.map((one) => ({
    key: `${kind}:${one.stage.order}`,
    kind,
    stage: one.stage,
    unit,
    value: one.value,
    deals: one.deals,
    comparison: medianOf(measured.filter((other) => other !== one).map(({ value }) => value)),
  }));
}

function ofWhole(
  kind: 'win_rate' | 'cycle_days' | 'deal_size',
  unit: FunnelFact['unit'],
  value: number | null,
  deals: number,
): FunnelFact[] {
  return value === null || deals === 0
    ? []
    : [{ key: kind, kind, stage: null, unit, value, deals, comparison: null }];
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
