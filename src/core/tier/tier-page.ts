import type { BodyOf, Fields } from '#core/program/field.ts';
import type { Page } from '#core/program/page.ts';

const number = (
  label: string,
  rule: string,
  source: string,
  unit: 'quarters' | 'count' | 'times' | 'hours',
  value: number | null,
) =>
  ({
    kind: 'number',
    label,
    rule,
    source,
    unit,
    least: 0,
    most: 10_000,
    isWhole: false,
    default: value,
  }) as const;

const fields = {
  tiers: {
    kind: 'grid',
    label: 'Tiers',
    rule: 'TIER-1',
    columns: {
      name: { kind: 'text', label: 'Name', lines: 'one', most: 60, default: '' },
      sourcedWon: {
        kind: 'money',
        label: 'Sourced closed-won, last 12 months',
        rule: 'TIER-2',
        default: null,
        isOptional: true,
      },
      registrations: {
        kind: 'number',
        label: 'Accepted registrations, last 12 months',
        rule: 'TIER-2',
        unit: 'count',
        least: 0,
        most: 10_000,
        isWhole: true,
        default: 0,
      },
      certified: {
        kind: 'number',
        label: 'Certified sellers',
        rule: 'TIER-4',
        unit: 'count',
        least: 0,
        most: 1000,
        isWhole: true,
        default: 0,
      },
      hours: {
        kind: 'number',
        label: 'Our hours per partner and quarter',
        rule: 'TIER-11',
        unit: 'hours',
        least: 0,
        most: 10_000,
        isWhole: false,
        default: null,
      },
      commitments: {
        kind: 'text',
        label: 'The partner commits to',
        rule: 'TIER-5',
        lines: 'many',
        most: 800,
        default: '',
      },
      benefits: {
        kind: 'text',
        label: 'What it changes on our side',
        rule: 'TIER-6',
        lines: 'many',
        most: 800,
        default: '',
      },
    },
    rows: {
      member: {
        label: 'First tier',
        default: {
          name: 'Member',
          hours: 4,
          certified: 1,
          commitments:
            'A named owner; one certified rep; one named account per quarter; an answer within 5 business days.',
          benefits: 'Self-serve; base rate; no MDF.',
        },
      },
      growth: {
        label: 'Second tier',
        default: {
          name: 'Growth',
          registrations: 4,
          certified: 2,
          hours: 16,
          commitments: 'Check-in within 14 days on open deals; overlap sharing on; one joint plan.',
          benefits: 'Share of a partner manager; MDF by proposal; lead share.',
        },
      },
      strategic: {
        label: 'Third tier',
        default: {
          name: 'Strategic',
          registrations: 10,
          certified: 4,
          hours: 48,
          commitments:
            'An annual joint business plan; quarterly review attended; two co-marketed actions per quarter; a named executive.',
          benefits: 'Named manager; sponsor; QBR; rate uplift; roadmap briefing.',
        },
      },
    },
  },
  rules: {
    kind: 'group',
    label: 'How tiers move',
    fields: {
      typicalFirstYear: {
        kind: 'money',
        label: 'Typical first-year production of a partner',
        rule: 'TIER-3',
        default: null,
      },
      entryShare: {
        kind: 'share',
        label: 'Entry to the second tier, share of it',
        rule: 'TIER-3',
        source: 'O',
        least: 0,
        most: 1,
        default: 0.3,
      },
      ratio: number('Each higher tier', 'TIER-3', 'O', 'times', 2.5),
      warningQuarters: number('Warning and cure plan after, below the floor', 'TIER-8', 'INF', 'quarters', 2),
      demotionQuarters: number('Demotion after', 'TIER-8', 'O', 'quarters', 4),
      commitmentQuarters: number(
        'Benefit suspended after a missed commitment for',
        'TIER-9',
        'INF',
        'quarters',
        2,
      ),
      decorationRatio: number(
        'Tiers are decoration below hours, third to first, of',
        'TIER-11',
        'INF',
        'times',
        3,
      ),
      rebase: {
        kind: 'text',
        label: 'When thresholds move',
        rule: 'TIER-10',
        lines: 'one',
        most: 200,
        default: 'Once a year.',
      },
      cadence: {
        kind: 'text',
        label: 'When tiers move',
        rule: 'TIER-7',
        lines: 'one',
        most: 200,
        default: 'Computed monthly, decided quarterly; promotion at the end of the quarter.',
      },
    },
  },
} as const satisfies Fields;

export type TiersBody = BodyOf<typeof fields>;

/** TIER-1 to TIER-13: where our time and money go, earned on production. */
export const tiersPage = {
  word: 'tiers',
  title: 'Tiers',
  question: 'What does production earn a partner, and what does it change on our side?',
  minutes: 20,
  seats: ['cfo', 'head_of_partnerships'],
  sections: [
    { title: 'Tiers', guidance: '', fields: ['tiers'] },
    { title: 'Moves', guidance: '', fields: ['rules'] },
  ],
  fields,
} as const satisfies Page<typeof fields>;
