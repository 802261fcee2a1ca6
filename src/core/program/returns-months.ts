import { type Figure, figureOf, totalOfYear, valuesOf } from './algebra.ts';
import { type InputKey, type PlanInputs, shareKey } from './assumptions-inputs.ts';
import type { LedgerKey, ToolKey } from './assumptions-page.ts';
import { type Curve, emptyCurve, planMonths, runCurve, scheduleOf, valueList } from './returns-curve.ts';

/** The parts of the program's cost (OM-5), in whole minor units. */
export type Cost = {
  readonly leader: number;
  readonly managers: number;
  readonly otherPeople: number;
  readonly commissions: number;
  readonly mdf: number;
  readonly spiffs: number;
  readonly tools: number;
  readonly coSellHours: number;
};

/**
 * One month of the plan. Amounts are whole minor units. Numbers of partners are expectations and need not be whole.
 * A number is null where an input that it rests on has no value; `PlanMonths.missing` names it.
 */
export type PlanMonth = {
  /** 1 to 36, counted from the kickoff. */
  readonly month: number;
  /** 1, 2 or 3. */
  readonly year: number;
  /** Partners signed in this month, and until its end. */
  readonly signing: number;
  readonly signed: number;
  /** Partners activated until the end of the month. */
  readonly activated: number | null;
  /** Partners who produce in the month: activated, and not lost since. */
  readonly producing: number | null;
  readonly managers: number | null;
  /** Sourced pipeline that is created in the month. */
  readonly pipeline: number | null;
  /** The same as a share of a twelfth of the year's total new pipeline. */
  readonly share: number | null;
  /** Sourced deals won in the month, and their gross margin. */
  readonly won: number | null;
  readonly margin: number | null;
  readonly cost: Cost | null;
  readonly costTotal: number | null;
  /** Gross margin less cost, of all months up to this one. */
  readonly cumulative: number | null;
};

export type PlanYear = {
  readonly year: number;
  readonly pipeline: number | null;
  /** Sourced pipeline of the year's twelve months as a share of the year's total new pipeline. */
  readonly share: number | null;
  /** What the plan means to reach, and the floor of the scoreboard. */
  readonly target: number | null;
  readonly floor: number;
  readonly reachesTarget: boolean | null;
  readonly reachesFloor: boolean | null;
};

export type PlanMonths = {
  readonly rows: readonly PlanMonth[];
  readonly years: readonly PlanYear[];
  /** The month from whose end on the sum of margins stays above the sum of costs. */
  readonly breakEvenMonth: Figure;
  /** Which inputs have no value yet, by what they keep unknown. */
  readonly missing: {
    readonly partners: readonly InputKey[];
    readonly pipeline: readonly InputKey[];
    readonly share: readonly InputKey[];
    readonly won: readonly InputKey[];
    readonly margin: readonly InputKey[];
    readonly cost: readonly InputKey[];
  };
};

const partnerKeys: readonly LedgerKey[] = ['activationRate', 'activationDays', 'producersLost'];
const pipelineKeys: readonly LedgerKey[] = [
  ...partnerKeys,
  'registrationsPerProducer',
  'registrationToPipeline',
  'dealSize',
];
const shareKeys: readonly LedgerKey[] = [...pipelineKeys, 'newPipelinePerYear', 'newPipelineGrowth'];
const wonKeys: readonly LedgerKey[] = [...pipelineKeys, 'pipelineToWon', 'cycleDays'];
const marginKeys: readonly LedgerKey[] = [...wonKeys, 'grossMargin'];
const costKeys: readonly LedgerKey[] = [
  ...wonKeys,
  'leaderCost',
  'managerCost',
  'otherPeopleCost',
  'commissionRate',
  'mdfPerYear',
  'spiffPerYear',
  'aeHoursPerDeal',
  'aeHourCost',
];

/** The inputs that a part of the plan rests on. A tool counts only from the month on in which the plan pays for it. */
export function keysOf(inputs: PlanInputs, curve: Curve): Record<keyof PlanMonths['missing'], InputKey[]> {
  const isPaid = (tool: ToolKey) =>
    tool !== 'prm' ||
    inputs.tools.prm.choice === 'have' ||
    inputs.tools.prm.choice === 'buy' ||
    curve.producing.some((producing) => producing >= inputs.prmLeast - 1e-9);
  const tools = (Object.keys(inputs.tools) as ToolKey[])
    .filter(isPaid)
    .map((tool) => `tool:${tool}` as const);
  return {
    partners: [...partnerKeys],
    pipeline: [...pipelineKeys],
    share: [...shareKeys],
    won: [...wonKeys],
    margin: [...marginKeys],
    cost: [...costKeys, ...tools],
  };
}

/**
 * The plan month by month over three years: signings, activated, producing, sourced pipeline and its share, won after
 * the sales cycle, cost, and the month of break-even (OM-5, OM-6). `runCurve` says how each comes about.
 *
 * Every part of every month is rounded to a whole minor unit once, and every sum is the sum of rounded parts, so the
 * parts on the page add up. Pass the curve to have it filled.
 */
export function planByMonth(inputs: PlanInputs, curve: Curve = emptyCurve()): PlanMonths {
  const schedule = scheduleOf(inputs);
  runCurve(schedule, valueList(inputs), curve);
  const v = valuesOf(inputs);
  const rows: PlanMonth[] = [];
  let signed = 0;
  let activated = 0;
  let cumulative = 0;
  for (let index = 0; index < planMonths; index++) {
    const at = (column: keyof Curve) => curve[column][index] as number;
    const year = Math.floor(index / 12) + 1;
    const signing = schedule.signings[index] as number;
    signed += signing;
    activated += at('activated');
    const won = Math.round(at('won'));
    const margin = Math.round(won * v('grossMargin'));
    const cost: Cost = {
      leader: Math.round(at('leader')),
      managers: Math.round(at('managersCost')),
      otherPeople: Math.round(at('otherPeople')),
      commissions: Math.round(at('commissions')),
      mdf: Math.round(at('mdf')),
      spiffs: Math.round(at('spiffs')),
      tools: Math.round(at('tools')),
      coSellHours: Math.round(at('coSellHours')),
    };
    const costTotal = sumOfCost(cost);
    cumulative += margin - costTotal;
    const total = totalOfYear(v('newPipelinePerYear'), v('newPipelineGrowth'), year);
    const pipeline = Math.round(at('pipeline'));
    rows.push({
      month: index + 1,
      year,
      signing,
      signed,
      activated: orNull(activated),
      producing: orNull(at('producing')),
      managers: orNull(at('managers')),
      pipeline: orNull(pipeline),
      share: orNull((pipeline * 12) / total),
      won: orNull(won),
      margin: orNull(margin),
      cost: Number.isFinite(costTotal) ? cost : null,
      costTotal: orNull(costTotal),
      cumulative: orNull(cumulative),
    });
  }
  const keys = keysOf(inputs, curve);
  const missing = Object.fromEntries(
    Object.entries(keys).map(([part, list]) => {
      const figure = figureOf(inputs, 0, list);
      return [part, figure.known ? [] : figure.keys];
    }),
  ) as PlanMonths['missing'];
  return {
    rows,
    years: [1, 2, 3].map((year) => yearOf(inputs, rows, year)),
    breakEvenMonth: figureOf(inputs, breakEven(rows), [...new Set([...keys.margin, ...keys.cost])]),
    missing,
  };
}

/** The sum of the parts. */
export function sumOfCost(cost: Cost): number {
  return Object.values(cost).reduce((sum, part) => sum + part, 0);
}

function yearOf(inputs: PlanInputs, rows: readonly PlanMonth[], year: number): PlanYear {
  const v = valuesOf(inputs);
  const pipeline = rows
    .filter((row) => row.year === year)
    .reduce((sum, row) => sum + (row.pipeline ?? Number.NaN), 0);
  const share = pipeline / totalOfYear(v('newPipelinePerYear'), v('newPipelineGrowth'), year);
  const target = inputs.ledger[shareKey(year)];
  const floor = inputs.shareFloors[year - 1] ?? 0;
  const isKnown = Number.isFinite(share);
  return {
    year,
    pipeline: orNull(pipeline),
    share: orNull(share),
    target,
    floor,
    reachesTarget: isKnown && target !== null ? share >= target - 1e-9 : null,
    reachesFloor: isKnown ? share >= floor - 1e-9 : null,
  };
}

function breakEven(rows: readonly PlanMonth[]): number {
  const last = rows.findLastIndex((row) => row.cumulative !== null && row.cumulative < 0);
  return last === rows.length - 1 ? Number.POSITIVE_INFINITY : last + 2;
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
