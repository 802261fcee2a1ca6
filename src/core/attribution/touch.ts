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

/** Whether the touch happened before the deal entered stage 4: at a lower stage, and not on a later day. */
export function isBeforeS4(touch: Touch, facts: CreditFacts, settings: AttributionSettings): boolean {
  const { enteredS4On } = facts.opportunity;
  if (touch.stageOrder === null || touch.stageOrder >= settings.coSoldBeforeStage) return false;
  return enteredS4On === null || touch.occurredOn <= enteredS4On;
}

/**
 * A touch counts only if it is complete: partner person, internal owner, stage, outcome, link, confirmed by a
 * named human, done and logged before the close. What it then earns stands on the signed page; a touch that was
 * logged late (ATT-5) or that the page does not foresee (ATT-16) earns assisted.
 */
export function judgeTouch(touch: Touch, facts: CreditFacts, policy: AttributionPolicy): JudgedTouch {
  const { id: fact, role, stageOrder: stage, occurredOn: on, recordedOn } = touch;
  const earn = (earns: JudgedTouch['earns'], reason: CreditReason): JudgedTouch => {
    return { touch, earns, joint: false, reason };
  };
  const failure = incompleteness(touch, facts.opportunity.closedOn);
  if (failure !== null) return earn('none', failure);
  if (touch.onAccount) {
    const before = daysBetween(on, facts.opportunity.createdOn);
    const { introLookbackDays: windowDays } = policy.settings;
    if (before < 0 || before > windowDays) {
      return earn('none', because('touch.before_deal', { fact, on, days: before, windowDays }));
    }
  }
  if (stage === null) return earn('none', because('touch.no_stage', { fact, on }));

  const cell = roleTableCell(policy.roleTable, role, stage, facts.opportunity.kind !== 'new');
  switch (cell) {
    case 'none':
      return earn('none', because('touch.earns_nothing', { fact, role, stage, on }));
    case 'sourced':
      return earn('none', because('touch.origin', { fact, on }));
    case null:
      return earn('assisted', because('touch.outside_page', { fact, role, stage, on }));
    case 'assisted':
      return earn('assisted', because('touch.assists', { fact, role, stage, on }));
    case 'co_sold':
    case 'influenced': {
      const days = daysBetween(on, recordedOn);
      const windowDays = policy.settings.touchLoggedWithinDays;
      if (days > windowDays) {
        return earn('assisted', because('touch.logged_late', { fact, on, recordedOn, days, windowDays }));
      }
      const reason = because('touch.qualifies', { fact, role, stage, on, earns: cell });
      return { touch, earns: 'influenced', joint: cell === 'co_sold', reason };
    }
  }
}

/** What the touch lacks or why it cannot count, whatever the page says; null if it is complete. */
function incompleteness(touch: Touch, closedOn: LocalDate | null): CreditReason | null {
  const given = { fact: touch.id, on: touch.occurredOn };
  if (touch.withdrawnAt !== null) return because('touch.withdrawn', given);
  if (touch.role === 'overlap') return because('touch.overlap', given);
  if (touch.role === 'originator') return because('touch.origin', given);
  if (closedOn !== null && (touch.occurredOn > closedOn || touch.recordedOn > closedOn)) {
    return because('touch.after_close', { ...given, closedOn });
  }
  if (touch.partnerPerson === null) return because('touch.no_person', given);
  if (touch.internalOwner === null) return because('touch.no_owner', given);
  if (touch.outcome === null) return because('touch.no_outcome', given);
  if (touch.evidence.length === 0) return because('touch.no_evidence', given);
  if (touch.refusedAt !== null) return because('touch.refused', given);
  if (touch.confirmation === null) return because('touch.unconfirmed', given);
  return null;
}
