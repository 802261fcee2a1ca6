/**
 * Who worked the deal: the class that a partner's touches, plan and check-ins earn together, and who comes first
 * among several partners of one class (method 5.4, ATT-13).
 *
 * Handbook: docs/handbook/attribution.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { FactId, PartnerId } from '#core/ids.ts';
import { testCosell } from './cosell.ts';
import type { CreditClass } from './credit-class.ts';
import type { CreditFacts } from './facts.ts';
import { type AttributionPolicy, type PartnerRole, partnerRoles } from './policy.ts';
import { because, type CreditReason } from './reasons.ts';
import { isBeforeS4, judgeTouch } from './touch.ts';

/** What one partner's work on the deal earns, without regard to the others. */
export type PartnerWork = {
  readonly partnerId: PartnerId;
  readonly class: Exclude<CreditClass, 'sourced'>;
  readonly grayArea: boolean;
  readonly reasons: readonly CreditReason[];
  readonly evidence: readonly FactId[];
  /** For ATT-13: the highest role that earned the class, and the latest such event before stage 4. */
  readonly role: PartnerRole;
  readonly latestBeforeS4: number;
};

/** Judges the touches, plans and check-ins of one partner. `today` ends the time in which a plan can lapse. */
export function judgeWork(
  partnerId: PartnerId,
  facts: CreditFacts,
  policy: AttributionPolicy,
  today: LocalDate,
): PartnerWork {
  const judged = facts.touches
    .filter((touch) => touch.partnerId === partnerId)
    .toSorted((a, b) => a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : 1))
    .map((touch) => judgeTouch(touch, facts, policy));
  const qualifying = judged.filter((each) => each.earns === 'influenced');
  const assisting = judged.filter((each) => each.earns === 'assisted');
  const cosell = testCosell(partnerId, qualifying, facts, policy.settings, today);

  const earned = qualifying.length > 0 ? qualifying : assisting;
  const lower = qualifying.length > 0 ? 'influenced' : assisting.length > 0 ? 'assisted' : 'none';
  const roles = earned.map((each) => partnerRoles.indexOf(each.touch.role));
  const inTime = earned.filter(({ touch }) => isBeforeS4(touch, facts, policy.settings));
  return {
    partnerId,
    class: cosell.holds ? 'co_sold' : lower,
    grayArea: judged.some((each) => each.reason.code === 'touch.outside_page'),
    reasons: [...cosell.reasons, ...judged.map((each) => each.reason)],
    evidence: [...cosell.evidence, ...earned.map((each) => each.touch.id)],
    role: partnerRoles[Math.min(...roles)] ?? 'overlap',
    latestBeforeS4: Math.max(...inTime.map(({ touch }) => touch.occurredAt)),
  };
}

/**
 * ATT-13: orders partners of one class, the primary one first: the highest role, then the latest event before
 * stage 4. Partners that are still level keep the order in which they were entered, which their ids give.
 */
export function byPrimary(a: PartnerWork, b: PartnerWork): number {
  return byRole(a, b) || byLatest(a, b) || (a.partnerId < b.partnerId ? -1 : 1);
}

/** Why the first of these partners is the primary one. */
export function primaryReason(first: PartnerWork, second: PartnerWork): CreditReason {
  if (byRole(first, second) !== 0) return because('primary.role', { role: first.role });
  if (byLatest(first, second) !== 0) return because('primary.latest', { role: first.role });
  return because('primary.fixed', {});
}

function byRole(a: PartnerWork, b: PartnerWork): number {
  return partnerRoles.indexOf(a.role) - partnerRoles.indexOf(b.role);
}

function byLatest(a: PartnerWork, b: PartnerWork): number {
  return Math.sign(b.latestBeforeS4 - a.latestBeforeS4) || 0;
}
