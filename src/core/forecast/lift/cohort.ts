/**
 * Which deals are compared, and from which day on.
 *
 * - Every deal that was created counts once it is old enough to have matured, open ones too. Taking closed deals
 *   only would leave out those that stall.
 * - Who sourced a deal is known when it is created, so those deals are watched from their creation.
 * - Who worked on a deal becomes known while it runs, and a deal that runs long has longer to be worked on. So one
 *   day is fixed, the landmark; of the deals that are still open then, those with help by then stand against those
 *   without. What comes later moves nobody from one side to the other.
 *
 * Handbook: docs/handbook/lift.md
 */

import type { Case, Exposure, LiftDeal } from './deal.ts';
import type { LiftSettings } from './settings.ts';

/** The smallest value with at least this share of all at or below it. Throws RangeError for no values. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)];
  if (found === undefined) throw new RangeError('a quantile needs a value');
  return found;
}

export type Maturity = {
  /** The age at which a deal has matured: the later one of the two sides, so that neither is cut short. */
  readonly days: number;
  /** The day by which help must have come. */
  readonly landmark: number;
  /** How many closed deals say so. */
  readonly closed: number;
};

/**
 * From how long deals took to close, and won ones to be won, which is often longer: a quick no is quick. Null as long
 * as too few deals have closed.
 */
export function maturityOf(deals: readonly LiftDeal[], settings: LiftSettings): Maturity | null {
  const { matureShare, landmarkShare, maturityFromDeals } = settings;
  const closed = deals.flatMap((deal) => deal.closedAfter ?? []);
  if (closed.length < maturityFromDeals) return null;
  const won = deals.flatMap((deal) => (deal.won ? (deal.closedAfter ?? []) : []));
  const wonByPartners = deals.flatMap((deal) =>
    deal.won && hasPartner(deal) ? (deal.closedAfter ?? []) : [],
  );
  const enough = (cycles: readonly number[]): boolean => cycles.length >= maturityFromDeals;
  const ages = [closed, won, wonByPartners].filter(enough).map((cycles) => quantileOf(cycles, matureShare));
  return {
    days: Math.max(1, ...ages),
    landmark: Math.max(1, quantileOf(enough(won) ? won : closed, landmarkShare)),
    closed: closed.length,
  };
}

function hasPartner(deal: LiftDeal): boolean {
  return deal.sourced || deal.workedAfter !== null || deal.coSoldAfter !== null;
}

/** From when on a deal is watched: its creation, a fixed day after it, or the day on which it became pipeline. */
export type Start = 'creation' | 'landmark' | 'entry';

/** Who had the partner's part in question, and who had none, at the start; null for a deal that is on neither side. */
export function sideOf(deal: LiftDeal, exposure: Exposure, start: number): boolean | null {
  if (exposure === 'sourced') return deal.sourced;
  if (deal.sourced) return null;
  const coSold = deal.coSoldAfter !== null && deal.coSoldAfter <= start;
  const worked = deal.workedAfter !== null && deal.workedAfter <= start;
  if (exposure === 'coSold') return coSold ? true : worked ? null : false;
  return coSold ? null : worked;
}

/** The matured deals of a comparison, in the order of their ids. */
export function casesOf(
  deals: readonly LiftDeal[],
  maturity: Maturity,
  exposure: Exposure,
  start: Start,
): readonly Case[] {
  const cases: Case[] = [];
  for (const deal of deals) {
    if (deal.ageDays < maturity.days) continue;
    const from = start === 'creation' ? 0 : start === 'landmark' ? maturity.landmark : deal.enteredAfter;
    if (from === null || from >= maturity.days) continue;
    if (start !== 'creation' && deal.closedAfter !== null && deal.closedAfter <= from) continue;
    const isPartner = sideOf(deal, exposure, from);
    if (isPartner === null) continue;
    const isWon = deal.won && deal.closedAfter !== null && deal.closedAfter <= maturity.days;
    cases.push({ deal, isPartner, from, isWon });
  }
  return cases.sort((a, b) => (a.deal.id < b.deal.id ? -1 : a.deal.id > b.deal.id ? 1 : 0));
}

export type Side = {
  readonly deals: number;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
};

/** How many deals a side has, and what had become of them when they matured. */
export function sideCounts(cases: readonly Case[], isPartner: boolean, days: number): Side {
  const own = cases.filter((each) => each.isPartner === isPartner);
  const closed = own.filter(({ deal }) => deal.closedAfter !== null && deal.closedAfter <= days).length;
  const won = own.filter((each) => each.isWon).length;
  return { deals: own.length, won, lost: closed - won, open: own.length - closed };
}
