import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import {
  checkIn,
  cosellPlan,
  dayEnd,
  dealFacts,
  originAct,
  ruledFacts,
  touch,
} from '#test/harness/arbitrary-deal.ts';
import { classifyCredit } from './classify.ts';
import type { CreditDecision } from './credit.ts';
import { byCreditClass, type CreditClass, creditClasses } from './credit-class.ts';
import type { CreditFacts, OriginAct, Touch } from './facts.ts';
import { defaultAttributionPolicy } from './policy.ts';

const policy = defaultAttributionPolicy('2026-01-01' as LocalDate);
const now = dayEnd(300);
const judge = (facts: CreditFacts) => classifyCredit(facts, policy, now);
const isLower = (a: CreditDecision, b: CreditDecision) => byCreditClass(a.class, b.class) > 0;

/** The same list in another order. */
const reordered = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });

describe('any deal', () => {
  it('has exactly one headline and one credited partner, and at most one partner sourced it', () => {
    fc.assert(
      fc.property(ruledFacts, (facts) => {
        const decision = judge(facts);
        const sources = decision.considered.filter((each) => each.class === 'sourced');
        expect(creditClasses).toContain(decision.class);
        expect(decision.partnerId === null).toBe(decision.class === 'none');
        expect(sources.map((each) => each.partnerId)).toEqual(
          decision.class === 'sourced' ? [decision.partnerId] : [],
        );
        expect(decision.reasons.length).toBeGreaterThan(0);
        if (decision.coSold) expect(['sourced', 'co_sold']).toContain(decision.class);
      }),
    );
  });

  it('has one credit, whatever the order of its facts', () => {
    const pairs = ruledFacts.chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc.record({
          opportunity: fc.constant(facts.opportunity),
          originActs: reordered(facts.originActs),
          touches: reordered(facts.touches),
          cosellPlans: reordered(facts.cosellPlans),
          checkIns: reordered(facts.checkIns),
          vendorContacts: reordered(facts.vendorContacts),
          otherOpportunities: reordered(facts.otherOpportunities),
          rulings: reordered(facts.rulings),
          disputes: reordered(facts.disputes),
        }),
      ),
    );
    fc.assert(
      fc.property(pairs, ([facts, other]) => {
        expect(judge(other)).toEqual(judge(facts));
      }),
    );
  });

  it('leaves the facts that it is decided from as they were', () => {
    fc.assert(
      fc.property(ruledFacts, (facts) => {
        const before = structuredClone(facts);
        judge(facts);
        expect(facts).toEqual(before);
      }),
    );
  });

  it('earns from acts of origin either sourced or nothing', () => {
    fc.assert(
      fc.property(dealFacts, (facts) => {
        const decision = judge({ ...facts, touches: [], cosellPlans: [], checkIns: [] });
        expect(['sourced', 'none']).toContain(decision.class);
      }),
    );
  });

  it('is reached by every class, so that these properties speak of all of them', () => {
    const decisions = fc.sample(dealFacts, { seed: 1, numRuns: 1500 }).map(judge);
    const seen = new Set(decisions.flatMap((each) => [each.class, each.kind]));
    expect([...seen].sort()).toEqual(
      ['assisted', 'co_sold', 'credited', 'influenced', 'needs_panel', 'none', 'sourced'].sort(),
    );
  });
});

describe('amounts by headline', () => {
  it('sum to the total of all deals', () => {
    const deals = fc.array(fc.tuple(dealFacts, fc.integer({ min: 0, max: 1e9 })), { maxLength: 12 });
    fc.assert(
      fc.property(deals, (list) => {
        const byClass = new Map<CreditClass, number>();
        for (const [facts, amount] of list) {
          const headline = judge(facts).class;
          byClass.set(headline, (byClass.get(headline) ?? 0) + amount);
        }
        const columns = creditClasses.reduce((sum, each) => sum + (byClass.get(each) ?? 0), 0);
        expect(columns).toBe(list.reduce((sum, [, amount]) => sum + amount, 0));
      }),
    );
  });
});

describe('more evidence', () => {
  it('for work on the deal never lowers its credit', () => {
    fc.assert(
      fc.property(dealFacts, touch, cosellPlan, checkIn, (facts, another, plan, contact) => {
        const before = judge(facts);
        const more = [
          { ...facts, touches: [...facts.touches, another] },
          { ...facts, cosellPlans: [...facts.cosellPlans, plan] },
          { ...facts, checkIns: [...facts.checkIns, contact] },
        ];
        for (const each of more) expect(isLower(judge(each), before)).toBe(false);
      }),
    );
  });

  it('that completes or confirms an act never lowers a credit, except into a tie that a panel decides (ATT-12)', () => {
    const complete = <Act extends OriginAct | Touch>(act: Act): Act => ({
      ...act,
      partnerPerson: 'Sam',
      evidence: ['mail'],
      confirmation: { by: 'Ida', at: act.recordedAt },
    });
    fc.assert(
      fc.property(dealFacts, (facts) => {
        const completed = {
          ...facts,
          touches: facts.touches.map((each) => ({ ...complete(each), outcome: 'agreed' })),
          originActs: facts.originActs.map(complete),
        };
        const after = judge(completed);
        if (isLower(after, judge(facts))) expect(after.kind).toBe('needs_panel');
      }),
    );
  });

  it('of origin never lowers a credit, except into a tie that a panel decides (ATT-12)', () => {
    fc.assert(
      fc.property(dealFacts, originAct, (facts, act) => {
        const after = judge({ ...facts, originActs: [...facts.originActs, act] });
        if (isLower(after, judge(facts))) expect(after.kind).toBe('needs_panel');
      }),
      { numRuns: 300 },
    );
  });
});
