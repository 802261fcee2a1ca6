/**
 * The numbers of the program that people sign. Each one stands here once, with its default, its rule and where
 * the default comes from; a policy version holds the values that are in force.
 *
 * Sources: S1 and S2 are the two founding articles of the method, F an article by the same author, O another
 * author, and INF a number that nobody published and that is ours to defend.
 *
 * Handbook: docs/handbook/program.md
 */

export type Setting = {
  readonly default: number | readonly number[];
  readonly unit: 'days' | 'weeks' | 'months' | 'quarters' | 'stage' | 'count' | 'share' | 'points';
  readonly rule: string;
  readonly source: string;
  /** What the number does, in words that can stand beside it on a screen. */
  readonly meaning: string;
};

/** The signed page of the attribution model: windows and thresholds of a credit. */
export const attributionSettings = {
  introLookbackDays: {
    default: 30,
    unit: 'days',
    rule: 'ATT-3',
    source: 'F',
    meaning: 'An introduction sources a deal that is created at most this many days after it.',
  },
  lockDays: {
    default: 14,
    unit: 'days',
    rule: 'ATT-4',
    source: 'F',
    meaning: 'A claim to have sourced a deal is recorded at most this many days after the deal was created.',
  },
  longLockDays: {
    default: 30,
    unit: 'days',
    rule: 'ATT-4',
    source: 'F',
    meaning: 'The same in a segment with a long cycle; never longer.',
  },
  longCycleDays: {
    default: 180,
    unit: 'days',
    rule: 'ATT-4',
    source: 'F',
    meaning: 'A segment has a long cycle if its median won deal takes at least this long.',
  },
  vendorQuietDays: {
    default: 60,
    unit: 'days',
    rule: 'T1',
    source: 'O',
    meaning: 'A partner brings an account that we neither met nor approached in this many days before.',
  },
  touchLoggedWithinDays: {
    default: 14,
    unit: 'days',
    rule: 'ATT-5',
    source: 'INF',
    meaning: 'A touch logged more than this many days after it happened earns assisted at most.',
  },
  coSoldStages: {
    default: 2,
    unit: 'count',
    rule: '5.4',
    source: 'INF',
    meaning: 'A deal is co-sold after joint selling at this many different stages …',
  },
  coSoldStage: {
    default: 3,
    unit: 'stage',
    rule: '5.4',
    source: 'INF',
    meaning: '… one of them this stage or later, …',
  },
  coSoldBeforeStage: {
    default: 4,
    unit: 'stage',
    rule: 'ATT-6',
    source: 'INF',
    meaning: '… all before the deal enters this stage.',
  },
  coSoldCheckinDays: {
    default: 30,
    unit: 'days',
    rule: 'ATT-7',
    source: 'INF',
    meaning:
      'Co-sold falls back to influenced if the partner did not check in for this long before the close.',
  },
} as const satisfies Record<string, Setting>;

/** The definitions behind the scoreboard. */
export const scoreboardSettings = {
  entryStage: {
    default: 2,
    unit: 'stage',
    rule: '10',
    source: 'S1',
    meaning:
      'A deal is pipeline from the day it first reaches this stage (qualified), unless its source marks another.',
  },
  shareFloors: {
    default: [0.15, 0.25, 0.35],
    unit: 'share',
    rule: '10',
    source: 'S1',
    meaning: 'The floor of the sourced share of new pipeline in program year one, two, and three onward.',
  },
  flatPoints: {
    default: 2,
    unit: 'points',
    rule: '10',
    source: 'INF',
    meaning: 'Activity, not output: the sourced share has not risen by this many percentage points …',
  },
  flatQuarters: {
    default: 4,
    unit: 'quarters',
    rule: '10',
    source: 'INF',
    meaning: '… over this many quarters.',
  },
  rateMinimumDeals: {
    default: 20,
    unit: 'count',
    rule: 'FC-5',
    source: 'INF',
    meaning: 'A win rate or a cycle is shown only from this many closed deals on.',
  },
  missedOpeningsAlert: {
    default: 2,
    unit: 'weeks',
    rule: '10',
    source: 'INF',
    meaning: 'An alert goes out if the CRO and the CEO have not opened the scoreboard for this many weeks.',
  },
  freshDays: {
    default: 7,
    unit: 'days',
    rule: 'FC-8',
    source: 'INF',
    meaning: 'Deal data older than this is stale.',
  },
  activeRepDays: {
    default: 60,
    unit: 'days',
    rule: '10',
    source: 'S1',
    meaning: 'A partner rep is active with a registration, check-in or joint meeting in this many days.',
  },
  checkinFreshDays: {
    default: 14,
    unit: 'days',
    rule: '10',
    source: 'F',
    meaning: 'A check-in of a partner on a deal is fresh for this long.',
  },
} as const satisfies Record<string, Setting>;

/** The values of a catalogue: one number, or one list of numbers, per setting. */
export type Values<Catalogue extends Record<string, Setting>> = {
  readonly [Name in keyof Catalogue]: Catalogue[Name]['default'] extends number ? number : readonly number[];
};

export type AttributionSettings = Values<typeof attributionSettings>;
export type ScoreboardSettings = Values<typeof scoreboardSettings>;
export type ProgramSettings = {
  readonly attribution: AttributionSettings;
  readonly scoreboard: ScoreboardSettings;
};

/** What a program starts with, before anybody signs anything else. */
export const defaultProgramSettings: ProgramSettings = {
  attribution: defaultsOf(attributionSettings),
  scoreboard: defaultsOf(scoreboardSettings),
};

/** The values of a catalogue before anybody signs others. */
export function defaultsOf<Catalogue extends Record<string, Setting>>(
  catalogue: Catalogue,
): Values<Catalogue> {
  const entries = Object.entries(catalogue).map(([name, setting]) => [name, setting.default]);
  return Object.fromEntries(entries) as Values<Catalogue>;
}
