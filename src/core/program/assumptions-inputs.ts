import type { Archetype } from './archetype.ts';
import { ledgerRows } from './assumptions-ledger.ts';
import type { AssumptionsBody, LedgerKey, ToolKey } from './assumptions-page.ts';

/** Every key of the ledger, in its order on the page. */
export const ledgerKeys = Object.keys(ledgerRows) as readonly LedgerKey[];

/** What can be missing: a row of the ledger, or the monthly cost of a tool. */
export type InputKey = LedgerKey | `tool:${ToolKey}`;

export type Range = { readonly low: number; readonly high: number };

/** What of the operating model the arithmetic reads; the body of that page fits. */
export type OperatingFacts = {
  readonly caps: { readonly pmCap: number };
  readonly seats: { readonly head_of_partnerships: { readonly startWeek: number | null } };
};

/** What of the scoreboard the arithmetic reads; the body of that page fits. */
export type ScoreboardFacts = { readonly shareFloors: readonly number[] };

/**
 * Everything that the arithmetic runs on. A ledger value is null while nobody has given it; a range is absent unless
 * both its ends are given and the value lies between them.
 */
export type PlanInputs = {
  readonly ledger: Readonly<Record<LedgerKey, number | null>>;
  readonly ranges: Readonly<Partial<Record<LedgerKey, Range>>>;
  readonly programYear: number;
  readonly cohort: number;
  readonly cohortsPerYear: number;
  readonly firstSigningMonth: number;
  readonly pmCap: number;
  /** The month in which the leader begins to cost money. */
  readonly leaderMonth: number;
  /** The floors of program year one, two and three. */
  readonly shareFloors: readonly [number, number, number];
  readonly tools: Readonly<
    Record<ToolKey, { readonly monthlyCost: number | null; readonly choice: ToolChoice }>
  >;
  readonly prmLeast: number;
};

export type ToolChoice = 'have' | 'buy' | 'wait' | null;

export const daysPerMonth = 365.25 / 12;
const weeksPerMonth = daysPerMonth / 7;

/**
 * The inputs of the arithmetic from the pages. Where an archetype is in build, its row takes the place of the ledger's
 * value (AR-3): archetypes do not convert alike. A range of the ledger goes with it only while it still holds the value.
 *
 * Handbook: docs/handbook/assumptions.md
 */
export function planInputs(
  assumptions: AssumptionsBody,
  operatingModel: OperatingFacts,
  scoreboard: ScoreboardFacts,
  archetype: Archetype | null = null,
): PlanInputs {
  const { plan, tooling, prmLeast } = assumptions;
  const own = archetype === null ? null : assumptions.byArchetype[archetype];
  const instead: Partial<Record<LedgerKey, number | null>> = {
    dealSize: own?.dealSize ?? null,
    pipelineToWon: own?.pipelineToWon ?? null,
    commissionRate: own?.commission ?? null,
  };
  const ledger = {} as Record<LedgerKey, number | null>;
  const ranges: Partial<Record<LedgerKey, Range>> = {};
  for (const key of ledgerKeys) {
    const { low, high } = assumptions.ledger[key];
    const value = instead[key] ?? assumptions.ledger[key].value;
    ledger[key] = value;
    if (value !== null && low !== null && high !== null && low <= value && value <= high) {
      ranges[key] = { low, high };
    }
  }
  const [first = 0, second = first, third = second] = scoreboard.shareFloors;
  const startWeek = operatingModel.seats.head_of_partnerships.startWeek ?? 0;
  return {
    ledger,
    ranges,
    programYear: plan.programYear,
    cohort: plan.cohort,
    cohortsPerYear: plan.cohortsPerYear,
    firstSigningMonth: plan.firstSigningMonth,
    pmCap: operatingModel.caps.pmCap,
    leaderMonth: 1 + Math.floor(startWeek / weeksPerMonth),
    shareFloors: [first, second, third],
    tools: tooling,
    prmLeast,
  };
}

/** The same inputs with other values of the ledger. A range that does not hold its value any more goes. */
export function withLedger(
  inputs: PlanInputs,
  values: Readonly<Partial<Record<LedgerKey, number | null>>>,
): PlanInputs {
  const ledger = { ...inputs.ledger, ...values };
  const ranges = { ...inputs.ranges };
  for (const key of Object.keys(values) as LedgerKey[]) {
    const range = ranges[key];
    const value = ledger[key];
    if (range !== undefined && (value === null || value < range.low || value > range.high))
      delete ranges[key];
  }
  return { ...inputs, ledger, ranges };
}

/** The row of the ledger that holds the share of a program year. From the third year on it is the third. */
export function shareKey(year: number): 'shareYear1' | 'shareYear2' | 'shareYear3' {
  return year <= 1 ? 'shareYear1' : year === 2 ? 'shareYear2' : 'shareYear3';
}
