import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '#test/vectors/program-arithmetic.json' with { type: 'json' };
import { known, partnerAlgebra } from './algebra.ts';
import { type PlanInputs, planInputs, withLedger } from './assumptions-inputs.ts';
import { assumptionsPage } from './assumptions-page.ts';
import { isEnough, leversOf } from './feasibility-levers.ts';
import { defaultBody } from './field.ts';

const plan: PlanInputs = {
  ...planInputs(
    defaultBody(assumptionsPage.fields),
    { caps: { pmCap: 20 }, seats: { head_of_partnerships: { startWeek: 8 } } },
    { shareFloors: [0.15, 0.25, 0.35] },
  ),
  ledger: vectors.defaults.ledger,
  ranges: {},
};

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
