import { describe, expect, it } from 'vitest';
import vectors from '#test/vectors/program-arithmetic.json' with { type: 'json' };
import { known, partnerAlgebra } from './algebra.ts';
import { ledgerKeys, type PlanInputs, planInputs, type Range, withLedger } from './assumptions-inputs.ts';
import { assumptionsPage, type LedgerKey } from './assumptions-page.ts';
import { defaultBody } from './field.ts';
import { planByMonth } from './returns-months.ts';
import { planTornados } from './sensitivity.ts';
import { simulatePlan } from './simulation.ts';

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
