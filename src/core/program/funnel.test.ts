import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '#test/vectors/funnel.json' with { type: 'json' };
import { type FunnelCounts, funnelFacts, medianOf, showsFriction } from './funnel.ts';

describe('the facts of the direct funnel', () => {
  it.each(vectors.cases)('$name', ({ counts, facts, frictions }) => {
    const found = funnelFacts({ ...vectors.nothing, ...counts } as FunnelCounts);
    expect(found.map(({ key, value, deals, comparison }) => [key, value, deals, comparison])).toEqual(facts);
    expect(found.filter(showsFriction).map(({ key }) => key)).toEqual(frictions);
  });

  it('are compared with a median that does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }), (values) => {
        const median = medianOf(values) ?? Number.NaN;
        expect(medianOf(values.toReversed())).toBe(median);
        expect(values.filter((value) => value <= median).length * 2).toBeGreaterThanOrEqual(values.length);
        expect(values.filter((value) => value >= median).length * 2).toBeGreaterThanOrEqual(values.length);
      }),
    );
    expect(medianOf([])).toBeNull();
  });
});
