/**
 * A lift with what the screens say about it.
 *
 * Handbook: docs/handbook/lift.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { Comparison, Lift } from './lift.ts';
import { cycleSentence, lackSentence, robustSentence, unmeasuredSentence, winSentence } from './words.ts';

export type Told = {
  readonly win: string;
  readonly cycle: string;
  readonly robust: string | null;
  readonly unmeasured: string | null;
  /** What keeps each figure from its next step. */
  readonly lacks: {
    readonly win: readonly string[];
    readonly cycle: readonly string[];
    readonly size: readonly string[];
  };
};

export type LiftReport = Omit<Lift, 'comparisons'> & {
  readonly asOf: LocalDate;
  readonly scope: 'proven' | 'openingBalance';
  readonly currency: CurrencyCode;
  readonly leftOut: {
    readonly undated: number;
    readonly unknownOutcome: number;
    readonly otherProof: number;
  };
  readonly comparisons: readonly (Comparison & { readonly told: Told })[];
};

export function reportOf(
  lift: Lift,
  about: Pick<LiftReport, 'asOf' | 'scope' | 'currency' | 'leftOut'>,
): LiftReport {
  // An import does not say since when a partner helped.
  const asked = lift.comparisons.filter(({ exposure }) => about.scope === 'proven' || exposure === 'sourced');
  const days = lift.maturity?.days ?? 0;
  return { ...lift, ...about, comparisons: asked.map((each) => ({ ...each, told: toldOf(each, days) })) };
}

function toldOf(comparison: Comparison, days: number): Told {
  const { win, cycle, exposure } = comparison;
  const lacksOf = (question: keyof Told['lacks']) =>
    comparison[question].lacks.map((lack) => lackSentence(lack, question));
  return {
    win: winSentence(win, exposure, days),
    cycle: cycleSentence(cycle, exposure),
    robust: robustSentence(win),
    unmeasured: unmeasuredSentence(win),
    lacks: { win: lacksOf('win'), cycle: lacksOf('cycle'), size: lacksOf('size') },
  };
}
