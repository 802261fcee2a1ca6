import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { dayEnd, dealFacts, ruledFacts } from '#test/harness/arbitrary-deal.ts';
import { classifyCredit } from './classify.ts';
import { type Counterfactual, counterfactualSentence, counterfactuals } from './counterfactual.ts';
import { byCreditClass } from './credit-class.ts';
import type { CreditFacts, OriginAct, Touch } from './facts.ts';
import { knownAt } from './known.ts';
import { defaultAttributionPolicy } from './policy.ts';

const policy = defaultAttributionPolicy('2026-01-01' as LocalDate);
const day = fc.integer({ min: 0, max: 200 }).map(dayEnd);
const ofAct = new Set([
  'moved_earlier',
  'moved_later',
  'recorded_earlier',
  'approved_earlier',
  'valid_longer',
]);
const told = ['completed', 'confirmed', 'without_contact', 'without_open_deal', 'rests_on', 'without_ruling'];

/** The facts changed by hand as the possibility says, without the code that found it; null if it says more than that. */
function changedBy({ code, params: p }: Counterfactual, facts: CreditFacts): CreditFacts | null {
  if (p.rival !== undefined || (!ofAct.has(code) && !told.includes(code))) return null;
  if (code === 'without_ruling')
    return { ...facts, rulings: facts.rulings.filter(({ id }) => id !== p.fact) };
  if (code === 'rests_on') {
    return {
      ...facts,
      originActs: facts.originActs.filter(({ id }) => id !== p.fact),
      touches: facts.touches.filter(({ id }) => id !== p.fact),
      cosellPlans: facts.cosellPlans.filter(({ id }) => id !== p.fact),
    };
  }
  const change = <Act extends OriginAct | Touch>(act: Act): Act => {
    if (act.id !== p.fact) return act;
    return {
      ...act,
      ...(p.movedOn ? { occurredOn: p.movedOn } : {}),
      ...(p.recordedBy ? { recordedOn: p.recordedBy } : {}),
      ...(p.approvedBy ? { approvedOn: p.approvedBy } : {}),
      ...(p.validUntil ? { expiresOn: p.validUntil } : {}),
      ...(p.confirm ? { confirmation: { by: 'Noor', at: act.recordedAt } } : {}),
      ...(p.lacking
        ? { partnerPerson: act.partnerPerson ?? 'Lea', evidence: [...act.evidence, 'notes'] }
        : {}),
      ...(p.lacking && 'role' in act
        ? { outcome: act.outcome ?? 'agreed', internalOwner: act.internalOwner ?? 'Ida' }
        : {}),
    };
  };
  return {
    ...facts,
    originActs: facts.originActs.map(change),
    touches: facts.touches.map(change),
    vendorContacts:
      p.contacts === undefined
        ? facts.vendorContacts
        : facts.vendorContacts.filter(
            ({ occurredOn }) => occurredOn < `${p.quietFrom}` || occurredOn >= `${p.movedOn ?? p.on}`,
          ),
    otherOpportunities:
      p.openDeals === undefined
        ? facts.otherOpportunities
        : facts.otherOpportunities.filter(
            ({ closedOn }) => closedOn !== null && closedOn < `${p.movedOn ?? p.on}`,
          ),
  };
}

describe('what would have changed the answer', () => {
  it('is what the rules give for the facts so changed', () => {
    let checked = 0;
    fc.assert(
      fc.property(ruledFacts, day, (facts, now) => {
        for (const one of counterfactuals(facts, policy, now)) {
          const changed = changedBy(one, knownAt(facts, now));
          if (changed === null) continue;
          const decision = classifyCredit(changed, policy, now);
          expect([one, decision.class, decision.partnerId]).toEqual([one, one.class, one.partnerId]);
          checked += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(checked).toBeGreaterThan(100);
  });

  it('never lowers the partner that it names, save where it takes away what the credit rests on', () => {
    fc.assert(
      fc.property(ruledFacts, day, (facts, now) => {
        const present = classifyCredit(facts, policy, now);
        for (const one of counterfactuals(facts, policy, now)) {
          const isOther = one.class !== present.class || one.partnerId !== present.partnerId;
          expect(isOther).toBe(true);
          if (one.code === 'rests_on') continue;
          const held =
            present.considered.find(({ partnerId }) => partnerId === one.partnerId)?.class ?? 'none';
          expect(byCreditClass(one.class, held)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is told at most ten times, the highest class first, in whole sentences, whatever the order of the facts', () => {
    fc.assert(
      fc.property(ruledFacts, day, (facts, now) => {
        const all = counterfactuals(facts, policy, now);
        expect(all.length).toBeLessThanOrEqual(10);
        const raising = all.filter(({ code }) => code !== 'rests_on').map((one) => one.class);
        expect(raising).toEqual(raising.toSorted(byCreditClass));
        for (const one of all) {
          for (const language of ['en', 'de'] as const) {
            const sentence = counterfactualSentence(one, (id) => `Partner ${id}`, language);
            expect(sentence).toMatch(/^[A-Z][^!]*\.$/);
            expect(sentence).not.toMatch(/undefined|null|NaN|\[object|, ,|,,| {2}/);
          }
        }
        const turned: CreditFacts = {
          ...facts,
          originActs: facts.originActs.toReversed(),
          touches: facts.touches.toReversed(),
          cosellPlans: facts.cosellPlans.toReversed(),
          vendorContacts: facts.vendorContacts.toReversed(),
        };
        expect(counterfactuals(turned, policy, now)).toEqual(all);
      }),
    );
  });

  it('speaks of every kind of change, so that these properties do', () => {
    const all = fc
      .sample(fc.tuple(dealFacts, day), { seed: 7, numRuns: 1500 })
      .flatMap(([facts, now]) => counterfactuals(facts, policy, now));
    const seen = new Set(all.map(({ code }) => code));
    for (const code of [
      ...ofAct,
      'completed',
      'confirmed',
      'without_contact',
      'with_plan',
      'with_events',
      'met_first',
    ])
      expect([...seen]).toContain(code);
  });
});
