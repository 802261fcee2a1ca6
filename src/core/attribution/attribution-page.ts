import type { BodyOf, Fields } from '#core/program/field.ts';
import type { Page } from '#core/program/page.ts';
import { settingField } from '#core/program/setting-field.ts';
import { attributionSettings } from '#core/program/settings.ts';
import { defaultRoleTable, signingSeats } from './policy.ts';

const s = attributionSettings;
const line = { kind: 'text', lines: 'many', most: 600 } as const;
const count = (label: string, rule: string, value: number) =>
  ({
    kind: 'number',
    label,
    rule,
    source: 'INF',
    unit: 'count',
    least: 0,
    most: 100_000,
    isWhole: true,
    default: value,
  }) as const;
const row = (role: keyof typeof defaultRoleTable) => {
  const { label, byStage, renewal, evidence } = defaultRoleTable[role];
  return { label, default: { label, byStage, renewal, evidence } };
};
const cell = {
  kind: 'choice',
  label: 'Credit',
  options: {
    sourced: 'Sourced',
    co_sold: 'Co-sold',
    influenced: 'Influenced',
    assisted: 'Assisted',
    none: 'No credit',
  },
  default: null,
  isOptional: true,
} as const;

const fields = {
  settings: {
    kind: 'group',
    label: 'Windows and thresholds',
    fields: {
      introLookbackDays: settingField('Introduction before the deal', s.introLookbackDays),
      lockDays: settingField('Time to record a claim', s.lockDays),
      longLockDays: settingField('Time to record a claim, long cycle', s.longLockDays),
      longCycleDays: settingField('Long cycle', s.longCycleDays),
      vendorQuietDays: settingField('Account that was new to us', s.vendorQuietDays),
      touchLoggedWithinDays: settingField('Time to log a touch', s.touchLoggedWithinDays),
      coSoldStages: settingField('Co-sold: stages with joint selling', s.coSoldStages),
      coSoldStage: settingField('Co-sold: one of them this late', s.coSoldStage),
      coSoldBeforeStage: settingField('Co-sold: all of them before', s.coSoldBeforeStage),
      coSoldCheckinDays: settingField('Co-sold: silence before the close', s.coSoldCheckinDays),
    },
  },
  roleTable: {
    kind: 'grid',
    label: 'What a role earns at a stage',
    rule: '5.3',
    columns: {
      label: { kind: 'text', label: 'Role', lines: 'one', most: 120, default: '' },
      byStage: {
        kind: 'series',
        label: 'By stage',
        of: cell,
        labels: ['S0', 'S1', 'S2', 'S3', 'S4', 'S5'],
        default: [null, null, null, null, null, null],
      },
      renewal: { ...cell, label: 'Renewal' },
      evidence: { kind: 'text', label: 'Evidence needed', lines: 'one', most: 200, default: '' },
    },
    rows: {
      originator: row('originator'),
      introducer: row('introducer'),
      joint_seller: row('joint_seller'),
      validator: row('validator'),
      objection_remover: row('objection_remover'),
      procurement: row('procurement'),
      reference: row('reference'),
      implementer: row('implementer'),
      overlap: row('overlap'),
    },
  },
  cycles: {
    kind: 'table',
    label: 'Median won cycle by segment',
    rule: 'ATT-4',
    row: 'segment',
    most: 20,
    isOptional: true,
    columns: {
      segment: { kind: 'text', label: 'Segment', lines: 'one', most: 200, default: '', picks: 'segment' },
      days: {
        kind: 'number',
        label: 'Days',
        unit: 'days',
        least: 1,
        most: 3650,
        isWhole: true,
        default: null,
      },
    },
    default: [],
  },
  sentences: {
    kind: 'group',
    label: 'In plain words',
    fields: {
      precedence: {
        ...line,
        label: 'Precedence',
        rule: '5.2',
        default:
          'Sourced before co-sold before influenced before assisted. The amount of a deal counts under exactly one of them; a sourced deal that was also co-sold stays sourced and carries a mark.',
      },
      tie: {
        ...line,
        label: 'Two partners claim to have sourced a deal',
        rule: 'ATT-12',
        default:
          'The earliest complete and eligible record wins; on the same day the earliest meeting with the buyer; after that the panel decides. A deal is never split.',
      },
      influencers: {
        ...line,
        label: 'Several partners influenced a deal',
        rule: 'ATT-13',
        default:
          'All are named; one is primary: the highest role in the table, and among equals the latest act before proposal. The amount counts once.',
      },
      twoTier: {
        ...line,
        label: 'Distributor and reseller',
        rule: 'ATT-14',
        default: 'Both are attached to the one deal; one is credited.',
      },
      afterLock: {
        ...line,
        label: 'After the lock',
        rule: 'ATT-8',
        default:
          'No deal becomes sourced after its lock. A sourced deal falls to a lower class only when evidence is disproved, a registration is void or a dispute is lost, with two signatures, and the old value is kept.',
      },
    },
  },
  incentives: {
    kind: 'group',
    label: 'What each class pays',
    rule: 'IN-1',
    fields: {
      sourced: {
        ...line,
        label: 'Sourced',
        rule: 'IN-2',
        default: 'Commission or margin of the partner’s archetype.',
      },
      coSold: {
        kind: 'money',
        label: 'Co-sold: SPIF to the partner’s rep per won deal',
        rule: 'IN-4',
        source: 'INF',
        default: 100_000,
      },
      influenced: {
        kind: 'money',
        label: 'Influenced: bonus per won deal',
        rule: 'IN-3',
        source: 'INF',
        default: 50_000,
      },
      managerCredit: {
        kind: 'share',
        label: 'Influenced: credit of a partner manager’s quota',
        rule: 'ATT-15',
        source: 'F',
        least: 0,
        most: 1,
        default: 0.5,
      },
      aeNeutral: {
        ...line,
        label: 'AE',
        rule: 'IN-7',
        default: 'The same rate and quota relief on sourced and co-sold deals as on direct ones; never less.',
      },
    },
  },
  rulings: {
    kind: 'group',
    label: 'Gray area, disputes, audit',
    fields: {
      rulingBusinessDays: { ...count('Panel rules within', 'ATT-17', 5), unit: 'business days' },
      cfoAbove: {
        kind: 'money',
        label: 'The CFO’s delegate joins above',
        rule: 'ATT-17',
        source: 'INF',
        default: 10_000_000,
      },
      grayAreaMost: {
        kind: 'share',
        label: 'Revise the page above this share of gray-area deals',
        rule: 'ATT-18',
        source: 'INF',
        least: 0,
        most: 1,
        default: 0.1,
      },
      disputeBusinessDays: {
        ...count('A dispute may be opened until this long after lock or close', 'ATT-19', 10),
        unit: 'business days',
      },
      firstAnswerHours: { ...count('First answer to a dispute', 'ATT-19', 48), unit: 'hours' },
      auditLeast: count('Finance samples a month, at least', 'ATT-20', 10),
      auditShare: {
        kind: 'share',
        label: 'Finance samples a month, share',
        rule: 'ATT-20',
        source: 'INF',
        least: 0,
        most: 1,
        default: 0.1,
      },
      auditErrorMost: {
        kind: 'share',
        label: 'Unaudited above this error rate',
        rule: 'ATT-20',
        source: 'INF',
        least: 0,
        most: 1,
        default: 0.1,
      },
    },
  },
} as const satisfies Fields;

export type AttributionBody = BodyOf<typeof fields>;

/** ATT-1: the signed page that says how credit is given. */
export const attributionPage = {
  word: 'attribution',
  title: 'Attribution page',
  question: 'Who gets which credit on a deal, on which evidence, and what does it pay?',
  minutes: 25,
  seats: signingSeats,
  sections: [
    { title: 'Windows', guidance: '', fields: ['settings', 'cycles'] },
    { title: 'Role table', guidance: '', fields: ['roleTable'] },
    { title: 'Precedence and ties', guidance: '', fields: ['sentences'] },
    { title: 'What it pays', guidance: '', fields: ['incentives'] },
    { title: 'Gray area and disputes', guidance: '', fields: ['rulings'] },
  ],
  fields,
} as const satisfies Page<typeof fields>;
