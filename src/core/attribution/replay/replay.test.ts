import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { brandId, type OpportunityId } from '#core/ids.ts';
import { createdOn, dayEnd, ruledFacts } from '#test/harness/arbitrary-deal.ts';
import { arbitraryPage } from '#test/harness/arbitrary-page.ts';
import { creditFacts, endOf } from '#test/harness/credit-vectors.ts';
import vectors from '#test/vectors/replay.json' with { type: 'json' };
import { creditClasses } from '../credit-class.ts';
import type { CreditFacts } from '../facts.ts';
import { type AttributionPolicy, defaultAttributionPolicy, type PartnerRole } from '../policy.ts';
import { pageChanges } from './page-changes.ts';
import { type Pay, type Replay, replayDeals, startReplay } from './replay.ts';
import type { ReplayedDeal } from './replay-deal.ts';

type Case = {
  readonly id: string;
  readonly name: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly on: string;
  readonly then?: string;
  readonly settings?: Partial<AttributionPolicy['settings']>;
  readonly cells?: readonly {
    readonly role: PartnerRole;
    readonly stage: number;
    readonly earns: 'assisted';
  }[];
  readonly before: string;
  readonly after: string;
  readonly changes: readonly string[];
  readonly says?: string;
};

const page = defaultAttributionPolicy('2026-01-01' as LocalDate);
const pay: Pay = (deal, verdict) => (verdict.class === 'sourced' && deal.isWon ? 100 : 0);
const rules = { fiscal: { yearStartMonth: 1 }, pay, mostListed: 1000 };

function changed({ settings = {}, cells = [] }: Case): AttributionPolicy {
  const roleTable = { ...page.roleTable };
  for (const { role, stage, earns } of cells) {
    const row = roleTable[role];
    roleTable[role] = { ...row, byStage: row.byStage.map((cell, index) => (index === stage ? earns : cell)) };
  }
  return { ...page, settings: { ...page.settings, ...settings }, roleTable };
}

function dealOf(facts: CreditFacts, before: AttributionPolicy, after: AttributionPolicy): ReplayedDeal {
  const now = dayEnd(150);
  return {
    ...{ opportunityId: brandId<OpportunityId>('o1'), number: 1, name: 'A deal', createdOn },
    ...{ isWon: facts.opportunity.closedOn !== null, amountMinor: 1000 },
    before: { facts, page: before, now },
    after: { facts, page: after, now },
  };
}

describe('a deal under another page', () => {
  it.each((vectors.cases as unknown as Case[]).map((one) => [one.id, one.name, one] as const))(
    '%s: %s',
    (_id, _name, one) => {
      const facts = creditFacts(one.facts);
      const deal = dealOf(facts, page, changed(one));
      const { moved, flows } = replayDeals(
        [
          {
            ...deal,
            before: { ...deal.before, now: endOf(one.then ?? one.on) },
            after: { ...deal.after, now: endOf(one.on) },
          },
        ],
        rules,
      );
      expect(flows).toEqual([{ from: one.before, to: one.after, deals: 1, amountMinor: 1000 }]);
      expect(moved.flatMap(({ changes }) => changes)).toEqual(one.changes);
      if (one.says !== undefined) expect(moved[0]?.reasons[0]).toContain(one.says);
    },
  );
});

const bodies = arbitraryPage('attribution').map(
  ({ settings, roleTable, cycles, sentences }): AttributionPolicy => ({
    ...{ version: 2, inForceFrom: page.inForceFrom, settings, roleTable, sentences },
    cycles: cycles.map(({ segment, days }) => ({ segment, days })),
  }),
);
const manyDeals = fc.array(ruledFacts, { minLength: 1, maxLength: 8 });
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const dealsIn = (result: Replay, side: 'before' | 'after') =>
  sum(result.quarters.flatMap((one) => creditClasses.map((name) => one[side].deals[name])));

describe('a replay', () => {
  it('under the same page changes nothing and costs the same', () => {
    fc.assert(
      fc.property(manyDeals, bodies, (all, body) => {
        const result = replayDeals(
          all.map((facts) => dealOf(facts, body, body)),
          rules,
        );
        expect(result.movedDeals).toBe(0);
        expect(result.payAfterMinor).toBe(result.payBeforeMinor);
        expect(result.flows.every(({ from, to }) => from === to)).toBe(true);
        expect(pageChanges(body, body)).toEqual([]);
      }),
    );
  });

  it('gains in a class what other classes lose: no deal appears, none is lost', () => {
    fc.assert(
      fc.property(manyDeals, bodies, (all, body) => {
        const result = replayDeals(
          all.map((facts) => dealOf(facts, page, body)),
          rules,
        );
        expect(sum(result.flows.map(({ deals }) => deals))).toBe(all.length);
        const gains = creditClasses.map((name) =>
          sum(result.quarters.map(({ before, after }) => after.deals[name] - before.deals[name])),
        );
        expect(sum(gains)).toBe(0);
        expect([dealsIn(result, 'before'), dealsIn(result, 'after')]).toEqual([all.length, all.length]);
        expect(sum(result.partners.map(({ after }) => after.payMinor))).toBe(result.payAfterMinor);
        expect(sum(result.quarters.map(({ after }) => after.payMinor))).toBe(result.payAfterMinor);
      }),
    );
  });

  it('sums up the same in batches of any size and in any order', () => {
    fc.assert(
      fc.property(manyDeals, bodies, fc.integer({ min: 1, max: 4 }), (all, body, size) => {
        const deals = all.map((facts) => dealOf(facts, page, body));
        const replay = startReplay(rules);
        const turned = deals.toReversed();
        for (let from = 0; from < turned.length; from += size) replay.add(turned.slice(from, from + size));
        const { moved: _, ...sums } = replay.result();
        const { moved: __, ...atOnce } = replayDeals(deals, rules);
        expect(sums).toEqual(atOnce);
      }),
    );
  });

  it('leads from one page to the other when every change is taken', () => {
    fc.assert(
      fc.property(ruledFacts, bodies, (facts, body) => {
        const one = { page, facts };
        const other = { page: body, facts };
        const taken = pageChanges(page, body).reduce((onto, change) => change.take(other, onto), one);
        expect(pageChanges(taken.page, body)).toEqual([]);
      }),
    );
  });
});
