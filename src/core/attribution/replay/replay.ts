/**
 * What past deals would have been under another page, or what a past number would be today: deals decided twice and
 * summed up. Which deals change class, which partners gain and lose, each quarter before and after, what it costs.
 *
 * Handbook: docs/handbook/replay.md
 */

import { type FiscalCalendar, type LocalDate, quarterOf } from '#core/calendar.ts';
import type { OpportunityId, PartnerId } from '#core/ids.ts';
import { byCreditClass, type CreditClass, creditClasses } from '../credit-class.ts';
import type { AttributionPolicy } from '../policy.ts';
import { type PageChange, pageChanges } from './page-changes.ts';
import {
  decidingChanges,
  differenceSentence,
  type ReplayedDeal,
  type ReplayedVerdict,
  replayDeal,
} from './replay-deal.ts';

/** A deal whose credit is another, why, and by which changes of the page. */
export type MovedDeal = {
  readonly opportunityId: OpportunityId;
  readonly number: number;
  readonly name: string;
  readonly createdOn: LocalDate;
  readonly isWon: boolean;
  readonly amountMinor: number | null;
  readonly before: ReplayedVerdict;
  readonly after: ReplayedVerdict;
  /** The tests that came out otherwise, as sentences, with the clause of the page; the most telling first. */
  readonly reasons: readonly string[];
  /** What of the page makes the difference, in words; empty where the page is the same. */
  readonly changes: readonly string[];
};

/** What is paid for a verdict by a page, in minor units; the caller knows the rates. */
export type Pay = (deal: ReplayedDeal, verdict: ReplayedVerdict, page: AttributionPolicy) => number;

/** Deals and amounts from one class to one class. */
export type Flow = {
  readonly from: CreditClass;
  readonly to: CreditClass;
  readonly deals: number;
  readonly amountMinor: number;
};

/** What a partner is credited with on one side. Pay is that of won deals. */
export type PartnerSide = {
  readonly deals: Readonly<Record<CreditClass, number>>;
  readonly sourcedMinor: number;
  readonly payMinor: number;
};

export type PartnerShift = {
  readonly partnerId: PartnerId;
  readonly before: PartnerSide;
  readonly after: PartnerSide;
};

/** The figures of the deals that were created in a quarter, on one side. */
export type QuarterSide = {
  readonly deals: Readonly<Record<CreditClass, number>>;
  readonly sourcedMinor: number;
  readonly sourcedWonMinor: number;
  readonly payMinor: number;
};

export type QuarterShift = {
  readonly start: LocalDate;
  readonly label: string;
  readonly before: QuarterSide;
  readonly after: QuarterSide;
};

/** One change of the page: how many deals it moves all by itself, and how many only together with others. */
export type ChangeEffect = { readonly sentence: string; readonly alone: number; readonly together: number };

export type Replay = {
  readonly deals: number;
  readonly movedDeals: number;
  /** The moved deals, in the order in which they came, up to the most that are listed. */
  readonly moved: readonly MovedDeal[];
  readonly flows: readonly Flow[];
  readonly partners: readonly PartnerShift[];
  readonly quarters: readonly QuarterShift[];
  readonly changes: readonly ChangeEffect[];
  readonly payBeforeMinor: number;
  readonly payAfterMinor: number;
};

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Counts = Record<CreditClass, number>;
type MutableSide<Side> = Omit<Mutable<Side>, 'deals'> & { deals: Counts };
type Shift<Side> = { before: MutableSide<Side>; after: MutableSide<Side> };
type Tally = {
  deals: number;
  movedDeals: number;
  moved: MovedDeal[];
  flows: Map<string, Mutable<Flow>>;
  partners: Map<PartnerId, Shift<PartnerSide>>;
  quarters: Map<LocalDate, Shift<QuarterSide> & { label: string }>;
  changes: Map<string, Mutable<ChangeEffect>>;
  payBeforeMinor: number;
  payAfterMinor: number;
};

/** What a replay needs besides the deals. More moved deals than `mostListed` are counted and not listed. */
export type ReplayRules = {
  readonly fiscal: FiscalCalendar;
  readonly pay: Pay;
  readonly mostListed: number;
};

/** Replays deals at once; see `startReplay` for many of them in batches. */
export function replayDeals(deals: readonly ReplayedDeal[], rules: ReplayRules): Replay {
  const replay = startReplay(rules);
  replay.add(deals);
  return replay.result();
}

/** Collects deals batch by batch; `result` is what has been collected so far. The order of the deals changes no sum. */
export function startReplay(rules: ReplayRules) {
  const tally: Tally = {
    ...{ deals: 0, movedDeals: 0, moved: [], payBeforeMinor: 0, payAfterMinor: 0 },
    ...{ flows: new Map(), partners: new Map(), quarters: new Map(), changes: new Map() },
  };
  // Few pages judge many deals: what differs between two of them is found once.
  const known = new Map<AttributionPolicy, Map<AttributionPolicy, PageChange[]>>();
  const changesOf = (before: AttributionPolicy, after: AttributionPolicy): PageChange[] => {
    const by = known.get(before) ?? new Map<AttributionPolicy, PageChange[]>();
    known.set(before, by);
    const changes = by.get(after) ?? pageChanges(before, after);
    by.set(after, changes);
    return changes;
  };
  return {
    add: (deals: readonly ReplayedDeal[]): void => {
      for (const deal of deals) addDeal(tally, deal, rules, changesOf);
    },
    result: (): Replay => resultOf(tally),
  };
}

function addDeal(
  tally: Tally,
  deal: ReplayedDeal,
  { fiscal, pay, mostListed }: ReplayRules,
  changesOf: (before: AttributionPolicy, after: AttributionPolicy) => readonly PageChange[],
): void {
  const { before, after, isMoved, differences } = replayDeal(deal);
  const amount = deal.amountMinor ?? 0;
  tally.deals += 1;
  const key = `${before.class} ${after.class}`;
  const flow = tally.flows.get(key) ?? { from: before.class, to: after.class, deals: 0, amountMinor: 0 };
  tally.flows.set(key, { ...flow, deals: flow.deals + 1, amountMinor: flow.amountMinor + amount });
  const { start, label } = quarterOf(deal.createdOn, fiscal);
  const quarter = tally.quarters.get(start) ?? { label, before: noQuarter(), after: noQuarter() };
  tally.quarters.set(start, quarter);
  for (const side of ['before', 'after'] as const) {
    const verdict = side === 'before' ? before : after;
    const paid = pay(deal, verdict, deal[side].page);
    if (side === 'before') tally.payBeforeMinor += paid;
    else tally.payAfterMinor += paid;
    countQuarter(quarter[side], verdict, deal, paid);
    if (verdict.partnerId !== null) {
      const shift = tally.partners.get(verdict.partnerId) ?? { before: noPartner(), after: noPartner() };
      tally.partners.set(verdict.partnerId, shift);
      countPartner(shift[side], verdict, amount, paid);
    }
  }
  if (!isMoved) return;
  tally.movedDeals += 1;
  if (tally.moved.length >= mostListed) return;
  const deciding = decidingChanges(deal, after, changesOf(deal.before.page, deal.after.page));
  for (const { change, isAlone } of deciding) {
    const { sentence } = change;
    const effect = tally.changes.get(sentence) ?? { sentence, alone: 0, together: 0 };
    if (isAlone) effect.alone += 1;
    else effect.together += 1;
    tally.changes.set(sentence, effect);
  }
  const { opportunityId, number, name, createdOn, isWon, amountMinor } = deal;
  const pages = { before: deal.before.page, after: deal.after.page };
  tally.moved.push({
    ...{ opportunityId, number, name, createdOn, isWon, amountMinor, before, after },
    reasons: differences.map((one) => differenceSentence(one, pages)),
    changes: deciding.map(({ change }) => change.sentence),
  });
}

function countQuarter(
  side: MutableSide<QuarterSide>,
  verdict: ReplayedVerdict,
  deal: ReplayedDeal,
  paid: number,
): void {
  side.deals[verdict.class] += 1;
  side.payMinor += paid;
  if (verdict.class !== 'sourced') return;
  side.sourcedMinor += deal.amountMinor ?? 0;
  if (deal.isWon) side.sourcedWonMinor += deal.amountMinor ?? 0;
}

function countPartner(
  side: MutableSide<PartnerSide>,
  verdict: ReplayedVerdict,
  amountMinor: number,
  paid: number,
): void {
  side.deals[verdict.class] += 1;
  side.payMinor += paid;
  if (verdict.class === 'sourced') side.sourcedMinor += amountMinor;
}

function resultOf(tally: Tally): Replay {
  return {
    ...tally,
    moved: [...tally.moved],
    flows: [...tally.flows.values()].toSorted(
      (a, b) => byCreditClass(a.from, b.from) || byCreditClass(a.to, b.to),
    ),
    partners: [...tally.partners].map(([partnerId, shift]) => ({ partnerId, ...shift })).toSorted(byShift),
    quarters: [...tally.quarters]
      .map(([start, shift]) => ({ start, ...shift }))
      .toSorted((a, b) => (a.start < b.start ? -1 : 1)),
    changes: [...tally.changes.values()].toSorted(
      (a, b) => b.alone - a.alone || b.together - a.together || (a.sentence < b.sentence ? -1 : 1),
    ),
  };
}

/** Who gains or loses most comes first: by what it sourced, then by what it is paid, then by deals. */
function byShift(a: PartnerShift, b: PartnerShift): number {
  const sourced = ({ before, after }: PartnerShift) => Math.abs(after.sourcedMinor - before.sourcedMinor);
  const paid = ({ before, after }: PartnerShift) => Math.abs(after.payMinor - before.payMinor);
  const deals = ({ before, after }: PartnerShift) =>
    creditClasses.reduce((sum, one) => sum + Math.abs(after.deals[one] - before.deals[one]), 0);
  return (
    sourced(b) - sourced(a) ||
    paid(b) - paid(a) ||
    deals(b) - deals(a) ||
    (a.partnerId < b.partnerId ? -1 : 1)
  );
}

function noDeals(): Counts {
  return Object.fromEntries(creditClasses.map((one) => [one, 0])) as Counts;
}

function noPartner(): MutableSide<PartnerSide> {
  return { deals: noDeals(), sourcedMinor: 0, payMinor: 0 };
}

function noQuarter(): MutableSide<QuarterSide> {
  return { deals: noDeals(), sourcedMinor: 0, sourcedWonMinor: 0, payMinor: 0 };
}
