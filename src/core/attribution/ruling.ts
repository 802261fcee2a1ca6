/**
 * What people decide where the page does not, and the limits that the page sets to it (ATT-8, ATT-9, ATT-17).
 *
 * Handbook: docs/handbook/attribution.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { PartnerId } from '#core/ids.ts';
import type { CreditClass } from './credit-class.ts';
import type { Ruling } from './facts.ts';
import { because, type CreditReason } from './reasons.ts';

/** What the page says by itself, as far as a ruling may be measured by it. */
export type Unruled = {
  readonly class: CreditClass;
  readonly partnerId: PartnerId | null;
  readonly lockOn: LocalDate;
  /** Partners whose claim to have sourced the deal was recorded in time. */
  readonly claimedInTime: ReadonlySet<PartnerId>;
};

export type RulingResult = { readonly ruling: Ruling | null; readonly reasons: readonly CreditReason[] };

/**
 * The latest valid ruling, and why later ones are not.
 * - ATT-8: after the lock nothing becomes sourced, unless that partner's claim was recorded in time.
 * - ATT-9: taking a sourced credit away needs the signatures of two people.
 */
export function standingRuling(rulings: readonly Ruling[], unruled: Unruled): RulingResult {
  const reasons: CreditReason[] = [];
  const latestFirst = rulings.toSorted((a, b) => b.ruledAt - a.ruledAt || (a.id < b.id ? 1 : -1));
  for (const ruling of latestFirst) {
    const reason = testRuling(ruling, unruled);
    reasons.push(reason);
    if (reason.holds) return { ruling, reasons };
  }
  return { ruling: null, reasons };
}

function testRuling(ruling: Ruling, unruled: Unruled): CreditReason {
  const { id: fact, ruledOn: on, partnerId } = ruling;
  const { lockOn } = unruled;
  const signatures = new Set(ruling.signedBy).size;
  const keepsSource = ruling.class === 'sourced' && partnerId === unruled.partnerId;
  if (signatures === 0) return because('ruling.unsigned', { fact, on });
  if (unruled.class === 'sourced' && !keepsSource && signatures < 2) {
    return because('ruling.needs_two', { fact, on, signatures });
  }
  const claimed = partnerId !== null && unruled.claimedInTime.has(partnerId);
  if (ruling.class === 'sourced' && on > lockOn && !claimed) {
    return because('ruling.after_lock', { fact, on, lockOn });
  }
  return because('ruling.stands', { fact, class: ruling.class, on, signatures });
}
