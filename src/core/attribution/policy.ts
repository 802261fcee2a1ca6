/**
 * The attribution model as a value: the signed page that says how credit is given (method 5.1 and 5.3).
 *
 * A page is versioned, takes effect from a date and is never retroactive: a deal is judged by the page that was
 * in force on the day it was created.
 *
 * Handbook: docs/handbook/attribution.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { Role } from '#core/program/roles.ts';
import { type AttributionSettings, defaultProgramSettings } from '#core/program/settings.ts';
import { sentencesField } from './attribution-sentences.ts';
import type { CreditClass } from './credit-class.ts';

/** What a partner did on a deal, from the most to the least telling: the order settles ties (ATT-13). */
export const partnerRoles = [
  'originator',
  'introducer',
  'joint_seller',
  'validator',
  'objection_remover',
  'procurement',
  'reference',
  'implementer',
  'overlap',
] as const;

export type PartnerRole = (typeof partnerRoles)[number];

/** Whether a text names a role, as it is stored with a touch. */
export function isPartnerRole(text: string): text is PartnerRole {
  return (partnerRoles as readonly string[]).includes(text);
}

/** What a role earns at a stage; null is a cell that the page leaves empty, for people to decide (ATT-16). */
export type RoleTableCell = CreditClass | null;

/** `byStage` is indexed by stage order, 0 to 5. `renewal` is what the role earns on a renewal or expansion. */
export type RoleTableRow = {
  readonly label: string;
  readonly byStage: readonly RoleTableCell[];
  readonly renewal: RoleTableCell;
  readonly evidence: string;
};

export type RoleTable = Readonly<Record<PartnerRole, RoleTableRow>>;

/** Sentences of the page that decide what no number can. */
export type PageSentences = Readonly<
  Record<'precedence' | 'tie' | 'influencers' | 'afterLock' | 'winBack' | 'renewal', string>
>;

export type AttributionPolicy = {
  readonly version: number;
  readonly inForceFrom: LocalDate;
  readonly settings: AttributionSettings;
  readonly roleTable: RoleTable;
  readonly sentences: PageSentences;
  /** The median won cycle of segments, in days (ATT-4). */
  readonly cycles: readonly { readonly segment: string; readonly days: number | null }[];
};

const none = 'none';
const sourced = 'sourced';
const joint = 'co_sold';
const infl = 'influenced';
const assist = 'assisted';

/** The default rows of the page. A `co_sold` cell earns influenced until the co-sell test of 5.4 holds. */
export const defaultRoleTable: RoleTable = {
  originator: {
    label: 'Originator',
    byStage: [sourced, sourced, null, null, null, null],
    renewal: null,
    evidence: 'approved registration, or introduction message or meeting',
  },
  introducer: {
    label: 'Stakeholder or executive introducer',
    byStage: [null, infl, infl, infl, infl, assist],
    renewal: null,
    evidence: 'meeting with a named new contact, and its outcome',
  },
  joint_seller: {
    label: 'Joint seller',
    byStage: [null, null, joint, joint, joint, assist],
    renewal: null,
    evidence: 'co-sell plan, and events at two stages',
  },
  validator: {
    label: 'Technical validator or solution architect',
    byStage: [null, null, infl, infl, infl, null],
    renewal: null,
    evidence: 'session record, and the decision it unlocked',
  },
  objection_remover: {
    label: 'Competitive risk or objection remover',
    byStage: [null, null, infl, infl, infl, infl],
    renewal: null,
    evidence: 'named objection, before and after',
  },
  procurement: {
    label: 'Procurement or marketplace path',
    byStage: [null, null, null, null, assist, assist],
    renewal: null,
    evidence: 'order reference',
  },
  reference: {
    label: 'Reference, content or integration',
    byStage: [assist, assist, assist, assist, assist, null],
    renewal: null,
    evidence: 'link',
  },
  implementer: {
    label: 'Implementer or success partner',
    byStage: [null, null, null, null, assist, assist],
    renewal: infl,
    evidence: 'delivery record',
  },
  overlap: {
    label: 'Overlap only',
    byStage: [none, none, none, none, none, none],
    renewal: none,
    evidence: 'none',
  },
};

const written = sentencesField.fields;
const defaultSentences: PageSentences = {
  precedence: written.precedence.default,
  tie: written.tie.default,
  influencers: written.influencers.default,
  afterLock: written.afterLock.default,
  winBack: written.winBack.default,
  renewal: written.renewal.default,
};

/** The page that a new program starts with, from that date on. */
export function defaultAttributionPolicy(inForceFrom: LocalDate): AttributionPolicy {
  return {
    version: 1,
    inForceFrom,
    settings: defaultProgramSettings.attribution,
    roleTable: defaultRoleTable,
    sentences: defaultSentences,
    cycles: [],
  };
}

/**
 * The page by which a deal created on that day is judged: the latest one in force by then, or the first one
 * for a deal that is older than all of them. Null if there is none.
 */
export function policyFor(
  policies: readonly AttributionPolicy[],
  createdOn: LocalDate,
): AttributionPolicy | null {
  const byVersion = policies.toSorted((a, b) => a.version - b.version);
  return byVersion.findLast((policy) => policy.inForceFrom <= createdOn) ?? byVersion[0] ?? null;
}

/** ATT-1: the seats that sign the page. An interim holder signs for the seat, and the page shows it. */
export const signingSeats = ['cro', 'cfo', 'head_of_partnerships'] as const satisfies readonly Role[];

/** The seats that have not signed yet. While there is one, the page is a draft and pays nothing. */
export function missingSignatures(signed: readonly string[]): Role[] {
  return signingSeats.filter((seat) => !signed.includes(seat));
}

/** What the role earns at that stage of a deal by the page. Stages after the last column earn what it earns. */
export function roleTableCell(
  table: RoleTable,
  role: PartnerRole,
  stage: number,
  renewal: boolean,
): RoleTableCell {
  const row = table[role];
  if (renewal && row.renewal !== null) return row.renewal;
  return row.byStage[Math.min(stage, row.byStage.length - 1)] ?? null;
}
