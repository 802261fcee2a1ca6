/**
 * What the assumptions need before the CFO signs (OM-4 to OM-7). That a field is answered at all is checked for every
 * page alike; here is whether the plan can be computed, whether it can work, and what each number rests on.
 *
 * Handbook: docs/handbook/program.md
 */

import { addDays, type LocalDate } from '#core/calendar.ts';
import type { Archetype } from './archetype.ts';
import type { AssumptionsCheckCode } from './assumptions-check-words.ts';
import {
  type InputKey,
  ledgerKeys,
  type OperatingFacts,
  planInputs,
  type ScoreboardFacts,
} from './assumptions-inputs.ts';
import { claimedWithoutData, ledgerRows } from './assumptions-ledger.ts';
import { type AssumptionsBody, assumptionsPage, type LedgerKey } from './assumptions-page.ts';
import { advisoryCheck, blockingCheck, type Check } from './check.ts';
import { type CohortSize, decideFeasibility, type Feasibility } from './feasibility.ts';
import type { FunnelFact } from './funnel.ts';
import { type PlanMonths, planByMonth } from './returns-months.ts';
import { type Actual, ledgerVariance } from './variance.ts';

/** What the assumptions are held against besides themselves. What is left out is not known. */
export type AssumptionsFacts = {
  readonly today: LocalDate;
  readonly operatingModel: OperatingFacts;
  readonly scoreboard: ScoreboardFacts;
  readonly archetype?: Archetype | null;
  readonly cohortSize?: CohortSize;
  readonly funnel?: readonly FunnelFact[];
  readonly actuals?: readonly Actual[];
  readonly activePartners?: number | null;
};

type AssumptionsCheck = Check<AssumptionsCheckCode>;

/** A quarter, and the days that a date set today for the end of the next month may lie beyond it. */
const reviewDays = 100;

/** Every check of the page, in the order of its sections. */
export function checkAssumptions(body: AssumptionsBody, facts: AssumptionsFacts): AssumptionsCheck[] {
  const inputs = planInputs(body, facts.operatingModel, facts.scoreboard, facts.archetype);
  const feasibility = decideFeasibility(inputs, facts.cohortSize);
  const months = planByMonth(inputs);
  return [
    ...checkPlan(feasibility, inputs.cohortsPerYear),
    ...checkMonths(months, inputs.programYear),
    ...checkRows(body.ledger),
    ...checkGrounds(body.ledger, facts.today),
    ...checkActuals(body, facts),
    ...checkTooling(body, months, facts.activePartners ?? null),
  ];
}

/** OM-7: an infeasible plan blocks the signature; a plan that cannot be computed is not feasible either. */
function checkPlan(feasibility: Feasibility, cohortsPerYear: number): AssumptionsCheck[] {
  if (feasibility.outcome === 'unknown') {
    const { missing } = feasibility;
    return [blockingCheck('OM-6', 'plan_values', pathOf(missing[0]), false, { names: namesOf(missing) })];
  }
  const { year, levers, conflict, target, floor } = feasibility;
  const lever = (name: string) => levers.find(({ key }) => key === name)?.to ?? null;
  const share = lever(`shareYear${year}`);
  const largest = conflict.sizes.at(-1);
  const isRepeated = conflict.cohortsNeeded !== null && cohortsPerYear >= conflict.cohortsNeeded;
  return [
    blockingCheck('OM-6', 'plan_values', 'ledger', true),
    blockingCheck('OM-7', 'plan_feasible', 'plan', feasibility.outcome === 'feasible', {
      year,
      needed: feasibility.producersNeeded,
      planned: rounded(feasibility.producersPlanned),
      signingsNeeded: feasibility.signingsNeeded,
      signingsPlanned: feasibility.signingsPlanned,
      cohorts: lever('cohortsPerYear'),
      share: share === null || share === 0 ? null : percent(share),
    }),
    advisoryCheck('10', 'target_floor', `ledger.shareYear${year}.value`, target >= floor - 1e-9, {
      year,
      target: percent(target),
      floor: percent(floor),
    }),
    advisoryCheck('X8', 'one_cohort', 'plan.cohortsPerYear', !conflict.isConflict || isRepeated, {
      floor: percent(conflict.floor),
      partners: largest?.partners ?? null,
      share: percent(largest?.share ?? 0),
      cohorts: conflict.cohortsNeeded,
    }),
  ];
}

/** What the year holds once partners have to sign, activate and sell in it first; and whether its cost is known. */
function checkMonths(months: PlanMonths, programYear: number): AssumptionsCheck[] {
  const { missing } = months;
  const costs = [...new Set([...missing.margin, ...missing.cost])];
  const checks: AssumptionsCheck[] = [
    blockingCheck('OM-5', 'plan_costs', pathOf(costs[0]), costs.length === 0, { names: namesOf(costs) }),
  ];
  const year = months.years[programYear - 1];
  if (year !== undefined && year.share !== null && year.target !== null) {
    checks.push(
      advisoryCheck('OM-6', 'year_by_months', 'plan.firstSigningMonth', year.reachesTarget === true, {
        year: year.year,
        share: percent(year.share),
        target: percent(year.target),
      }),
    );
  }
  return checks;
}

/** Each row by itself: low ≤ value ≤ high, and a share that can be one. */
function checkRows(ledger: AssumptionsBody['ledger']): AssumptionsCheck[] {
  const outOfOrder = ledgerKeys.filter((key) => {
    const { low, value, high } = ledger[key];
    const given = [low, value, high].filter((number) => number !== null);
    return given.some((number, index) => index > 0 && number < (given[index - 1] ?? number));
  });
  const impossible = ledgerKeys.filter((key) => {
    const row: { readonly unit: string } = ledgerRows[key];
    if (row.unit !== 'share') return false;
    const [least, most] = changes.has(key) ? [-1, 10] : [0, 1];
    const { low, value, high } = ledger[key];
    return [low, value, high].some((number) => number !== null && (number < least || number > most));
  });
  const unspread = ledgerKeys.filter((key) => {
    const { low, value, high } = ledger[key];
    return value !== null && (low === null || high === null);
  });
  return [
    ...perRow('OM-4', 'range_order', outOfOrder, 'low'),
    ...perRow('OM-4', 'share_possible', impossible, 'value'),
    advisoryCheck('OM-4', 'range_given', pathOf(unspread[0], 'low'), unspread.length === 0, {
      names: fewOf(unspread),
    }),
  ];
}

/** Shares that say how something changes, and may be negative or above 100 %. */
const changes: ReadonlySet<LedgerKey> = new Set(['winRateLift', 'newPipelineGrowth']);

/** What each number rests on: an owner, evidence, a date on which it is looked at again within the quarter. */
function checkGrounds(ledger: AssumptionsBody['ledger'], today: LocalDate): AssumptionsCheck[] {
  const given = ledgerKeys.filter((key) => ledger[key].value !== null);
  const without = (is: (row: AssumptionsBody['ledger'][LedgerKey]) => boolean) =>
    given.filter((key) => is(ledger[key]));
  const ownerless = without(({ owner }) => owner.trim() === '');
  const unfounded = without(({ evidence }) => {
    const text = evidence.trim();
    return text === '' || text.startsWith(claimedWithoutData);
  });
  const last = addDays(today, reviewDays);
  const unreviewed = without(({ reviewOn }) => reviewOn === null || reviewOn > last);
  const overdue = without(({ reviewOn }) => reviewOn !== null && reviewOn < today);
  const advise = (code: AssumptionsCheckCode, keys: readonly LedgerKey[], cell: string) =>
    advisoryCheck('OM-4', code, pathOf(keys[0], cell), keys.length === 0, {
      names: fewOf(keys),
      count: keys.length,
    });
  return [
    advise('row_owner', ownerless, 'owner'),
    advise('row_evidence', unfounded, 'evidence'),
    advise('row_review', unreviewed, 'reviewOn'),
    advise('row_overdue', overdue, 'reviewOn'),
  ];
}

/** OM-4: actuals that leave the plan, and whether lift and win rate agree with the company's own direct deals. */
function checkActuals({ ledger, plan }: AssumptionsBody, facts: AssumptionsFacts): AssumptionsCheck[] {
  const flagged = ledgerVariance(ledger, facts.actuals ?? [], plan.varianceFlag).filter(
    ({ standing }) => standing === 'flagged',
  );
  const checks = flagged.map(({ key, variance, actual, isSmallSample }) =>
    advisoryCheck('OM-4', 'row_variance', `ledger.${key}.value`, false, {
      name: ledgerRows[key].label,
      variance: variance === null ? null : percent(Math.abs(variance)),
      isAbove: (actual?.value ?? 0) > (ledger[key].value ?? 0),
      deals: actual?.deals ?? null,
      isSmallSample,
      limit: percent(plan.varianceFlag),
    }),
  );
  const direct = facts.funnel?.find(({ kind }) => kind === 'win_rate');
  const lift = ledger.winRateLift.value;
  const won = ledger.pipelineToWon.value;
  if (direct === undefined || lift === null || won === null || direct.value <= 0) return checks;
  const expected = direct.value * (1 + lift);
  const isNear = Math.abs(won - expected) <= expected * plan.varianceFlag + 1e-9;
  return [
    ...checks,
    advisoryCheck('10', 'lift_agrees', 'ledger.pipelineToWon.value', isNear, {
      direct: percent(direct.value),
      deals: direct.deals,
      lift: percent(lift),
      expected: percent(expected),
      won: percent(won),
    }),
  ];
}

/** G4 needs the CRM; a PRM waits below its number of active partners, and partners nobody has counted are none. */
function checkTooling(
  { tooling, prmLeast }: AssumptionsBody,
  months: PlanMonths,
  activePartners: number | null,
): AssumptionsCheck[] {
  const isEarly = tooling.prm.choice === 'buy' && (activePartners ?? 0) < prmLeast;
  const reached = months.rows.find(({ producing }) => producing !== null && producing >= prmLeast - 1e-9);
  return [
    advisoryCheck(
      'G4',
      'tool_crm',
      'tooling.crm_attribution.choice',
      tooling.crm_attribution.choice !== 'wait',
    ),
    advisoryCheck('G7', 'tool_prm', 'tooling.prm.choice', !isEarly, {
      active: activePartners,
      least: prmLeast,
      month: reached?.month ?? null,
    }),
  ];
}

function perRow(
  rule: string,
  code: AssumptionsCheckCode,
  keys: readonly LedgerKey[],
  cell: string,
): AssumptionsCheck[] {
  if (keys.length === 0) return [blockingCheck(rule, code, 'ledger', true)];
  return keys.map((key) =>
    blockingCheck(rule, code, `ledger.${key}.${cell}`, false, { name: ledgerRows[key].label }),
  );
}

function pathOf(key: InputKey | undefined, cell = 'value'): string {
  if (key === undefined) return 'ledger';
  return key.startsWith('tool:') ? `tooling.${key.slice(5)}.monthlyCost` : `ledger.${key}.${cell}`;
}

/** The name of an input as the page has it. */
export function inputLabel(key: InputKey): string {
  if (!key.startsWith('tool:')) return ledgerRows[key as LedgerKey].label;
  const tool = key.slice(5) as keyof AssumptionsBody['tooling'];
  return `${assumptionsPage.fields.tooling.rows[tool].label}: cost per month`;
}

function namesOf(keys: readonly InputKey[]): string {
  return keys.map(inputLabel).join('; ');
}

/** The first ones by name, and how many more. */
function fewOf(keys: readonly InputKey[]): string {
  const more = keys.length - mostNames;
  return more <= 1 ? namesOf(keys) : `${namesOf(keys.slice(0, mostNames))}; and ${more} more`;
}

const mostNames = 4;

function percent(share: number): string {
  return `${rounded(share * 100)} %`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
