/**
 * The sentence of the signed page by which a test was made, with the page's own numbers: what Sales, Finance and the
 * partner read side by side with the fact.
 *
 * Handbook: docs/handbook/attribution.md
 */

import type { Reason } from '#core/decision.ts';
import { type AttributionPolicy, isPartnerRole, roleTableCell } from './policy.ts';
import { classWords } from './reason-catalogue.ts';

/** The clause behind a reason; the rule's own words of the page where it has some. */
export function clauseOf(reason: Reason, policy: AttributionPolicy): string {
  const { settings: s, sentences } = policy;
  switch (reason.rule) {
    case 'T1':
      return `An account is new to us if we had no open deal on it and the product, and neither met nor approached it in the ${s.vendorQuietDays} days before.`;
    case 'T2':
      return `The introduction lies at most ${s.introLookbackDays} days before the deal was created, or a registration was valid on that day; neither comes after the deal was qualified.`;
    case 'T3':
      return `Either side records the claim within ${s.lockDays} days after the deal was created, ${s.longLockDays} in a segment that takes ${s.longCycleDays} days or more; and before the close.`;
    case 'T4':
      return 'At least one link proves it, a person at the partner is named, and one of us stands behind it.';
    case 'T5':
    case 'ATT-12':
      return sentences.tie;
    case '5.3':
    case 'ATT-16':
      return roleClause(reason, policy);
    case 'ATT-3':
      return `What was done at an account before there was a deal counts for a deal that is created within ${s.introLookbackDays} days.`;
    case 'ATT-5':
      return `An act is written down within ${s.touchLoggedWithinDays} days; later it earns assisted at most.`;
    case 'ATT-6':
      return `Joint selling and its plan come before the deal enters stage ${s.coSoldBeforeStage}.`;
    case 'ATT-7':
      return `Co-sold falls back to influenced if the plan lapses or the partner does not check in during the ${s.coSoldCheckinDays} days before the close.`;
    case 'ATT-8':
    case 'ATT-9':
      return sentences.afterLock;
    case 'ATT-10':
      return sentences.winBack;
    case 'ATT-11':
      return sentences.renewal;
    case 'ATT-13':
      return sentences.influencers;
    case 'ATT-17':
      return 'Where the page is silent, the panel rules, with its reason in writing.';
    case '5.2':
      return 'Overlap and logos are where deals are looked for, never a reason for credit.';
    case '0.2':
      return 'What is done or written down after the close changes no credit.';
    case '5.4':
      return reason.code.startsWith('cosell.')
        ? `Co-sold needs an active plan and joint selling at ${s.coSoldStages} stages, one of them stage ${s.coSoldStage} or later.`
        : 'An act counts with a partner person, one of us, a stage, an outcome, a link, and a name that confirms it.';
    default:
      return sentences.precedence;
  }
}

function roleClause(reason: Reason, policy: AttributionPolicy): string {
  const { role, stage } = reason.params;
  if (typeof role !== 'string' || !isPartnerRole(role) || typeof stage !== 'number') {
    return policy.sentences.precedence;
  }
  const cell = roleTableCell(policy.roleTable, role, stage, false);
  const row = policy.roleTable[role].label;
  if (cell === null) return `Role table: “${row}” at stage ${stage} is left to the panel.`;
  return `Role table: “${row}” at stage ${stage} earns ${classWords[cell]}.`;
}
