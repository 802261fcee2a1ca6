/**
 * Stages. The company's own stage names are kept; a table says what each one means (FC-1): where it stands in
 * the order, whether it wins or loses the deal, whether a deal that reaches it is pipeline.
 *
 * Handbook: docs/handbook/opportunity.md
 */

export type StageOutcome = 'open' | 'won' | 'lost';

/** What one stage name means. `ignore` marks rows that are no stage at all, such as notes in an activity log. */
export type StageRule = {
  readonly name: string;
  readonly order: number | null;
  readonly outcome: StageOutcome;
  readonly entry: boolean;
  readonly ignore: boolean;
};

/** All stages of one source. Build it with `stageTable`; read it with `findStage`. */
export type StageTable = {
  /** Each rule under its name as written and under its key, so that the common lookup needs no folding. */
  readonly byName: ReadonlyMap<string, StageRule>;
  /** A deal is pipeline from the first stage at or after this order; null where no open stage makes pipeline. */
  readonly entryOrder: number | null;
  /** The distinct orders of the open stages, ascending. */
  readonly orders: readonly number[];
};

/** The form in which stage names are compared: lower case, without any white space. Nothing else is folded. */
export function stageKey(name: string): string {
  return name.replace(/\s+/g, '').toLowerCase();
}

/**
 * Builds the table. The entry order is the lowest one marked `entry`, else the given default.
 * Throws RangeError if two rules share a key: the edge must have asked which one is meant.
 */
export function stageTable(rules: readonly StageRule[], defaultEntryOrder: number | null = null): StageTable {
  const byName = new Map<string, StageRule>();
  const orders = new Set<number>();
  let entryOrder: number | null = null;
  for (const rule of rules) {
    const key = stageKey(rule.name);
    if (byName.has(key)) throw new RangeError(`two rules for one stage: ${rule.name}`);
    byName.set(key, rule);
    if (rule.order === null || rule.ignore) continue;
    if (rule.outcome === 'open') orders.add(rule.order);
    if (rule.entry && (entryOrder === null || rule.order < entryOrder)) entryOrder = rule.order;
  }
  for (const rule of rules) byName.set(rule.name, rule);
  return {
    byName,
    entryOrder: entryOrder ?? defaultEntryOrder,
    orders: [...orders].sort((a, b) => a - b),
  };
}

/** The rule of a stage name, whatever its case and spacing; null if the table does not know it. */
export function findStage(stages: StageTable, name: string): StageRule | null {
  return stages.byName.get(name) ?? stages.byName.get(stageKey(name)) ?? null;
}

/** Whether a deal in this stage is pipeline: the stage stands at or after the entry order, or wins the deal. */
export function isPipelineStage(stages: StageTable, rule: StageRule): boolean {
  if (rule.outcome !== 'open') return rule.outcome === 'won';
  return rule.order !== null && stages.entryOrder !== null && rule.order >= stages.entryOrder;
}

/**
 * Whether the step from one stage to the next jumped over a stage of the table (FC-3: skipped stages predict
 * stalls). Losing skips nothing, since a deal can be lost anywhere; winning skips what still lay ahead.
 */
export function skipsStage(stages: StageTable, fromOrder: number | null, to: StageRule): boolean {
  if (fromOrder === null || to.outcome === 'lost') return false;
  const toOrder = to.outcome === 'won' ? Number.POSITIVE_INFINITY : to.order;
  return toOrder !== null && stages.orders.some((order) => order > fromOrder && order < toOrder);
}
