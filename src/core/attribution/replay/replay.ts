/**
 * What past deals would have been under another page: every deal is decided twice from the same facts, by the page
 * that was in force for it and by the one in question, as of the end of the time that is replayed.
 *
 * Handbook: docs/handbook/replay.md
 */

import type { LocalDate, Moment } from '#core/calendar.ts';
import type { OpportunityId, PartnerId } from '#core/ids.ts';
import { classifyCredit } from '../classify.ts';
import { byCreditClass, type CreditClass, creditClasses } from '../credit-class.ts';
import type { CreditFacts } from '../facts.ts';
import type { AttributionPolicy } from '../policy.ts';
import type { CreditReason } from '../reasons.ts';

/** A deal with what is known of it, and its amount in one currency; null where that is not known. */
export type ReplayedDeal = {
  readonly opportunityId: OpportunityId;
  readonly number: number;
  readonly name: string;
  readonly createdOn: LocalDate;
  readonly isWon: boolean;
  readonly amountMinor: number | null;
  readonly facts: CreditFacts;
  /** The page that judges it today. */
  readonly before: AttributionPolicy;
};

export type ReplayedVerdict = {
  readonly class: CreditClass;
  readonly partnerId: PartnerId | null;
  readonly coSold: boolean;
};

/** A deal whose credit is another, and the tests that came out differently. */
export type MovedDeal = {
  readonly opportunityId: OpportunityId;
  readonly number: number;
  readonly name: string;
  readonly createdOn: LocalDate;
  readonly isWon: boolean;
  readonly amountMinor: number | null;
  readonly before: ReplayedVerdict;
  readonly after: ReplayedVerdict;
  readonly reasons: readonly CreditReason[];
};

/** What is paid for a deal by its verdict; the caller knows the rates. */
export type Pay = (deal: ReplayedDeal, verdict: ReplayedVerdict, policy: AttributionPolicy) => number;

export type Replay = {
  readonly deals: number;
  readonly moved: readonly MovedDeal[];
  /** Deals and amounts from each class to each. */
  readonly flows: readonly Flow[];
  readonly partners: readonly PartnerShift[];
  readonly payBeforeMinor: number;
  readonly payAfterMinor: number;
};

export type Flow = {
  readonly from: CreditClass;
  readonly to: CreditClass;
  readonly deals: number;
  readonly amountMinor: number;
};

/** What a partner is credited with before and after: deals by class, and the amount of those that it sourced. */
export type PartnerShift = {
  readonly partnerId: PartnerId;
  readonly before: Readonly<Record<CreditClass, number>>;
  readonly after: Readonly<Record<CreditClass, number>>;
  readonly sourcedMinorBefore: number;
  readonly sourcedMinorAfter: number;
};

type Tally = {
  deals: number;
  moved: MovedDeal[];
  flows: Map<string, { from: CreditClass; to: CreditClass; deals: number; amountMinor: number }>;
  partners: Map<PartnerId, { -readonly [Key in keyof PartnerShift]: PartnerShift[Key] }>;
  payBeforeMinor: number;
  payAfterMinor: number;
};

/** Collects deals batch by batch; `result` is what has been collected so far. */
export function startReplay(after: AttributionPolicy, now: Moment, pay: Pay) {
  const tally: Tally = {
    deals: 0,
    moved: [],
    flows: new Map(),
    partners: new Map(),
    payBeforeMinor: 0,
    payAfterMinor: 0,
  };
  return {
    add: (deals: readonly ReplayedDeal[]): void => {
      for (const deal of deals) addDeal(tally, deal, after, now, pay);
    },
    result: (): Replay => ({
      ...tally,
      flows: [...tally.flows.values()].toSorted(
        (a, b) => byCreditClass(a.from, b.from) || byCreditClass(a.to, b.to),
      ),
      partners: [...tally.partners.values()].toSorted(
        (a, b) =>
          Math.abs(b.sourcedMinorAfter - b.sourcedMinorBefore) -
            Math.abs(a.sourcedMinorAfter - a.sourcedMinorBefore) || (a.partnerId < b.partnerId ? -1 : 1),
      ),
    }),
  };
}

function addDeal(tally: Tally, deal: ReplayedDeal, page: AttributionPolicy, now: Moment, pay: Pay): void {
  const one = classifyCredit(deal.facts, deal.before, now);
  const other = classifyCredit(deal.facts, page, now);
  const before = { class: one.class, partnerId: one.partnerId, coSold: one.coSold };
  const after = { class: other.class, partnerId: other.partnerId, coSold: other.coSold };
  tally.deals += 1;
  tally.payBeforeMinor += pay(deal, before, deal.before);
  tally.payAfterMinor += pay(deal, after, page);
  const key = `${before.class} ${after.class}`;
  const flow = tally.flows.get(key) ?? { from: before.class, to: after.class, deals: 0, amountMinor: 0 };
  flow.deals += 1;
  flow.amountMinor += deal.amountMinor ?? 0;
  tally.flows.set(key, flow);
  count(tally, before, 'before', deal.amountMinor ?? 0);
  count(tally, after, 'after', deal.amountMinor ?? 0);
  const isSame =
    before.class === after.class && before.partnerId === after.partnerId && before.coSold === after.coSold;
  if (isSame) return;
  const known = new Set(one.considered.flatMap((each) => each.reasons.map(said)));
  const reasons = other.considered
    .flatMap((each) => each.reasons)
    .filter((reason) => !known.has(said(reason)));
  const { opportunityId, number, name, createdOn, isWon, amountMinor } = deal;
  tally.moved.push({ opportunityId, number, name, createdOn, isWon, amountMinor, before, after, reasons });
}

function said(reason: CreditReason): string {
  return `${reason.code} ${String(reason.params.fact ?? '')}`;
}

function count(tally: Tally, verdict: ReplayedVerdict, side: 'before' | 'after', amountMinor: number): void {
  if (verdict.partnerId === null) return;
  const shift = tally.partners.get(verdict.partnerId) ?? {
    partnerId: verdict.partnerId,
    before: noDeals(),
    after: noDeals(),
    sourcedMinorBefore: 0,
    sourcedMinorAfter: 0,
  };
  shift[side] = { ...shift[side], [verdict.class]: shift[side][verdict.class] + 1 };
  if (verdict.class === 'sourced') {
    if (side === 'before') shift.sourcedMinorBefore += amountMinor;
    else shift.sourcedMinorAfter += amountMinor;
  }
  tally.partners.set(verdict.partnerId, shift);
}

function noDeals(): Record<CreditClass, number> {
  return Object.fromEntries(creditClasses.map((one) => [one, 0])) as Record<CreditClass, number>;
}
