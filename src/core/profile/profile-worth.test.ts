import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '#test/vectors/program-profile.json' with { type: 'json' };
import { decideProfileWorth, rankCorrelation } from './profile-worth.ts';

const thresholds = { rewriteBelow: 0.2, rewriteLeast: 10 };
const partners = (productions: readonly number[]) =>
  productions.map((production, index) => ({ score: 50 + index, production }));

describe('the rank correlation', () => {
  it.each(vectors.correlations)('$name', ({ pairs, expect: expected }) => {
    const correlation = rankCorrelation(pairs as [number, number][]);
    if (expected === null) expect(correlation).toBeNull();
    else expect(correlation).toBeCloseTo(expected, 12);
  });

  it('lies between -1 and 1, and does not care how the values are stretched', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 30 }), (pairs) => {
        const correlation = rankCorrelation(pairs);
        const stretched = rankCorrelation(pairs.map(([one, other]) => [one * one * one, other + 1000]));
        expect(stretched).toBe(correlation);
        if (correlation !== null) expect(Math.abs(correlation)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the worth of the profile', () => {
  it('is not judged on fewer than ten partners', () => {
    expect(decideProfileWorth(partners([1, 2, 3]), thresholds)).toEqual({
      ...{ kind: 'too_few', partners: 3, needed: 10 },
    });
  });

  it('is none where nobody produced anything yet', () => {
    const productions = Array.from({ length: 10 }, () => 0);
    expect(decideProfileWorth(partners(productions), thresholds)).toEqual({ kind: 'no_order', partners: 10 });
  });

  it('asks for a new profile where the score does not tell who produces', () => {
    const up = decideProfileWorth(partners([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), thresholds);
    expect(up).toEqual({ kind: 'measured', partners: 10, correlation: 1, rewrite: false });
    const down = decideProfileWorth(partners([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]), thresholds);
    expect(down).toEqual({ kind: 'measured', partners: 10, correlation: -1, rewrite: true });
  });
});
