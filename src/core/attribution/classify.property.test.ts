import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '#core/calendar.ts';
import { brandId, type FactId, type PartnerId } from '#core/ids.ts';
import { classifyCredit } from './classify.ts';
import type { CreditDecision } from './credit.ts';
import { byCreditClass, type CreditClass, creditClasses } from './credit-class.ts';
import type { CheckIn, CosellPlan, CreditFacts, OriginAct, Touch } from './facts.ts';
import { defaultAttributionPolicy, partnerRoles } from './policy.ts';

const createdOn = '2026-03-01' as LocalDate;
const policy = defaultAttributionPolicy('2026-01-01' as LocalDate);
const now = { at: 1_800_000_000_000, on: '2026-12-31' as LocalDate };
const judge = (facts: CreditFacts) => classifyCredit(facts, policy, now);
const isLower = (a: CreditDecision, b: CreditDecision) => byCreditClass(a.class, b.class) > 0;

const factId = fc.uuid().map((id) => brandId<FactId>(id));
const [a, b, c] = ['a', 'b', 'c'].map((id) => brandId<PartnerId>(id)) as [PartnerId, PartnerId, PartnerId];
const partner = fc.constantFrom(a, a, a, b, c);
const around = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((n) => addDays(createdOn, n));
/** A value that is usually there, as it is in a program that works. */
const usually = <T>(value: T) => fc.option(fc.constant(value), { freq: 12 });
const links = fc.oneof(
  { weight: 9, arbitrary: fc.constant(['mail']) },
  { weight: 1, arbitrary: fc.constant([]) },
);
const rarely = fc.oneof(
  { weight: 9, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(true) },
);

const originAct: fc.Arbitrary<OriginAct> = fc
  .record({
    id: factId,
    kind: fc.constantFrom('introduction' as const, 'registration' as const),
    partnerId: fc.constantFrom(a, b, c),
    partnerPerson: usually('Sam'),
    occurredOn: fc.constantFrom(-31, -9, -8, 0, 1).map((n) => addDays(createdOn, n)),
    delay: fc.nat(20),
    evidence: links,
    buyerMeetingAt: fc.option(fc.nat(1)),
    voidedBy: fc.constantFrom<readonly string[]>([], [], [], [], ['Ida'], ['Ida', 'Noor']),
    confirmedBy: usually('Ida'),
    protectedFor: fc.integer({ min: 20, max: 90 }),
  })
  .map(({ kind, delay, protectedFor, voidedBy, confirmedBy, ...act }) => {
    const recordedOn = addDays(act.occurredOn, delay);
    const at = Date.parse(recordedOn);
    const base = {
      ...act,
      side: 'vendor' as const,
      occurredAt: Date.parse(act.occurredOn),
      recordedOn,
      recordedAt: at,
      confirmation: confirmedBy === null ? null : { by: confirmedBy, at },
      refusedAt: null,
      voidSignatures: voidedBy.map((by) => ({ by, at })),
    };
    if (kind === 'introduction') return { ...base, kind, sort: 'introduction' as const };
    return { ...base, kind, approvedOn: base.recordedOn, expiresOn: addDays(base.recordedOn, protectedFor) };
  });

const touch: fc.Arbitrary<Touch> = fc
  .record({
    id: factId,
    partnerId: partner,
    partnerPerson: usually('Sam'),
    internalOwner: usually('Ida'),
    role: fc.oneof(fc.constant('joint_seller' as const), fc.constantFrom(...partnerRoles)),
    action: fc.constant('joint_meeting' as const),
    stageOrder: fc.option(fc.constantFrom(0, 1, 2, 2, 3, 3, 4, 5), { freq: 12 }),
    occurredOn: around(0, 90),
    delay: fc.nat(18),
    outcome: usually('agreed'),
    evidence: links,
    confirmedBy: usually('Ida'),
    withdrawn: rarely,
  })
  .map(({ delay, confirmedBy, withdrawn, ...given }) => {
    const recordedOn = addDays(given.occurredOn, delay);
    const at = Date.parse(recordedOn);
    return {
      ...given,
      side: 'vendor' as const,
      occurredAt: Date.parse(given.occurredOn),
      recordedOn,
      recordedAt: at,
      confirmation: confirmedBy === null ? null : { by: confirmedBy, at },
      refusedAt: null,
      withdrawnAt: withdrawn ? at : null,
      onAccount: false,
    };
  });

const plan: fc.Arbitrary<CosellPlan> = fc.record({
  id: factId,
  partnerId: partner,
  activeFrom: around(0, 40),
  lapsedOn: fc.option(around(61, 120), { freq: 1 }),
  lapseRecordedAt: fc.constant(0),
  recordedAt: fc.constant(0),
  withdrawnAt: fc.constant(null),
});
const checkIn: fc.Arbitrary<CheckIn> = fc.record({
  id: factId,
  partnerId: partner,
  occurredOn: around(0, 120),
  recordedAt: fc.constant(0),
  withdrawnAt: fc.constant(null),
});

const someFacts: fc.Arbitrary<CreditFacts> = fc.record({
  opportunity: fc.record({
    createdOn: fc.constant(createdOn),
    qualifiedOn: fc.option(around(0, 20)),
    enteredS4On: fc.option(around(30, 80), { freq: 1 }),
    closedOn: fc.option(around(60, 120), { freq: 1 }),
    cycleDays: fc.constantFrom(null, 120, 200),
    segment: fc.constant(null),
    ended: fc.constant(null),
    kind: fc.constantFrom('new' as const, 'new' as const, 'renewal' as const, 'expansion' as const),
  }),
  originActs: fc.oneof(fc.constant([]), fc.array(originAct, { maxLength: 5, size: '+1' })),
  touches: fc.array(touch, { maxLength: 9, size: '+1' }),
  cosellPlans: fc.array(plan, { maxLength: 3 }),
  checkIns: fc.array(checkIn, { maxLength: 3 }),
  vendorContacts: fc.array(
    fc.record({
      id: factId,
      kind: fc.constantFrom('meeting' as const, 'outbound' as const),
      occurredOn: around(-120, -30),
      recordedAt: fc.constant(0),
      withdrawnAt: fc.constant(null),
    }),
    { maxLength: 1 },
  ),
  otherOpportunities: fc.constant([]),
  rulings: fc.constant([]),
  disputes: fc.constantFrom([], [{ openedAt: 1, closedAt: null }]),
});

/** The same list in another order. */
const reordered = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });

describe('any deal', () => {
  it('has exactly one headline, and at most one partner sourced it', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const decision = judge(facts);
        const sources = decision.considered.filter((each) => each.class === 'sourced');
        expect(creditClasses).toContain(decision.class);
        expect(decision.partnerId === null).toBe(decision.class === 'none');
        expect(sources.map((each) => each.partnerId)).toEqual(
          decision.class === 'sourced' ? [decision.partnerId] : [],
        );
        expect(decision.reasons.length).toBeGreaterThan(0);
      }),
    );
  });

  it('has one credit, whatever the order of its facts', () => {
    const pairs = someFacts.chain((facts) =>
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
          disputes: fc.constant(facts.disputes),
        }),
      ),
    );
    fc.assert(
      fc.property(pairs, ([facts, other]) => {
        expect(judge(other)).toEqual(judge(facts));
      }),
    );
  });

  it('earns from acts of origin either sourced or nothing', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const decision = judge({ ...facts, touches: [], cosellPlans: [], checkIns: [] });
        expect(['sourced', 'none']).toContain(decision.class);
      }),
    );
  });

  it('is reached by every class, so that these properties speak of all of them', () => {
    const decisions = fc.sample(someFacts, { seed: 1, numRuns: 800 }).map(judge);
    const seen = new Set(decisions.flatMap((each) => [each.class, each.kind]));
    expect([...seen].sort()).toEqual(
      ['assisted', 'co_sold', 'credited', 'influenced', 'needs_panel', 'none', 'sourced'].sort(),
    );
  });
});

describe('amounts by headline', () => {
  it('sum to the total of all deals', () => {
    const deals = fc.array(fc.tuple(someFacts, fc.integer({ min: 0, max: 1e9 })), { maxLength: 12 });
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
      fc.property(someFacts, touch, plan, checkIn, (facts, anotherTouch, anotherPlan, anotherCheckIn) => {
        const before = judge(facts);
        const more = [
          { ...facts, touches: [...facts.touches, anotherTouch] },
          { ...facts, cosellPlans: [...facts.cosellPlans, anotherPlan] },
          { ...facts, checkIns: [...facts.checkIns, anotherCheckIn] },
        ];
        for (const each of more) expect(isLower(judge(each), before)).toBe(false);
      }),
    );
  });

  it('that completes a touch or a claim never lowers its credit, except into a tie that a panel decides (ATT-12)', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const completed = {
          ...facts,
          touches: facts.touches.map((each) => ({
            ...each,
            outcome: 'agreed',
            evidence: ['mail'],
            confirmedBy: 'Ida',
          })),
          originActs: facts.originActs.map((each) => ({ ...each, partnerPerson: 'Sam', evidence: ['mail'] })),
        };
        const after = judge(completed);
        if (isLower(after, judge(facts))) expect(after.kind).toBe('needs_panel');
      }),
    );
  });

  it('of origin never lowers a credit, except into a tie that a panel decides (ATT-12)', () => {
    fc.assert(
      fc.property(someFacts, originAct, (facts, act) => {
        const after = judge({ ...facts, originActs: [...facts.originActs, act] });
        if (isLower(after, judge(facts))) expect(after.kind).toBe('needs_panel');
      }),
      { numRuns: 300 },
    );
  });
});
