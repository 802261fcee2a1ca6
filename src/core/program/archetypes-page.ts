import type { BodyOf, Fields } from './field.ts';
import type { Page } from './page.ts';

const text = (most: number) =>
  ({ kind: 'text', lines: 'many', most, default: '', isOptional: true }) as const;
const limit = { kind: 'number', unit: 'count', least: 1, most: 6, isWhole: true } as const;

const fields = {
  archetypes: {
    kind: 'grid',
    label: 'Archetypes',
    rule: 'AR-3',
    guidance:
      'One row per kind of partner. Select the few that your thesis supports, and put one of them in build. The rows that you do not select stay as they are and cost nothing.',
    columns: {
      state: {
        kind: 'choice',
        label: 'State',
        guidance:
          'Selected: part of the plan. In build: economics, enablement, journey and scoreboard are made for this one now. Passed: gate G6 is open for it.',
        options: {
          not_selected: 'Not selected',
          selected: 'Selected',
          in_build: 'In build',
          passed: 'Passed all four pillars',
        },
        default: 'not_selected',
      },
      why: {
        ...text(400),
        label: 'Why this one',
        guidance:
          'Good: “Its buyer is our buyer, and it already does the integration that our deals wait for.” Not enough: “Everybody works with them.”',
      },
      ownership: {
        ...text(400),
        label: 'Deal ownership',
        guidance:
          'Who sells, who signs, who delivers. If two people would answer differently, write until they would not.',
      },
      pay: {
        ...text(400),
        label: 'Who pays whom',
        guidance: 'For what, on which amount, how often: once, in year one, or as long as the customer pays.',
      },
      commission: {
        kind: 'share',
        label: 'Commission',
        least: 0,
        most: 1,
        default: null,
        isOptional: true,
        guidance: 'The base rate or margin. 0 % is an answer, where the partner lives on services.',
      },
      enablement: {
        ...text(400),
        label: 'Enablement is done when',
        guidance: 'Something that can be counted: who has passed what. Not enough: “The partner is trained.”',
      },
      cadence: {
        ...text(200),
        lines: 'one',
        label: 'Cadence',
        guidance: 'How often you speak, about what: “Weekly on live deals”.',
      },
      firstMotion: {
        ...text(200),
        lines: 'one',
        label: 'First motion',
        guidance: 'The first thing that you do together on named accounts.',
      },
      contract: {
        ...text(200),
        lines: 'one',
        label: 'Contract template',
        guidance:
          'The name of the template, or where it lies: “SI agreement, version 2”. Each kind of partner has its own.',
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
  limits: {
    kind: 'group',
    label: 'Limits',
    guidance: 'Defaults that suit most companies. Leave them unless you have a reason.',
    isOptional: true,
    fields: {
      selectedMost: { ...limit, label: 'Selected, at most', rule: 'AR-1', source: 'S1', default: 3 },
      preferred: { ...limit, label: 'Selected, better', rule: 'AR-1', source: 'S1', default: 2 },
      inBuildMost: { ...limit, label: 'In build before gate G6', rule: 'AR-2', source: 'S2', default: 1 },
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
  sections: [
    {
      title: 'Archetypes',
      guidance:
        'Each kind of partner is a business of its own: it is paid, trained, met and contracted in its own way, and it converts in its own way. So build one, learn from it, then begin the next. Start with the archetype of your thesis, set it to “In build”, and make its row true for your company.',
      fields: ['archetypes'],
    },
    {
      title: 'Limits',
      guidance: 'How many kinds of partner at once. These are settings of your program, with their defaults.',
      fields: ['limits'],
    },
  ],
  fields,
} as const satisfies Page<typeof fields>;
