/**
 * The seats of a partner program. Every seat owns exactly one number (method 4.1); a seat without a number
 * belongs to somebody who runs Tandem or looks in from outside.
 *
 * Handbook: docs/handbook/program.md
 */

/** `desk` is the vendor's side, `portal` the partner's. */
export type Face = 'desk' | 'portal';

/** The number a role answers for: a stable scoreboard key, and the words for it. */
export type OwnedNumber = { readonly key: string; readonly label: string };

export type RoleRule = { readonly label: string; readonly face: Face; readonly owns: OwnedNumber | null };

const sourcedShare = { key: 'sourced_share', label: 'sourced pipeline as a share of new pipeline' };

export const roles = {
  cro: { label: 'CRO', face: 'desk', owns: sourcedShare },
  ceo: { label: 'CEO', face: 'desk', owns: sourcedShare },
  cfo: {
    label: 'CFO',
    face: 'desk',
    owns: { key: 'assumption_variance', label: 'plan assumptions within 20 % of actual' },
  },
  head_of_partnerships: {
    label: 'Head of Partnerships',
    face: 'desk',
    owns: { key: 'producing_partner_rate', label: 'producing-partner rate' },
  },
  partner_manager: {
    label: 'Partner manager',
    face: 'desk',
    owns: { key: 'portfolio_sourced_pipeline', label: 'sourced pipeline of the own portfolio' },
  },
  partner_ops: {
    label: 'Partner ops',
    face: 'desk',
    owns: { key: 'attribution_completeness', label: 'attribution completeness' },
  },
  partner_marketing: {
    label: 'Partner marketing',
    face: 'desk',
    owns: { key: 'sourced_pipeline_per_mdf', label: 'sourced pipeline per unit of MDF' },
  },
  ae: {
    label: 'Account executive',
    face: 'desk',
    owns: { key: 'partner_actions_on_time', label: 'partner introductions and check-ins done on time' },
  },
  executive_sponsor: {
    label: 'Executive sponsor',
    face: 'desk',
    owns: { key: 'escalations_on_time', label: 'escalations decided within five business days' },
  },
  administrator: { label: 'Administrator', face: 'desk', owns: null },
  advisor: { label: 'Advisor', face: 'desk', owns: null },
  partner_admin: { label: 'Partner admin', face: 'portal', owns: null },
  partner_rep: {
    label: 'Partner rep',
    face: 'portal',
    owns: { key: 'accepted_registrations', label: 'accepted registrations in the last 60 days' },
  },
} as const satisfies Record<string, RoleRule>;

export type Role = keyof typeof roles;

/** Whether the text names a role, as it is stored with a membership. */
export function isRole(text: string): text is Role {
  return Object.hasOwn(roles, text);
}
