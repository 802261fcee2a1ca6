import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '#test/vectors/program-arithmetic.json' with { type: 'json' };
import { known, partnerAlgebra } from './algebra.ts';
import { ledgerKeys, type PlanInputs, planInputs, type Range, withLedger } from './assumptions-inputs.ts';
import { assumptionsPage, type LedgerKey } from './assumptions-page.ts';
import { isEnough, leversOf } from './feasibility-levers.ts';
import { defaultBody } from './field.ts';
import { fillRandom, toTriangle } from './random.ts';
import { planByMonth } from './returns-months.ts';
import { planTornados } from './sensitivity.ts';
import { simulatePlan } from './simulation.ts';
import { quantilesOf } from './simulation-quantiles.ts';

/** The defaults of the vectors, every row with a range of a tenth to either side. */
const plan: PlanInputs = {
  ...planInputs(
    defaultBody(assumptionsPage.fields),
    { caps: { pmCap: 20 }, seats: { head_of_partnerships: { startWeek: 8 } } },
    { shareFloors: [0.15, 0.25, 0.35] },
  ),
  ledger: vectors.defaults.ledger,
  ranges: Object.fromEntries(
    ledgerKeys.map((key) => {
      const value = vectors.defaults.ledger[key];
      return [key, { low: value * 0.9, high: value * 1.1 }];
    }),
  ),
  cohortsPerYear: 4,
  tools: {
    crm_attribution: { monthlyCost: 0, choice: 'have' },
    ecosystem_data: { monthlyCost: 100_000, choice: null },
    prm: { monthlyCost: 200_000, choice: 'wait' },
  },
};

const noRanges: PlanInputs = { ...plan, ranges: {} };

describe('random numbers', () => {
  it('are the same for the same seed and stream, and others for another', () => {
    const draw = (seed: number, stream: number) => {
      const column = new Float64Array(4);
      fillRandom(column, seed, stream);
      return [...column];
    };
    expect(draw(1, 0)).toEqual(draw(1, 0));
    expect(draw(1, 0)).not.toEqual(draw(2, 0));
    expect(draw(1, 0)).not.toEqual(draw(1, 1));
  });

  it('lie evenly between 0 and 1, and one does not follow from the one before, nor from its neighbour stream', () => {
    const count = 100_000;
    const [column, neighbour] = [new Float64Array(count), new Float64Array(count)];
    fillRandom(column, 7, 3);
    fillRandom(neighbour, 7, 4);
    const bins = new Array<number>(20).fill(0);
    let [serial, across] = [0, 0];
    column.forEach((value, index) => {
      bins[Math.floor(value * 20)]! += 1;
      serial += (value - 0.5) * ((column[index + 1] ?? 0.5) - 0.5);
      across += (value - 0.5) * (neighbour[index]! - 0.5);
    });
    const expected = count / 20;
    const chiSquare = bins.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(43.8); // 19 degrees of freedom, one in a thousand
    expect(Math.abs((serial / count) * 12)).toBeLessThan(0.012);
    expect(Math.abs((across / count) * 12)).toBeLessThan(0.012);
  });

  it('turn into a triangle that has its mean, its spread and its ends', () => {
    const column = new Float64Array(100_000);
    fillRandom(column, 1, 1);
    toTriangle(column, 2, 3, 7);
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length;
    expect(mean).toBeCloseTo((2 + 3 + 7) / 3, 1);
    expect(variance).toBeCloseTo((4 + 9 + 49 - 6 - 14 - 21) / 18, 1);
    expect(Math.min(...column.subarray(0, 50_000))).toBeGreaterThanOrEqual(2);
    expect(Math.max(...column.subarray(0, 50_000))).toBeLessThanOrEqual(7);
  });

  it('stay at the value where low and high are the same', () => {
    const column = new Float64Array(3);
    fillRandom(column, 1, 1);
    toTriangle(column, 5, 5, 5);
    expect([...column]).toEqual([5, 5, 5]);
  });
});

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

describe('the simulation', () => {
  const simulated = simulatePlan(plan, { runs: 2000, seed: 5 });

  it('gives the same answer for the same seed', () => {
    expect(simulatePlan(plan, { runs: 2000, seed: 5 })).toEqual(simulated);
    expect(simulatePlan(plan, { runs: 2000, seed: 6 })).not.toEqual(simulated);
  });

  it('orders its quantiles, in every month and every result', () => {
    const spreads = [
      ...simulated.months.flatMap(({ producing, pipeline, share }) => [producing, pipeline, share]),
      ...[simulated.producersNeeded, simulated.signingsNeeded, simulated.managersNeeded, simulated.roi].map(
        (spread) => (spread.known ? spread.quantiles : null),
      ),
    ];
    for (const quantiles of spreads) {
      const { p10, p20, p50, p80, p90 } = quantiles!;
      expect([p10, p20, p50, p80, p90]).toEqual([p10, p20, p50, p80, p90].toSorted((a, b) => a! - b!));
    }
  });

  it('is the plan itself where nothing has a range', () => {
    const still = simulatePlan(noRanges, { runs: 50 });
    const { rows, years } = planByMonth(noRanges);
    const algebra = partnerAlgebra(noRanges);
    expect(still.drawn).toEqual([]);
    still.months.forEach(({ producing, pipeline, share }, index) => {
      const row = rows[index]!;
      for (const quantile of ['p10', 'p50', 'p90'] as const) {
        expect(producing![quantile]).toBe(row.producing);
        expect(Math.round(pipeline![quantile])).toBe(row.pipeline);
        expect(share![quantile]).toBeCloseTo(row.share!, 8);
      }
    });
    const all = (value: number | null) => ({ p10: value, p20: value, p50: value, p80: value, p90: value });
    expect(still.producersNeeded).toEqual({ known: true, quantiles: all(known(algebra.producersNeeded)) });
    expect(still.signingsNeeded).toEqual({ known: true, quantiles: all(known(algebra.signingsNeeded)) });
    expect(still.managersNeeded).toEqual({ known: true, quantiles: all(known(algebra.managersNeeded)) });
    expect(still.years.map(({ reachesFloor }) => reachesFloor)).toEqual(
      years.map(({ reachesFloor }) => Number(reachesFloor)),
    );
  });

  it('also draws where low and high are the value, and lands there', () => {
    const points = Object.fromEntries(
      ledgerKeys.map((key) => [key, { low: plan.ledger[key], high: plan.ledger[key] }]),
    ) as Record<LedgerKey, Range>;
    const still = simulatePlan({ ...plan, ranges: points }, { runs: 50 });
    expect(still.drawn.length).toBeGreaterThan(20);
    expect(still.months).toEqual(simulatePlan(noRanges, { runs: 50 }).months);
  });

  it('leaves the draws of other rows as they were when one range changes', () => {
    const wider = simulatePlan(
      { ...plan, ranges: { ...plan.ranges, leaderCost: { low: 1, high: 90_000_000 } } },
      { runs: 2000, seed: 5 },
    );
    expect(wider.months).toEqual(simulated.months);
    expect(wider.roi).not.toEqual(simulated.roi);
  });

  it('never draws the share that was decided', () => {
    expect(simulated.drawn).not.toContain('shareYear1');
    expect(simulated.noRange).not.toContain('shareYear1');
  });

  it('says what is missing instead of a number', () => {
    const without = simulatePlan(withLedger(plan, { dealSize: null, leaderCost: null }), { runs: 50 });
    expect(without.months[11]).toMatchObject({ pipeline: null, share: null });
    expect(without.months[11]!.producing).not.toBeNull();
    expect(without.producersNeeded).toEqual({ known: false, missing: ['dealSize'] });
    expect(without.roi).toEqual({ known: false, missing: ['dealSize', 'leaderCost'] });
    expect(without.years[0]).toMatchObject({ reachesFloor: null, share: { known: false } });
    expect(JSON.stringify(without)).not.toContain('NaN');
  });
});

describe('the tornado', () => {
  it('sorts by swing, keeps the others at their value and lists what has no range', () => {
    const { shareYear1, roi, signingsNeeded } = planTornados({
      ...plan,
      ranges: { ...plan.ranges, dealMonths: undefined as never },
    });
    for (const { bars } of [shareYear1, roi]) {
      const swings = bars.map(({ swing }) => swing!);
      expect(swings).toEqual(swings.toSorted((a, b) => b - a));
      expect(Math.min(...swings)).toBeGreaterThan(0);
    }
    expect(shareYear1.bars.map(({ key }) => key)).not.toContain('leaderCost');
    const activation = signingsNeeded.bars.find(({ key }) => key === 'activationRate')!;
    const at = (rate: number) =>
      known(partnerAlgebra(withLedger(plan, { activationRate: rate })).signingsNeeded);
    expect([activation.atLow, activation.atHigh]).toEqual([at(activation.low), at(activation.high)]);
    expect(planTornados(noRanges).paybackMonths).toMatchObject({ bars: [] });
    expect(planTornados(noRanges).paybackMonths.noRange).toContain('dealMonths');
    expect(planTornados(noRanges).producersNeeded.noRange).toEqual([
      ...['newPipelinePerYear', 'shareYear1', 'dealSize'],
      ...['registrationsPerProducer', 'registrationToPipeline'],
    ]);
  });

  it('puts an end without a result first', () => {
    const { signingsNeeded } = planTornados({
      ...plan,
      ranges: { ...plan.ranges, activationRate: { low: 0, high: 0.6 } },
    });
    expect(signingsNeeded.bars[0]).toMatchObject({ key: 'activationRate', atLow: null, swing: null });
  });

  it('has no bars while the result is unknown', () => {
    const { producersNeeded } = planTornados(withLedger(plan, { dealSize: null }));
    expect(producersNeeded).toMatchObject({ bars: [], atValue: { known: false, keys: ['dealSize'] } });
  });
});

describe('the algebra as a whole', () => {
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });
  const ledger = fc.record({
    newPipelinePerYear: fc.integer({ min: 1, max: 100_000_000_000 }),
    shareYear1: share,
    dealSize: fc.integer({ min: 100, max: 100_000_000 }),
    registrationsPerProducer: fc.double({ min: 0.5, max: 50, noNaN: true }),
    registrationToPipeline: share,
    activationRate: share,
  });
  /** What a higher value does to the partners needed. */
  const directions = {
    ...{ newPipelinePerYear: 1, shareYear1: 1 },
    ...{ dealSize: -1, registrationsPerProducer: -1, registrationToPipeline: -1, activationRate: -1 },
  } as const;

  it('moves the right way with each assumption, and never the other', () => {
    fc.assert(
      fc.property(
        ledger,
        fc.constantFrom(...(Object.keys(directions) as (keyof typeof directions)[])),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (values, key, factor) => {
          const more = { ...values, [key]: values[key] * factor };
          const before = partnerAlgebra(withLedger(plan, values));
          const after = partnerAlgebra(withLedger(plan, more));
          for (const name of ['producersNeeded', 'signingsNeeded', 'managersNeeded'] as const) {
            const change = known(after[name])! - known(before[name])!;
            expect(change * directions[key]).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });

  it('signs enough to have the producers, and with them enough pipeline, but for half a minor unit each', () => {
    fc.assert(
      fc.property(ledger, (values) => {
        const algebra = partnerAlgebra(withLedger(plan, values));
        const producers = known(algebra.producersNeeded)!;
        const needed = known(algebra.neededPipeline)!;
        const per = known(algebra.perProducer)!;
        expect(known(algebra.signingsNeeded)! * values.activationRate).toBeGreaterThanOrEqual(
          producers * (1 - 1e-8),
        );
        expect(producers * per).toBeGreaterThanOrEqual(needed * (1 - 1e-8));
        expect((producers - 1) * per).toBeLessThan(needed);
      }),
    );
  });

  it('is feasible at the value that a lever names, and not one step short of it', () => {
    fc.assert(
      fc.property(ledger, (values) => {
        const inputs = withLedger(plan, values);
        const step: Partial<Record<string, number>> = {
          dealSize: 1,
          newPipelinePerYear: 1,
          cohort: 1,
          cohortsPerYear: 1,
        };
        for (const { key, to, limit } of leversOf(inputs)) {
          const at = (value: number) =>
            key === 'cohort' || key === 'cohortsPerYear'
              ? isEnough({ ...inputs, [key]: value })
              : isEnough(withLedger(inputs, { [key]: value }));
          if (to === null) {
            expect(at(limit)).toBe(false);
            continue;
          }
          expect(at(to), key).toBe(true);
          const worse = to + Math.sign(to - limit || (limit === 0 ? 1 : -1)) * (step[key] ?? 0.1);
          if (worse > 0 && worse <= 1e14 && !(key === 'shareYear1' && worse > 1))
            expect(at(worse), key).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
