/**
 * A closed quarter never changes by itself. A fact that would have counted otherwise makes a restatement: what the
 * deal counted as, what it would count as now, and the difference. Finance accepts or refuses it.
 *
 * Handbook: docs/handbook/closed-quarters.md
 */

import type { CreditClass } from '../credit-class.ts';
import { type Absence, amountIn, type Counted, isSameCount, notCounted, type Presence } from './counted.ts';

export type Decision = 'accepted' | 'refused' | 'superseded';

/** A restatement as it is kept. `decision` null: it waits for Finance. Only the newest of a deal may wait. */
export type Restated = {
  readonly before: Counted;
  readonly after: Counted;
  readonly decision: Decision | null;
};

/** What a later fact changes about a deal of a closed quarter. */
export type Change = 'appears' | 'gone' | 'class' | 'partner' | 'co_sold' | 'amount';

export type Restatement = {
  readonly before: Counted;
  readonly after: Counted;
  readonly changes: readonly Change[];
  /** Why the deal is gone; null where it is not. */
  readonly absence: Absence | null;
  /** What it moves in the headline, the sourced figure, in minor units. Classes are never added. */
  readonly deltaMinor: number;
};

/**
 * What a deal of a closed quarter stands at: as it was frozen, moved by each restatement that Finance accepted, in
 * their order. Refused ones and those that wait move nothing.
 */
export function standingOf(frozen: Counted | null, restated: readonly Restated[]): Counted {
  return restated.reduce(
    (standing, { decision, after }) => (decision === 'accepted' ? after : standing),
    frozen ?? notCounted,
  );
}

/** What becomes of a deal of a closed quarter when its reading changed. */
export type RestateOutcome =
  /** It reads as it stands. A restatement that waited has nothing left to say and is superseded. */
  | { readonly kind: 'agrees' }
  /** The same waits for Finance already, or Finance refused this very reading: it is not asked twice. */
  | { readonly kind: 'said' }
  | { readonly kind: 'raise'; readonly restatement: Restatement };

/**
 * Decides whether a present reading restates a deal of a closed quarter. Compared with what it stands at, so that the
 * frozen figure and all accepted differences together are the present one. `restated`: its restatements, oldest first.
 */
export function restate(
  frozen: Counted | null,
  restated: readonly Restated[],
  present: Presence,
): RestateOutcome {
  const before = standingOf(frozen, restated);
  const after = present.counted;
  if (isSameCount(before, after)) return { kind: 'agrees' };
  const last = restated.findLast(({ decision }) => decision !== 'superseded');
  const isSaid = last !== undefined && last.decision !== 'accepted' && isSameCount(last.after, after);
  if (isSaid) return { kind: 'said' };
  return { kind: 'raise', restatement: restatementOf(before, after, present.absence) };
}

/** The difference of two readings of a deal. */
export function restatementOf(before: Counted, after: Counted, absence: Absence | null): Restatement {
  return {
    before,
    after,
    changes: changesOf(before, after),
    absence: after.class === 'none' ? absence : null,
    deltaMinor: deltaIn('sourced', before, after),
  };
}

/** What a restatement moves in the figure of a class, in minor units. */
export function deltaIn(creditClass: CreditClass, before: Counted, after: Counted): number {
  return amountIn(after, creditClass) - amountIn(before, creditClass);
}

function changesOf(before: Counted, after: Counted): Change[] {
  if (before.class === 'none') return ['appears'];
  if (after.class === 'none') return ['gone'];
  const changes: Change[] = [];
  if (before.class !== after.class) changes.push('class');
  if (before.partnerId !== after.partnerId) changes.push('partner');
  if (before.coSold !== after.coSold) changes.push('co_sold');
  if (before.amountMinor !== after.amountMinor) changes.push('amount');
  return changes;
}

/** One figure of a closed quarter, as Finance reads it. Amounts are minor units; unknown ones add nothing. */
export type FrozenFigure = {
  /** As it was booked. */
  readonly frozenMinor: number;
  readonly deals: number;
  /** What accepted restatements moved since. */
  readonly acceptedMinor: number;
  readonly accepted: number;
  /** What those that wait would move. */
  readonly waitingMinor: number;
  readonly waiting: number;
};

/** Sums the figure of a class: as booked, the accepted differences, and the waiting ones, each apart. */
export function frozenFigure(
  creditClass: CreditClass,
  frozen: readonly Counted[],
  restated: readonly Restated[],
): FrozenFigure {
  const own = frozen.filter((one) => one.class === creditClass);
  const touching = restated.filter(
    ({ before, after }) => before.class === creditClass || after.class === creditClass,
  );
  const accepted = touching.filter(({ decision }) => decision === 'accepted');
  const waiting = touching.filter(({ decision }) => decision === null);
  const moved = (some: readonly Restated[]): number =>
    some.reduce((sum, { before, after }) => sum + deltaIn(creditClass, before, after), 0);
  return {
    frozenMinor: own.reduce((sum, one) => sum + amountIn(one, creditClass), 0),
    deals: own.length,
    acceptedMinor: moved(accepted),
    accepted: accepted.length,
    waitingMinor: moved(waiting),
    waiting: waiting.length,
  };
}
