/**
 * What a credit pays: the lines that a won deal is due by the signed page, and the lines that have to be written so
 * that what stands is what is due. A line is never changed: it is taken back by another one (IN-1 to IN-4, IN-11).
 *
 * Handbook: docs/handbook/incentive.md
 */

import type { CreditClass } from '#core/attribution/credit-class.ts';
import type { PartnerId } from '#core/ids.ts';

export const payingClasses = ['sourced', 'co_sold', 'influenced'] as const satisfies readonly CreditClass[];
export type PayingClass = (typeof payingClasses)[number];

/** What the signed pages say about pay. Amounts are minor units of the organization's currency; null: not chosen. */
export type PayRules = {
  /** The version of the attribution page. While it lacks a signature nothing is paid (ATT-1). */
  readonly policyVersion: number;
  readonly isDraft: boolean;
  /** The commission of the partner's archetype, from the archetypes page; null: none is agreed. */
  readonly sourcedShare: number | null;
  /** A flat amount for an origin, where the page gives the archetype one in place of a commission. */
  readonly sourcedMinor: number | null;
  readonly coSoldMinor: number | null;
  readonly influencedMinor: number | null;
};

/** A deal as far as it pays: won, with its amount at the close in the organization's currency. */
export type PaidDeal = {
  readonly isWon: boolean;
  readonly amountMinor: number | null;
  readonly class: CreditClass;
  readonly partnerId: PartnerId | null;
  readonly coSold: boolean;
};

/** One line that is due: a share of the amount, or a flat amount. */
export type PayLine = {
  readonly class: PayingClass;
  readonly partnerId: PartnerId;
  readonly rule: 'IN-2' | 'IN-3' | 'IN-4';
  readonly policyVersion: number;
  readonly amountMinor: number;
} & (
  | { readonly basis: 'share'; readonly baseMinor: number; readonly share: number }
  | { readonly basis: 'flat'; readonly baseMinor: null; readonly share: null }
);

/**
 * The lines that the deal is due. Sourced pays the archetype's share of the amount, or a flat one (IN-2); joint selling a flat amount
 * to the partner's rep, also on a deal that was sourced (IN-4, 5.2); influence a flat amount (IN-3). A class whose
 * amount nobody has chosen pays nothing. Co-sold and influenced never pay a share.
 */
export function payFor(deal: PaidDeal, rules: PayRules): PayLine[] {
  const { partnerId, amountMinor } = deal;
  if (!deal.isWon || partnerId === null || rules.isDraft) return [];
  const { policyVersion } = rules;
  const flat = (creditClass: PayingClass, rule: PayLine['rule'], amount: number | null): PayLine[] =>
    amount === null || amount === 0
      ? []
      : [
          {
            class: creditClass,
            ...{ partnerId, rule, policyVersion, amountMinor: amount },
            ...{ basis: 'flat', baseMinor: null, share: null },
          },
        ];
  const lines: PayLine[] = [];
  if (
    deal.class === 'sourced' &&
    amountMinor !== null &&
    rules.sourcedShare !== null &&
    rules.sourcedShare > 0
  ) {
    lines.push({
      class: 'sourced',
      ...{ partnerId, rule: 'IN-2', policyVersion, amountMinor: shareOf(amountMinor, rules.sourcedShare) },
      ...{ basis: 'share', baseMinor: amountMinor, share: rules.sourcedShare },
    });
  }
  if (deal.class === 'sourced' && rules.sourcedShare === null) {
    lines.push(...flat('sourced', 'IN-2', rules.sourcedMinor));
  }
  if (deal.class === 'co_sold' || (deal.class === 'sourced' && deal.coSold)) {
    lines.push(...flat('co_sold', 'IN-4', rules.coSoldMinor));
  }
  if (deal.class === 'influenced') lines.push(...flat('influenced', 'IN-3', rules.influencedMinor));
  return lines;
}

/** A share of an amount, to the nearest minor unit, halves away from zero. Exact: a share has at most six decimals. */
export function shareOf(amountMinor: number, share: number): number {
  const millionths = BigInt(Math.round(share * 1_000_000));
  const product = BigInt(amountMinor) * millionths;
  const half = product < 0n ? -500_000n : 500_000n;
  return Number((product + half) / 1_000_000n);
}

/** A line that was written before and has not been taken back. */
export type StandingLine = PayLine & { readonly id: string };

/** What has to be written: which standing lines are taken back, and which are new. */
export type LinesDue = { readonly reverse: readonly StandingLine[]; readonly add: readonly PayLine[] };

/**
 * Compares what stands with what is due. The same line stays; one that is due no more, or otherwise, is taken back and
 * written anew. Doing it twice does nothing the second time.
 */
export function linesDue(standing: readonly StandingLine[], due: readonly PayLine[]): LinesDue {
  const isSame = (a: PayLine, b: PayLine) =>
    a.class === b.class &&
    a.partnerId === b.partnerId &&
    a.rule === b.rule &&
    a.amountMinor === b.amountMinor &&
    a.baseMinor === b.baseMinor &&
    a.share === b.share;
  return {
    reverse: standing.filter((line) => !due.some((one) => isSame(one, line))),
    add: due.filter((one) => !standing.some((line) => isSame(line, one))),
  };
}
