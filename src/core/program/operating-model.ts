import type { BodyOf, Fields } from './field.ts';
import { raciField } from './operating-model-raci.ts';
import { seatsField } from './operating-model-seats.ts';
import type { Page } from './page.ts';

const number = (
  label: string,
  guidance: string,
  rule: string,
  source: string,
  unit: 'weeks' | 'count' | 'days' | 'business days',
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
    most: 500,
    isWhole: true,
    default: value,
  }) as const;

const fields = {
  seats: seatsField,
  raci: raciField,
  limits: {
    kind: 'group',
    label: 'Limits of a decision',
    rule: '4.2',
    fields: {
      mdf: {
        kind: 'money',
        label: 'The Head of Partnerships approves MDF up to',
        guidance: 'Above it the CFO decides. A tenth of the yearly MDF is a good limit.',
        rule: '4.2',
        source: 'INF',
        default: 1_000_000,
      },
      ruling: {
        kind: 'money',
        label: 'The CFO is asked in a gray-area ruling above',
        guidance: 'The value of the deal. Keep it the same as on the attribution page.',
        rule: 'ATT-17',
        source: 'INF',
        default: 10_000_000,
      },
    },
  },
  sponsor: {
    kind: 'group',
    label: 'Executive sponsor',
    rule: 'OM-2',
    fields: {
      topTier: {
        kind: 'flag',
        label: 'Every partner of the third tier has a sponsor',
        guidance: 'A named executive on our side who meets the partner’s own each quarter.',
        rule: 'OM-2',
        source: 'F',
        default: true,
      },
      onboardingDays: number(
        'A new partner has a sponsor for',
        'The whole of the onboarding: the first 90 days after signing.',
        'OM-2',
        'F',
        'days',
        90,
      ),
      decideBusinessDays: number(
        'The sponsor decides an escalation within',
        'After it the item shows red on the CRO’s screen.',
        '4.1',
        'INF',
        'business days',
        5,
      ),
    },
  },
  caps: {
    kind: 'group',
    label: 'Caps',
    fields: {
      pmCap: {
        ...number(
          'Active partners per partner manager',
          'How many one person can carry with a weekly cadence. 10 to 30 is usual; 20 keeps every promise of the journey.',
          'OM-3',
          'INF',
          'count',
          20,
        ),
        least: 1,
      },
      pmBreak: {
        ...number(
          'The cadence breaks beyond',
          'Above this many relationships one person answers only those who ask.',
          'OM-3',
          'O',
          'count',
          25,
        ),
        least: 1,
      },
      designWeeks: number(
        'The design is done by week',
        'When the pages up to the journey are signed and gate G5 can open: 6 to 8 weeks.',
        'G5',
        'S1',
        'weeks',
        8,
      ),
      hireDelayWeeks: number(
        'A start before the design costs',
        'A leader who comes first designs while they should recruit: 3 to 5 months.',
        'X11',
        'S1',
        'weeks',
        17,
      ),
    },
  },
} as const satisfies Fields;

export type OperatingModelBody = BodyOf<typeof fields>;

/** OM-1 to OM-3: the seats, the one number that each owns, who decides what, and how much one person can carry. */
export const operatingModelPage = {
  word: 'operating_model',
  title: 'Operating model',
  question: 'Who owns which number, who decides what, and how many partners can one person carry?',
  minutes: 20,
  seats: ['cro', 'cfo', 'head_of_partnerships'],
  sections: [
    {
      title: 'Seats and numbers',
      guidance:
        'A program works when each seat answers for one number that somebody looks at every week. Write the number first and hire later: until a seat’s own person comes, the CEO, the CRO or an outside advisor holds it by name. Keep the numbers that stand here unless you can say who would read another one.',
      fields: ['seats'],
    },
    {
      title: 'Decisions',
      guidance:
        'Read each row aloud: who decides, who does the work, who is asked before, who is told after. A decision without a decider waits, and one that nobody does stays on paper. Change a row only where your company really decides it elsewhere.',
      fields: ['raci', 'limits'],
    },
    {
      title: 'Sponsors and caps',
      guidance:
        'A sponsor unblocks what a partner manager cannot; a partner in its first 90 days needs one most. The cap says when to hire the next partner manager, before the calls become rare. Lower it if your partners need technical work, raise it if they only introduce.',
      fields: ['sponsor', 'caps'],
    },
  ],
  fields,
} as const satisfies Page<typeof fields>;
