import type { BodyOf, Fields } from '#core/program/field.ts';
import type { Page } from '#core/program/page.ts';
import { tiersField } from './tier-rows.ts';

const number = (
  label: string,
  guidance: string,
  rule: string,
  source: string,
  unit: 'quarters' | 'times',
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
    most: 100,
    isWhole: false,
    default: value,
  }) as const;
const share = (label: string, guidance: string, value: number) =>
  ({
    kind: 'share',
    label,
    guidance,
    rule: 'TIER-3',
    source: 'O',
    least: 0,
    most: 1,
    default: value,
  }) as const;
const onlyBounds = 'Only bounds the check of the number above.';

const fields = {
  tiers: tiersField,
  rules: {
    kind: 'group',
    label: 'How tiers move',
    fields: {
      typicalFirstYear: {
        kind: 'money',
        label: 'Typical first-year production of a partner',
        guidance:
          'Sourced closed-won of an ordinary producing partner in its first twelve months. Without history take the assumptions: deals a year, times win rate, times deal size.',
        rule: 'TIER-3',
        source: 'INF',
        default: null,
      },
      entryShare: share(
        'Entry to the second tier, share of it',
        'Low enough that a partner who works gets there in its first year: 25 to 40 %.',
        0.3,
      ),
      entryLeast: share('Usual entry share, from', onlyBounds, 0.25),
      entryMost: share('Usual entry share, to', onlyBounds, 0.4),
      ratio: number(
        'Each higher tier',
        'How many times the tier below. Under 1.5 the tiers blur, above 2.5 nobody gets there.',
        'TIER-3',
        'O',
        'times',
        2.5,
      ),
      ratioLeast: number('Usual step, from', onlyBounds, 'TIER-3', 'O', 'times', 1.5),
      ratioMost: number('Usual step, to', onlyBounds, 'TIER-3', 'O', 'times', 2.5),
      warningQuarters: number(
        'Warning and cure plan after, below the floor',
        'Nobody falls silently: first a talk and a plan with a date.',
        'TIER-8',
        'INF',
        'quarters',
        2,
      ),
      demotionQuarters: number(
        'Demotion after',
        'A year below the floor; long enough for a cure, short enough to mean something.',
        'TIER-8',
        'O',
        'quarters',
        4,
      ),
      commitmentQuarters: number(
        'Benefit suspended after a missed commitment for',
        'The tier stays, the benefit rests until the commitment is kept.',
        'TIER-9',
        'INF',
        'quarters',
        2,
      ),
      decorationRatio: number(
        'Tiers are decoration below hours, third to first, of',
        'If the third tier gets less than this many times the attention of the first, the tiers change nothing.',
        'TIER-11',
        'INF',
        'times',
        3,
      ),
      rebase: {
        kind: 'text',
        label: 'When thresholds move',
        guidance: 'Announced ahead; never in the middle of a year.',
        rule: 'TIER-10',
        source: 'O',
        lines: 'one',
        most: 200,
        default: 'Once a year.',
      },
      cadence: {
        kind: 'text',
        label: 'When tiers move',
        guidance: 'Partners see the figure every month and the decision every quarter.',
        rule: 'TIER-7',
        source: 'O',
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
    {
      title: 'Tiers',
      guidance:
        'A tier decides where your hours and your money go. It is earned by deals sourced and won in the last twelve months, and it moves both ways. Write for each tier what the partner does, and what changes on your side; a logo on a web page is neither. Publish none of it before gate G5.',
      fields: ['tiers'],
    },
    {
      title: 'Moves',
      guidance:
        'Begin with what an ordinary partner sells in its first year; the thresholds follow from it. Then say how long a partner may stay below a floor before it is warned, and before it moves. A rule that partners know is no insult when it applies.',
      fields: ['rules'],
    },
  ],
  fields,
} as const satisfies Page<typeof fields>;
