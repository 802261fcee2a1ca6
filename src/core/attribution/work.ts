/**
 * Who worked the deal: the class that a partner's touches, plan and check-ins earn together, and who comes first
 * among several partners of one class (method 5.4, ATT-13).
 *
 * Handbook: docs/handbook/attribution.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { FactId, PartnerId } from '#core/ids.ts';
import type { PartnerActs } from './acts-by-partner.ts';
import { testCosell } from './cosell.ts';
import type { CreditClass } from './credit-class.ts';
import type { CreditFacts } from './facts.ts';
import { type AttributionPolicy, type PartnerRole, partnerRoles } from './policy.ts';
import { because, type CreditReason } from './reasons.ts';
import { isBeforeS4, type JudgedTouch, judgeTouch } from './touch.ts';

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
  acts: PartnerActs,
  facts: CreditFacts,
  policy: AttributionPolicy,
  today: LocalDate,
): PartnerWork {
  acts.touches.sort((a, b) => a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : 1));
  const qualifying: JudgedTouch[] = [];
  const assisting: JudgedTouch[] = [];
  const told: CreditReason[] = [];
  let grayArea = false;
  for (const touch of acts.touches) {
    const judged = judgeTouch(touch, facts, policy);
    told.push(judged.reason);
    if (judged.earns === 'influenced') qualifying.push(judged);
    if (judged.earns === 'assisted') assisting.push(judged);
    if (judged.reason.code === 'touch.outside_page') grayArea = true;
  }
  const cosell = testCosell(acts, qualifying, facts, policy.settings, today);
  const earned = qualifying.length > 0 ? qualifying : assisting;
  const lower = qualifying.length > 0 ? 'influenced' : assisting.length > 0 ? 'assisted' : 'none';
  const evidence: FactId[] = [...cosell.evidence];
  let role: PartnerRole = 'overlap';
  let latestBeforeS4 = Number.NEGATIVE_INFINITY;
  for (const { touch } of earned) {
    evidence.push(touch.id);
    if (roleRank[touch.role] < roleRank[role]) role = touch.role;
    if (touch.occurredAt > latestBeforeS4 && isBeforeS4(touch, facts, policy.settings)) {
      latestBeforeS4 = touch.occurredAt;
    }
  }
  return {
    partnerId: acts.partnerId,
    class: cosell.holds ? 'co_sold' : lower,
    grayArea,
    reasons: cosell.reasons.length === 0 ? told : [...cosell.reasons, ...told],
    evidence,
    role,
    latestBeforeS4,
  };
}

const roleRank = Object.fromEntries(partnerRoles.map((role, rank) => [role, rank])) as Readonly<
  Record<PartnerRole, number>
>;

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
  return roleRank[a.role] - roleRank[b.role];
}

// Of two without any such event the difference is not a number, which is no difference.
function byLatest(a: PartnerWork, b: PartnerWork): number {
  return Math.sign(b.latestBeforeS4 - a.latestBeforeS4) || 0;
}
