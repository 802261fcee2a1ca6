import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultsOf } from '#core/program/settings.ts';
import { backtest } from './backtest.ts';
import { type ForecastDeal, viewOn } from './deal.ts';
import { firstDay, someDeals } from './deal-examples.ts';
import { samplerOf } from './sampler.ts';
import { type StatisticalSettings, statisticalSettings } from './settings.ts';
import { expectedOf, type Future, simulate } from './simulate.ts';

const settings: StatisticalSettings = {
  ...defaultsOf(statisticalSettings),
  horizons: [14],
  draws: 200,
};
const phaseOf = (day: number): number => Math.floor(day / 30) % 3;

function run(deals: readonly ForecastDeal[], today: number) {
  const work = backtest(deals, today, phaseOf, settings);
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

/** What is known only after a day is changed, however it is: closes turned over, amounts tripled, deals added. */
function changedAfter(deals: readonly ForecastDeal[], day: number, turn: number): ForecastDeal[] {
  const later = deals.map((deal): ForecastDeal => {
    const steps = deal.steps.filter(({ known }) => known <= day);
    const close = deal.close;
    return {
      ...deal,
      steps:
        steps.length > 0
          ? [...steps, { day: day + turn, known: day + turn, stage: 2, isSighting: false }]
          : deal.steps,
      close: close === null || close.known <= day ? close : { ...close, isWon: !close.isWon },
      amounts: [...deal.amounts.filter(({ known }) => known <= day), { known: day + turn, minor: 999_999 }],
    };
  });
  const added = someDeals(turn, 2, 40).map((deal) => ({
    ...deal,
    id: `new ${deal.id}`,
    steps: deal.steps.map((step) => ({ ...step, known: day + turn })),
    close: deal.close && { ...deal.close, known: day + turn },
  }));
  return [...later, ...added];
}

describe('a back-test', () => {
  const deals = someDeals(7, 16, 20);
  const end = firstDay + 7 * 16 - 1;

  it('says at an origin what was known there, whatever became known later (leak)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 100 }), fc.integer({ min: 1, max: 20 }), (after, turn) => {
        const origin = firstDay + after;
        const other = changedAfter(deals, origin, turn);
        for (const deal of deals) {
          const twin = other.find(({ id }) => id === deal.id) as ForecastDeal;
          expect(viewOn(twin, origin)).toEqual(viewOn(deal, origin));
        }
        expect(run(other, origin)).toEqual(run(deals, origin));
      }),
      { numRuns: 15 },
    );
  });

  it('does not depend on the order in which deals were read, and comes out the same again', () => {
    const one = run(deals, end);
    expect(run(deals.toReversed(), end)).toEqual(one);
    expect(run(deals, end)).toEqual(one);
    expect(one.horizons[0]?.shown).toBe('stageHazards');
  });

  it('shows hazards by age with the mean rate where stages have no history', () => {
    const plain = run(someDeals(7, 16, 20, false), end);
    expect(plain.horizons[0]?.methods.map(({ name }) => name)).not.toContain('stageHazards');
    expect(plain.horizons[0]?.shown).toBe('combination');
  });
});

const future = fc
  .record({
    chances: fc.array(fc.double({ min: 0, max: 0.9, noNaN: true }), { minLength: 1, maxLength: 30 }),
    newWins: fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { maxLength: 4 }),
    seed: fc.nat(),
  })
  .map(({ chances, newWins, seed }): Future & { seed: number } => ({
    chance: Float64Array.from(chances),
    amount: Float64Array.from(chances, (_, i) => (i % 3 === 0 ? Number.NaN : 1000 * (i + 1))),
    part: Int32Array.from(chances, (_, i) => i % 2),
    stage: new Uint8Array(chances.length),
    // As many wins as there can be: hazards are known exactly.
    winsBehind: Float64Array.of(Number.POSITIVE_INFINITY),
    newWins,
    newPart: 2,
    dispersion: 0.05,
    finals: Float64Array.of(500, 1500, 4000),
    ratios: Float64Array.of(0.9, 1, 1.1),
    shocks: { win: 0, arrival: 0 },
    seed,
  }));

describe('the simulation', () => {
  it('has the mean of the exact recursion, within the error of the draws', () => {
    fc.assert(
      fc.property(future, (each) => {
        const draws = 3000;
        const sums = simulate(each, 3, draws, each.seed);
        const totals = Array.from({ length: draws }, (_, d) =>
          [0, 1, 2].reduce((all, part) => all + (sums[d * 3 + part] as number), 0),
        );
        const mean = totals.reduce((all, one) => all + one, 0) / draws;
        const variance = totals.reduce((all, one) => all + (one - mean) ** 2, 0) / draws;
        expect(Math.abs(mean - expectedOf(each))).toBeLessThanOrEqual(5.5 * Math.sqrt(variance / draws) + 5);
      }),
      { numRuns: 40 },
    );
  });

  it('gives whole parts that add to the whole, the same for the same seed', () => {
    fc.assert(
      fc.property(future, (each) => {
        const [parts, whole] = [
          simulate(each, 3, 50, each.seed),
          simulate({ ...each, part: each.part.map(() => 0), newPart: 0 }, 1, 50, each.seed),
        ];
        for (let d = 0; d < 50; d += 1) {
          expect(parts.subarray(d * 3, d * 3 + 3).reduce((all, one) => all + one, 0)).toBe(whole[d]);
        }
        expect(simulate(each, 3, 50, each.seed)).toEqual(parts);
      }),
      { numRuns: 30 },
    );
  });
});

describe('random variates', () => {
  const draws = 40_000;
  const moments = (draw: () => number): { mean: number; variance: number } => {
    const values = Array.from({ length: draws }, draw);
    const mean = values.reduce((all, one) => all + one, 0) / draws;
    return { mean, variance: values.reduce((all, one) => all + (one - mean) ** 2, 0) / draws };
  };
  const random = samplerOf(11);

  it.each([
    { name: 'normal', draw: random.normal, mean: 0, variance: 1 },
    { name: 'gamma 0.5', draw: () => random.gamma(0.5), mean: 0.5, variance: 0.5 },
    { name: 'gamma 7', draw: () => random.gamma(7), mean: 7, variance: 7 },
    { name: 'Poisson 3', draw: () => random.poisson(3), mean: 3, variance: 3 },
    { name: 'Poisson 200', draw: () => random.poisson(200), mean: 200, variance: 200 },
    { name: 'negative binomial 10', draw: () => random.negativeBinomial(10, 0.2), mean: 10, variance: 30 },
  ])('$name have their mean and variance', ({ draw, mean, variance }) => {
    const found = moments(draw);
    expect(Math.abs(found.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / draws));
    expect(found.variance / variance).toBeCloseTo(1, 1);
  });
});
