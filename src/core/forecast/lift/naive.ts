/**
 * What a plain report says: closed deals, those that ever had a partner against the others. It is shown beside the
 * honest figure to say why it misleads: a deal that runs long has longer to get a partner, and deals that stall are
 * not in it.
 *
 * Handbook: docs/handbook/lift.md
 */

import { type Maturity, sideOf } from './cohort.ts';
import type { Exposure, LiftDeal } from './deal.ts';

export type Naive = {
  readonly partner: NaiveSide;
  readonly direct: NaiveSide;
  readonly winRatio: number;
  readonly cycleRatio: number;
};
export type NaiveSide = { readonly closed: number; readonly won: number; readonly meanDays: number };

/** Null where a side has no win, or closed on the day it was created. */
export function naiveComparison(
  deals: readonly LiftDeal[],
  maturity: Maturity,
  exposure: Exposure,
): Naive | null {
  const sides = [
    { closed: 0, won: 0, days: 0 },
    { closed: 0, won: 0, days: 0 },
  ];
  for (const deal of deals) {
    if (deal.closedAfter === null || deal.ageDays < maturity.days) continue;
    const isPartner = sideOf(deal, exposure, deal.closedAfter);
    const side = isPartner === null ? undefined : sides[isPartner ? 1 : 0];
    if (side === undefined) continue;
    side.closed += 1;
    side.won += deal.won ? 1 : 0;
    side.days += deal.closedAfter;
  }
  const [direct, partner] = sides.map(({ closed, won, days }) => ({
    closed,
    won,
    meanDays: days / (closed || 1),
  }));
  if (!direct || !partner || direct.won === 0 || partner.closed === 0 || direct.meanDays === 0) return null;
  return {
    partner,
    direct,
    winRatio: partner.won / partner.closed / (direct.won / direct.closed),
    cycleRatio: partner.meanDays / direct.meanDays,
  };
}
