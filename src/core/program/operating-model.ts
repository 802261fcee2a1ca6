import type { BodyOf, Fields } from './field.ts';
import type { Page } from './page.ts';

const part = (label: string) =>
  ({
    kind: 'choice',
    label,
    options: {
      none: '–',
      decides: 'Decides',
      decides_and_does: 'Decides and does',
      does: 'Does',
      asked: 'Is asked',
      told: 'Is told',
    },
    default: 'none',
  }) as const;

const [decides, both, does, asked, told] = ['decides', 'decides_and_does', 'does', 'asked', 'told'] as const;

const fields = {
  seats: {
    kind: 'grid',
    label: 'Seats and the one number each owns',
    rule: 'OM-1',
    columns: {
      number: { kind: 'text', label: 'Its number', lines: 'one', most: 200, default: '' },
      target: { kind: 'text', label: 'Target', lines: 'one', most: 200, default: '', isOptional: true },
      guard: { kind: 'text', label: 'Guard number', lines: 'one', most: 200, default: '', isOptional: true },
      startWeek: {
        kind: 'number',
        label: 'Starts in week',
        unit: 'weeks',
        least: 0,
        most: 520,
        isWhole: true,
        default: null,
        isOptional: true,
      },
    },
    rows: {
      cro: {
        label: 'CRO (or CEO)',
        default: {
          number: 'Sourced pipeline as a share of total new pipeline',
          guard: 'Sourced closed-won',
          startWeek: 0,
        },
      },
      cfo: {
        label: 'CFO',
        default: {
          number: 'Plan assumptions within 20 % of actual',
          guard: 'Payback months; return',
          startWeek: 0,
        },
      },
      head_of_partnerships: {
        label: 'Head of Partnerships',
        default: {
          number: 'Producing-partner rate',
          guard: 'Forecast hit rate: actual inside the band',
          startWeek: 8,
        },
      },
      partner_manager: {
        label: 'Partner manager',
        default: {
          number: 'Sourced pipeline of the own portfolio',
          guard: 'Low-band deals with a fresh check-in',
          startWeek: 12,
        },
      },
      partner_ops: {
        label: 'Partner ops (RevOps)',
        default: { number: 'Attribution completeness', guard: 'Registrations decided in time', startWeek: 4 },
      },
      partner_marketing: {
        label: 'Partner marketing',
        default: { number: 'Sourced pipeline per unit of MDF', guard: 'Claims with proof', startWeek: 26 },
      },
      executive_sponsor: {
        label: 'Executive sponsor',
        default: {
          number: 'Escalations decided within 5 business days',
          guard: 'Sponsor touches on Strategic partners per quarter',
          startWeek: 8,
        },
      },
      ae: {
        label: 'Account executive',
        default: {
          number: 'Partner introductions and check-ins done on time',
          guard: 'Co-sell win rate',
          startWeek: 8,
        },
      },
    },
  },
  raci: {
    kind: 'grid',
    label: 'Who decides, does, is asked, is told',
    columns: {
      cro: part('CRO'),
      cfo: part('CFO'),
      head_of_partnerships: part('HoP'),
      partner_manager: part('PM'),
      partner_ops: part('Ops'),
      partner_marketing: part('Mkt'),
      ae: part('AE'),
      executive_sponsor: part('Sponsor'),
      note: { kind: 'text', label: 'Note', lines: 'one', most: 200, default: '', isOptional: true },
    },
    rows: {
      thesis: {
        label: 'Thesis',
        default: { cro: decides, cfo: asked, head_of_partnerships: does, executive_sponsor: asked },
      },
      attribution: {
        label: 'Attribution page, each version',
        default: {
          cro: decides,
          cfo: decides,
          head_of_partnerships: decides,
          partner_manager: asked,
          partner_ops: does,
          partner_marketing: told,
          ae: told,
          note: 'All three sign',
        },
      },
      assumptions: {
        label: 'Financial assumptions',
        default: { cro: asked, cfo: decides, head_of_partnerships: does, partner_ops: asked },
      },
      profile: {
        label: 'Profile and recruiting list',
        default: {
          cfo: asked,
          head_of_partnerships: decides,
          partner_manager: does,
          partner_ops: asked,
          ae: asked,
        },
      },
      registration: {
        label: 'Registration decision',
        default: {
          cro: told,
          head_of_partnerships: decides,
          partner_manager: both,
          partner_ops: does,
          ae: asked,
          note: 'The Head of Partnerships decides on conflict; ops runs the checks',
        },
      },
      ruling: {
        label: 'Gray-area ruling',
        default: {
          cro: decides,
          cfo: asked,
          head_of_partnerships: does,
          partner_manager: told,
          partner_ops: does,
          ae: asked,
          note: 'The CRO hears the appeal; the CFO is asked above the threshold',
        },
      },
      tier: {
        label: 'Tier move',
        default: {
          cro: told,
          head_of_partnerships: decides,
          partner_manager: does,
          partner_ops: does,
          executive_sponsor: asked,
        },
      },
      forecast: {
        label: 'Weekly forecast',
        default: {
          cro: decides,
          cfo: told,
          head_of_partnerships: does,
          partner_manager: does,
          partner_ops: asked,
          ae: asked,
        },
      },
      mdf: {
        label: 'MDF approval',
        default: {
          cro: told,
          cfo: decides,
          head_of_partnerships: decides,
          partner_manager: asked,
          partner_marketing: does,
          note: 'The Head of Partnerships up to the limit, the CFO above',
        },
      },
      off_boarding: {
        label: 'Off-boarding',
        default: {
          cro: told,
          cfo: told,
          head_of_partnerships: decides,
          partner_manager: does,
          partner_ops: does,
          ae: told,
          executive_sponsor: asked,
        },
      },
    },
  },
  caps: {
    kind: 'group',
    label: 'Caps',
    fields: {
      pmCap: {
        kind: 'number',
        label: 'Active partners per partner manager',
        rule: 'OM-3',
        source: 'INF',
        unit: 'count',
        least: 1,
        most: 500,
        isWhole: true,
        default: 20,
      },
      pmBreak: {
        kind: 'number',
        label: 'The cadence breaks beyond',
        rule: 'OM-3',
        source: 'O',
        unit: 'count',
        least: 1,
        most: 500,
        isWhole: true,
        default: 25,
      },
      hireDelayWeeks: {
        kind: 'number',
        label: 'A start before the design costs',
        rule: 'X11',
        source: 'S1',
        unit: 'weeks',
        least: 0,
        most: 104,
        isWhole: true,
        default: 17,
      },
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
    { title: 'Seats and numbers', guidance: '', fields: ['seats'] },
    { title: 'Decisions', guidance: '', fields: ['raci'] },
    { title: 'Caps', guidance: '', fields: ['caps'] },
  ],
  fields,
} as const satisfies Page<typeof fields>;
