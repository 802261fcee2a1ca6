/**
 * Three questions about the partners' deals: won more often, won sooner, larger? Each answer shows as much as its
 * number of deals allows, and no more: what a step hides is not in the answer at all.
 *
 * Handbook: docs/handbook/lift.md
 */

import { type Interval, newcombeInterval, wilsonInterval } from '../interval.ts';
import { type Checked, checkSample } from './check.ts';
import type { Case } from './deal.ts';
import type { Rung } from './ladder.ts';
import { disagree, eValue, eValueOfInterval, type Ratio, stratifiedRatio } from './risk-ratio.ts';
import { readySample, type Sample } from './sample.ts';
import type { LiftSettings } from './settings.ts';
import { geometricMean, sizeRatio } from './size.ts';
import { courseOf, livesOf, medianToClose, medianToWin } from './survival.ts';

export type Rate = Interval & { readonly won: number; readonly deals: number; readonly value: number };

export type WinAnswer = Rung & {
  readonly partnerDeals: number;
  readonly directDeals: number;
  readonly partner: Rate | null;
  readonly direct: Rate | null;
  /** The difference of the two rates as they are, with its 95 % interval (Newcombe). */
  readonly crude: Ratio | null;
  readonly crudeRatio: number | null;
  /** The ratio within strata: the headline. */
  readonly adjusted: Ratio | null;
  /** The regression beside it. */
  readonly check: Pick<Checked, 'ratio' | 'difference' | 'draws'> | null;
  readonly isRobust: boolean | null;
  readonly eValue: { readonly value: number; readonly ofInterval: number } | null;
};

export type CycleAnswer = Rung & {
  readonly partnerDeals: number;
  readonly directDeals: number;
  /** The days that each deal is watched. */
  readonly horizon: number;
  readonly adjusted: Checked['days'];
  /** The days by which half had closed, and by which half were won; null for days that were not reached. */
  readonly partner: Medians | null;
  readonly direct: Medians | null;
};
export type Medians = { readonly toClose: number | null; readonly toWin: number | null };

export type SizeAnswer = Rung & {
  /** Won deals with a known amount. */
  readonly partnerDeals: number;
  readonly directDeals: number;
  /** Geometric means, minor units. */
  readonly partnerMinor: number | null;
  readonly directMinor: number | null;
  readonly crudeRatio: number | null;
  readonly adjusted: Ratio | null;
};

export function winAnswer(sample: Sample, checked: Checked | null, settings: LiftSettings): WinAnswer {
  const { rung } = sample;
  const [partner, direct] = [rateOf(sample, 1), rateOf(sample, 0)];
  const isCompared = checked !== null && direct !== null && partner !== null;
  const adjusted = isCompared ? stratifiedRatio(sample.tables, rung.coverage) : null;
  const ratio = checked?.ratio ?? null;
  return {
    ...rung,
    ...sizesOf(sample),
    partner: rung.step === 'hidden' ? null : partner,
    direct: isCompared ? direct : null,
    crude: isCompared
      ? {
          value: partner.value - direct.value,
          ...newcombeInterval({ k: partner.won, n: partner.deals }, { k: direct.won, n: direct.deals }),
        }
      : null,
    crudeRatio: isCompared && direct.won > 0 ? partner.value / direct.value : null,
    adjusted,
    check: checked && { ratio, difference: checked.difference, draws: checked.draws },
    isRobust: adjusted && ratio && !disagree(adjusted.value, ratio.value, settings),
    eValue: adjusted && { value: eValue(adjusted.value), ofInterval: eValueOfInterval(adjusted) },
  };
}

export function cycleAnswer(sample: Sample, checked: Checked | null): CycleAnswer {
  const { isPartner, lives, horizon, rung } = sample;
  const [direct, partner] = ([0, 1] as const).map((side): Medians => {
    const course = courseOf(livesOf(lives, horizon, undefined, { isPartner, side }));
    return { toClose: medianToClose(course), toWin: medianToWin(course) };
  });
  return {
    ...rung,
    ...sizesOf(sample),
    horizon,
    adjusted: checked?.days ?? null,
    partner: rung.step === 'hidden' ? null : (partner ?? null),
    direct: checked === null ? null : (direct ?? null),
  };
}

/** Won deals only, so their number decides the step. The amount at creation is left out: it is what is asked. */
export function sizeAnswer(cases: readonly Case[], horizon: number, settings: LiftSettings): SizeAnswer {
  const won = cases.filter(({ isWon, deal }) => isWon && (deal.wonAmountMinor ?? 0) > 0);
  const sample = readySample(won, horizon, settings, ['amountMinor']);
  const amounts = won.map(({ deal }) => deal.wonAmountMinor ?? 1);
  const [direct, partner] = [0, 1].map((side) =>
    geometricMean(amounts.filter((_, i) => sample.isPartner[i] === side)),
  );
  const { rung } = sample;
  const isCompared = (rung.step === 'indicative' || rung.step === 'adjusted') && typeof direct === 'number';
  return {
    ...rung,
    ...sizesOf(sample),
    partnerMinor: rung.step === 'hidden' ? null : (partner ?? null),
    directMinor: isCompared ? direct : null,
    crudeRatio: isCompared && typeof partner === 'number' ? partner / direct : null,
    adjusted: isCompared
      ? sizeRatio(
          sample.strata,
          sample.isPartner,
          Float64Array.from(amounts, (amount) => Math.log(amount)),
          rung.coverage,
        )
      : null,
  };
}

/** The second way, where there is enough for a comparison; null where there is not. */
export function* checkIfCompared(
  sample: Sample,
  settings: LiftSettings,
  withRegression: boolean,
): Generator<number, Checked | null> {
  const { step, coverage } = sample.rung;
  const hasOthers = sample.isPartner.includes(0);
  if (!hasOthers || (step !== 'indicative' && step !== 'adjusted')) return null;
  return yield* checkSample(sample, settings, coverage, withRegression);
}

function sizesOf(sample: Sample): { partnerDeals: number; directDeals: number } {
  const partnerDeals = sample.isPartner.reduce((sum, one) => sum + one, 0);
  return { partnerDeals, directDeals: sample.cases.length - partnerDeals };
}

function rateOf(sample: Sample, side: 0 | 1): Rate | null {
  let [won, deals] = [0, 0];
  for (let i = 0; i < sample.cases.length; i += 1) {
    if (sample.isPartner[i] !== side) continue;
    deals += 1;
    won += sample.isWon[i] ?? 0;
  }
  return deals === 0 ? null : { won, deals, value: won / deals, ...wilsonInterval(won, deals) };
}
