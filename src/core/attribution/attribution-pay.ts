import type { GridField, GroupField, TableField } from '#core/program/field.ts';

const share = (label: string, guidance: string, rule: string, source: string, most: number, value: number) =>
  ({ kind: 'share', label, guidance, rule, source, least: 0, most, default: value }) as const;

const onlyBounds = 'Only bounds the check of the number above.';

/** What each class pays (IN-1 to IN-4, IN-7, IN-11, ATT-15). */
export const incentivesField = {
  kind: 'group',
  label: 'What each class pays',
  rule: 'IN-1',
  fields: {
    sourced: {
      kind: 'text',
      label: 'Sourced',
      guidance:
        'The sentence that partners read. The rates stand on the archetypes page; below stands what applies to whom.',
      rule: 'IN-2',
      source: 'O',
      lines: 'many',
      most: 600,
      default: 'Commission or margin of the partner’s archetype.',
    },
    coSold: {
      kind: 'money',
      label: 'Co-sold: SPIF to the partner’s rep per won deal',
      guidance:
        'To the person, for the behaviour. No figure here rests on evidence, so none is given: choose one, or 0 for nothing.',
      rule: 'IN-4',
      source: 'INF',
      default: null,
    },
    influencedPays: {
      kind: 'choice',
      label: 'Influenced pays',
      guidance:
        'Never a share of revenue: influence has no origin, so two partners could claim the same money.',
      rule: 'IN-3',
      source: 'F',
      options: {
        flat: 'A flat bonus per won deal',
        points: 'Tier points and MDF priority, no money',
        share: 'A share of revenue',
      },
      default: 'flat',
    },
    influenced: {
      kind: 'money',
      label: 'Influenced: bonus per won deal',
      guidance:
        'The same for every deal, whatever its size. No figure here rests on evidence, so none is given: choose one, or 0 for nothing.',
      rule: 'IN-3',
      source: 'INF',
      default: null,
      isOptional: true,
    },
    managerCredit: share(
      'Influenced: credit of a partner manager’s quota',
      'Sourced deals count in full. 25 to 50 % keeps partner managers helping, and still looking for origins.',
      'ATT-15',
      'F',
      1,
      0.5,
    ),
    managerCreditLeast: share('Usual credit, from', onlyBounds, 'ATT-15', 'F', 1, 0.25),
    managerCreditMost: share('Usual credit, to', onlyBounds, 'ATT-15', 'F', 1, 0.5),
    aeShare: share(
      'AE: credit on a partner deal, against a direct one',
      '100 % is neutral. Below it AEs keep partners out of their deals, whatever the policy says.',
      'IN-7',
      'O',
      2,
      1,
    ),
    aeNeutral: {
      kind: 'text',
      label: 'AE',
      guidance: 'The sentence that AEs read in their plan.',
      rule: 'IN-7',
      source: 'O',
      lines: 'many',
      most: 600,
      default: 'The same rate and quota relief on sourced and co-sold deals as on direct ones; never less.',
    },
    clawbackDays: {
      kind: 'number',
      label: 'Paid back if the customer leaves within',
      guidance: 'Paid on collected cash or at the close, as the contract says; frozen during a dispute.',
      rule: 'IN-11',
      source: 'INF',
      unit: 'days',
      least: 0,
      most: 1000,
      isWhole: true,
      default: 90,
    },
  },
} as const satisfies GroupField;

/**
 * What a sourced deal pays each archetype (IN-2). Who buys from us and sells on keeps its margin on its own invoice: we
 * owe it nothing on top, so it gets no line.
 */
export const sourcedPaysField = {
  kind: 'grid',
  label: 'Sourced, by archetype',
  guidance:
    'The rate stands on the archetypes page. It is taken of the amount of the deal when it closed: its first year. Where the partner keeps a margin on its own invoice you owe nothing on top.',
  rule: 'IN-2',
  source: 'INF',
  isOptional: true,
  columns: {
    pays: {
      kind: 'choice',
      label: 'Sourced pays',
      options: {
        share: 'The commission, of the deal’s amount',
        margin: 'The margin on the partner’s own invoice: no line',
        flat: 'A flat amount per won deal',
        nothing: 'Nothing',
      },
      default: 'share',
    },
    amount: { kind: 'money', label: 'Flat amount', default: null, isOptional: true },
  },
  rows: {
    referral: { label: 'Referral partner' },
    agency: { label: 'Agency' },
    reseller: { label: 'Reseller', default: { pays: 'margin' } },
    msp: { label: 'MSP', default: { pays: 'margin' } },
    si: { label: 'System integrator' },
    isv: { label: 'ISV' },
  },
} as const satisfies GridField;

/** Flat amounts that differ by archetype (IN-1). */
export const otherAmountsField = {
  kind: 'table',
  label: 'Other amounts for an archetype',
  guidance: 'Only where an archetype gets another flat amount than stands above. 0 is nothing.',
  rule: 'IN-1',
  row: 'amount',
  most: 12,
  isOptional: true,
  columns: {
    archetype: {
      kind: 'choice',
      label: 'Archetype',
      options: {
        reseller: 'Reseller',
        msp: 'MSP',
        si: 'System integrator',
        isv: 'ISV',
        referral: 'Referral partner',
        agency: 'Agency',
      },
      default: 'reseller',
    },
    class: {
      kind: 'choice',
      label: 'For',
      options: { co_sold: 'Co-sold', influenced: 'Influenced' },
      default: 'co_sold',
    },
    amount: { kind: 'money', label: 'Per won deal', default: null, isOptional: true },
  },
  default: [],
} as const satisfies TableField;
