import { archetypeLabels } from '#core/program/archetype.ts';
import type { GroupField, TableField } from '#core/program/field.ts';
import { rejectionKinds } from './rejection-kinds.ts';

export const number = <Unit extends 'days' | 'business days' | 'hours' | 'count'>(
  label: string,
  guidance: string,
  rule: string,
  source: string,
  unit: Unit,
  value: number,
) =>
  ({
    kind: 'number',
    label,
    guidance,
    rule,
    source,
    unit,
    least: 0,
    most: 1000,
    isWhole: true,
    default: value,
  }) as const;

/** DR-4 to DR-7, DR-12, DR-15: how fast somebody answers, and what happens when nobody does. */
export const decidingField = {
  kind: 'group',
  label: 'Deciding',
  fields: {
    decideBusinessDays: number(
      'Decide within',
      'From arrival to an answer with a reason. Arrival itself is confirmed at once. Partners judge the program by this number; two days is good.',
      'DR-4',
      'O',
      'business days',
      2,
    ),
    remindBusinessDays: number(
      'Who decides is reminded after',
      'Before the answer is due, while there is still time.',
      'DR-4',
      'O',
      'business days',
      1,
    ),
    decideMostBusinessDays: number(
      'Partners stop registering beyond',
      'Only bounds the check of the number above.',
      'DR-4',
      'INF',
      'business days',
      5,
    ),
    alertLeaderBusinessDays: number(
      'Head of Partnerships is alerted after',
      'Not before the answer is due.',
      'DR-5',
      'INF',
      'business days',
      2,
    ),
    alertCroBusinessDays: number(
      'CRO is alerted after',
      'Later than the Head of Partnerships.',
      'DR-5',
      'INF',
      'business days',
      4,
    ),
    approvesBySilence: {
      kind: 'flag',
      label: 'Silence accepts a registration',
      guidance: 'Never: an accepted registration gives protection and credit, so a person decides it.',
      rule: 'DR-5',
      source: 'INF',
      default: false,
    },
    returnedBusinessDays: number(
      'Returned for information, at most',
      'The clock stands still this long while the partner completes it.',
      'DR-7',
      'INF',
      'business days',
      5,
    ),
    aeBusinessDays: number(
      'AE assigned within',
      'After acceptance. An accepted deal without an AE is a rejection in slow motion.',
      'DR-6',
      'O',
      'business days',
      1,
    ),
    firstMeetingDays: number('First joint meeting within', 'After acceptance.', 'DR-6', 'O', 'days', 7),
    conflictHours: number(
      'Conflict decided within',
      'Between two partners, or a partner and our own sales.',
      'DR-15',
      'O',
      'hours',
      48,
    ),
    appeals: number('Appeals', 'To the CRO, who is final.', 'DR-15', 'O', 'count', 1),
    redDays: number(
      'Unanswered shows red from',
      'In the weekly report of unanswered registrations, by owner and age.',
      'DR-12',
      'O',
      'days',
      30,
    ),
    ageDays: {
      kind: 'series',
      label: 'Ages in that report',
      guidance: 'Each group holds what is younger than its number; the last group is everything older.',
      rule: 'DR-12',
      source: 'O',
      of: { kind: 'number', label: 'Days', unit: 'days', least: 1, most: 1000, isWhole: true, default: 30 },
      labels: ['First', 'Second', 'Third', 'Fourth'],
      default: [7, 30, 60, 90],
    },
    outcomes: {
      kind: 'text',
      label: 'Possible answers',
      guidance: 'A closed list, so that every answer can be counted.',
      rule: 'DR-7',
      source: 'O',
      lines: 'many',
      most: 400,
      default: 'Accepted; accepted with changes; rejected with a reason; returned for information.',
    },
  },
} as const satisfies GroupField;

const deciders = {
  none: 'Nobody further',
  partner_ops: 'Partner ops',
  partner_manager: 'Partner manager',
  head_of_partnerships: 'Head of Partnerships',
  cro: 'CRO',
} as const;

/** DR-4: who decides what, in which order. */
export const routesField = {
  kind: 'table',
  label: 'Who decides',
  guidance:
    'The first row that fits decides; where none fits, the seat that answers in time does. Empty cells fit everything. A second seat sees it only after the first said yes. The seller who would lose the deal never decides.',
  rule: 'DR-4',
  source: 'O',
  row: 'route',
  isOptional: true,
  most: 20,
  columns: {
    from: { kind: 'money', label: 'From annual value', default: 0 },
    archetype: {
      kind: 'choice',
      label: 'Archetype',
      options: { any: 'Every archetype', ...archetypeLabels },
      default: 'any',
    },
    territory: { kind: 'text', label: 'Countries', lines: 'one', most: 200, default: '', isOptional: true },
    tier: { kind: 'text', label: 'Tier', lines: 'one', most: 60, default: '', isOptional: true },
    first: { kind: 'choice', label: 'First', options: deciders, default: 'partner_ops' },
    second: { kind: 'choice', label: 'Then', options: deciders, default: 'none' },
    third: { kind: 'choice', label: 'Then', options: deciders, default: 'none' },
  },
  default: [],
} as const satisfies TableField;

/** DR-16. */
export const reasonsField = {
  kind: 'table',
  label: 'Reasons for a rejection',
  guidance:
    'A closed list: who rejects picks one. A reason that partners cannot foresee costs you the next deal.',
  rule: 'DR-16',
  source: 'O',
  row: 'reason',
  most: 20,
  columns: {
    reason: { kind: 'text', label: 'Reason', lines: 'one', most: 120, default: '' },
    kind: {
      kind: 'choice',
      label: 'Counted as',
      options: { ...rejectionKinds, other: 'Something else' },
      default: 'other',
    },
  },
  default: [
    { reason: 'Another partner registered it', kind: 'otherPartner' },
    { reason: 'Active direct deal', kind: 'directDeal' },
    { reason: 'Recent direct contact', kind: 'directContact' },
    { reason: 'Existing customer', kind: 'customer' },
    { reason: 'Direct-only account', kind: 'directOnly' },
    { reason: 'Below the minimum value', kind: 'belowMinimum' },
    { reason: 'Not qualified', kind: 'notQualified' },
    { reason: 'Outside territory or partner type', kind: 'outside' },
    { reason: 'Missing information', kind: 'missingInformation' },
    { reason: 'Partner not eligible', kind: 'notEligible' },
  ],
} as const satisfies TableField;
