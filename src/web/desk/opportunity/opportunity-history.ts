import { daysBetween, parseLocalDate } from '#core/calendar.ts';
import type { Opportunity } from './opportunity-data.ts';

type Fact = Opportunity['facts'][number];
type Stage = Opportunity['stages'][number];

export type FactField = 'name' | 'stage' | 'amount' | 'expectedCloseOn' | 'closedOn' | 'owner';
export type FactChange = {
  readonly fact: Fact;
  readonly isFirst: boolean;
  /** What this fact says that the one before it did not. */
  readonly changes: readonly { field: FactField; before: Fact; after: Fact }[];
};

const fields: readonly FactField[] = ['name', 'stage', 'amount', 'expectedCloseOn', 'closedOn', 'owner'];

function differs(field: FactField, before: Fact, after: Fact): boolean {
  if (field !== 'amount') return before[field] !== after[field];
  return before.amountMinor !== after.amountMinor || before.currency !== after.currency;
}

/** What a source said over time as a list of changes, newest first. A fact that repeats the one before is left out. */
export function factChanges(facts: readonly Fact[]): FactChange[] {
  const told = facts.map((fact, index) => {
    const before = facts[index - 1];
    const changed = before === undefined ? [] : fields.filter((field) => differs(field, before, fact));
    return {
      fact,
      isFirst: before === undefined,
      changes: changed.flatMap((field) => (before === undefined ? [] : [{ field, before, after: fact }])),
    };
  });
  return told.filter(({ isFirst, changes }) => isFirst || changes.length > 0).reverse();
}

export type StageStep = {
  readonly stage: Stage;
  /** Days until the next change; null for the last one. */
  readonly days: number | null;
  /** Where it stands on the line, from 0 to 1. */
  readonly at: number;
};

/**
 * The stage changes on a line of time that ends today, or with the last change of a closed deal. Dates are
 * YYYY-MM-DD; a line of a single day puts every change at its end.
 */
export function stageSteps(stages: readonly Stage[], today: string, isClosed: boolean): StageStep[] {
  const first = stages[0]?.changedOn;
  const last = stages.at(-1)?.changedOn;
  if (first === undefined || last === undefined) return [];
  const whole = days(first, isClosed || last > today ? last : today);
  return stages.map((stage, index) => {
    const next = stages[index + 1];
    return {
      stage,
      days: next === undefined ? null : days(stage.changedOn, next.changedOn),
      at: whole === 0 ? 1 : days(first, stage.changedOn) / whole,
    };
  });
}

function days(from: string, to: string): number {
  const [a, b] = [parseLocalDate(from), parseLocalDate(to)];
  return a === null || b === null ? 0 : daysBetween(a, b);
}
