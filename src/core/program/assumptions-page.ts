import { archetypeLabels } from './archetype.ts';
import { ledgerRows } from './assumptions-ledger.ts';
import type { BodyOf, Fields } from './field.ts';
import type { Page } from './page.ts';

const fields = {
  ledger: {
    kind: 'grid',
    label: 'Assumption ledger',
    rule: 'OM-4',
    guidance:
      'One row per number that the plan rests on. Low and high are the least and the most that you would still call possible: the tornado and the simulation run between them.',
    columns: {
      value: { kind: 'measure', label: 'Value', guidance: 'What the plan counts with.', default: null },
      low: {
        kind: 'measure',
        label: 'Low',
        guidance: 'The least that you would still call possible.',
        default: null,
        isOptional: true,
      },
      high: {
        kind: 'measure',
        label: 'High',
        guidance: 'The most that you would still call possible.',
        default: null,
        isOptional: true,
      },
      evidence: {
        kind: 'text',
        label: 'Evidence',
        guidance: 'Where the number comes from: a report, a contract, a count of your own deals.',
        lines: 'one',
        most: 400,
        default: '',
        isOptional: true,
      },
      reviewOn: {
        kind: 'date',
        label: 'Review on',
        guidance: 'Every assumption is looked at again once a quarter.',
        default: null,
        isOptional: true,
      },
      owner: {
        kind: 'text',
        label: 'Owner',
        guidance: 'Who answers for the number. The CFO, unless somebody else is named.',
        rule: 'OM-4',
        lines: 'one',
        most: 80,
        default: 'CFO',
        isOptional: true,
      },
    },
    rows: ledgerRows,
  },
  byArchetype: {
    kind: 'grid',
    label: 'Where an archetype differs',
    rule: 'AR-3',
    guidance:
      'Archetypes do not sell alike. Where you know better for one of them, write it here: the plan uses the row of the archetype in build instead of the ledger.',
    isOptional: true,
    columns: {
      dealSize: { kind: 'money', label: 'Average deal', default: null, isOptional: true },
      pipelineToWon: {
        kind: 'share',
        label: 'Pipeline to won',
        least: 0,
        most: 1,
        default: null,
        isOptional: true,
      },
      commission: { kind: 'share', label: 'Commission', least: 0, most: 1, default: null, isOptional: true },
    },
    rows: {
      referral: { label: archetypeLabels.referral },
      agency: { label: archetypeLabels.agency },
      reseller: { label: archetypeLabels.reseller },
      msp: { label: archetypeLabels.msp },
      si: { label: archetypeLabels.si },
      isv: { label: archetypeLabels.isv },
    },
  },
  plan: {
    kind: 'group',
    label: 'The plan',
    fields: {
      programYear: {
        kind: 'number',
        label: 'Program year',
        guidance: 'The year whose share has to be reached for the plan to be feasible.',
        rule: 'OM-7',
        unit: 'count',
        least: 1,
        most: 3,
        isWhole: true,
        default: 1,
      },
      cohort: {
        kind: 'number',
        label: 'Partners signed per cohort',
        guidance: 'How many partners you take in at one time. A first cohort has 5 to 15.',
        rule: '2',
        source: 'S2',
        unit: 'count',
        least: 1,
        most: 500,
        isWhole: true,
        default: 12,
      },
      cohortsPerYear: {
        kind: 'number',
        label: 'Cohorts per year',
        guidance: 'How often you take in a cohort. Each one needs its first 90 days looked after.',
        source: 'INF',
        unit: 'count',
        least: 1,
        most: 12,
        isWhole: true,
        default: 1,
      },
      firstSigningMonth: {
        kind: 'number',
        label: 'First partners sign in month',
        guidance:
          'Counted from the kickoff. Thesis, attribution, registration and journey come before: about eight weeks.',
        rule: '14',
        source: 'INF',
        unit: 'count',
        least: 1,
        most: 24,
        isWhole: true,
        default: 3,
      },
      varianceFlag: {
        kind: 'share',
        label: 'Flag a variance above',
        guidance: 'An actual further from its assumption than this is flagged.',
        rule: 'OM-4',
        source: 'INF',
        least: 0,
        most: 1,
        default: 0.2,
      },
    },
  },
  tooling: {
    kind: 'grid',
    label: 'Tooling',
    rule: 'S1',
    guidance:
      'Three layers, each with the moment from which it is worth its price. Write 0 for what you pay already.',
    columns: {
      milestone: { kind: 'text', label: 'Bought when', lines: 'many', most: 300, default: '' },
      monthlyCost: { kind: 'money', label: 'Cost per month', default: null, isOptional: true },
      choice: {
        kind: 'choice',
        label: 'Our decision',
        options: { have: 'We have it', buy: 'Buy', wait: 'Wait' },
        default: null,
        isOptional: true,
      },
    },
    rows: {
      crm_attribution: {
        label: 'CRM with partner attribution',
        default: { milestone: 'Before anyone is recruited: gate G4' },
      },
      ecosystem_data: {
        label: 'Ecosystem data',
        default: { milestone: 'When the first cohort’s accounts are mapped' },
      },
      prm: { label: 'PRM', default: { milestone: 'From 25 active partners on' } },
    },
  },
  prmLeast: {
    kind: 'number',
    label: 'A PRM waits below this many active partners',
    guidance: 'Below it a table and the CRM carry the program.',
    rule: 'G7',
    source: 'S1',
    unit: 'count',
    least: 1,
    most: 1000,
    isWhole: true,
    default: 25,
  },
} as const satisfies Fields;

export type AssumptionsBody = BodyOf<typeof fields>;
export type LedgerKey = keyof typeof ledgerRows;
export type ToolKey = keyof AssumptionsBody['tooling'];

/** OM-4 to OM-7: what the plan assumes, and whether it can work. */
export const assumptionsPage = {
  word: 'assumptions',
  title: 'Assumptions',
  question: 'What does the plan assume, and can it work?',
  minutes: 30,
  seats: ['cfo'],
  sections: [
    {
      title: 'The plan',
      guidance:
        'How many partners you mean to sign, how often, and for which year the plan has to work. Change these three numbers first when the arithmetic says that it does not.',
      fields: ['plan'],
    },
    {
      title: 'Ledger',
      guidance:
        'Every number that the plan rests on. What has a default is our proposal until you put your own in; amounts of money are yours to fill in. Where your deals say something, the actual stands beside the assumption.',
      fields: ['ledger'],
    },
    {
      title: 'By archetype',
      guidance: 'Leave it empty until you know that one archetype differs.',
      fields: ['byArchetype'],
    },
    {
      title: 'Tooling',
      guidance:
        'CRM attribution comes before anyone is recruited, data about common accounts with the first cohort, and a PRM last: below 25 active partners it costs more than it saves.',
      fields: ['tooling', 'prmLeast'],
    },
  ],
  fields,
} as const satisfies Page<typeof fields>;
