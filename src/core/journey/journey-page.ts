import type { BodyOf, Fields } from '#core/program/field.ts';
import type { Page } from '#core/program/page.ts';
import { cadenceField, ladderField, reviewField } from './journey-cadence.ts';
import { activationField, certificationField, clockField } from './journey-clock.ts';
import { defaultDone, defaultPlan } from './journey-done.ts';
import { expansionField, offBoardingField } from './journey-off-boarding.ts';
import { journeyStages } from './journey-stage.ts';

const owners = {
  head_of_partnerships: 'Head of Partnerships',
  partner_manager: 'Partner manager',
  partner_ops: 'Partner ops',
  executive_sponsor: 'Executive sponsor',
  partner: 'The partner',
} as const;

const fields = {
  stages: {
    kind: 'grid',
    label: 'Stages',
    rule: '8',
    source: 'S1',
    columns: {
      owner: {
        kind: 'choice',
        label: 'Owner',
        guidance: 'The one seat that answers when a partner is stuck in this stage.',
        options: owners,
        default: 'partner_manager',
      },
      deadlineDays: {
        kind: 'number',
        label: 'Done by day',
        guidance:
          'Days after signing. Off-boarding counts from the notice. Leave it open where a stage does not end.',
        unit: 'days',
        least: 0,
        most: 1000,
        isWhole: true,
        default: null,
        isOptional: true,
      },
    },
    rows: {
      recruit: {
        label: 'Recruit',
        rule: 'J0',
        guidance: 'Until the agreement is signed.',
        default: { owner: 'head_of_partnerships' },
      },
      onboard: {
        label: 'Onboard',
        rule: 'J1',
        guidance: 'Everything a rep needs to bring a first deal.',
        default: { deadlineDays: 30 },
      },
      activate: {
        label: 'Activate',
        rule: 'J2',
        guidance: 'One commercial event, never a feeling.',
        default: { deadlineDays: 90 },
      },
      producing: {
        label: 'Producing',
        rule: 'J3',
        guidance: 'The first deal won. Day 90 is the good case, day 180 the normal one.',
        default: { deadlineDays: 180 },
      },
      manage: {
        label: 'Manage',
        rule: 'J4',
        guidance: 'The cadence holds and commitments are kept.',
        default: {},
      },
      expand: {
        label: 'Expand',
        rule: 'J5',
        guidance: 'More of what works; looked at each quarter.',
        default: { owner: 'head_of_partnerships' },
      },
      off_board: {
        label: 'Off-board',
        rule: 'J6',
        guidance: 'Ended in order, with what was earned paid.',
        default: { owner: 'head_of_partnerships', deadlineDays: 60 },
      },
    },
  },
  done: {
    kind: 'table',
    label: 'Definition of done',
    guidance: 'All lines of a stage have to be true. A line that nobody can prove is a wish; take it out.',
    rule: '8',
    source: 'INF',
    row: 'line',
    most: 80,
    columns: {
      stage: { kind: 'choice', label: 'Stage', options: journeyStages, default: null },
      line: {
        kind: 'text',
        label: 'Done when',
        guidance: 'Something that has happened, in the past tense.',
        lines: 'one',
        most: 200,
        default: '',
      },
      proof: {
        kind: 'text',
        label: 'Proved by',
        guidance: 'What you would show: a record, a document, a date.',
        rule: 'JR-4',
        source: 'P',
        lines: 'one',
        most: 200,
        default: '',
      },
    },
    default: defaultDone,
  },
  clock: clockField,
  plan: {
    kind: 'table',
    label: 'First 90 days',
    guidance: 'Every line has its weeks, an owner and a proof; otherwise it is removed.',
    rule: '8.1',
    source: 'INF',
    row: 'line',
    most: 60,
    columns: {
      weeks: {
        kind: 'text',
        label: 'Weeks',
        guidance: 'A week or a span after signing: 3, or 5–6.',
        lines: 'one',
        most: 20,
        default: '',
      },
      line: { kind: 'text', label: 'What', lines: 'one', most: 200, default: '' },
      owner: { kind: 'choice', label: 'Owner', options: owners, default: null },
      proof: {
        kind: 'text',
        label: 'Proof signal',
        guidance: 'What somebody outside the meeting could see.',
        rule: 'JR-4',
        source: 'P',
        lines: 'one',
        most: 200,
        default: '',
      },
    },
    default: defaultPlan,
  },
  activation: activationField,
  certification: certificationField,
  cadence: cadenceField,
  review: reviewField,
  ladder: ladderField,
  expansion: expansionField,
  offBoarding: offBoardingField,
} as const satisfies Fields;

export type JourneyBody = BodyOf<typeof fields>;

/** The partner journey: its stages, each with a definition of done, a clock and an owner (method 8). */
export const journeyPage = {
  word: 'journey',
  title: 'Partner journey',
  question: 'What does a partner pass through, when is each stage done, and who owns it?',
  minutes: 25,
  seats: ['head_of_partnerships'],
  sections: [
    {
      title: 'Stages',
      guidance:
        'A partner is in one stage at a time, and somebody owns the way to the next. Write for each stage what has to have happened and what would prove it. If two people could disagree whether a line is true, change the line.',
      fields: ['stages', 'done'],
    },
    {
      title: 'Clock',
      guidance:
        'Most partners that go dark do so in the first weeks. The clock asks for something real on day 7, and ends on a day on which you decide. Activated means one commercial event; certified people are enabled, not activated.',
      fields: ['clock', 'activation'],
    },
    {
      title: 'First 90 days',
      guidance:
        'The plan that a new partner and its partner manager work through, week by week. Keep lines with an owner, a week and a proof; drop the rest. The last week is a decision: promote, cure or stop.',
      fields: ['plan', 'certification'],
    },
    {
      title: 'Cadence and escalation',
      guidance:
        'Say how often somebody speaks with a partner of each tier, and what happens when nobody answers. A ladder with an end keeps a partner manager from chasing for months. Nothing here is worth writing that a full portfolio leaves no time for.',
      fields: ['cadence', 'review', 'ladder'],
    },
    {
      title: 'Expand and off-board',
      guidance:
        'Decide now, while no partner is meant, what makes a partner grow and what makes it leave. A partner that leaves gets its evidence, a last plan with a date, and everything it has earned.',
      fields: ['expansion', 'offBoarding'],
    },
  ],
  fields,
} as const satisfies Page<typeof fields>;
