/**
 * What a restatement says, in one sentence.
 *
 * Handbook: docs/handbook/closed-quarters.md
 */

import type { CreditClass } from '../credit-class.ts';
import type { Absence, Counted } from './counted.ts';
import { restatementOf } from './restate.ts';

const classWords = {
  sourced: 'sourced',
  co_sold: 'co-sold',
  influenced: 'influenced',
  assisted: 'assisted',
  none: 'no partner credit',
} as const satisfies Record<CreditClass, string>;

const absenceWords = {
  merged: 'its source merged it into another deal',
  deleted: 'its source deleted it',
  undone: 'the import that brought it was undone',
  reopened: 'it is open again',
  lost: 'it is lost',
  other_quarter: 'its date moved to another quarter',
  no_credit: 'no partner has credit for it any more',
} as const satisfies Record<Absence, string>;

/** The sentence of a restatement: what it was booked as, and what it would be now. `money` writes an amount. */
export function restatementSentence(
  before: Counted,
  after: Counted,
  absence: Absence | null,
  words: {
    readonly nameOf: (partnerId: string) => string;
    readonly money: (minor: number | null) => string;
  },
): string {
  const { changes } = restatementOf(before, after, absence);
  const said = (one: Counted): string => {
    const who = one.partnerId === null ? '' : ` by ${words.nameOf(one.partnerId)}`;
    return `${classWords[one.class]}${who}, ${words.money(one.amountMinor)}`;
  };
  if (changes.includes('appears')) return `Was not in the figure. It would count as ${said(after)}.`;
  if (changes.includes('gone')) {
    const why = absence === null ? 'it no longer counts' : absenceWords[absence];
    return `Booked as ${said(before)}. It would leave the figure: ${why}.`;
  }
  if (changes.length === 1 && changes[0] === 'amount') {
    return `Booked at ${words.money(before.amountMinor)}. It would be ${words.money(after.amountMinor)}.`;
  }
  if (changes.length === 1 && changes[0] === 'co_sold') {
    return after.coSold ? 'It would be co-sold as well.' : 'It would not be co-sold any more.';
  }
  return `Booked as ${said(before)}. It would be ${said(after)}.`;
}
