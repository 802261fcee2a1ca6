import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantilesOf } from './simulation-quantiles.ts';

describe('quantiles', () => {
  it('are those of the sorted numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 200 }),
        (numbers) => {
          const sorted = numbers.toSorted((a, b) => a - b);
          const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
          expect(quantilesOf(Float64Array.from(numbers))).toEqual({
            ...{ p10: rank(0.1), p20: rank(0.2), p50: rank(0.5), p80: rank(0.8), p90: rank(0.9) },
          });
        },
      ),
    );
  });

  it('do not exist of numbers of which one is unknown', () => {
    expect(quantilesOf(Float64Array.from([1, Number.NaN, 3]))).toBeNull();
  });
});
