import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disagree, eValue, stratifiedRatio } from './risk-ratio.ts';
import { mixWeights, type Stratum, stratify } from './strata.ts';
import { courseOf, daysWithoutWin, type Life, livesOf } from './survival.ts';

const stratum = fc
  .record({ partner: fc.integer({ min: 1, max: 80 }), direct: fc.integer({ min: 1, max: 80 }) })
  .chain(({ partner, direct }) =>
    fc.record({
      partner: fc.constant(partner),
      direct: fc.constant(direct),
      partnerWon: fc.integer({ min: 0, max: partner }),
      directWon: fc.integer({ min: 0, max: direct }),
    }),
  );
const tables = fc.array(stratum, { minLength: 1, maxLength: 6 });

const swapped = (table: Stratum): Stratum => ({
  partner: table.direct,
  direct: table.partner,
  partnerWon: table.directWon,
  directWon: table.partnerWon,
});

describe('a ratio within strata', () => {
  it('turns over when the sides change places', () => {
    fc.assert(
      fc.property(tables, (all) => {
        const [one, other] = [stratifiedRatio(all, 95), stratifiedRatio(all.map(swapped), 95)];
        expect(one === null).toBe(other === null);
        if (one === null || other === null) return;
        expect(one.value * other.value).toBeCloseTo(1, 9);
        expect(one.low * other.high).toBeCloseTo(1, 9);
      }),
    );
  });

  it('lies within its interval, and the wider interval around the narrower', () => {
    fc.assert(
      fc.property(tables, (all) => {
        const [wide, narrow] = [stratifiedRatio(all, 95), stratifiedRatio(all, 80)];
        if (wide === null || narrow === null) return;
        const ascending = [wide.low, narrow.low, narrow.value, narrow.high, wide.high];
        expect(ascending).toEqual(ascending.toSorted((a, b) => a - b));
      }),
    );
  });

  it('is explained by less when it is nearer to 1, whichever way it goes', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 20, noNaN: true }), (ratio) => {
        expect(eValue(ratio)).toBeCloseTo(eValue(1 / ratio), 6);
        expect(eValue(ratio)).toBeGreaterThanOrEqual(ratio);
        expect(disagree(ratio, ratio, { disagreement: 1 / 3, noDifference: 0.05 })).toBe(false);
      }),
    );
  });
});

const cases = fc.array(fc.record({ isPartner: fc.boolean(), first: fc.nat(2), second: fc.nat(3) }), {
  minLength: 1,
  maxLength: 60,
});

describe('the weights of strata', () => {
  it('give the other side the mix of the partners, and count as many deals as there are to compare', () => {
    fc.assert(
      fc.property(cases, (all) => {
        const isPartner = Uint8Array.from(all, (each) => (each.isPartner ? 1 : 0));
        const levels = ['a', 'b', 'c', 'd'];
        const fields = [
          { trait: 'customer' as const, levels, of: Uint8Array.from(all, (each) => each.first) },
          { trait: 'product' as const, levels, of: Uint8Array.from(all, (each) => each.second) },
        ];
        const strata = stratify(isPartner, fields, 0);
        const weights = mixWeights(strata, isPartner);
        const sums = [0, 1].map((side) => {
          const byStratum = new Float64Array(strata.count);
          weights.forEach((weight, i) => {
            const s = strata.of[i] ?? 0;
            if (isPartner[i] === side) byStratum[s] = (byStratum[s] ?? 0) + weight;
          });
          const total = byStratum.reduce((sum, one) => sum + one, 0);
          return { total, shares: byStratum.map((sum) => sum / (total || 1)) };
        });
        const [direct, partner] = sums;
        for (let s = 0; s < strata.count; s += 1) {
          expect(direct?.shares[s]).toBeCloseTo(partner?.shares[s] ?? -1, 9);
        }
        const matched = weights.reduce(
          (sum, weight, i) => sum + (isPartner[i] === 0 && weight > 0 ? 1 : 0),
          0,
        );
        expect(direct?.total).toBeCloseTo(matched, 9);
      }),
    );
  });
});

const lives = fc.array(
  fc.record({
    days: fc.nat(120),
    end: fc.constantFrom<Life['end'][]>('won', 'lost', 'open'),
  }),
  { minLength: 1, maxLength: 80 },
);

describe('the course of deals', () => {
  it('never unwins, never reopens, and has no more days without a win than there are', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 1, max: 100 }), (all, horizon) => {
        const course = courseOf(livesOf(all, horizon));
        for (let day = 1; day <= horizon; day += 1) {
          expect(course.wonBy[day]).toBeGreaterThanOrEqual(course.wonBy[day - 1] ?? 0);
          expect(course.openAfter[day]).toBeLessThanOrEqual(course.openAfter[day - 1] ?? 1);
          expect((course.wonBy[day] ?? 0) + (course.openAfter[day] ?? 0)).toBeLessThanOrEqual(1 + 1e-9);
        }
        const days = daysWithoutWin(course, horizon);
        expect(days).toBeGreaterThanOrEqual(-1e-9);
        expect(days).toBeLessThanOrEqual(horizon + 1e-9);
      }),
    );
  });

  it('is the plain share of wins where every deal was watched to the end', () => {
    fc.assert(
      fc.property(lives, (all) => {
        const watched = all.map((life) => (life.end === 'open' ? { ...life, days: 200 } : life));
        const course = courseOf(livesOf(watched, 130));
        const won = watched.filter(({ end }) => end === 'won').length;
        expect(course.wonBy[130]).toBeCloseTo(won / watched.length, 9);
      }),
    );
  });
});
