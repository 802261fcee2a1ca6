/**
 * The numbers that decide how much of a comparison between partner deals and others may be shown.
 *
 * Handbook: docs/handbook/lift.md
 */

import type { Setting, Values } from '#core/program/settings.ts';

export const liftSettings = {
  matureShare: {
    default: 0.9,
    unit: 'share',
    rule: 'FC-5',
    source: 'INF',
    meaning:
      'A deal has matured at the age by which this share of closed deals had closed, and of won ones was won.',
  },
  maturityFromDeals: {
    default: 10,
    unit: 'count',
    rule: 'FC-5',
    source: 'INF',
    meaning: 'Before this many deals have closed nobody can say when a deal has matured.',
  },
  landmarkShare: {
    default: 0.25,
    unit: 'share',
    rule: 'FC-5',
    source: 'INF',
    meaning: 'Help counts if it came by the day by which this share of won deals was won: the landmark.',
  },
  attributeDays: {
    default: 7,
    unit: 'days',
    rule: 'FC-5',
    source: 'INF',
    meaning:
      'What a source first said of a deal later than this many days after its creation is not its start.',
  },
  showFrom: {
    default: 10,
    unit: 'count',
    rule: 'FC-5',
    source: 'O',
    meaning: 'With fewer matured partner deals nothing is shown.',
  },
  compareFrom: {
    default: 30,
    unit: 'count',
    rule: 'FC-5',
    source: 'INF',
    meaning: 'With fewer matured partner deals their own rate is shown, and no comparison.',
  },
  adjustedFrom: {
    default: 100,
    unit: 'count',
    rule: 'FC-5',
    source: 'INF',
    meaning: 'With fewer matured partner deals a comparison is called indicative.',
  },
  winsPerArm: {
    default: 20,
    unit: 'count',
    rule: 'FC-5',
    source: 'INF',
    meaning: 'With fewer wins on either side a comparison is called indicative.',
  },
  leastKept: {
    default: 0.8,
    unit: 'share',
    rule: 'FC-5',
    source: 'INF',
    meaning: 'At least this share of the partner deals must have a comparable deal on the other side.',
  },
  worstImbalance: {
    default: 0.1,
    unit: 'count',
    rule: 'FC-5',
    source: 'INF',
    meaning: 'After matching, the two sides may differ in no trait by this many standard deviations.',
  },
  disagreement: {
    default: 1 / 3,
    unit: 'share',
    rule: 'FC-5',
    source: 'INF',
    meaning: 'Two ways of adjusting that differ by more than this share of the larger are called not robust.',
  },
  noDifference: {
    default: 0.05,
    unit: 'share',
    rule: 'FC-5',
    source: 'INF',
    meaning: 'Two ways that both find less than this agree that there is no difference.',
  },
  mostLevels: {
    default: 8,
    unit: 'count',
    rule: 'FC-5',
    source: 'INF',
    meaning: 'A trait has at most this many values; the rarest ones are taken together.',
  },
  rareLevel: {
    default: 0.03,
    unit: 'share',
    rule: 'FC-5',
    source: 'INF',
    meaning: 'A value that fewer than this share of the deals have is taken together with others.',
  },
  ridge: {
    default: 3,
    unit: 'count',
    rule: 'FC-5',
    source: 'INF',
    meaning: 'How strongly the regression is held back from reading much into a rare trait.',
  },
  resamples: {
    default: 1000,
    unit: 'count',
    rule: 'FC-5',
    source: 'INF',
    meaning: 'The interval of a check comes from drawing the accounts anew this many times.',
  },
  fewestResamples: {
    default: 200,
    unit: 'count',
    rule: 'FC-5',
    source: 'INF',
    meaning: 'With very many deals fewer draws do; never fewer than these.',
  },
} as const satisfies Record<string, Setting>;

export type LiftSettings = Values<typeof liftSettings>;
