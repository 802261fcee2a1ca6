import { type Algebra, partnerAlgebra } from './algebra.ts';
import type { Archetype } from './archetype.ts';
import {
  type OperatingFacts,
  type PlanInputs,
  planInputs,
  type ScoreboardFacts,
} from './assumptions-inputs.ts';
import type { AssumptionsBody } from './assumptions-page.ts';
import { type CohortSize, decideFeasibility, type Feasibility, firstCohort } from './feasibility.ts';
import { planReturns, type Returns } from './returns.ts';
import { emptyCurve } from './returns-curve.ts';
import { type PlanMonths, planByMonth } from './returns-months.ts';
import { planTornados, type Tornado, type TornadoOutput } from './sensitivity.ts';
import { decideTooling, type ToolVerdict } from './tooling.ts';
import { type Actual, ledgerVariance, type Variance } from './variance.ts';

/** What else the arithmetic can use. Everything may be left out: then it is not known, and the result says so. */
export type ArithmeticFacts = {
  /** The archetype in build, whose own row takes the place of the ledger's (AR-3). */
  readonly archetype?: Archetype | null;
  readonly actuals?: readonly Actual[];
  readonly activePartners?: number | null;
  readonly signedPartners?: number | null;
  /** Whether gate G4 is open. */
  readonly isRecruitingOpen?: boolean;
  /** The size of a first cohort, from the page of the ideal partner profile. */
  readonly cohortSize?: CohortSize;
};

export type PlanArithmetic = {
  /** What it was computed from. Pass it on to `simulatePlan`, which is not part of this because it takes longer. */
  readonly inputs: PlanInputs;
  /** OM-6 of the plan's program year, and of year 1, 2 and 3 side by side. */
  readonly algebra: Algebra;
  readonly years: readonly [Algebra, Algebra, Algebra];
  /** OM-7: whether the plan can work, what would have to move, and X8. */
  readonly feasibility: Feasibility;
  /** 36 months, the three years, and the month of break-even. */
  readonly months: PlanMonths;
  /** OM-5 of year 1, 2, 3 and of the three together (`year` null), in this order. */
  readonly returns: readonly Returns[];
  readonly tornados: Readonly<Record<TornadoOutput, Tornado>>;
  /** CRM attribution, ecosystem data, PRM, in this order. */
  readonly tooling: readonly ToolVerdict[];
  /** Every row of the ledger against its actual, in the ledger's order. */
  readonly variance: readonly Variance[];
};

/**
 * The CFO's arithmetic (OM-4 to OM-7): everything that the assumptions page shows below the ledger, from the bodies of
 * the pages as they stand, whole or half filled in. It is quick enough to run at every keystroke (a few milliseconds).
 *
 *     const plan = planArithmetic(document.assumptions, document.operating_model, document.scoreboard, {
 *       archetype, actuals, activePartners,
 *     });
 *     const simulation = simulatePlan(plan.inputs, { runs: 10_000, seed: 1 });
 *
 * How to read it:
 *
 * - A `Figure` is `{ known: true, value }`, or `{ known: false, why, keys }`. With `missing` the keys are what somebody
 *   has to fill in (`dealSize` is a row of the ledger, `tool:prm` the monthly cost of a tool). With `never` no number
 *   would do: an input is zero, or it does not happen within the plan's three years. Elsewhere null is unknown. There
 *   is no NaN and no zero in place of an unknown.
 * - Amounts are whole minor units of the organization's currency. Shares are fractions. Expected numbers of partners
 *   (`producing`, `producersPlanned`) need not be whole; numbers of partners needed are.
 * - Months are 1 to 36 from the kickoff. The algebra counts every partner for a full year; the months let them sign,
 *   activate and sell first, so the share of year 1 by months is below that of the algebra. Both are shown.
 * - `feasibility.outcome` is `unknown`, `feasible` or `infeasible`. `levers` say how far each assumption alone has to
 *   move (infeasible) or may still move (feasible), those within their own low and high first; `cohorts` is the trade
 *   of cohorts per year against the share target; `conflict` is X8.
 * - A tornado's bars are sorted, the widest first; `noRange` lists rows without low and high, or whose value does not
 *   lie between them.
 *
 * Handbook: docs/handbook/assumptions.md
 */
export function planArithmetic(
  assumptions: AssumptionsBody,
  operatingModel: OperatingFacts,
  scoreboard: ScoreboardFacts,
  facts: ArithmeticFacts = {},
): PlanArithmetic {
  const inputs = planInputs(assumptions, operatingModel, scoreboard, facts.archetype);
  const cohortSize = facts.cohortSize ?? firstCohort;
  const curve = emptyCurve();
  const months = planByMonth(inputs, curve);
  return {
    inputs,
    algebra: partnerAlgebra(inputs),
    years: [partnerAlgebra(inputs, 1), partnerAlgebra(inputs, 2), partnerAlgebra(inputs, 3)],
    feasibility: decideFeasibility(inputs, cohortSize),
    months,
    returns: planReturns(inputs, months.rows, curve),
    tornados: planTornados(inputs),
    tooling: decideTooling(inputs, curve, {
      activePartners: facts.activePartners ?? null,
      signedPartners: facts.signedPartners ?? null,
      isRecruitingOpen: facts.isRecruitingOpen ?? false,
      cohortLeast: cohortSize.least,
    }),
    variance: ledgerVariance(assumptions.ledger, facts.actuals ?? [], assumptions.plan.varianceFlag),
  };
}
