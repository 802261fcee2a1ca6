import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type LocalDate, quarterOf } from '#core/calendar.ts';
import type { CreditClass } from '../credit-class.ts';
import { type Absence, type Counted, notCounted, presenceIn, type QuarterDeal } from './counted.ts';
import { closeRefusal, decideClose } from './decide-close.ts';
import { type Decision, type Restated, restate, standingOf } from './restate.ts';
import { restatementSentence } from './restatement-words.ts';

/** Class, partner and amount; null is a deal that does not count. */
type Short = readonly [CreditClass, string, number] | null;

type Vectors = {
  closing: { says: string; quarter: LocalDate; today: LocalDate; closed: LocalDate[]; outcome: string }[];
  deals: {
    says: string;
    measure: 'pipeline' | 'closed_won';
    deal: Omit<QuarterDeal, 'opportunityId' | 'credit'> & { class: CreditClass };
    amountMinor: number | null;
    absence: Absence | null;
  }[];
  restatements: {
    says: string;
    booked: Short;
    before: { now: Short; decision: Decision | null }[];
    now: Short;
    absence?: Absence;
    outcome: 'agrees' | 'said' | 'raise';
    changes?: string[];
    deltaMinor?: number;
    sentence?: string;
  }[];
};

const file = new URL('../../../../test/vectors/closed-quarters.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;
const calendar = { yearStartMonth: 1 };
const first = quarterOf('2026-01-01' as LocalDate, calendar);

const count = (short: Short): Counted =>
  short === null
    ? notCounted
    : { class: short[0], partnerId: short[1], coSold: false, amountMinor: short[2] };

/** The restatements of a deal one after another, each from what the deal stood at. */
function chain(booked: Counted | null, before: Vectors['restatements'][number]['before']): Restated[] {
  const restated: Restated[] = [];
  for (const { now, decision } of before) {
    restated.push({ before: standingOf(booked, restated), after: count(now), decision });
  }
  return restated;
}

describe('closing a quarter', () => {
  it.each(vectors.closing)('$says', ({ quarter, today, closed, outcome }) => {
    const decision = decideClose(quarterOf(quarter, calendar), closed, today, calendar);
    expect(decision.kind).toBe(outcome);
    expect(closeRefusal(decision) === null).toBe(outcome === 'may_close');
  });

  it('names the first quarter that is still open', () => {
    const third = quarterOf('2026-10-01' as LocalDate, calendar);
    const decision = decideClose(third, [first.start], '2027-01-05' as LocalDate, calendar);
    expect(closeRefusal(decision)).toBe('Close Q2 2026 first: quarters are closed in their order.');
  });
});

describe('a deal in a quarter', () => {
  it.each(vectors.deals)('$says', ({ measure, deal, amountMinor, absence }) => {
    const { class: creditClass, ...rest } = deal;
    const partnerId = creditClass === 'none' ? null : 'north';
    const credit = { class: creditClass, partnerId, coSold: false };
    const presence = presenceIn({ ...rest, opportunityId: 'd1', credit }, first, measure);
    expect(presence.absence).toBe(absence);
    expect(presence.counted.amountMinor).toBe(amountMinor);
    expect(presence.counted.class).toBe(absence === null ? creditClass : 'none');
  });
});

describe('a later fact about a booked deal', () => {
  it.each(vectors.restatements)('$says', (one) => {
    const booked = one.booked && count(one.booked);
    const outcome = restate(booked, chain(booked, one.before), {
      counted: count(one.now),
      absence: one.absence ?? null,
    });
    expect(outcome.kind).toBe(one.outcome);
    if (outcome.kind !== 'raise') return;
    const { before, after, absence, changes, deltaMinor } = outcome.restatement;
    expect({ changes, deltaMinor }).toEqual({ changes: one.changes, deltaMinor: one.deltaMinor });
    const words = { nameOf: (id: string) => id, money: (minor: number | null) => String(minor) };
    expect(restatementSentence(before, after, absence, words)).toBe(one.sentence);
  });
});
