/**
 * The tooling plan (S1): three layers, each with the milestone from which it is worth its price, its cost, and whether
 * to buy it now or to wait.
 *
 * Handbook: docs/handbook/assumptions.md
 */

import type { Reason, ReasonParams } from '#core/decision.ts';
import type { PlanInputs, ToolChoice } from './assumptions-inputs.ts';
import type { ToolKey } from './assumptions-page.ts';
import type { CheckWords } from './check.ts';
import { type Curve, planMonths } from './returns-curve.ts';

/** What is so today. Null: nobody has measured it yet, which is not the same as none. */
export type ToolingFacts = {
  /** Partners who are active, and partners who have signed. */
  readonly activePartners: number | null;
  readonly signedPartners: number | null;
  /** Whether gate G4 is open. */
  readonly isRecruitingOpen: boolean;
  /** From how many partners on the first cohort is one. */
  readonly cohortLeast: number;
};

export type ToolCode =
  | 'crm_before_recruiting'
  | 'ecosystem_with_recruiting'
  | 'ecosystem_with_cohort'
  | 'prm_partners'
  | 'prm_not_measured';

export type ToolVerdict = {
  readonly tool: ToolKey;
  /** `have`: the company says that it has it. */
  readonly verdict: 'have' | 'buy' | 'wait';
  readonly reasons: readonly Reason<ToolCode>[];
  /** What the company has decided; and whether it says other than the verdict. */
  readonly choice: ToolChoice;
  readonly disagrees: boolean;
  /** The month of the plan from which it is paid; null where the plan does not come to it in three years. */
  readonly fromMonth: number | null;
  readonly monthlyCost: number | null;
  /** Over the three years of the plan; null while the monthly cost is not known. */
  readonly planCost: number | null;
};

/**
 * Buy or wait, layer by layer:
 *
 * - **CRM with partner attribution** is needed before gate G4, so before anyone is recruited: have it or buy it.
 * - **Ecosystem data** pays once recruiting opens or the first cohort is there.
 * - **PRM** waits below `prmLeast` active partners. Partners whom nobody has counted yet are not 25.
 */
export function decideTooling(inputs: PlanInputs, curve: Curve, facts: ToolingFacts): ToolVerdict[] {
  const { activePartners, signedPartners, isRecruitingOpen, cohortLeast } = facts;
  const reached = curve.producing.findIndex((producing) => producing >= inputs.prmLeast - 1e-9);
  const hasCohort = signedPartners !== null && signedPartners >= cohortLeast;
  const prmReason: Reason<ToolCode> =
    activePartners === null
      ? { rule: 'G7', code: 'prm_not_measured', holds: false, params: { least: inputs.prmLeast } }
      : {
          rule: 'G7',
          code: 'prm_partners',
          holds: activePartners >= inputs.prmLeast,
          params: {
            active: activePartners,
            least: inputs.prmLeast,
            month: reached < 0 ? null : reached + 1,
          },
        };
  return [
    verdictOf(inputs, 'crm_attribution', 1, true, [
      { rule: 'G4', code: 'crm_before_recruiting', holds: true, params: {} },
    ]),
    verdictOf(inputs, 'ecosystem_data', inputs.firstSigningMonth, isRecruitingOpen || hasCohort, [
      {
        rule: 'G4',
        code: 'ecosystem_with_recruiting',
        holds: isRecruitingOpen,
        params: { month: inputs.firstSigningMonth },
      },
      {
        rule: '2',
        code: 'ecosystem_with_cohort',
        holds: hasCohort,
        params: { signed: signedPartners, least: cohortLeast },
      },
    ]),
    verdictOf(inputs, 'prm', reached < 0 ? null : reached + 1, prmReason.holds, [prmReason]),
  ];
}

function verdictOf(
  inputs: PlanInputs,
  tool: ToolKey,
  milestoneMonth: number | null,
  isDue: boolean,
  reasons: readonly Reason<ToolCode>[],
): ToolVerdict {
  const { monthlyCost, choice } = inputs.tools[tool];
  const fromMonth = choice === 'have' || choice === 'buy' ? 1 : milestoneMonth;
  const advice = isDue ? 'buy' : 'wait';
  const paid = fromMonth === null ? 0 : Math.max(0, planMonths + 1 - fromMonth);
  return {
    tool,
    verdict: choice === 'have' ? 'have' : advice,
    reasons,
    choice,
    disagrees: (choice === 'buy' || choice === 'wait') && choice !== advice,
    fromMonth,
    monthlyCost,
    planCost: paid === 0 ? 0 : monthlyCost === null ? null : monthlyCost * paid,
  };
}

const number = (params: ReasonParams, name: string) => String(params[name]);

/** The words of the reasons. */
export const toolingWords = {
  crm_before_recruiting: {
    holds: () => 'Every credit has to stand in the CRM before anyone is recruited (gate G4).',
    fails: () => 'Every credit has to stand in the CRM before anyone is recruited (gate G4).',
  },
  ecosystem_with_recruiting: {
    holds: () => 'Recruiting is open: common accounts decide whom to ask first.',
    fails: (p) =>
      `Recruiting is not open yet. Accounts are compared when it opens, in month ${number(p, 'month')} of the plan.`,
  },
  ecosystem_with_cohort: {
    holds: (p) =>
      `${number(p, 'signed')} partners have signed: a first cohort is there to compare accounts with.`,
    fails: (p) =>
      p.signed === null
        ? `Nobody has counted signed partners yet; a first cohort has ${number(p, 'least')} or more.`
        : `${number(p, 'signed')} partners have signed; a first cohort has ${number(p, 'least')} or more.`,
  },
  prm_partners: {
    holds: (p) => `${number(p, 'active')} partners are active, and a PRM pays from ${number(p, 'least')} on.`,
    fails: (p) =>
      `${number(p, 'active')} partners are active, and a PRM pays from ${number(p, 'least')} on. ` +
      (p.month === null
        ? 'The plan does not come to that in three years.'
        : `The plan comes to that in month ${number(p, 'month')}.`),
  },
  prm_not_measured: {
    holds: () => '',
    fails: (p) => `Active partners are not measured yet; a PRM waits until there are ${number(p, 'least')}.`,
  },
} as const satisfies Readonly<Record<ToolCode, CheckWords>>;
