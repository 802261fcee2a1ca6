import { type AssumptionsBody, assumptionsPage, type LedgerKey } from '#core/program/assumptions-page.ts';
import { defaultBody } from '#core/program/field.ts';

const blank: AssumptionsBody = defaultBody(assumptionsPage.fields);

/** What only the company knows, in minor units of the example's currency. */
const known: Readonly<
  Partial<Record<LedgerKey, { value: number; low: number; high: number; evidence: string }>>
> = {
  newPipelinePerYear: {
    ...{ value: 2_400_000_000, low: 2_000_000_000, high: 2_600_000_000 },
    evidence: 'Sales plan of the year, signed in October',
  },
  shareYear1: { value: 0.15, low: 0.1, high: 0.2, evidence: 'Decided by CRO and CFO on 12 November' },
  shareYear2: { value: 0.25, low: 0.2, high: 0.3, evidence: 'Decided by CRO and CFO on 12 November' },
  shareYear3: { value: 0.35, low: 0.25, high: 0.4, evidence: 'Decided by CRO and CFO on 12 November' },
  winRateLift: {
    value: 0.3,
    low: 0,
    high: 0.5,
    evidence: 'Deals with an integrator: 5 of 20 won, 25 % against 19 %',
  },
  dealSize: { value: 4_000_000, low: 3_200_000, high: 5_500_000, evidence: 'Median of 46 direct wins' },
  sdrHourCost: { value: 5_500, low: 5_000, high: 6_500, evidence: 'Payroll and seat cost' },
  aeHourCost: { value: 12_000, low: 10_000, high: 14_000, evidence: 'Payroll and seat cost' },
  leaderCost: { value: 25_000_000, low: 25_000_000, high: 32_000_000, evidence: 'Two offers of the market' },
  managerCost: { value: 16_000_000, low: 14_000_000, high: 18_000_000, evidence: 'Pay band of the company' },
  otherPeopleCost: { value: 6_000_000, low: 4_000_000, high: 8_000_000, evidence: 'Half a RevOps seat' },
  mdfPerYear: { value: 5_000_000, low: 2_000_000, high: 6_000_000, evidence: 'Budget' },
  spiffPerYear: { value: 2_000_000, low: 1_000_000, high: 3_000_000, evidence: 'Budget' },
  directCac: { value: 3_600_000, low: 3_000_000, high: 4_200_000, evidence: 'Finance, last four quarters' },
  directPaybackMonths: { value: 18, low: 15, high: 22, evidence: 'Finance, last four quarters' },
};

/**
 * The method's arithmetic: $24.0M at 15 % is $3.6M, a producer brings 6 × 60 % × $40K = $144K, so 25 producers, and 50
 * signings at 50 % activation. One cohort of 12 carries $864K, 3.6 %; five of them in the year carry the plan.
 */
export const assumptionsExample: AssumptionsBody = {
  ...blank,
  ledger: Object.fromEntries(
    Object.entries(blank.ledger).map(([key, row]) => {
      const given = known[key as LedgerKey];
      const evidence = row.evidence === '' ? 'Estimate, to be measured' : row.evidence;
      return [key, { ...row, evidence, reviewOn: '2027-02-26', ...given }];
    }),
  ) as AssumptionsBody['ledger'],
  plan: { ...blank.plan, cohort: 12, cohortsPerYear: 5 },
  tooling: {
    crm_attribution: { ...blank.tooling.crm_attribution, monthlyCost: 0, choice: 'have' },
    ecosystem_data: { ...blank.tooling.ecosystem_data, monthlyCost: 150_000, choice: 'buy' },
    prm: { ...blank.tooling.prm, monthlyCost: 200_000, choice: 'wait' },
  },
};
