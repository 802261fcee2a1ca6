/**
 * How much may be said with so few deals. A step is decided by counts alone, never by what the figure would be.
 *
 * Handbook: docs/handbook/lift.md
 */

import type { Coverage } from './risk-ratio.ts';
import type { LiftSettings } from './settings.ts';

/**
 * hidden: no figure at all. crude: the partners' own figure with its interval, no comparison. indicative: a
 * comparison with an 80 % interval. adjusted: an adjusted association with a 95 % interval. No step says caused.
 */
export const steps = ['hidden', 'crude', 'indicative', 'adjusted'] as const;
export type Step = (typeof steps)[number];

export type Standing = {
  readonly partnerDeals: number;
  readonly partnerWins: number;
  readonly directWins: number;
  readonly kept: number;
  readonly imbalance: number;
  /** How many traits deals are alike in within their stratum. */
  readonly matchedTraits: number;
};

/** What keeps a figure from its next step. */
export type Lack = {
  readonly code: 'partnerDeals' | 'partnerWins' | 'directWins' | 'kept' | 'balance' | 'traits';
  readonly has: number;
  readonly needs: number;
};

export type Rung = {
  readonly step: Step;
  readonly coverage: Coverage;
  readonly lacks: readonly Lack[];
};

/** Where nothing is known of how deals began, nothing is adjusted for, whatever the numbers. */
function traitCheck({ matchedTraits }: Standing): readonly [boolean, Lack] {
  return [matchedTraits > 0, { code: 'traits', has: matchedTraits, needs: 1 }];
}

export function decideStep(standing: Standing, settings: LiftSettings): Rung {
  const { partnerDeals: has } = standing;
  const deals = (needs: number): Lack => ({ code: 'partnerDeals', has, needs });
  if (has < settings.showFrom) return { step: 'hidden', coverage: 95, lacks: [deals(settings.showFrom)] };
  if (has < settings.compareFrom) {
    return { step: 'crude', coverage: 95, lacks: [deals(settings.compareFrom)] };
  }
  const needs = settings.winsPerArm;
  const checks: readonly (readonly [boolean, Lack])[] = [
    [has >= settings.adjustedFrom, deals(settings.adjustedFrom)],
    [standing.partnerWins >= needs, { code: 'partnerWins', has: standing.partnerWins, needs }],
    [standing.directWins >= needs, { code: 'directWins', has: standing.directWins, needs }],
    [standing.kept >= settings.leastKept, { code: 'kept', has: standing.kept, needs: settings.leastKept }],
    [
      standing.imbalance < settings.worstImbalance,
      { code: 'balance', has: standing.imbalance, needs: settings.worstImbalance },
    ],
  ];
  const lacks = [...checks, traitCheck(standing)].flatMap(([holds, lack]) => (holds ? [] : [lack]));
  return lacks.length === 0
    ? { step: 'adjusted', coverage: 95, lacks }
    : { step: 'indicative', coverage: 80, lacks };
}
