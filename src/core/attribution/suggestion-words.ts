/**
 * What the words of a mail or an event say was done, and what the reason for a suggestion is in words.
 *
 * Handbook: docs/handbook/touches.md
 */

import type { TouchAction } from './facts.ts';
import type { PartnerRole } from './policy.ts';
import type { SuggestionWhy } from './suggestion.ts';

/** Words in a subject that tell what was done, with the role that this usually is. The first that fits is taken. */
const words: readonly (readonly [RegExp, TouchAction, PartnerRole])[] = [
  [
    /\b(architect\w*|technical|workshop|poc|proof of concept|sizing|integration)\b/i,
    'solution_architecture',
    'validator',
  ],
  [/\b(competit\w*|displace\w*)\b/i, 'competitive_risk_removed', 'objection_remover'],
  [
    /\b(objection|concern|security review|questionnaire|legal|redline)\b/i,
    'objection_handled',
    'objection_remover',
  ],
  [/\b(intro\w*|meet the|executive sponsor|new contact)\b/i, 'stakeholder_access', 'introducer'],
  [/\b(deploy\w*|rollout|go-?live|migration|implementation)\b/i, 'deployment_help', 'implementer'],
  [/\b(renewal|adoption|success review|qbr)\b/i, 'success_support', 'implementer'],
  [/\b(expan\w*|upsell|additional (site|team|licen[cs]e)\w*)\b/i, 'expansion_surfaced', 'implementer'],
  [/\b(meeting|call|demo|discovery|visit|kickoff|review|session)\b/i, 'joint_meeting', 'joint_seller'],
];

/** What one usually does together at a stage, where the words say nothing. */
export function usualAt(stage: number | null): readonly [TouchAction, PartnerRole] {
  if (stage === 0) return ['account_update', 'reference'];
  if (stage === null || stage === 1) return ['stakeholder_access', 'introducer'];
  if (stage === 2) return ['joint_meeting', 'joint_seller'];
  if (stage === 3) return ['solution_architecture', 'validator'];
  return ['objection_handled', 'objection_remover'];
}

/** The act and the role that a text tells; where it tells nothing, what is usual at that stage. */
export function actionOf(text: string, stage: number | null): readonly [TouchAction, PartnerRole] {
  const [, action, role] = words.find(([pattern]) => pattern.test(text)) ?? [];
  return action && role ? [action, role] : usualAt(stage);
}

/** A role that the CRM names, where a touch can have it: an originator and an overlap earn nothing by a touch. */
export function touchRole(role: string | null): PartnerRole | null {
  const known: readonly PartnerRole[] = [
    'introducer',
    'joint_seller',
    'validator',
    'objection_remover',
    'procurement',
    'reference',
    'implementer',
  ];
  return known.find((one) => one === role) ?? null;
}

/** Why a touch is suggested, as a sentence. */
export function suggestionReason(why: SuggestionWhy, partner: string): string {
  switch (why.code) {
    case 'mail':
      return `A mail of ${why.on} with ${partner} is on this deal: “${why.subject}”. Its sender is as it claims, not verified.`;
    case 'crm_event':
      return `The CRM has an event of ${why.on} with ${partner}: “${why.subject}”.`;
    case 'origin':
      return `${partner} introduced this account on ${why.on}, and no act on the deal is recorded since.`;
    case 'named':
      return `The CRM names ${partner} on this deal since ${why.on}, and no act of it is recorded.`;
    case 'stage_move':
      return `${partner} was there ${ago(why.days)} the deal moved to ${why.stage} on ${why.on}.`;
  }
}

function ago(days: number): string {
  if (days === 0) return 'on the day when';
  return days === 1 ? 'the day before' : `${days} days before`;
}
