import { archetypeLabels } from './archetype.ts';
import type { BodyOf, Fields } from './field.ts';
import type { Page } from './page.ts';

const fields = {
  market: { kind: 'text', label: 'Market', rule: 'TH-1', lines: 'one', most: 200, default: '' },
  segment: {
    kind: 'text',
    label: 'Segment',
    rule: 'TH-1',
    lines: 'one',
    most: 200,
    default: '',
    picks: 'segment',
  },
  motion: { kind: 'text', label: 'Motion', rule: 'TH-1', lines: 'one', most: 200, default: '' },
  segments: {
    kind: 'table',
    label: 'Segments of your ideal customer profile',
    rule: 'TH-1',
    row: 'segment',
    most: 20,
    columns: { name: { kind: 'text', label: 'Segment', lines: 'one', most: 200, default: '' } },
    default: [],
  },
  buyer: {
    kind: 'group',
    label: 'The customer that buys faster with a partner',
    rule: 'TH-2',
    fields: {
      role: { kind: 'text', label: 'Buyer role', lines: 'one', most: 200, default: '' },
      segment: {
        kind: 'text',
        label: 'In which segment',
        lines: 'one',
        most: 200,
        default: '',
        picks: 'segment',
      },
      why: { kind: 'text', label: 'Why they buy faster', lines: 'many', most: 800, default: '' },
    },
  },
  evidence: {
    kind: 'table',
    label: 'Evidence',
    rule: 'TH-2',
    row: 'piece of evidence',
    most: 20,
    columns: {
      kind: {
        kind: 'choice',
        label: 'Kind',
        options: { won: 'Closed deal', lost: 'Lost deal', interview: 'Interview' },
        default: null,
      },
      what: { kind: 'text', label: 'What it showed', lines: 'many', most: 400, default: '' },
    },
    default: [],
  },
  archetype: {
    kind: 'choice',
    label: 'Archetype that owns the relationship',
    rule: 'TH-3',
    options: archetypeLabels,
    default: null,
  },
  relationship: {
    kind: 'text',
    label: 'The relationship it owns, and the work it already does',
    rule: 'TH-3',
    lines: 'many',
    most: 600,
    default: '',
  },
  friction: {
    kind: 'group',
    label: 'The friction that the partner removes',
    rule: 'TH-4',
    fields: {
      fact: {
        kind: 'text',
        label: 'Measured fact of the direct funnel',
        lines: 'one',
        most: 100,
        default: '',
        picks: 'funnel_fact',
      },
      why: {
        kind: 'text',
        label: 'Why it is slow, and what the partner changes',
        lines: 'many',
        most: 800,
        default: '',
      },
    },
  },
  jointSolution: {
    kind: 'text',
    label: 'Joint solution',
    rule: 'TH-5',
    lines: 'many',
    most: 600,
    default: '',
  },
  goal: {
    kind: 'group',
    label: 'One revenue goal',
    rule: 'TH-6',
    fields: {
      sourcedPipeline: { kind: 'money', label: 'Sourced pipeline', default: null },
      sourcedWon: { kind: 'money', label: 'Sourced closed-won', default: null },
      from: { kind: 'date', label: 'From', default: null },
      to: { kind: 'date', label: 'To', default: null },
    },
  },
  gain: {
    kind: 'group',
    label: 'What the partner gets',
    rule: 'TH-7',
    fields: {
      impact: {
        kind: 'text',
        label: 'Impact, in the partner’s terms',
        lines: 'many',
        most: 600,
        default: '',
      },
      value: { kind: 'money', label: 'Worth to the partner per deal', default: null },
      probability: { kind: 'share', label: 'Probability', least: 0, most: 1, default: null },
      hours: {
        kind: 'number',
        label: 'Effort of the partner per deal',
        unit: 'hours',
        least: 0,
        most: 10_000,
        isWhole: false,
        default: null,
      },
    },
  },
  kill: {
    kind: 'table',
    label: 'Kill criteria',
    rule: 'TH-8',
    row: 'criterion',
    most: 10,
    columns: {
      metric: { kind: 'text', label: 'Metric', lines: 'one', most: 200, default: '' },
      threshold: { kind: 'text', label: 'Threshold', lines: 'one', most: 200, default: '' },
      on: { kind: 'date', label: 'By', default: null },
    },
    default: [],
  },
} as const satisfies Fields;

export type ThesisBody = BodyOf<typeof fields>;

/** TH-1 to TH-9: one page that says why partners will produce more revenue than direct, here. */
export const thesisPage = {
  word: 'thesis',
  title: 'Thesis',
  question: 'Why will partners produce more revenue than selling direct, in this market, segment and motion?',
  minutes: 20,
  seats: ['cro', 'cfo', 'head_of_partnerships'],
  sections: [
    { title: 'Market, segment, motion', guidance: '', fields: ['market', 'segment', 'motion', 'segments'] },
    { title: 'The customer', guidance: '', fields: ['buyer', 'evidence'] },
    { title: 'The partner', guidance: '', fields: ['archetype', 'relationship'] },
    { title: 'The friction', guidance: '', fields: ['friction'] },
    { title: 'The joint solution', guidance: '', fields: ['jointSolution'] },
    { title: 'The goal', guidance: '', fields: ['goal'] },
    { title: 'What the partner gets', guidance: '', fields: ['gain'] },
    { title: 'When we stop', guidance: '', fields: ['kill'] },
  ],
  fields,
} as const satisfies Page<typeof fields>;
