import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CreditClass, creditClasses } from '#core/attribution/credit-class.ts';
import type { PartnerId } from '#core/ids.ts';
import vectors from '#test/vectors/incentive.json' with { type: 'json' };
import {
  linesDue,
  type PaidDeal,
  type PayLine,
  type PayRules,
  payFor,
  type StandingLine,
  shareOf,
} from './pay.ts';

const partner = (id: string) => id as PartnerId;

describe('what a won deal pays', () => {
  it.each(vectors.cases.map((one) => [one.id, one.name, one] as const))('%s: %s', (_id, _name, one) => {
    const deal = { ...vectors.deal, ...one.deal } as PaidDeal;
    const rules = { ...vectors.rules, ...one.rules } as PayRules;
    expect(payFor(deal, rules).map((line) => [line.class, line.rule, line.amountMinor])).toEqual(one.pays);
  });

  it('rounds a share to the nearest unit, halves away from zero', () => {
    expect([
      shareOf(105, 0.1),
      shareOf(104, 0.1),
      shareOf(-105, 0.1),
      shareOf(333_333_333_333, 0.15),
    ]).toEqual([11, 10, -11, 50_000_000_000]);
  });
});

const deal: fc.Arbitrary<PaidDeal> = fc.record({
  isWon: fc.boolean(),
  amountMinor: fc.option(fc.integer({ min: 0, max: 10_000_000_00 })),
  class: fc.constantFrom<CreditClass>(...creditClasses),
  partnerId: fc.constantFrom(null, partner('a'), partner('b')),
  coSold: fc.boolean(),
});
const rules: fc.Arbitrary<PayRules> = fc.record({
  policyVersion: fc.constantFrom(1, 2),
  isDraft: fc.constantFrom(false, false, true),
  sourcedShare: fc.constantFrom(null, 0, 0.05, 0.1, 0.123456),
  sourcedMinor: fc.constantFrom(null, 0, 20_000),
  coSoldMinor: fc.constantFrom(null, 0, 100_000),
  influencedMinor: fc.constantFrom(null, 0, 50_000),
});

describe('the lines of a deal', () => {
  it('sum to what its present verdict pays, whatever it went through before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(deal, rules), { minLength: 1, maxLength: 8 }), (life) => {
        let standing: StandingLine[] = [];
        let sum = 0;
        for (const [index, [state, page]] of life.entries()) {
          const { reverse, add } = linesDue(standing, payFor(state, page));
          sum -= reverse.reduce((all, line) => all + line.amountMinor, 0);
          sum += add.reduce((all, line) => all + line.amountMinor, 0);
          const gone = new Set(reverse.map(({ id }) => id));
          const kept = standing.filter(({ id }) => !gone.has(id));
          standing = [...kept, ...add.map((line, at): StandingLine => ({ ...line, id: `${index} ${at}` }))];
          expect(linesDue(standing, payFor(state, page))).toEqual({ reverse: [], add: [] });
          const classes = standing.map((line) => line.class);
          expect(new Set(classes).size).toBe(classes.length);
        }
        const [last, page] = life.at(-1) ?? life[0]!;
        const due = payFor(last, page).reduce((all: number, line: PayLine) => all + line.amountMinor, 0);
        expect(sum).toBe(due);
      }),
    );
  });

  it('pay a share for an origin alone, and nothing by a page that lacks a signature', () => {
    fc.assert(
      fc.property(deal, rules, (state, page) => {
        const lines = payFor(state, page);
        expect(lines.every((line) => line.basis === 'flat' || line.class === 'sourced')).toBe(true);
        if (page.isDraft || !state.isWon) expect(lines).toEqual([]);
      }),
    );
  });
});
