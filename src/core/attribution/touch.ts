/**
 * What a single touch earns: whether it is complete, and what the signed page gives its role at that stage
 * (method 5.3, 5.4, ATT-5, ATT-16).
 *
 * Handbook: docs/handbook/attribution.md
 */

import { daysBetween, type LocalDate } from '#core/calendar.ts';
import type { AttributionSettings } from '#core/program/settings.ts';
import type { CreditFacts, Touch } from './facts.ts';
import { type AttributionPolicy, roleTableCell } from './policy.ts';
import { because, type CreditReason } from './reasons.ts';

/** What one touch earns. `joint` marks a role that the page calls co-sold once the co-sell test holds. */
export type JudgedTouch = {
  readonly touch: Touch;
  readonly earns: 'influenced' | 'assisted' | 'none';
  readonly joint: boolean;
  readonly reason: CreditReason;
};

/** The stage order of the deal at the touch; 0 for one at the account before there was a deal. */
export function stageOf(touch: Touch): number | null {
  return touch.onAccount ? 0 : touch.stageOrder;
}

/** Whether the touch happened before the deal entered stage 4: at a lower stage, and not on a later day. */
export function isBeforeS4(touch: Touch, facts: CreditFacts, settings: AttributionSettings): boolean {
  const { enteredS4On } = facts.opportunity;
  const stage = stageOf(touch);
  if (stage === null || stage >= settings.coSoldBeforeStage) return false;
  return enteredS4On === null || touch.occurredOn <= enteredS4On;
}

/**
 * A touch counts only if it is complete: partner person, internal owner, stage, outcome, link, confirmed by a
 * named human, done and logged before the close. What it then earns stands on the signed page; a touch that was
 * logged late (ATT-5) or that the page does not foresee (ATT-16) earns assisted. Done at the account before there was
 * a deal it counts as stage 0, if the deal is created soon enough after it (ATT-3).
 */
export function judgeTouch(touch: Touch, facts: CreditFacts, policy: AttributionPolicy): JudgedTouch {
  const { id: fact, role, occurredOn: on, recordedOn } = touch;
  const { opportunity } = facts;
  const missing =
    incompleteness(touch, opportunity.closedOn) ??
    (touch.onAccount ? tooEarly(touch, opportunity.createdOn, policy.settings) : null);
  if (missing !== null) return earns(touch, 'none', missing);
  const stage = stageOf(touch);
  if (stage === null) return earns(touch, 'none', because('touch.no_stage', { fact, on }));

  const renewal = opportunity.kind !== 'new';
  const cell = roleTableCell(policy.roleTable, role, stage, renewal);
  switch (cell) {
    case 'none':
      return earns(touch, 'none', because('touch.earns_nothing', { fact, role, stage, on, renewal }));
    case 'sourced':
      return earns(touch, 'none', because('touch.origin', { fact, on }));
    case null:
      return earns(touch, 'assisted', because('touch.outside_page', { fact, role, stage, on, renewal }));
    case 'assisted':
      return earns(touch, 'assisted', because('touch.assists', { fact, role, stage, on, renewal }));
    case 'co_sold':
    case 'influenced': {
      const days = recordedOn === on ? 0 : daysBetween(on, recordedOn);
      const windowDays = policy.settings.touchLoggedWithinDays;
      if (days > windowDays) {
        const late = because('touch.logged_late', { fact, on, recordedOn, days, windowDays });
        return earns(touch, 'assisted', late);
      }
      const reason = because('touch.qualifies', { fact, role, stage, on, renewal, earns: cell });
      return { touch, earns: 'influenced', joint: cell === 'co_sold', reason };
    }
  }
}

function earns(touch: Touch, earned: 'assisted' | 'none', reason: CreditReason): JudgedTouch {
  return { touch, earns: earned, joint: false, reason };
}

/** What the touch lacks or why it cannot count, whatever the page says; null if it is complete. */
function incompleteness(touch: Touch, closedOn: LocalDate | null): CreditReason | null {
  const { id: fact, occurredOn: on } = touch;
  if (touch.withdrawnAt !== null) return because('touch.withdrawn', { fact, on });
  if (touch.role === 'overlap') return because('touch.overlap', { fact, on });
  if (touch.role === 'originator') return because('touch.origin', { fact, on });
  if (closedOn !== null && (on > closedOn || touch.recordedOn > closedOn)) {
    return because('touch.after_close', { fact, on, closedOn });
  }
  if (touch.partnerPerson === null) return because('touch.no_person', { fact, on });
  if (touch.internalOwner === null) return because('touch.no_owner', { fact, on });
  if (touch.outcome === null) return because('touch.no_outcome', { fact, on });
  if (touch.evidence.length === 0) return because('touch.no_evidence', { fact, on });
  // Once confirmed, a touch is taken back by a withdrawal with a reason, not by a late no.
  if (touch.confirmation !== null) return null;
  return because(touch.refusedAt === null ? 'touch.unconfirmed' : 'touch.refused', { fact, on });
}

/** ATT-3: how long before a deal an act at its account may lie; null if it is near enough. */
function tooEarly(touch: Touch, createdOn: LocalDate, settings: AttributionSettings): CreditReason | null {
  const { id: fact, occurredOn: on } = touch;
  const days = daysBetween(on, createdOn);
  const { introLookbackDays: windowDays } = settings;
  if (days >= 0 && days <= windowDays) return null;
  return because('touch.before_deal', { fact, on, days, windowDays });
}
