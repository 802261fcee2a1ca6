import type { GridField, GroupField } from '#core/program/field.ts';

export const number = <
  Unit extends 'days' | 'business days' | 'hours' | 'months' | 'quarters' | 'weeks' | 'count',
>(
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

export const share = (label: string, guidance: string, rule: string, source: string, value: number) =>
  ({ kind: 'share', label, guidance, rule, source, least: 0, most: 1, default: value }) as const;

const text = (label: string, guidance: string) =>
  ({ kind: 'text', label, guidance, lines: 'one', most: 120, default: '' }) as const;

/** Method 8.2: how often whom. */
export const cadenceField = {
  kind: 'grid',
  label: 'Cadence',
  rule: '8.2',
  source: 'INF',
  guidance: 'Promise only what the cap of a partner manager leaves time for.',
  columns: {
    checkin: text('Deal check-in', 'Two-way contact about one open deal, with a next step.'),
    meeting: text('Partner meeting', 'On accounts, not on the relationship.'),
    review: text('Business review', 'Both sides, last quarter’s commitments first.'),
  },
  rows: {
    onboarding: {
      label: 'Onboarding',
      source: 'F',
      default: { checkin: 'Weekly', meeting: 'Weekly', review: 'None' },
    },
    strategic: {
      label: 'Third tier',
      source: 'P',
      default: {
        checkin: 'Within 14 days per open deal',
        meeting: 'Every two weeks, 3 to 7 accounts',
        review: 'Quarterly',
      },
    },
    growth: {
      label: 'Second tier',
      source: 'INF',
      default: { checkin: 'Within 14 days per open deal', meeting: 'Monthly', review: 'Half-yearly' },
    },
    member: {
      label: 'First tier',
      source: 'O',
      default: { checkin: 'Self-serve', meeting: 'Monthly digest', review: 'None' },
    },
  },
} as const satisfies GridField;

/** Method 8.2: the rituals around the cadence, and the business review. */
export const reviewField = {
  kind: 'group',
  label: 'Notes and business reviews',
  rule: '8.2',
  fields: {
    noteHours: number(
      'Joint note after a meeting within',
      'One row per decision, an owner on each side, a date. The partner’s written yes is the proof.',
      '8.2',
      'P',
      'hours',
      24,
    ),
    missedCycles: number(
      'A ritual missed this often in a row is decided on',
      'Restore it, change the cadence, or put the partner behind others.',
      '8.2',
      'P',
      'count',
      2,
    ),
    numbersDays: number(
      'Shared numbers are sent before a review',
      'So that the review is not spent reading them.',
      '8.2',
      'INF',
      'days',
      5,
    ),
    commitmentsLeast: number(
      'Commitments per side, from',
      'Fewer and the review decided nothing.',
      '8.2',
      'O',
      'count',
      3,
    ),
    commitmentsMost: number('Commitments per side, to', 'More are not kept.', '8.2', 'O', 'count', 5),
    keptShare: share(
      'Commitments kept, at least',
      'Below it the partner is not managed, only met.',
      'J4',
      'INF',
      0.8,
    ),
    agenda: {
      kind: 'text',
      label: 'Agenda of a review',
      guidance: 'A fifth looks back, the rest forward. A review without dated commitments is not complete.',
      rule: '8.2',
      source: 'O',
      lines: 'many',
      most: 800,
      default:
        '75 minutes, 4 to 6 people: last quarter’s commitments, done or not and why; the ten largest deals by name; blockers in certification, content, pricing and conflicts; next quarter’s targets, with 3 to 5 commitments per side, each with owner and date.',
    },
  },
} as const satisfies GroupField;

/** Method 8.3: the chase ladder. */
export const ladderField = {
  kind: 'group',
  label: 'Escalation',
  rule: '8.3',
  fields: {
    rungs: number(
      'Chases, at most',
      'The last is a decision. Chasing once more would only teach the partner to wait.',
      '8.3',
      'P',
      'count',
      4,
    ),
    steps: {
      kind: 'series',
      label: 'What happens on each rung',
      rule: '8.3',
      source: 'P',
      of: { kind: 'text', label: 'Rung', lines: 'one', most: 200, default: '', isOptional: true },
      labels: ['Rung 1', 'Rung 2', 'Rung 3', 'Rung 4'],
      default: [
        'Remind, with what was agreed attached',
        'Unblock what stands in the way',
        'Go through another person, or send it to another role',
        'Head of Partnerships decides: put behind others, bring in the sponsor, or drop',
      ],
    },
    firstSpacingBusinessDays: number(
      'After the first chase',
      'Short: most answers were only forgotten.',
      '8.3',
      'INF',
      'business days',
      3,
    ),
    spacingBusinessDays: number(
      'After each later chase',
      'Enough for somebody who travels.',
      '8.3',
      'INF',
      'business days',
      5,
    ),
    sponsorBusinessDays: number(
      'To the sponsor after',
      'When the last rung is not answered either.',
      '8.3',
      'INF',
      'business days',
      5,
    ),
    unchangedDigests: number(
      'An item unchanged in this many weekly digests is decided on',
      'What nobody moves for weeks is a decision that nobody took.',
      '8.3',
      'P',
      'count',
      3,
    ),
  },
} as const satisfies GroupField;
