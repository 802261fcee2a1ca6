import type { GridField } from './field.ts';

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

/** Method 4.2: who decides, does, is asked and is told. */
export const raciField = {
  kind: 'grid',
  label: 'Who decides, does, is asked, is told',
  rule: '4.2',
  source: 'INF',
  guidance:
    'At least one seat decides and at least one does. Where two seats decide, the note says which of them decides when.',
  columns: {
    cro: part('CRO'),
    cfo: part('CFO'),
    head_of_partnerships: part('HoP'),
    partner_manager: part('PM'),
    partner_ops: part('Ops'),
    partner_marketing: part('Mkt'),
    ae: part('AE'),
    executive_sponsor: part('Sponsor'),
    note: {
      kind: 'text',
      label: 'Note',
      guidance: 'Where the letters need a word: a limit, an appeal, a conflict.',
      lines: 'one',
      most: 200,
      default: '',
      isOptional: true,
    },
  },
  rows: {
    thesis: {
      label: 'Thesis',
      default: { cro: decides, cfo: asked, head_of_partnerships: does, executive_sponsor: asked },
    },
    attribution: {
      label: 'Attribution page, each version',
      rule: 'ATT-1',
      guidance: 'CRO, CFO and Head of Partnerships all decide: the page carries three signatures.',
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
      rule: 'OM-4',
      default: { cro: asked, cfo: decides, head_of_partnerships: does, partner_ops: asked },
    },
    profile: {
      label: 'Profile and recruiting list',
      default: {
        cro: asked,
        head_of_partnerships: decides,
        partner_manager: does,
        partner_ops: asked,
        ae: asked,
      },
    },
    registration: {
      label: 'Registration decision',
      rule: 'DR-7',
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
      rule: 'ATT-17',
      guidance: 'Sourced or influenced, where the role table does not say.',
      default: {
        cro: decides,
        cfo: asked,
        head_of_partnerships: does,
        partner_manager: told,
        partner_ops: does,
        ae: asked,
        note: 'The CRO hears the appeal; the CFO is asked above the threshold; ops records',
      },
    },
    tier: {
      label: 'Tier move',
      rule: 'TIER-7',
      default: {
        cro: told,
        head_of_partnerships: decides,
        partner_manager: does,
        partner_ops: does,
        executive_sponsor: asked,
        note: 'Ops computes it',
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
        note: 'The CRO accepts or returns it; the partner manager submits deals',
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
} as const satisfies GridField;
