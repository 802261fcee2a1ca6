/**
 * Assumption against actual (OM-4).
 *
 * Handbook: docs/handbook/assumptions.md
 */

import { ledgerKeys } from './assumptions-inputs.ts';
import type { AssumptionsBody, LedgerKey } from './assumptions-page.ts';

/**
 * What the company's own data says of a row of the ledger: in the row's unit, on how many deals (or partners) it was
 * counted, and what it was read from.
 */
export type Actual = {
  readonly key: LedgerKey;
  readonly value: number;
  readonly deals: number;
  readonly evidence: string;
};

/**
 * Which actual feeds which row. `books`: money that Tandem does not see; it comes from the books when the quarter is
 * reviewed. `decision`: a target, which its own result is held against.
 */
export const actualSources = {
  newPipelinePerYear: { from: 'deals', what: 'New pipeline of the last four full quarters, all sources' },
  newPipelineGrowth: { from: 'deals', what: 'The same against the four quarters before' },
  shareYear1: { from: 'decision', what: 'Sourced share of new pipeline in program year 1' },
  shareYear2: { from: 'decision', what: 'Sourced share of new pipeline in program year 2' },
  shareYear3: { from: 'decision', what: 'Sourced share of new pipeline from program year 3 on' },
  dealSize: { from: 'deals', what: 'Average amount of sourced deals when they became pipeline' },
  dealMonths: { from: 'books', what: 'Terms of sourced contracts' },
  registrationsPerProducer: {
    from: 'partners',
    what: 'Accepted registrations of the last four quarters by producing partner',
  },
  registrationToPipeline: {
    from: 'deals',
    what: 'Accepted registrations that reached pipeline within 60 days',
  },
  pipelineToWon: { from: 'deals', what: 'Win rate of sourced deals that have closed' },
  cycleDays: { from: 'deals', what: 'Median days from pipeline to won of sourced deals' },
  activationRate: { from: 'partners', what: 'Partners of a cohort who activated within 90 days' },
  activationDays: { from: 'partners', what: 'Median days from signing to activation' },
  producersLost: { from: 'partners', what: 'Partners who produced a year ago and do no more' },
  winRateLift: { from: 'deals', what: 'Win rate of sourced deals against direct ones' },
  sdrHoursPerDeal: { from: 'books', what: 'Time sheets' },
  sdrHourCost: { from: 'books', what: 'Payroll' },
  aeHoursPerDeal: { from: 'books', what: 'Time sheets' },
  aeHoursFreed: { from: 'books', what: 'Time sheets' },
  aeHourCost: { from: 'books', what: 'Payroll' },
  leaderCost: { from: 'books', what: 'Payroll' },
  managerCost: { from: 'books', what: 'Payroll' },
  otherPeopleCost: { from: 'books', what: 'Payroll' },
  commissionRate: { from: 'books', what: 'Commissions paid on sourced deals that were won' },
  mdfPerYear: { from: 'books', what: 'MDF paid' },
  spiffPerYear: { from: 'books', what: 'SPIFs paid' },
  grossMargin: { from: 'books', what: 'Income statement' },
  directCac: { from: 'books', what: 'Sales and marketing cost by new direct customer' },
  directPaybackMonths: { from: 'books', what: 'Months until a direct customer has paid for winning them' },
} as const satisfies Readonly<
  Record<LedgerKey, { readonly from: 'deals' | 'partners' | 'books' | 'decision'; readonly what: string }>
>;

/** From how many deals on an actual says something; below it is shown as a small sample (FC-5). */
const leastDeals = 20;

/** One row of the ledger against its actual. */
export type Variance = {
  readonly key: LedgerKey;
  readonly assumed: number | null;
  readonly actual: Actual | null;
  /** (actual − assumed) ÷ assumed; null while one of them is unknown or the assumption is zero. */
  readonly variance: number | null;
  /** `unknown` is no actual yet, or no assumption: never "on plan". */
  readonly standing: 'unknown' | 'on_plan' | 'flagged';
  readonly isSmallSample: boolean;
  /** What will feed the row. */
  readonly source: string;
};

/**
 * OM-4: the variance of every row of the ledger, and whether it exceeds the limit (`varianceFlag`, 20 % unless signed
 * otherwise) in either direction. A row without an actual is unknown. An actual other than an assumption of zero is
 * flagged, although no percentage can be told.
 */
export function ledgerVariance(
  ledger: AssumptionsBody['ledger'],
  actuals: readonly Actual[],
  varianceFlag: number,
): Variance[] {
  const byKey = new Map(actuals.map((actual) => [actual.key, actual]));
  return ledgerKeys.map((key) => {
    const assumed = ledger[key].value;
    const actual = byKey.get(key) ?? null;
    const source = actualSources[key].what;
    if (assumed === null || actual === null) {
      return {
        key,
        assumed,
        actual,
        variance: null,
        standing: 'unknown',
        isSmallSample: actual !== null && isSmall(actual),
        source,
      };
    }
    const difference = actual.value - assumed;
    const variance = assumed === 0 ? null : difference / Math.abs(assumed);
    const isOver = variance === null ? difference !== 0 : Math.abs(variance) > varianceFlag + 1e-9;
    return {
      key,
      assumed,
      actual,
      variance,
      standing: isOver ? 'flagged' : 'on_plan',
      isSmallSample: isSmall(actual),
      source,
    };
  });
}

function isSmall(actual: Actual): boolean {
  return actual.deals < leastDeals;
}
