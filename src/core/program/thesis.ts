import { archetypeLabels } from './archetype.ts';
import type { BodyOf, Fields } from './field.ts';
import type { Page } from './page.ts';
import { thesisSections } from './thesis-sections.ts';

const line = { kind: 'text', lines: 'one', most: 200, default: '' } as const;
const prose = (most: number) => ({ kind: 'text', lines: 'many', most, default: '' }) as const;
const limit = { kind: 'number', least: 1, isWhole: true, source: 'INF' } as const;
const answer = {
  kind: 'choice',
  options: { yes: 'Yes', no: 'No', not_known: 'Not known yet' },
  default: 'not_known',
} as const;

const fields = {
  market: {
    ...line,
    label: 'Market',
    rule: 'TH-1',
    guidance:
      'What is bought, and where. Good: “Revenue planning software in North America”. Not enough: “The SaaS market”.',
  },
  segment: {
    ...line,
    label: 'Segment',
    rule: 'TH-1',
    picks: 'segment',
    guidance:
      'One of the segments listed above, the one where partners come first. Good: “Mid-market, 200 to 2,000 employees”. Not enough: “Companies of all sizes”.',
  },
  motion: {
    ...line,
    label: 'Motion',
    rule: 'TH-1',
    guidance:
      'How a deal is sold today, from the first contact to the signature. Good: “Outbound by an SDR, AE-led, with a technical validation”. Not enough: “B2B sales”.',
  },
  segments: {
    kind: 'table',
    label: 'Segments of your ideal customer profile',
    rule: 'TH-1',
    guidance:
      'The list that sales works with already. Copy it; do not invent one for partners. Two to five rows are usual.',
    row: 'segment',
    most: 20,
    columns: { name: { ...line, label: 'Segment' } },
    default: [],
  },
  buyer: {
    kind: 'group',
    label: 'The customer that buys faster with a partner',
    rule: 'TH-2',
    fields: {
      role: {
        ...line,
        label: 'Buyer role',
        guidance:
          'The person who signs or decides. Good: “VP Revenue Operations”. Not enough: “Decision makers”.',
      },
      segment: {
        ...line,
        label: 'In which segment',
        picks: 'segment',
        guidance: 'Choose from your list. It is normally the segment of this thesis.',
      },
      why: {
        ...prose(800),
        label: 'Why they buy faster',
        guidance:
          'One or two sentences with at least one number from your own deals. Good: “In 7 of 11 stalled deals the buyer waited for somebody to own the integration; the 2 deals with an integrator closed 40 days sooner.” Not enough: “Customers trust partners.”',
      },
    },
  },
  evidence: {
    kind: 'table',
    label: 'Evidence',
    rule: 'TH-2',
    guidance:
      'What made you believe it: a deal that closed, a deal that was lost, or an interview. Name the customer or the deal, and what it showed. One is enough to begin; three are hard to argue with.',
    row: 'piece of evidence',
    most: 20,
    columns: {
      kind: {
        kind: 'choice',
        label: 'Kind',
        options: { won: 'Closed deal', lost: 'Lost deal', interview: 'Interview' },
        default: null,
      },
      what: {
        ...prose(400),
        label: 'What it showed',
        guidance:
          'Good: “Halden Foods, lost in May: no one to connect the ERP within 6 weeks.” Not enough: “Many customers ask for partners.”',
      },
    },
    default: [],
  },
  archetype: {
    kind: 'choice',
    label: 'Archetype that owns the relationship',
    rule: 'TH-3',
    guidance:
      'One kind of partner: the one whose buyer is your buyer, and whose daily work removes the friction below. A buyer who waits because of integration needs an SI or an MSP; one who does not know you needs a referral partner or an agency; one who buys only from a list needs a reseller; one whose other software must fit needs an ISV.',
    options: archetypeLabels,
    default: null,
  },
  relationship: {
    ...prose(600),
    label: 'The relationship it owns, and the work it already does',
    rule: 'TH-3',
    guidance:
      'What these partners do for your buyer before they hear of you. Good: “They run the CRM of our buyers under yearly contracts and deliver 3 to 5 integrations a year for each.” Not enough: “They have great relationships.”',
  },
  firstQuestions: {
    kind: 'group',
    label: 'Three questions before any talk with a partner',
    rule: 'TH-3',
    isOptional: true,
    guidance: 'Answer them for the partners you have in mind. One “no” is a reason to stop.',
    fields: {
      sameCustomers: { ...answer, label: 'Are their customers the customers you want?' },
      namesAccounts: { ...answer, label: 'Can they name accounts that they would introduce?' },
      changesDeal: {
        ...answer,
        label:
          'Does it create urgency, remove a step of the decision, or raise win rate, deal size or speed?',
      },
    },
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
        isOptional: true,
        guidance:
          'Pick the number of your own funnel that the partner will change: a slow stage, a stage that few deals leave forward, or a stage where deals are lost. The list comes from your imported opportunities. It is empty until you import closed deals, won and lost, with the dates of their stages.',
      },
      why: {
        ...prose(800),
        label: 'Why it is slow, and what the partner changes',
        guidance:
          'Say it with the number. Good: “Validation takes 38 days, twice as long as any other stage, because our buyers have no one to build the integration; an integrator starts in week 1.” Not enough: “Partners accelerate our sales.”',
      },
    },
  },
  jointSolution: {
    ...prose(600),
    label: 'Joint solution',
    rule: 'TH-5',
    guidance:
      'One to three sentences: what the customer would buy from the two of you that neither sells alone. Good: “Forecasting for mid-market teams, connected to their CRM and ERP in 4 weeks at a fixed price.” Not enough: “A best-in-class partnership.”',
  },
  goal: {
    kind: 'group',
    label: 'One revenue goal',
    rule: 'TH-6',
    fields: {
      sourcedPipeline: {
        kind: 'money',
        label: 'Sourced pipeline',
        default: null,
        guidance:
          'New pipeline that partners bring in the period. Take total new pipeline times the share you expect: 24.0 million times 15 % is 3.6 million. The assumptions page computes it.',
      },
      sourcedWon: {
        kind: 'money',
        label: 'Sourced closed-won',
        default: null,
        guidance:
          'What of it is won in the period: pipeline times the rate from pipeline to won. Less than the pipeline.',
      },
      from: { kind: 'date', label: 'From', default: null, guidance: 'The first day of the period.' },
      to: { kind: 'date', label: 'To', default: null, guidance: 'The last day. A year is usual.' },
    },
  },
  gain: {
    kind: 'group',
    label: 'What the partner gets',
    rule: 'TH-7',
    fields: {
      impact: {
        ...prose(600),
        label: 'Impact, in the partner’s terms',
        guidance:
          'What changes in their business, in their words. Good: “They bill 25 days of integration per deal and keep the customer on a yearly service contract.” Not enough: “We get access to their customers.”',
      },
      value: {
        kind: 'money',
        label: 'Worth to the partner per deal',
        default: null,
        guidance: 'Commission, services and margin of one deal together, as the partner would count it.',
      },
      probability: {
        kind: 'share',
        label: 'Probability',
        least: 0,
        most: 1,
        default: null,
        guidance: 'How likely one deal that they work on is won. Your own win rate is a fair beginning.',
      },
      hours: {
        kind: 'number',
        label: 'Effort of the partner per deal',
        unit: 'hours',
        least: 0,
        most: 10_000,
        isWhole: false,
        default: null,
        guidance:
          'Hours that they spend on one deal before it is won or lost, won or not. Paid services do not count.',
      },
      hourElsewhere: {
        kind: 'money',
        label: 'What an hour earns them elsewhere',
        default: null,
        isOptional: true,
        guidance: 'If you know it. Below it, a sensible partner does something else with the hour.',
      },
    },
  },
  kill: {
    kind: 'table',
    label: 'Kill criteria',
    rule: 'TH-8',
    guidance:
      'Which result by which day makes you stop. Write it now, while nobody has a job to lose. Good: “Accepted registrations, fewer than 5, by 30 September”. Not enough: “If it does not work”.',
    row: 'criterion',
    most: 10,
    columns: {
      metric: { ...line, label: 'Metric', guidance: 'Something that is counted: “Accepted registrations”.' },
      threshold: { ...line, label: 'Threshold', guidance: 'With its number: “fewer than 5”.' },
      on: { kind: 'date', label: 'By', default: null, guidance: 'A day after today.' },
    },
    default: [],
  },
  limits: {
    kind: 'group',
    label: 'Limits of this page',
    guidance: 'Defaults that suit most companies. Leave them unless you have a reason.',
    isOptional: true,
    fields: {
      mostWords: { ...limit, label: 'Words on the page, at most', unit: 'words', most: 2000, default: 500 },
      mostSentences: {
        ...limit,
        label: 'Sentences of the joint solution, at most',
        rule: 'TH-5',
        source: 'S2',
        unit: 'count',
        most: 10,
        default: 3,
      },
      leastEvidence: {
        ...limit,
        label: 'Pieces of evidence, at least',
        rule: 'TH-2',
        unit: 'count',
        most: 20,
        default: 1,
      },
      goalTolerance: {
        kind: 'share',
        label: 'Goal may differ from the arithmetic by',
        rule: 'TH-6',
        source: 'INF',
        least: 0,
        most: 1,
        default: 0.05,
      },
    },
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
  sections: thesisSections,
  fields,
} as const satisfies Page<typeof fields>;
