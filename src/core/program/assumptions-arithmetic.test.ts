import { describe, expect, it } from 'vitest';
import vectors from '#test/vectors/program-arithmetic.json' with { type: 'json' };
import { type Algebra, known, partnerAlgebra } from './algebra.ts';
import { planArithmetic } from './assumptions-arithmetic.ts';
import { type PlanInputs, planInputs } from './assumptions-inputs.ts';
import { type AssumptionsBody, assumptionsPage, type LedgerKey } from './assumptions-page.ts';
import { decideFeasibility } from './feasibility.ts';
import { defaultBody } from './field.ts';
import { planReturns } from './returns.ts';
import { emptyCurve } from './returns-curve.ts';
import { planByMonth, sumOfCost } from './returns-months.ts';
import { ledgerVariance } from './variance.ts';

type Values = Partial<Record<LedgerKey, number | null>>;
const blank: AssumptionsBody = defaultBody(assumptionsPage.fields);
const operatingModel = {
  caps: { pmCap: vectors.defaults.pmCap },
  seats: { head_of_partnerships: { startWeek: null } },
};
const scoreboard = { shareFloors: vectors.defaults.shareFloors };

/** The page of the vectors' defaults with other values in the ledger. */
function body(ledger: Values = {}, plan: Partial<AssumptionsBody['plan']> = {}): AssumptionsBody {
  const values: Values = { ...vectors.defaults.ledger, ...ledger };
  const { tools, programYear, cohort, cohortsPerYear, firstSigningMonth, prmLeast } = vectors.defaults;
  return {
    ...blank,
    ledger: Object.fromEntries(
      Object.entries(blank.ledger).map(([key, row]) => [
        key,
        { ...row, value: values[key as LedgerKey] ?? null, low: null, high: null },
      ]),
    ) as AssumptionsBody['ledger'],
    plan: { ...blank.plan, programYear, cohort, cohortsPerYear, firstSigningMonth, ...plan },
    tooling: {
      crm_attribution: { ...blank.tooling.crm_attribution, monthlyCost: tools.crm_attribution },
      ecosystem_data: { ...blank.tooling.ecosystem_data, monthlyCost: tools.ecosystem_data },
      prm: { ...blank.tooling.prm, monthlyCost: tools.prm },
    },
    prmLeast,
  };
}

function inputs(ledger: Values = {}, plan: Partial<AssumptionsBody['plan']> = {}): PlanInputs {
  return planInputs(body(ledger, plan), operatingModel, scoreboard);
}

describe('the partner algebra (OM-6)', () => {
  it.each(vectors.algebra)('$name', (vector) => {
    const algebra = partnerAlgebra(inputs(vector.ledger), 'year' in vector ? vector.year : 1);
    const told: Record<string, Algebra['share']> = {
      ...{ neededPipeline: algebra.neededPipeline, perProducer: algebra.perProducer },
      ...{ producersNeeded: algebra.producersNeeded, signingsNeeded: algebra.signingsNeeded },
      managersNeeded: algebra.managersNeeded,
      cohortProducers: algebra.oneCohort.producers,
      cohortPipeline: algebra.oneCohort.pipeline,
      cohortShare: algebra.oneCohort.share,
    };
    for (const [name, expected] of Object.entries(vector.expect)) {
      expect([name, known(told[name]!)]).toEqual([name, expected]);
    }
    const why = {
      missing: 'missing' in vector ? vector.missing : {},
      never: 'never' in vector ? vector.never : {},
    };
    for (const [reason, byName] of Object.entries(why)) {
      for (const [name, keys] of Object.entries(byName ?? {})) {
        expect(told[name]).toEqual({ known: false, why: reason, keys });
      }
    }
  });

  it('takes the row of the archetype in build instead of the ledger', () => {
    const own = body({ dealSize: 4_000_000 });
    const withRow = {
      ...own,
      byArchetype: { ...own.byArchetype, si: { dealSize: 8_000_000, pipelineToWon: null, commission: 0.05 } },
    };
    const { ledger } = planInputs(withRow, operatingModel, scoreboard, 'si');
    expect([ledger.dealSize, ledger.pipelineToWon, ledger.commissionRate]).toEqual([8_000_000, 0.25, 0.05]);
    expect(planInputs(withRow, operatingModel, scoreboard, 'msp').ledger.dealSize).toBe(4_000_000);
  });
});

describe('feasibility (OM-7)', () => {
  it.each(vectors.feasibility)('$name', (vector) => {
    const decided = decideFeasibility(inputs(vector.ledger, vector.plan));
    expect(decided.outcome).toBe(vector.outcome);
    if (decided.outcome === 'unknown') {
      expect(decided.missing).toEqual(vector.missing);
      return;
    }
    const levers = Object.fromEntries(decided.levers.map(({ key, to }) => [key, to]));
    expect(levers).toMatchObject(vector.levers ?? {});
    const { isConflict, cohortsNeeded, sizes } = decided.conflict;
    expect({ isConflict, cohortsNeeded }).toEqual({
      isConflict: vector.conflict?.isConflict,
      cohortsNeeded: vector.conflict?.cohortsNeeded,
    });
    sizes.forEach(({ share }, index) => {
      expect(share).toBeCloseTo(vector.conflict?.shares[index] ?? Number.NaN, 7);
    });
  });

  it('says whether a lever stays inside its low and high', () => {
    const ranged = { ...inputs(), ranges: { dealSize: { low: 3_000_000, high: 20_000_000 } } };
    const decided = decideFeasibility(ranged);
    if (decided.outcome === 'unknown') throw new Error('every value is given');
    expect(decided.levers[0]).toMatchObject({ key: 'dealSize', to: 16_666_667, isInRange: true });
    expect(decided.levers.find(({ key }) => key === 'cohort')).toMatchObject({ change: 38, isInRange: null });
    expect(decided.levers.at(-1)).toMatchObject({ to: null });
  });
});

describe('the plan month by month', () => {
  const curve = emptyCurve();
  const plan = planByMonth(inputs(), curve);

  it.each(vectors.months.rows)('month $month is as worked out by hand', (expected) => {
    const row = plan.rows[expected.month - 1]!;
    const { month, signed, pipeline, won, costTotal } = row;
    expect({ month, signed, pipeline, won, costTotal, producing: expected.producing }).toEqual(expected);
    expect(row.producing).toBeCloseTo(expected.producing, 9);
  });

  it.each(vectors.months.years)('year $year holds the sum of its months', ({ year, pipeline, share }) => {
    expect(plan.years[year - 1]).toMatchObject({ pipeline, share, reachesFloor: false });
  });

  it('returns what OM-5 says', () => {
    const { about: _, memo, ...expected } = vectors.returns;
    const [first] = planReturns(inputs(), plan.rows, curve);
    const { programCost, sourcedWon, grossMargin, roi, customers, cac, paybackMonths } = first!;
    const figures = { programCost, sourcedWon, grossMargin, roi, customers, cac, paybackMonths };
    for (const [name, figure] of Object.entries({ ...figures, ...first!.memo })) {
      expect(known(figure), name).toBeCloseTo({ ...expected, ...memo }[name as 'roi'], 6);
    }
    expect(first!.cost).toEqual(expected.cost);
    expect(sumOfCost(first!.cost!)).toBe(expected.programCost);
  });

  it('leaves the memo out of the return: hours saved change nothing', () => {
    const of = (ledger: Values) => {
      const { rows } = planByMonth(inputs(ledger), curve);
      return planReturns(inputs(ledger), rows, curve).map(({ roi, programCost }) => ({ roi, programCost }));
    };
    expect(of({ sdrHoursPerDeal: 500, aeHoursFreed: 500, sdrHourCost: 90_000 })).toEqual(of({}));
  });

  it('has parts that sum, in every month and over the years', () => {
    const [one, two, three, all] = planReturns(inputs(), planByMonth(inputs(), curve).rows, curve);
    for (const name of ['programCost', 'sourcedWon', 'grossMargin'] as const) {
      const parts = [one, two, three].map((year) => known(year![name]) ?? Number.NaN);
      expect(known(all![name])).toBe(parts.reduce((sum, part) => sum + part, 0));
    }
    for (const row of plan.rows) expect(sumOfCost(row.cost!)).toBe(row.costTotal);
    const last = plan.rows.at(-1)!;
    const summed = plan.rows.reduce((sum, row) => sum + row.margin! - row.costTotal!, 0);
    expect(last.cumulative).toBe(summed);
  });

  it('breaks even from the month on in which margins have paid for the cost, or never', () => {
    expect(plan.breakEvenMonth).toEqual({ known: false, why: 'never', keys: [] });
    const rich = planByMonth(inputs({ dealSize: 100_000_000 }));
    const month = known(rich.breakEvenMonth)!;
    expect(rich.rows[month - 2]!.cumulative).toBeLessThan(0);
    expect(rich.rows[month - 1]!.cumulative).toBeGreaterThanOrEqual(0);
  });

  it('names what is missing and leaves the rest known', () => {
    const without = body({ leaderCost: null, newPipelinePerYear: null });
    const half = planArithmetic(
      { ...without, tooling: { ...without.tooling, ecosystem_data: blank.tooling.ecosystem_data } },
      operatingModel,
      scoreboard,
    );
    expect(half.months.missing).toEqual({
      ...{ partners: [], pipeline: [], won: [], margin: [] },
      share: ['newPipelinePerYear'],
      cost: ['leaderCost', 'tool:ecosystem_data'],
    });
    expect(half.months.rows[11]).toMatchObject({
      pipeline: 7_200_000,
      share: null,
      cost: null,
      cumulative: null,
    });
    expect(half.returns[0]!.roi).toEqual({
      ...{ known: false, why: 'missing' },
      keys: ['leaderCost', 'tool:ecosystem_data'],
    });
    expect(JSON.stringify(half)).not.toContain('NaN');
  });
});

describe('variance (OM-4)', () => {
  it.each(vectors.variance)('$assumed against $actual is $standing', (vector) => {
    const ledger = body({ activationRate: vector.assumed }).ledger;
    const actuals =
      vector.actual === null
        ? []
        : [{ key: 'activationRate' as const, value: vector.actual, deals: 12, evidence: 'one cohort' }];
    const row = ledgerVariance(ledger, actuals, vector.limit).find(({ key }) => key === 'activationRate')!;
    expect(row.standing).toBe(vector.standing);
    if (vector.variance === null) expect(row.variance).toBeNull();
    else expect(row.variance).toBeCloseTo(vector.variance, 12);
    expect(row.isSmallSample).toBe(vector.actual !== null);
  });
});
