import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate, Moment } from '#core/calendar.ts';
import { dayEnd, originAct, ruledFacts, ruling, touch } from '#test/harness/arbitrary-deal.ts';
import { classifyCredit } from './classify.ts';
import type { CreditFacts } from './facts.ts';
import { lockDate } from './origin.ts';
import { defaultAttributionPolicy } from './policy.ts';

const policy = defaultAttributionPolicy('2026-01-01' as LocalDate);
const decide = (facts: CreditFacts, now: Moment) => classifyCredit(facts, policy, now);
const day = fc.integer({ min: 0, max: 200 }).map(dayEnd);
const weeks = Array.from({ length: 30 }, (_, week) => dayEnd(week * 7));

/** The tables as they stood at a moment: rows that had been written, and only the answers that had been given. */
function written(facts: CreditFacts, { at, on }: Moment): CreditFacts {
  const given = (when: number | null) => (when !== null && when > at ? null : when);
  const reached = (when: LocalDate | null) => (when !== null && when > on ? null : when);
  const { opportunity: deal } = facts;
  return {
    ...facts,
    opportunity: {
      ...deal,
      qualifiedOn: reached(deal.qualifiedOn),
      enteredS4On: reached(deal.enteredS4On),
      closedOn: reached(deal.closedOn),
      ended: deal.ended !== null && deal.ended.at > at ? null : deal.ended,
    },
    originActs: facts.originActs
      .filter((act) => act.recordedAt <= at)
      .map((act) => ({
        ...act,
        confirmation: act.confirmation !== null && act.confirmation.at > at ? null : act.confirmation,
        refusedAt: given(act.refusedAt),
        voidSignatures: act.voidSignatures.filter((one) => one.at <= at),
      })),
    touches: facts.touches
      .filter((act) => act.recordedAt <= at)
      .map((act) => ({
        ...act,
        confirmation: act.confirmation !== null && act.confirmation.at > at ? null : act.confirmation,
        refusedAt: given(act.refusedAt),
        withdrawnAt: given(act.withdrawnAt),
      })),
    cosellPlans: facts.cosellPlans
      .filter((plan) => plan.recordedAt <= at)
      .map((plan) => ({
        ...plan,
        lapsedOn: plan.lapseRecordedAt !== null && plan.lapseRecordedAt > at ? null : plan.lapsedOn,
        lapseRecordedAt: given(plan.lapseRecordedAt),
        withdrawnAt: given(plan.withdrawnAt),
      })),
    checkIns: facts.checkIns
      .filter((one) => one.recordedAt <= at)
      .map((one) => ({ ...one, withdrawnAt: given(one.withdrawnAt) })),
    vendorContacts: facts.vendorContacts
      .filter((one) => one.recordedAt <= at)
      .map((one) => ({ ...one, withdrawnAt: given(one.withdrawnAt) })),
    rulings: facts.rulings.filter((one) => one.ruledAt <= at),
    disputes: facts.disputes
      .filter((one) => one.openedAt <= at)
      .map((one) => ({ ...one, closedAt: given(one.closedAt) })),
  };
}

describe('the life of any deal', () => {
  it('replayed from all its facts gives, week by week, what was decided with the tables as they stood then', () => {
    fc.assert(
      fc.property(ruledFacts, (facts) => {
        for (const now of weeks) expect(decide(facts, now)).toEqual(decide(written(facts, now), now));
      }),
    );
  });

  it('ends at the verdict that deciding once gives, whatever was decided on the way', () => {
    fc.assert(
      fc.property(ruledFacts, (facts) => {
        const last = weeks.at(-1)!;
        const verdicts = weeks.map((now) => decide(written(facts, now), now));
        expect(verdicts.at(-1)).toEqual(decide(facts, last));
      }),
    );
  });

  it('keeps the verdict of a past day when facts are recorded after it', () => {
    fc.assert(
      fc.property(ruledFacts, day, originAct, touch, ruling, (facts, past, act, another, ruled) => {
        const after = past.at + 1;
        const more: CreditFacts = {
          ...facts,
          originActs: [...facts.originActs, { ...act, recordedAt: Math.max(act.recordedAt, after) }],
          touches: [...facts.touches, { ...another, recordedAt: Math.max(another.recordedAt, after) }],
          rulings: [...facts.rulings, { ...ruled, ruledAt: Math.max(ruled.ruledAt, after) }],
        };
        expect(decide(more, past)).toEqual(decide(facts, past));
      }),
    );
  });

  it('is never sourced by a partner whose claim was not recorded by the lock (ATT-8), unless people ruled so before it', () => {
    fc.assert(
      fc.property(ruledFacts, (facts) => {
        const lockOn = lockDate(facts.opportunity, policy.settings);
        const claimed = new Set(
          facts.originActs.filter(({ recordedOn }) => recordedOn <= lockOn).map((act) => act.partnerId),
        );
        const ruled = new Set(
          facts.rulings.filter(({ ruledOn }) => ruledOn <= lockOn).map((one) => one.partnerId),
        );
        for (const now of weeks) {
          const { class: decided, partnerId } = decide(facts, now);
          if (decided !== 'sourced' || partnerId === null) continue;
          expect(claimed.has(partnerId) || ruled.has(partnerId)).toBe(true);
        }
      }),
    );
  });

  it('loses a sourced credit only to what was disproved, found out, ruled by two, or claimed in time by another', () => {
    fc.assert(
      fc.property(ruledFacts, (facts) => {
        const quiet: CreditFacts = {
          ...facts,
          vendorContacts: [],
          rulings: facts.rulings.map((one) => ({ ...one, signedBy: one.signedBy.slice(0, 1) })),
          originActs: facts.originActs
            .filter((act) => act.partnerId === facts.originActs[0]?.partnerId)
            .map((act) => ({ ...act, voidSignatures: act.voidSignatures.slice(0, 1) })),
          opportunity: { ...facts.opportunity, ended: null },
        };
        const verdicts = weeks.map((now) => decide(quiet, now));
        const first = verdicts.findIndex((one) => one.class === 'sourced' && one.rulingId === null);
        if (first === -1) return;
        for (const later of verdicts.slice(first)) expect(later.class).toBe('sourced');
      }),
    );
  });
});
