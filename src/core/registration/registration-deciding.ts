import type { GroupField, TableField } from '#core/program/field.ts';

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
  columns: { reason: { kind: 'text', label: 'Reason', lines: 'one', most: 120, default: '' } },
  default: [
    { reason: 'Another partner registered it' },
    { reason: 'Active direct deal' },
    { reason: 'Recent direct contact' },
    { reason: 'Existing customer' },
    { reason: 'Direct-only account' },
    { reason: 'Below the minimum value' },
    { reason: 'Not qualified' },
    { reason: 'Outside territory or partner type' },
    { reason: 'Missing information' },
    { reason: 'Partner not eligible' },
  ],
} as const satisfies TableField;
