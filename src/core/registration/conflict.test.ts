import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import type { PartnerId } from '#core/ids.ts';
import cases from '#test/vectors/registration-conflict.json' with { type: 'json' };
import {
  type Claim,
  type ConflictMove,
  type ConflictRuling,
  type ConflictState,
  conflictAfter,
  conflictMoves,
  conflictStates,
  type Precedent,
  precedentsFor,
  type Recommendation,
  recommend,
  recommendationSentence,
  rulingGrounds,
  rulingLacks,
} from './conflict.ts';

type Written = (typeof cases.cases)[number]['claims'][number];
const instant = (text: string | null) => (text === null ? null : Date.parse(text));

function claimOf({ registrationId, partnerId, complete, isEligible, meeting }: Written): Claim {
  return {
    registrationId,
    partnerId: partnerId as PartnerId,
    completeAt: instant(complete),
    completeOn: (complete?.slice(0, 10) ?? null) as LocalDate | null,
    isEligible,
    buyerMeetingAt: instant(meeting),
  };
}

const winner = (recommendation: Recommendation) =>
  recommendation.for === 'registration' ? recommendation.registrationId : recommendation.for;

describe('who gets the account', () => {
  it.each(cases.cases)('$id: $name', (vector) => {
    const { claims, direct = null, choice = null, customerMayChoose = true, for: expected, code } = vector;
    const direct_ =
      direct === null
        ? []
        : [
            {
              opportunityId: 'opp-1',
              openedAt: Date.parse(direct),
              openedOn: direct.slice(0, 10) as LocalDate,
            },
          ];
    const chosen =
      choice === null
        ? null
        : { registrationId: choice[0] ?? '', on: '2026-11-25' as LocalDate, evidence: choice[1] ?? '' };
    const recommendation = recommend(claims.map(claimOf), direct_, chosen, { customerMayChoose });
    expect([winner(recommendation), recommendation.reason.code]).toEqual([expected, code]);
    expect(recommendationSentence(recommendation.reason)).toMatch(/^[A-Z\d].*\.$/);
    expect(recommendationSentence(recommendation.reason)).not.toMatch(/undefined|null/);
  });

  it('has a case for every answer', () => {
    const codes = new Set(cases.cases.map(({ code }) => code));
    expect([...codes].toSorted()).toEqual([
      'customer_choice',
      'direct_first',
      'earliest',
      'first_meeting',
      'none_complete',
      'only_one',
      'tied',
    ]);
  });

  const anyClaims: fc.Arbitrary<Claim[]> = fc.uniqueArray(
    fc.record({
      registrationId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      partnerId: fc.constant('p' as PartnerId),
      completeAt: fc.option(fc.integer({ min: 1, max: 4 })),
      completeOn: fc.constant('2026-11-02' as LocalDate),
      isEligible: fc.boolean(),
      buyerMeetingAt: fc.option(fc.integer({ min: 1, max: 3 })),
    }),
    { selector: ({ registrationId }) => registrationId, minLength: 1 },
  );

  it('is the same in whatever order the claims are told, and never somebody who came later', () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const one = recommend(claims, [], null, { customerMayChoose: true });
        expect(recommend(claims.toReversed(), [], null, { customerMayChoose: true })).toEqual(one);
        if (one.for !== 'registration') return;
        const won = claims.find(({ registrationId }) => registrationId === one.registrationId);
        const times = claims.filter(({ isEligible }) => isEligible).map(({ completeAt }) => completeAt ?? 9);
        expect(won?.completeAt).toBe(Math.min(...times));
      }),
    );
  });
});

describe('a ruling', () => {
  const claims = ['a', 'b'].map((registrationId) =>
    claimOf({
      registrationId,
      partnerId: 'p',
      complete: '2026-11-02T10:00:00Z',
      isEligible: true,
      meeting: null,
    }),
  );

  it.each(cases.rulings)('$id: $name', ({ ruling, customerMayChoose = true, lacks }) => {
    expect(rulingLacks(ruling as ConflictRuling, claims, { customerMayChoose })).toEqual(lacks);
  });

  it('stands beside earlier ones: on the same ground first, then the latest', () => {
    const precedents: Precedent[] = [
      { caseId: 'old', ground: 'earliest', between: 'partners', ruledAt: 1 },
      { caseId: 'new', ground: 'panel', between: 'partners', ruledAt: 3 },
      { caseId: 'direct', ground: 'earliest', between: 'direct', ruledAt: 2 },
    ];
    const [a] = claims;
    if (a === undefined) throw new Error('there are two claims');
    const recommendation = recommend([a], [], null, { customerMayChoose: true });
    const ids = (most: number) =>
      precedentsFor(recommendation, 'partners', precedents, most).map(({ caseId }) => caseId);
    expect(ids(5)).toEqual(['old', 'new']);
    expect(ids(1)).toEqual(['old']);
    expect(Object.keys(rulingGrounds)).toContain(precedents[0]?.ground);
  });
});

describe('a conflict case (DR-15)', () => {
  const table: Readonly<Record<string, Readonly<Record<string, string>>>> = cases.moves;
  const every = (Object.keys(conflictStates) as ConflictState[]).flatMap((state) =>
    (Object.keys(conflictMoves) as ConflictMove[]).map((move) => ({ state, move })),
  );

  it.each(every)('$state, $move: leads where the table says, or is refused', ({ state, move }) => {
    const to = table[state]?.[move];
    const after = conflictAfter(state, move);
    if (to === undefined)
      expect(after).toMatchObject({ ok: false, why: expect.stringMatching(/^[A-Z].*\.$/) });
    else expect(after).toEqual({ ok: true, state: to });
  });
});
