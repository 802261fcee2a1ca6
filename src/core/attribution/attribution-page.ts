import type { BodyOf, Fields } from '#core/program/field.ts';
import type { Page } from '#core/program/page.ts';
import { settingField } from '#core/program/setting-field.ts';
import { attributionSettings } from '#core/program/settings.ts';
import { incentivesField, otherAmountsField, sourcedPaysField } from './attribution-pay.ts';
import { rulingsField } from './attribution-rulings.ts';
import { sentencesField } from './attribution-sentences.ts';
import { defaultRoleTable, signingSeats } from './policy.ts';

const s = attributionSettings;
const row = (role: keyof typeof defaultRoleTable, guidance: string) => {
  const { label, byStage, renewal, evidence } = defaultRoleTable[role];
  return { label, guidance, source: 'INF', default: { label, byStage, renewal, evidence } };
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
  bounds: {
    kind: 'group',
    label: 'Never longer',
    fields: {
      lockMostDays: {
        kind: 'number',
        label: 'No claim later than',
        guidance: 'However long the cycle: after a month nobody remembers, everybody argues.',
        rule: 'ATT-4',
        source: 'F',
        unit: 'days',
        least: 1,
        most: 365,
        isWhole: true,
        default: 30,
      },
    },
  },
  roleTable: {
    kind: 'grid',
    label: 'What a role earns at a stage',
    rule: '5.3',
    source: 'INF',
    guidance:
      'S0 is before the opportunity, S1 accepted, S2 discovery, S3 validation, S4 proposal, S5 contract. An empty cell goes to the panel.',
    columns: {
      label: {
        kind: 'text',
        label: 'Role',
        guidance: 'The word that your AEs use for it.',
        lines: 'one',
        most: 120,
        default: '',
      },
      byStage: {
        kind: 'series',
        label: 'By stage',
        of: cell,
        labels: ['S0', 'S1', 'S2', 'S3', 'S4', 'S5'],
        default: [null, null, null, null, null, null],
      },
      renewal: { ...cell, label: 'Renewal', guidance: 'On a renewal or expansion; empty is as by stage.' },
      evidence: {
        kind: 'text',
        label: 'Evidence needed',
        guidance: 'What can be opened and read a year later.',
        lines: 'one',
        most: 200,
        default: '',
      },
    },
    rows: {
      originator: row('originator', 'The registration or introduction that creates the deal.'),
      introducer: row('introducer', 'Brings a named person whom we did not know into an open deal.'),
      joint_seller: row(
        'joint_seller',
        'Sells together with our AE under an active co-sell plan, else influenced.',
      ),
      validator: row('validator', 'Settles a technical question that the deal waited for.'),
      objection_remover: row('objection_remover', 'Takes a named objection or competitor out of the way.'),
      procurement: row('procurement', 'The route of the order. It never shows who brought the deal.'),
      reference: row('reference', 'Helps by being there: a reference, content, an integration.'),
      implementer: row('implementer', 'Delivers, and so earns its credit on the next deal.'),
      overlap: row('overlap', 'The account is a customer of both. A reason to talk, never credit.'),
    },
  },
  cycles: {
    kind: 'table',
    label: 'Median won cycle by segment',
    guidance: 'Only segments with a long cycle matter: they get the longer time to record a claim.',
    rule: 'ATT-4',
    row: 'segment',
    most: 20,
    isOptional: true,
    columns: {
      segment: { kind: 'text', label: 'Segment', lines: 'one', most: 200, default: '', picks: 'segment' },
      days: {
        kind: 'number',
        label: 'Days',
        guidance: 'From creation to won, the deal in the middle.',
        unit: 'days',
        least: 1,
        most: 3650,
        isWhole: true,
        default: null,
      },
    },
    default: [],
  },
  sentences: sentencesField,
  incentives: incentivesField,
  sourcedPays: sourcedPaysField,
  otherAmounts: otherAmountsField,
  rulings: rulingsField,
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
    {
      title: 'Windows',
      guidance:
        'A partner sources a deal only if its introduction or registration came before the deal and was recorded soon after. Short windows are not hard on partners: they limit when a claim is written down, not how long the deal may take. Keep the defaults until a quarter of deals has shown that one of them is wrong.',
      fields: ['settings', 'bounds', 'cycles'],
    },
    {
      title: 'Role table',
      guidance:
        'Each row is something that a partner does on a deal, each column the stage in which it does it. Read a row from left to right with two of your last deals in mind, and change a cell only if both of you would have called it otherwise. Leave a cell empty where people should decide.',
      fields: ['roleTable'],
    },
    {
      title: 'Precedence and ties',
      guidance:
        'Sooner or later two people want the same deal. These sentences decide it before anybody knows whom it favours. Keep each of them short enough to be read out in a call with a partner.',
      fields: ['sentences'],
    },
    {
      title: 'What it pays',
      guidance:
        'Each class pays for something else: an origin, joint work, help. Pay for influence with a flat amount at most, and let an AE earn on a partner deal exactly what a direct one brings. The amounts are in your own currency; check them once.',
      fields: ['incentives', 'sourcedPays', 'otherAmounts'],
    },
    {
      title: 'Gray area and disputes',
      guidance:
        'No table covers every deal. Say who rules on the rest and by when, and let finance look at a sample each month: a figure that somebody checks is one that a board believes. Many rulings are a reason to revise this page, not to rule faster.',
      fields: ['rulings'],
    },
  ],
  fields,
} as const satisfies Page<typeof fields>;
