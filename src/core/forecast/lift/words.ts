/**
 * What the screens say about a lift. The word is "associated"; the number of deals on both sides and the interval
 * stand in the same sentence as the figure.
 *
 * Handbook: docs/handbook/lift.md
 */

import type { CycleAnswer, SizeAnswer, WinAnswer } from './answers.ts';
import type { TraitName } from './coarsen.ts';
import type { Exposure } from './deal.ts';
import type { Lack, Step } from './ladder.ts';
import type { Ratio } from './risk-ratio.ts';

export const exposureWords = {
  sourced: {
    name: 'Sourced by a partner',
    partner: 'deals that a partner sourced',
    direct: 'deals that no partner sourced',
    who: 'Who sourced a deal is known when it is created, so both sides are watched from that day.',
    teach:
      'A deal is sourced once an introduction or a registration of a partner passes the tests of the attribution page. Record introductions when they happen: on the page of the deal, or of the account before there is one.',
  },
  coSold: {
    name: 'Sold together',
    partner: 'deals with a co-sell plan by the landmark',
    direct: 'deals without a partner by the landmark',
    who: 'Only a plan that was active by the landmark counts, and only deals that were still open then.',
    teach:
      'A deal is here once a co-sell plan of both sides is active on it, early enough. A plan that is written down when the deal is nearly won tells nothing of what it did.',
  },
  influenced: {
    name: 'Worked on by a partner',
    partner: 'deals that a partner had worked on by the landmark',
    direct: 'deals without a partner by the landmark',
    who: 'Only a confirmed act by the landmark counts, and only deals that were still open then.',
    teach:
      'A deal is here once a confirmed act of a partner happened on it and was written down, early enough. Acts that are written down after the win would count wins only.',
  },
} as const satisfies Record<Exposure, Record<'name' | 'partner' | 'direct' | 'who' | 'teach', string>>;

export const stepWords = {
  hidden: { name: 'Not shown yet', meaning: 'Too few partner deals have matured to show any figure.' },
  crude: {
    name: 'Own rate only',
    meaning: 'Enough to show the partner deals themselves, too few to compare.',
  },
  indicative: {
    name: 'Indicative',
    meaning: 'A comparison with an 80 % interval. It may well turn out otherwise.',
  },
  adjusted: {
    name: 'Adjusted association',
    meaning: 'A comparison of like with like, with a 95 % interval.',
  },
} as const satisfies Record<Step, { name: string; meaning: string }>;

export const traitWords = {
  customer: 'new or existing customer',
  segment: 'segment',
  amountMinor: 'amount at the start',
  country: 'country',
  product: 'product',
  quarter: 'quarter of creation',
  stage: 'first stage',
} as const satisfies Record<TraitName, string>;

/** What keeps a figure from its next step, and how much of it there is. */
export function lackSentence(lack: Lack, question: 'win' | 'cycle' | 'size' = 'win'): string {
  const { has, needs } = lack;
  switch (lack.code) {
    case 'partnerDeals':
      return `${has} of ${needs} partner deals ${question === 'size' ? 'are won with a known amount' : 'have matured'}.`;
    case 'partnerWins':
      return `${has} of ${needs} partner deals are won.`;
    case 'directWins':
      return `${has} of ${needs} other deals are won.`;
    case 'kept':
      return `${percent(has)} of the partner deals have a comparable deal; ${percent(needs)} are needed.`;
    case 'traits':
      return 'Nothing that tells deals apart is known of how they began, so nothing is adjusted for.';
    case 'balance':
      return `The two sides still differ by ${has.toFixed(2)} standard deviations in one trait; below ${needs} is needed.`;
  }
}

/** How the reader writes numbers of deals and days. */
type Count = (value: number) => string;

/** Do partner deals win more often? */
export function winSentence(
  answer: WinAnswer,
  exposure: Exposure,
  days: number,
  count: Count = String,
): string {
  const words = exposureWords[exposure];
  const { partner, adjusted } = answer;
  if (answer.step === 'hidden' || partner === null) return hiddenSentence(answer);
  const own = `Of ${count(partner.deals)} ${words.partner}, ${count(partner.won)} ${partner.won === 1 ? 'was' : 'were'} won within ${days} days: ${percent(partner.value)}`;
  if (answer.step === 'crude') {
    return `${own} (95 % interval ${percent(partner.low)} to ${percent(partner.high)}). Too few to compare.`;
  }
  if (adjusted === null) return `${own}. No deals like them stand on the other side, so nothing is compared.`;
  return `${capital(words.partner)} are associated with ${times(adjusted)} as many wins as comparable ${words.direct} (${around(answer, adjusted, count)}).`;
}

/** Do they win sooner? */
export function cycleSentence(answer: CycleAnswer, exposure: Exposure, count: Count = String): string {
  const words = exposureWords[exposure];
  const { adjusted, partner, horizon } = answer;
  if (answer.step === 'hidden' || partner === null) return hiddenSentence(answer);
  if (answer.step === 'crude') {
    const from = exposure === 'sourced' ? 'their creation' : 'the landmark';
    const own = `the ${count(answer.partnerDeals)} ${words.partner}`;
    return partner.toClose === null
      ? `${count(horizon)} days after ${from} half of ${own} had not closed. Too few to compare.`
      : `${count(partner.toClose)} days after ${from} half of ${own} had closed, won or lost. Too few to compare.`;
  }
  if (adjusted === null)
    return `No deals like the ${words.partner} stand on the other side, so nothing is compared.`;
  const by = Math.abs(adjusted.value);
  const way = adjusted.value <= 0 ? 'fewer' : 'more';
  const [low, high] = [signed(adjusted.low), signed(adjusted.high)];
  return `${capital(words.partner)} are associated with ${days(by)} ${way} without a win, out of ${horizon}, than comparable ${words.direct} (${answer.coverage} % interval ${low} to ${high}; ${sizes(answer, count)}).`;
}

/** Are they larger? `money`: a figure of minor units as the reader writes it. */
export function sizeSentence(
  answer: SizeAnswer,
  exposure: Exposure,
  money: Count,
  count: Count = String,
): string {
  const words = exposureWords[exposure];
  const { adjusted, partnerMinor } = answer;
  if (answer.step === 'hidden' || partnerMinor === null) {
    const lack = answer.lacks[0];
    return `${answer.partnerDeals} of ${lack?.needs ?? answer.partnerDeals} partner deals are won with a known amount.`;
  }
  const own = `The ${count(answer.partnerDeals)} won among the ${words.partner} are typically ${money(Math.round(partnerMinor))}`;
  if (answer.step === 'crude') return `${own} (geometric mean). Too few to compare.`;
  if (adjusted === null)
    return `${own}. No won deals like them stand on the other side, so nothing is compared.`;
  return `Won ${words.partner} are associated with ${times(adjusted)} the amount of comparable won ${words.direct} (${around(answer, adjusted, count)}).`;
}

/** Whether both ways of adjusting agree; null where there are not two. */
export function robustSentence(answer: WinAnswer): string | null {
  const { adjusted, check, isRobust } = answer;
  if (adjusted === null || !check?.ratio || isRobust === null) return null;
  const both = `Comparing within groups finds ${adjusted.value.toFixed(2)} times, a regression ${check.ratio.value.toFixed(2)} times`;
  return isRobust
    ? `${both}: they agree.`
    : `Not robust. ${both}: they differ too much for either to be leant on.`;
}

/** What nobody measured would have to be like to explain the figure; null without a figure. */
export function unmeasuredSentence(answer: WinAnswer): string | null {
  if (answer.eValue === null) return null;
  const { value, ofInterval } = answer.eValue;
  if (ofInterval === 1) {
    return 'The interval holds 1: nothing hidden is needed to explain the figure, chance does.';
  }
  return `Something that is not in the data would have to make both a partner and a win ${value.toFixed(2)} times as likely to explain the figure alone, and ${ofInterval.toFixed(2)} times to take the interval to 1.`;
}

function hiddenSentence(answer: { readonly partnerDeals: number; readonly lacks: readonly Lack[] }): string {
  const lack = answer.lacks[0];
  return lack ? lackSentence(lack) : `${answer.partnerDeals} partner deals have matured.`;
}

function around(
  answer: { readonly coverage: number; readonly partnerDeals: number; readonly directDeals: number },
  ratio: Ratio,
  count: Count,
): string {
  return `${answer.coverage} % interval ${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)}; ${sizes(answer, count)}`;
}

function sizes(
  answer: { readonly partnerDeals: number; readonly directDeals: number },
  count: Count,
): string {
  return `${count(answer.partnerDeals)} partner deals against ${count(answer.directDeals)} others`;
}

function times(ratio: Ratio): string {
  return `${ratio.value.toFixed(2)} times`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;
}

function days(count: number): string {
  const rounded = count.toFixed(count < 10 ? 1 : 0);
  return `${rounded} days`;
}

function signed(value: number): string {
  const rounded = value.toFixed(Math.abs(value) < 10 ? 1 : 0);
  return value > 0 ? `+${rounded}` : rounded.replace('-', '−');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
