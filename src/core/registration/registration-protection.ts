import { archetypeLabels } from '#core/program/archetype.ts';
import type { GroupField, TableField } from '#core/program/field.ts';
import { number } from './registration-deciding.ts';

/** DR-8 to DR-11, DR-13, DR-14, DR-17: what an accepted registration protects, and how long. */
export const protectionField = {
  kind: 'group',
  label: 'Protection',
  fields: {
    days: number(
      'Protected for',
      'From acceptance. Long enough to sell, short enough that nobody parks an account: 60 to 180 days, 90 is usual.',
      'DR-8',
      'O',
      'days',
      90,
    ),
    usualLeastDays: number(
      'Usual protection, from',
      'Only bounds the check of the number above.',
      'DR-8',
      'O',
      'days',
      60,
    ),
    usualMostDays: number(
      'Usual protection, to',
      'Only bounds the check of the number above.',
      'DR-8',
      'O',
      'days',
      180,
    ),
    extensionDays: number('One extension of', 'Given once, and only for work.', 'DR-8', 'INF', 'days', 60),
    extensionActivityDays: number(
      'Extension needs activity within',
      'The last days before it is asked for.',
      'DR-8',
      'INF',
      'days',
      14,
    ),
    extensionStage: {
      kind: 'number',
      label: 'Extension needs stage',
      guidance: 'Stage 2 is discovery: somebody has spoken with the buyer.',
      rule: 'DR-8',
      source: 'INF',
      unit: 'stage',
      least: 0,
      most: 6,
      isWhole: true,
      default: 2,
    },
    firstReminderDays: number(
      'First reminder before the end',
      'To the partner’s rep and our AE.',
      'DR-10',
      'INF',
      'days',
      14,
    ),
    lastReminderDays: number(
      'Last reminder before the end',
      'What expires loses the sourced credit, unless the deal was created before.',
      'DR-10',
      'INF',
      'days',
      3,
    ),
    stallDays: number(
      'Stalled after no activity for',
      'Then both the AE and the partner’s rep get a task.',
      'DR-11',
      'P',
      'days',
      14,
    ),
    updatesAbove: {
      kind: 'money',
      label: 'Two updates a month above',
      guidance: 'Open registered deals of this value are updated at least twice a month.',
      rule: 'DR-17',
      source: 'O',
      default: 4_000_000,
    },
    updateDays: number('… at least once in', 'Twice a month is every 15 days.', 'DR-17', 'O', 'days', 15),
    customerMayChoose: {
      kind: 'flag',
      label: 'The customer may choose its partner',
      guidance:
        'In writing, by somebody of the customer. The registration then moves by a recorded ruling, and both partners are told.',
      rule: 'DR-13',
      source: 'O',
      default: true,
    },
    meaning: {
      kind: 'text',
      label: 'What protection means',
      guidance: 'Two or three sentences that a partner would read before its first registration.',
      rule: 'DR-9',
      source: 'O',
      lines: 'many',
      most: 600,
      default:
        'No other partner, and no direct price below the partner’s. Our AE co-sells instead of competing. It protects the customer’s project, not an exclusive territory.',
    },
    direct: {
      kind: 'text',
      label: 'Partner against direct',
      guidance: 'A rule that both sides can apply without asking.',
      rule: 'DR-14',
      source: 'O',
      lines: 'many',
      most: 600,
      default:
        'A live direct opportunity that is older than the registration wins; otherwise the partner. The list of direct-only accounts is refreshed each quarter.',
    },
    twoPartners: {
      kind: 'text',
      label: 'Partner against partner',
      guidance: 'First complete one wins; anything else rewards whom we like.',
      rule: 'DR-13',
      source: 'O',
      lines: 'many',
      most: 600,
      default: 'The earliest complete and eligible registration wins.',
    },
  },
} as const satisfies GroupField;

/** DR-8: where an archetype or a size is protected for longer or shorter. */
export const protectionExceptionsField = {
  kind: 'table',
  label: 'Other lengths',
  guidance:
    'The last row that fits decides. Larger deals take longer; introductions should not block for long.',
  rule: 'DR-8',
  source: 'INF',
  row: 'length',
  isOptional: true,
  most: 20,
  columns: {
    archetype: {
      kind: 'choice',
      label: 'Archetype',
      options: { any: 'Every archetype', ...archetypeLabels },
      default: 'any',
    },
    from: { kind: 'money', label: 'From annual value', default: 0 },
    days: { ...number('Protected for', '', 'DR-8', 'INF', 'days', 90), least: 1 },
    extensionDays: number('Extension of', '', 'DR-8', 'INF', 'days', 60),
  },
  default: [],
} as const satisfies TableField;
