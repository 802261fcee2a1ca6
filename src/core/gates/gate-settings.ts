/**
 * The numbers of the gates, the pitfalls, the launch plan and the weekly digest. Numbers that stand on a page of the
 * program (the dormant alert, the activation target, the floors of the share) are read from that page and not repeated.
 *
 * Handbook: docs/handbook/gates.md
 */

import { defaultsOf, type Setting, type Values } from '#core/program/settings.ts';

export const gateSettings = {
  gateFromWeek: {
    default: [0, 2, 3, 4, 5, 6, 20, 36],
    unit: 'weeks',
    rule: '14',
    source: 'INF',
    meaning:
      'The gates G0 to G7 open from the end of these weeks after the kickoff at the earliest, by plan.',
  },
  gateByWeek: {
    default: [0, 2, 3, 4, 5, 8, 28, 52],
    unit: 'weeks',
    rule: '14',
    source: 'INF',
    meaning: 'The gates G0 to G7 are open by the end of these weeks after the kickoff.',
  },
  producingLeast: {
    default: 5,
    unit: 'count',
    rule: 'G6',
    source: 'INF',
    meaning:
      'So many producing partners open G6 even where the activation of the cohort is below its target.',
  },
  stage3Least: {
    default: 2,
    unit: 'count',
    rule: 'J3',
    source: 'INF',
    meaning: 'So many sourced deals at stage 3 or later in two quarters are production without a win.',
  },
  registrationsLeast: {
    default: 10,
    unit: 'count',
    rule: 'G6',
    source: 'INF',
    meaning: 'G6 needs at least so many accepted registrations.',
  },
  reviewsHeldLeast: {
    default: 8,
    unit: 'count',
    rule: 'G6',
    source: 'INF',
    meaning: 'G6 needs the weekly review to have been held in so many weeks …',
  },
  reviewWeeks: {
    default: 10,
    unit: 'weeks',
    rule: 'G6',
    source: 'INF',
    meaning: '… of the last so many.',
  },
  slaLeast: {
    default: 0.95,
    unit: 'share',
    rule: 'G6',
    source: 'INF',
    meaning: 'G6 needs at least this share of registrations to be decided in time.',
  },
  lowBandLeast: {
    default: 1,
    unit: 'quarters',
    rule: 'G7',
    source: 'INF',
    meaning: 'G7 needs the low band of the forecast to have been met in so many quarters.',
  },
  reviewsWithoutSalesAlert: {
    default: 2,
    unit: 'count',
    rule: '14',
    source: 'INF',
    meaning: 'The CRO is alerted when neither the CRO nor sales came to so many weekly reviews in a row.',
  },
  aeParticipationLeast: {
    default: 0.3,
    unit: 'share',
    rule: '14',
    source: 'INF',
    meaning: 'The CRO is alerted when fewer account executives than this had a partner action in 30 days.',
  },
  darkContactDays: {
    default: 14,
    unit: 'days',
    rule: '14',
    source: 'INF',
    meaning: 'A signed partner without any contact for so many days has gone dark.',
  },
  cohortDays: {
    default: 90,
    unit: 'days',
    rule: 'JR-2',
    source: 'S2',
    meaning: 'Partners who are signed within so many days of the first one make up the first cohort.',
  },
  theatreDays: {
    default: 60,
    unit: 'days',
    rule: '14',
    source: 'INF',
    meaning: 'Certified people without a registration for so many days are certificate theatre.',
  },
  designWeeksLeast: {
    default: 6,
    unit: 'weeks',
    rule: '14',
    source: 'S1',
    meaning: 'The design of a program takes at least so many weeks …',
  },
  designWeeksMost: {
    default: 8,
    unit: 'weeks',
    rule: '14',
    source: 'S1',
    meaning: '… and at most so many; then the leader is hired.',
  },
  firstSigningWeek: {
    default: 12,
    unit: 'weeks',
    rule: '14',
    source: 'INF',
    meaning: 'The first partner is signed by the end of this week after the kickoff.',
  },
  firstJointWeek: {
    default: 16,
    unit: 'weeks',
    rule: '14',
    source: 'S1',
    meaning: 'The first joint opportunity is in the pipeline by the end of this week after the kickoff.',
  },
  firstWinMonth: {
    default: 6,
    unit: 'months',
    rule: '14',
    source: 'S1',
    meaning: 'The first sourced deal is won so many months after the kickoff …',
  },
  firstWinMonthMost: {
    default: 8,
    unit: 'months',
    rule: 'X7',
    source: 'S1',
    meaning: '… and after so many at the latest.',
  },
  delayMonthsLeast: {
    default: 3,
    unit: 'months',
    rule: 'X11',
    source: 'S1',
    meaning: 'A program that hires before it designs is late by at least so many months …',
  },
  delayMonthsMost: {
    default: 5,
    unit: 'months',
    rule: 'X11',
    source: 'S1',
    meaning: '… and by at most so many.',
  },
  forecastableQuarters: {
    default: 2,
    unit: 'quarters',
    rule: '14',
    source: 'S2',
    meaning: 'A program is forecastable so many quarters after its launch.',
  },
  digestItemsMost: {
    default: 10,
    unit: 'count',
    rule: '10',
    source: 'P',
    meaning: 'The weekly digest names at most so many items and says how many it left out.',
  },
} as const satisfies Record<string, Setting>;

export type GateSettings = Values<typeof gateSettings>;

/** What a program starts with. */
export const defaultGateSettings: GateSettings = defaultsOf(gateSettings);
