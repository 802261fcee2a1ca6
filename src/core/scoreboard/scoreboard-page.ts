import type { BodyOf, Fields } from '#core/program/field.ts';
import type { Page } from '#core/program/page.ts';
import { settingField } from '#core/program/setting-field.ts';
import { scoreboardSettings } from '#core/program/settings.ts';
import { indicatorsField } from './scoreboard-indicators.ts';

const s = scoreboardSettings;

const fields = {
  targets: {
    kind: 'group',
    label: 'Targets per quarter',
    isOptional: true,
    fields: {
      sourcedPipelineMinor: {
        kind: 'money',
        label: 'Sourced pipeline',
        guidance:
          'A quarter of what the thesis promises for the year; less in the first quarters after the kickoff.',
        rule: '10',
        source: 'S1',
        default: null,
        isOptional: true,
      },
      sourcedClosedWonMinor: {
        kind: 'money',
        label: 'Sourced closed-won',
        guidance: 'The pipeline of one cycle before, times the win rate.',
        rule: '10',
        source: 'S1',
        default: null,
        isOptional: true,
      },
    },
  },
  shareFloors: {
    kind: 'series',
    label: 'Floors of the sourced share',
    rule: '10',
    source: 'S1',
    guidance: s.shareFloors.meaning,
    of: { kind: 'share', label: 'Floor', least: 0, most: 1, default: 0 },
    labels: ['Year 1', 'Year 2', 'Year 3 on'],
    default: s.shareFloors.default,
  },
  entryStage: settingField('Entry stage of pipeline', s.entryStage),
  flatPoints: settingField('Activity, not output: rise', s.flatPoints),
  flatQuarters: settingField('Activity, not output: period', s.flatQuarters),
  rateMinimumDeals: settingField('Smallest sample for a rate', s.rateMinimumDeals),
  missedOpeningsAlert: settingField('Missed weekly openings', s.missedOpeningsAlert),
  freshDays: settingField('Deal data is fresh for', s.freshDays),
  activeRepDays: settingField('Partner rep is active for', s.activeRepDays),
  checkinFreshDays: settingField('Check-in is fresh for', s.checkinFreshDays),
  indicators: indicatorsField,
  judged: {
    kind: 'group',
    label: 'How many numbers the leader is judged on',
    rule: '10',
    fields: {
      least: {
        kind: 'number',
        label: 'At least',
        guidance: 'With fewer, one number is worked at the cost of the others.',
        rule: '10',
        source: 'F',
        unit: 'count',
        least: 0,
        most: 20,
        isWhole: true,
        default: 4,
      },
      most: {
        kind: 'number',
        label: 'At most',
        guidance: 'With more, nobody is judged on any.',
        rule: '10',
        source: 'F',
        unit: 'count',
        least: 0,
        most: 20,
        isWhole: true,
        default: 5,
      },
    },
  },
} as const satisfies Fields;

export type ScoreboardBody = BodyOf<typeof fields>;

/** The scoreboard's definitions and targets (method 10). */
export const scoreboardPage = {
  word: 'scoreboard',
  title: 'Scoreboard',
  question: 'Which numbers is the program judged by, what do they mean, and what is the target?',
  minutes: 15,
  seats: ['cro', 'cfo', 'head_of_partnerships'],
  sections: [
    {
      title: 'Targets',
      guidance:
        'The first row of the scoreboard is fixed: sourced pipeline of this quarter, sourced closed-won of the last, the forecast of the next. Give the first two a target from your arithmetic, not from a wish. The floors say which share of all new pipeline partners should source in each year.',
      fields: ['targets', 'shareFloors'],
    },
    {
      title: 'Definitions',
      guidance:
        'A number means what is written here, on every screen and in every report. Change a definition only at the start of a quarter, or two quarters cannot be compared. The defaults fit most companies.',
      fields: ['entryStage', 'rateMinimumDeals', 'freshDays', 'activeRepDays', 'checkinFreshDays'],
    },
    {
      title: 'Alarms',
      guidance:
        'An alarm says that something is not as it should be before the quarter shows it. The most important one asks whether a year of activity has moved the share at all. Leave it on even when it would hurt.',
      fields: ['flatPoints', 'flatQuarters', 'missedOpeningsAlert'],
    },
    {
      title: 'Indicators',
      guidance:
        'Each indicator has one owner, who can say on Monday why it moved. Keep the list; change a target where your own history says so. Tick the few on which the leader is judged, all of them results.',
      fields: ['indicators', 'judged'],
    },
  ],
  fields,
} as const satisfies Page<typeof fields>;
