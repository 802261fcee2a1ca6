import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { dayEnd, dealFacts } from '#test/harness/arbitrary-deal.ts';
import { classifyCredit } from './classify.ts';
import type { CreditFacts, OriginAct, Touch } from './facts.ts';
import { defaultAttributionPolicy } from './policy.ts';

const policy = defaultAttributionPolicy('2026-01-01' as LocalDate);
const moments = fc.integer({ min: 0, max: 300 }).map(dayEnd);

/** A claim of a partner at any point of its life: waiting, confirmed, refused, withdrawn, in whatever order. */
const answer = fc.record({
  confirmedAt: fc.option(moments, { nil: null }),
  refusedAt: fc.option(moments, { nil: null }),
  withdrawnAt: fc.option(moments, { nil: null }),
});

type Answer = {
  confirmedAt: { at: number } | null;
  refusedAt: { at: number } | null;
  withdrawnAt: { at: number } | null;
};
const answered = ({ confirmedAt, refusedAt }: Answer) => ({
  side: 'partner' as const,
  confirmation: confirmedAt === null ? null : { by: 'Dana', at: confirmedAt.at },
  refusedAt: refusedAt?.at ?? null,
});

/** The same deal, with every act of it claimed by a partner and answered at random. */
const claimedDeals = fc
  .tuple(dealFacts, fc.array(answer, { minLength: 40, maxLength: 40 }))
  .map(([facts, answers]): CreditFacts => {
    const given = (index: number): Answer => answers[index % answers.length] as Answer;
    return {
      ...facts,
      touches: facts.touches.map(
        (touch, index): Touch => ({
          ...touch,
          ...answered(given(index)),
          withdrawnAt: given(index).withdrawnAt?.at ?? null,
        }),
      ),
      originActs: facts.originActs.map(
        (act, index): OriginAct => ({ ...act, ...answered(given(index + 20)) }),
      ),
    };
  });

describe('whatever order claims, confirmations and withdrawals come in', () => {
  it('nothing counts that nobody of ours has confirmed by then, or that was withdrawn', () => {
    fc.assert(
      fc.property(claimedDeals, moments, (facts, now) => {
        const acts = new Map([...facts.touches, ...facts.originActs].map((act) => [act.id as string, act]));
        const decision = classifyCredit(facts, policy, now);
        for (const standing of decision.considered) {
          for (const id of standing.evidence) {
            const act = acts.get(id);
            if (act === undefined) continue;
            expect(act.confirmation !== null && act.confirmation.at <= now.at, id).toBe(true);
            if ('withdrawnAt' in act)
              expect(act.withdrawnAt === null || act.withdrawnAt > now.at, id).toBe(true);
          }
        }
      }),
    );
  });

  it('a deal on which nothing is confirmed has no credit', () => {
    fc.assert(
      fc.property(claimedDeals, moments, (facts, now) => {
        const decision = classifyCredit(
          {
            ...facts,
            touches: facts.touches.map((touch) => ({ ...touch, confirmation: null })),
            originActs: facts.originActs.map((act) => ({ ...act, confirmation: null })),
            rulings: [],
          },
          policy,
          now,
        );
        expect([decision.class, decision.partnerId]).toEqual(['none', null]);
      }),
    );
  });
});
