import type { BodyOf, Fields } from '#core/program/field.ts';
import type { Page } from '#core/program/page.ts';
import { settingField } from '#core/program/setting-field.ts';
import { scoreboardSettings } from '#core/program/settings.ts';

const s = scoreboardSettings;

const indicator = (label: string, target: string, owner: string) =>
  ({ label, default: { target, owner } }) as const;

const fields = {
  targets: {
    kind: 'group',
    label: 'Targets per quarter',
    fields: {
      sourcedPipelineMinor: { kind: 'money', label: 'Sourced pipeline', rule: '10', default: null },
      sourcedClosedWonMinor: { kind: 'money', label: 'Sourced closed-won', rule: '10', default: null },
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
  indicators: {
    kind: 'grid',
    label: 'Indicators',
    rule: '10',
    columns: {
      target: { kind: 'text', label: 'Target', lines: 'one', most: 120, default: '' },
      owner: { kind: 'text', label: 'Owner', lines: 'one', most: 120, default: '' },
    },
    rows: {
      certified: indicator('Certified partners by archetype', '80 % of active', 'Partner manager'),
      activeReps: indicator('Partner reps active', '2 or more per active partner', 'Partner manager'),
      touches: indicator('Co-marketed touches per partner and quarter', '3 or more', 'Partner marketing'),
      registrations: indicator('Registered deals per partner and quarter', '1.5 or more', 'Partner manager'),
      conversion: indicator('Registered deal to pipeline', '60 % or more', 'Partner ops'),
      sla: indicator('Registrations decided in time', '95 % or more', 'Partner ops'),
      activation: indicator('Cohort activation within 90 days', '50 % or more', 'Head of Partnerships'),
      checkins: indicator('Check-ins fresh on credited open deals', '85 % or more', 'Partner manager'),
      completeness: indicator('Attribution complete', '98 % or more', 'Partner ops'),
      share: indicator('Sourced share of new pipeline', 'The floor of the year', 'CRO'),
      producing: indicator('Producing-partner rate', '40 % or more', 'Head of Partnerships'),
      winRate: indicator('Win-rate lift of sourced over direct', '30 % or more', 'CRO'),
      cycle: indicator('Cycle of joint deals against direct', 'Shorter', 'Head of Partnerships'),
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
    { title: 'Targets', guidance: '', fields: ['targets', 'shareFloors'] },
    {
      title: 'Definitions',
      guidance: '',
      fields: ['entryStage', 'rateMinimumDeals', 'freshDays', 'activeRepDays', 'checkinFreshDays'],
    },
    { title: 'Alarms', guidance: '', fields: ['flatPoints', 'flatQuarters', 'missedOpeningsAlert'] },
    { title: 'Indicators', guidance: '', fields: ['indicators'] },
  ],
  fields,
} as const satisfies Page<typeof fields>;
