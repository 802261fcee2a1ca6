import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withValues } from '#test/harness/with-values.ts';
import vectors from '#test/vectors/program-profile.json' with { type: 'json' };
import type { ProfileBody } from './profile-page.ts';
import {
  type CandidateValues,
  type CandidateVerdict,
  candidateReasonWords,
  candidatesTested,
  criterionKeys,
  decideExceptions,
  rankCandidates,
  scoreCandidate,
} from './score-candidate.ts';

const base = vectors.base as ProfileBody;
type Scored = {
  name: string;
  values: CandidateValues;
  set?: Record<string, unknown>;
  score: number | null;
  verdict: CandidateVerdict;
  unknown: string[];
};

describe('the score of a candidate', () => {
  it.each((vectors.scores as Scored[]).map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, vector) => {
      const scored = scoreCandidate(withValues(base, vector.set ?? {}), vector.values);
      if (vector.score === null) expect(scored.score).toBeNull();
      else expect(scored.score).toBeCloseTo(vector.score, 9);
      expect([scored.verdict, scored.unknown]).toEqual([vector.verdict, vector.unknown]);
      for (const { code, params } of scored.reasons) {
        expect(candidateReasonWords[code](params)).not.toMatch(/undefined|null|NaN/);
      }
    },
  );

  const points = fc.constantFrom(0, 1, 2, 3, 4, null);
  const values = fc.record({
    ...{ ipp1: points, ipp2: points, ipp3: points, ipp4: points, ipp5: points, ipp6: points },
  });
  const weights = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 6 });
  const weighted = (some: readonly number[]) =>
    withValues(
      base,
      Object.fromEntries(some.map((weight, index) => [`criteria.ipp${index + 1}.weight`, weight])),
    );

  it('stays between 0 and 100, whatever the weights', () => {
    fc.assert(
      fc.property(values, weights, (given, some) => {
        const score = scoreCandidate(weighted(some), given).score;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('never falls when a point is added or a value becomes known', () => {
    fc.assert(
      fc.property(values, weights, fc.constantFrom(...criterionKeys), (given, some, key) => {
        const more = { ...given, [key]: Math.min(4, (given[key] ?? -1) + 1) };
        const profile = weighted(some);
        const before = scoreCandidate(profile, given);
        const after = scoreCandidate(profile, more);
        expect(after.score).toBeGreaterThanOrEqual(before.score ?? 0);
        expect(after.unknown.length).toBeLessThanOrEqual(before.unknown.length);
      }),
    );
  });

  it('is the order of recruiting, void ones last', () => {
    const ranked = rankCandidates(base);
    expect(ranked.map(({ name }) => name)).toEqual(vectors.order);
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('shares a rank among equals, and puts the one that is better known first', () => {
    const blank = { ipp1: 2, ipp2: null, ipp3: 2, ipp4: 2, ipp5: 2, ipp6: 2, disqualified: '' };
    const candidates = [
      { ...blank, name: 'Known less' },
      { ...blank, ipp2: 0, name: 'Known' },
      { ...blank, ipp1: 0, name: 'Last' },
    ];
    expect(rankCandidates({ ...base, candidates }).map(({ name, rank }) => [name, rank])).toEqual([
      ['Known', 1],
      ['Known less', 1],
      ['Last', 3],
    ]);
  });

  it('counts as tried whoever has a name, and points or a disqualifier', () => {
    const none = {
      name: 'A',
      ipp1: null,
      ipp2: null,
      ipp3: null,
      ipp4: null,
      ipp5: null,
      ipp6: null,
      disqualified: '',
    };
    const candidates = [
      none,
      { ...none, ipp3: 0 },
      { ...none, disqualified: 'x' },
      { ...none, name: '', ipp1: 4 },
    ];
    expect(candidatesTested({ candidates })).toBe(2);
    expect(candidatesTested(base)).toBe(10);
  });

  it.each(vectors.exceptions)('leaves room for exceptions: $name', ({ verdicts, ...expected }) => {
    const cohort = verdicts.map((verdict) => ({ verdict: verdict as CandidateVerdict }));
    expect(decideExceptions(cohort, base.thresholds)).toEqual({
      exceptions: expected.exceptions,
      share: expected.share,
      withinLimit: expected.withinLimit,
    });
  });
});
