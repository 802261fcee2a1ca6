/**
 * The numbers of the statistical forecast: how histories are read, hazards smoothed, shocks drawn, intervals corrected
 * and methods chosen. Each stands here once, with the rule that it belongs to.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

import type { Setting, Values } from '#core/program/settings.ts';

const count = (value: number, rule: string, meaning: string) =>
  ({ default: value, unit: 'count', rule, source: 'INF', meaning }) as const;
const days = (value: number, rule: string, meaning: string) =>
  ({ default: value, unit: 'days', rule, source: 'INF', meaning }) as const;
const share = (value: number, rule: string, meaning: string) =>
  ({ default: value, unit: 'share', rule, source: 'INF', meaning }) as const;

export const statisticalSettings = {
  horizons: {
    default: [14, 28, 56, 91],
    unit: 'days',
    rule: '2.7',
    source: 'INF',
    meaning: 'How many days ahead the back-test looks, as far as the history reaches.',
  },
  weeksBefore: count(8, '2.7', 'The first origin needs this many weeks of history.'),
  mostOrigins: count(104, '2.7', 'At an origin at most this many matured ones are looked at, the newest.'),
  holeDays: days(
    56,
    '2.1',
    'So long without any event, where events are dense, is a hole: history begins anew.',
  ),
  holeTimes: count(10, '2.1', '… and so many times as long as the mean gap between days with an event.'),
  truncationWins: count(
    3,
    '2.1',
    'Where so many closes are missing before the first, it marks where the export begins.',
  ),
  bulkDeals: count(20, '2.1', 'At least so many deals created on one day …'),
  bulkShare: share(0.25, '2.1', '… and this share of all of them are a bulk load, not new business.'),
  bucketEdges: {
    default: [0, 1, 3, 7, 14, 21, 35, 60, 90, 120],
    unit: 'days',
    rule: '2.2',
    source: 'INF',
    meaning: 'Where the buckets of days in a stage begin.',
  },
  ageWeeks: count(26, '2.2', 'By age, the last bucket begins after this many weeks.'),
  leastExposure: days(20, '2.2', 'A bucket with fewer deal-days is taken together with the one before.'),
  smoothing: days(
    15,
    '2.2',
    'm: a bucket counts against its stage as if it had so many more deal-days of the stage.',
  ),
  halfLife: days(90, '2.2', 'A day so long ago counts half.'),
  halfLifeFrom: days(182, '2.2', 'With a shorter history every day counts alike.'),
  ageEvents: count(2, '2.2', 'By age, a bucket is held to its neighbours by so many events.'),
  phaseEvents: count(20, '2.2', 'The phase of the quarter is held to none by so many events.'),
  phaseQuarters: count(3, '2.2', 'With stages, the phase counts from so many quarters on.'),
  recalibrationDays: days(28, '2.3', 'Wins of so many days are compared with what the hazards expected.'),
  recalibrationWins: count(10, '2.3', 'The comparison is held to one by so many wins.'),
  arrivalWeeks: count(8, '2.4', 'New deals come as in the last so many weeks.'),
  winShock: share(0.15, '2.5', 'σ_W before the history says otherwise.'),
  arrivalShock: share(0.2, '2.5', 'σ_A before the history says otherwise.'),
  shockWeight: count(3, '2.5', 'Both shocks are held to their start by so many blocks.'),
  blockDays: days(28, '2.5', 'The length of a block in which wins are compared with what was expected.'),
  draws: count(4000, '2.5', 'How many futures are drawn at each origin.'),
  seed: count(20_260_101, '2.5', 'Where the random numbers begin.'),
  calibrateFrom: count(4, '2.6', 'Intervals are corrected from so many matured origins on.'),
  calibrateWeight: count(3, '2.6', 'A correction is held to none by so many independent horizons.'),
  floorOfActual: share(0.05, '2.6', 'An outcome counts as no less than this share of its forecast.'),
  requiredCoverage: count(3, '2.7', 'B7: the pipeline that a win is said to need.'),
  recalibrateFrom: count(
    4,
    '2.3',
    'The recalibration is chosen by its error from so many matured origins on.',
  ),
  gateFrom: count(
    8,
    '2.7',
    'From so many matured origins on another method may take the place of the one that leads, …',
  ),
  gateErrors: count(1, '2.7', '… if it missed less by more than so many standard errors of the difference.'),
} as const satisfies Record<string, Setting>;

export type StatisticalSettings = Values<typeof statisticalSettings>;
