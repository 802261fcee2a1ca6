import type { BodyOf, Fields } from './field.ts';
import type { Page } from './page.ts';

const fields = {
  archetypes: {
    kind: 'grid',
    label: 'Archetypes',
    rule: 'AR-3',
    columns: {
      state: {
        kind: 'choice',
        label: 'State',
        options: {
          not_selected: 'Not selected',
          selected: 'Selected',
          in_build: 'In build',
          passed: 'Passed all four pillars',
        },
        default: 'not_selected',
      },
      why: { kind: 'text', label: 'Why this one', lines: 'many', most: 400, default: '', isOptional: true },
      ownership: { kind: 'text', label: 'Deal ownership', lines: 'many', most: 400, default: '' },
      pay: { kind: 'text', label: 'Who pays whom', lines: 'many', most: 400, default: '' },
      commission: { kind: 'share', label: 'Commission', least: 0, most: 1, default: null },
      enablement: { kind: 'text', label: 'Enablement is done when', lines: 'many', most: 400, default: '' },
      cadence: { kind: 'text', label: 'Cadence', lines: 'one', most: 200, default: '' },
      firstMotion: { kind: 'text', label: 'First motion', lines: 'one', most: 200, default: '' },
      contract: {
        kind: 'text',
        label: 'Contract template',
        lines: 'one',
        most: 200,
        default: '',
        isOptional: true,
      },
    },
    rows: {
      referral: {
        label: 'Referral',
        default: {
          ownership: 'Our AE sells; the partner introduces and steps back.',
          pay: 'One-time share of the first-year contract value; the market pays 10 to 25 %.',
          commission: 0.1,
          enablement: 'One-page pitch and introduction script; one certified rep.',
          cadence: 'Monthly digest',
          firstMotion: 'Five introductions to named accounts',
        },
      },
      agency: {
        label: 'Agency',
        default: {
          ownership: 'We sell; the agency recommends and implements.',
          pay: 'Share of year one; commission is hygiene, services revenue is the motive.',
          commission: 0.15,
          enablement: 'Playbook and sandbox; two certified people.',
          cadence: 'Every two weeks for 90 days, then monthly',
          firstMotion: 'Joint audit or offer',
        },
      },
      reseller: {
        label: 'Reseller',
        default: {
          ownership: 'The partner transacts.',
          pay: 'Base margin, and 5 points more for a registered deal; the market pays 20 to 40 %.',
          commission: 0.2,
          enablement: 'Sales and quoting certification; two certified sellers.',
          cadence: 'Weekly check-in per deal',
          firstMotion: 'Three registered net-new deals',
        },
      },
      msp: {
        label: 'MSP',
        default: {
          ownership: 'The partner bundles and runs the product.',
          pay: 'Recurring share; the market pays 20 to 30 %.',
          commission: 0.25,
          enablement: 'Technical and service certification; two technicians.',
          cadence: 'Weekly while onboarding; value reviews after the close',
          firstMotion: 'One packaged offer',
        },
      },
      si: {
        label: 'SI',
        default: {
          ownership: 'We sell, the integrator delivers.',
          pay: 'A sourced fee of 0 to 10 %; the partner earns services.',
          commission: 0.05,
          enablement: 'Solution certification; two consultants; reference architecture.',
          cadence: 'Weekly on live deals',
          firstMotion: 'One co-sell plan on a stalled deal',
        },
      },
      isv: {
        label: 'ISV',
        default: {
          ownership: 'Co-sell through a joint solution.',
          pay: 'Reciprocal, or a sourced fee of up to 15 %.',
          commission: 0.1,
          enablement: 'Integration live and a joint value proposition.',
          cadence: 'Weekly overlap review',
          firstMotion: '3 to 7 overlapping open opportunities',
        },
      },
    },
  },
} as const satisfies Fields;

export type ArchetypesBody = BodyOf<typeof fields>;

/** AR-1 to AR-3: which partner types are chosen, and which single one is being built. */
export const archetypesPage = {
  word: 'archetypes',
  title: 'Archetypes',
  question: 'Which kinds of partner, and which one do we build first?',
  minutes: 20,
  seats: ['cro', 'head_of_partnerships'],
  sections: [{ title: 'Archetypes', guidance: '', fields: ['archetypes'] }],
  fields,
} as const satisfies Page<typeof fields>;
