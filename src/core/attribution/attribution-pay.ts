import type { GroupField } from '#core/program/field.ts';

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
      guidance: 'The rates stand on the archetypes page; here stands which of them applies.',
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
        'To the person, for the behaviour, for a limited time. Enough to be noticed, too little to be the motive.',
      rule: 'IN-4',
      source: 'INF',
      default: 100_000,
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
      guidance: 'The same for every deal, whatever its size. 0 where it pays no money.',
      rule: 'IN-3',
      source: 'INF',
      default: 50_000,
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
