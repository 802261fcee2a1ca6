/**
 * What having a partner is associated with: more wins, sooner, larger? No word says caused, since nobody drew lots
 * about which deals got a partner.
 *
 * Handbook: docs/handbook/lift.md
 */

import {
  type CycleAnswer,
  checkIfCompared,
  cycleAnswer,
  type SizeAnswer,
  sizeAnswer,
  type WinAnswer,
  winAnswer,
} from './answers.ts';
import { type BalanceRow, worstOf } from './balance.ts';
import type { TraitName } from './coarsen.ts';
import { type Maturity, maturityOf, type Side, sideCounts } from './cohort.ts';
import { type Exposure, exposures, type LiftDeal } from './deal.ts';
import { type Naive, naiveComparison } from './naive.ts';
import { dealsNeeded } from './risk-ratio.ts';
import { type Sample, sampleOf } from './sample.ts';
import type { LiftSettings } from './settings.ts';
import { type StratumRow, stratumRows } from './stratum-rows.ts';

export type Comparison = {
  readonly exposure: Exposure;
  readonly start: 'creation' | 'landmark';
  /** What had become of the deals when they matured; null as long as the step hides it. */
  readonly partner: Side | null;
  readonly direct: Side | null;
  readonly win: WinAnswer;
  readonly cycle: CycleAnswer;
  readonly size: SizeAnswer;
  /** The same watched from the day on which a deal became pipeline; help counts up to that day. */
  readonly fromEntry: { readonly win: WinAnswer; readonly cycle: CycleAnswer };
  /** What a plain report of closed deals would say; null as long as no comparison is shown. */
  readonly naive: Naive | null;
  /** Traits within which deals are compared, and those that only the regression adjusts for. */
  readonly matchedOn: readonly TraitName[];
  readonly regressedOn: readonly TraitName[];
  readonly without: readonly TraitName[];
  readonly kept: number;
  readonly balance: readonly BalanceRow[];
  readonly worst: { readonly before: number; readonly after: number };
  /** Partner deals that would have to mature to find a lift of this size four times in five. */
  readonly needed: readonly { readonly lift: number; readonly deals: number | null }[];
  readonly strata: readonly StratumRow[];
};

export type Lift = {
  readonly deals: number;
  readonly matured: number;
  readonly closed: number;
  /** Null as long as too few deals have closed to say when a deal has matured. */
  readonly maturity: Maturity | null;
  readonly comparisons: readonly Comparison[];
};

/** The lifts of which the needed number of deals is told. */
const toldLifts = [0.2, 0.3, 0.5];

/** Yields how much is done, from 0 to 1, so that a caller may do other things in between. */
export function* computeLift(deals: readonly LiftDeal[], settings: LiftSettings): Generator<number, Lift> {
  const maturity = maturityOf(deals, settings);
  const counts = {
    deals: deals.length,
    closed: deals.filter((deal) => deal.closedAfter !== null).length,
    maturity,
  };
  if (maturity === null) return { ...counts, matured: 0, comparisons: [] };
  const comparisons: Comparison[] = [];
  for (const [place, exposure] of exposures.entries()) {
    const part = compare(deals, maturity, exposure, settings);
    for (let next = part.next(); ; next = part.next()) {
      if (next.done === true) {
        comparisons.push(next.value);
        break;
      }
      yield (place + next.value) / exposures.length;
    }
  }
  const matured = deals.filter((deal) => deal.ageDays >= maturity.days).length;
  return { ...counts, matured, comparisons };
}

function* compare(
  deals: readonly LiftDeal[],
  maturity: Maturity,
  exposure: Exposure,
  settings: LiftSettings,
): Generator<number, Comparison> {
  const start = exposure === 'sourced' ? 'creation' : 'landmark';
  const sample = sampleOf(deals, maturity, exposure, start, settings);
  yield 0;
  const entry = sampleOf(deals, maturity, exposure, 'entry', settings);
  yield 0;
  const checked = yield* halfOf(checkIfCompared(sample, settings, true), 0);
  const entryChecked = yield* halfOf(checkIfCompared(entry, settings, false), 0.5);
  const win = winAnswer(sample, checked, settings);
  const size = sizeAnswer(sample.cases, sample.horizon, settings);
  yield 1;
  // Of a few partner deals it would say what each of them is.
  const balance = checked === null ? [] : sample.balance;
  const matchedOn = sample.strata.fields.map(({ trait }) => trait);
  const regressed = sample.coarsened.fields.map(({ trait }) => trait);
  return {
    exposure,
    start,
    partner: win.step === 'hidden' ? null : sideCounts(sample.cases, true, maturity.days),
    direct: checked && sideCounts(sample.cases, false, maturity.days),
    win,
    cycle: cycleAnswer(sample, checked),
    size,
    fromEntry: { win: winAnswer(entry, entryChecked, settings), cycle: cycleAnswer(entry, entryChecked) },
    naive: checked && naiveComparison(deals, maturity, exposure),
    matchedOn,
    regressedOn: regressed.filter((trait) => !matchedOn.includes(trait)),
    without: sample.coarsened.without,
    kept: sample.strata.kept,
    balance,
    worst: { before: worstOf(balance, 'before'), after: worstOf(balance, 'after') },
    needed: toldLifts.map((lift) => ({ lift, deals: neededFor(sample, lift) })),
    strata: checked === null ? [] : stratumRows(sample),
  };
}

/** One half of the way, from `at` on. */
function* halfOf<T>(part: Generator<number, T>, at: number): Generator<number, T> {
  for (let next = part.next(); ; next = part.next()) {
    if (next.done === true) return next.value;
    yield at + next.value / 2;
  }
}

function neededFor(sample: Sample, lift: number): number | null {
  const partner = sample.isPartner.reduce((sum, one) => sum + one, 0);
  const direct = sample.cases.length - partner;
  let won = 0;
  for (let i = 0; i < sample.cases.length; i += 1) {
    if (sample.isPartner[i] === 0) won += sample.isWon[i] ?? 0;
  }
  if (direct === 0) return null;
  // Before there is a partner deal, ten others for each of them: about what a young program has.
  return dealsNeeded(won / direct, lift, partner === 0 ? 10 : direct / partner);
}
