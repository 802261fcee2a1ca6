/**
 * From the facts of an opportunity to the deal that the statistical forecast reads.
 *
 * - Stage history speaks first; snapshots move a deal only after it has ended, on the day on which they were known.
 * - The first won or lost event closes a deal. A close is known on its day, or when a later snapshot told of it.
 * - What a file says without saying since when (a first import) is known of a closed deal from its close, and of an open
 *   one from the day the file came: it would otherwise be hindsight.
 * - A stage counts by its order, so renaming it changes nothing. A close before the beginning is the beginning.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

import type { CurrencyCode } from '#core/money.ts';
import {
  byChangeTime,
  byKnownTime,
  type OpportunityFact,
  type StageChange,
} from '#core/opportunity/facts.ts';
import { findStage, type StageTable } from '#core/opportunity/stage.ts';
import { type ForecastDeal, type Step, unstaged } from './deal.ts';

export type DealFacts = {
  readonly id: string;
  readonly facts: readonly OpportunityFact[];
  readonly changes: readonly StageChange[];
};

export type Calendar = {
  /** Day number of a date and of an instant, in the organization's time zone. */
  readonly dayOf: (date: string) => number;
  readonly dayAt: (instant: number) => number;
};

/** Into the organization's currency at the rate of a day; null where there is none. */
export type Convert = (minor: number, currency: CurrencyCode | null, day: number) => number | null;

type Draft = {
  steps: Step[];
  close: ForecastDeal['close'];
  amounts: { known: number; minor: number | null }[];
};

/** Null for a deal of which nothing says anything. */
export function dealPath(
  { id, facts, changes }: DealFacts,
  table: StageTable,
  { dayOf, dayAt }: Calendar,
  convert: Convert,
): ForecastDeal | null {
  const snapshots = facts.toSorted(byKnownTime);
  const draft: Draft = { steps: [], close: null, amounts: [] };
  let currency: CurrencyCode | null = null;
  for (const fact of snapshots) currency = fact.currency ?? currency;
  const rows = changes.toSorted(byChangeTime).flatMap((change) => {
    const rule = findStage(table, change.stage);
    return rule === null || rule.ignore ? [] : [{ change, rule }];
  });
  for (const { change, rule } of rows) {
    if (draft.close !== null) break;
    const [day, known] = [dayOf(change.changedOn), dayAt(change.knownAt)];
    if (rule.outcome === 'open')
      draft.steps.push({ day, known, stage: stageOf(rule.order), isSighting: false });
    else draft.close = { day, known, isWon: rule.outcome === 'won' };
    if (change.amountMinor !== null) {
      const minor = convert(change.amountMinor, change.currency ?? currency, day);
      draft.amounts.push({ known, minor });
    }
  }
  const historyEnds = rows.at(-1)?.change.changedAt ?? Number.NEGATIVE_INFINITY;
  for (const fact of snapshots) if (fact.knownAt > historyEnds) readSnapshot(draft, fact, table, dayOf);
  for (const fact of snapshots) {
    if (fact.amountMinor === null) continue;
    const known = sinceWhen(fact, draft.close?.day ?? null, dayOf);
    const on = draft.close !== null && known >= draft.close.day ? draft.close.day : known;
    draft.amounts.push({ known, minor: convert(fact.amountMinor, fact.currency ?? currency, on) });
  }
  draft.amounts.sort((a, b) => a.known - b.known);
  const isDated = addBeginning(draft, snapshots, dayOf);
  if (draft.steps.length === 0 && draft.close === null) return null;
  return { id, isDated, ...draft };
}

function stageOf(order: number | null): number {
  return order === null || order < 0 ? unstaged : order + 1;
}

/** Since when a snapshot's word was known. */
function sinceWhen(fact: OpportunityFact, closeDay: number | null, dayOf: Calendar['dayOf']): number {
  if (!fact.knownAssumed) return dayOf(fact.knownOn);
  const recorded = dayOf(fact.recordedOn);
  return closeDay === null ? recorded : Math.min(closeDay, recorded);
}

function readSnapshot(
  draft: Draft,
  fact: OpportunityFact,
  table: StageTable,
  dayOf: Calendar['dayOf'],
): void {
  const rule = fact.stage === null ? null : findStage(table, fact.stage);
  if (draft.close !== null || rule === null || rule.ignore) return;
  const told = dayOf(fact.knownAssumed ? fact.recordedOn : fact.knownOn);
  if (rule.outcome === 'open') {
    const stage = stageOf(rule.order);
    if (draft.steps.at(-1)?.stage !== stage)
      draft.steps.push({ day: told, known: told, stage, isSighting: true });
    return;
  }
  const said = fact.closedOn ?? fact.expectedCloseOn;
  const day = said === null ? told : Math.min(dayOf(said), told);
  draft.close = { day, known: fact.knownAssumed ? day : told, isWon: rule.outcome === 'won' };
}

/** Puts the created date in front; returns whether the beginning is a date and not just when somebody first looked. */
function addBeginning(
  draft: Draft,
  snapshots: readonly OpportunityFact[],
  dayOf: Calendar['dayOf'],
): boolean {
  const dated = snapshots.find(({ createdOn }) => createdOn !== null);
  const first = draft.steps[0];
  const close = draft.close;
  draft.steps.sort((a, b) => a.day - b.day);
  if (dated?.createdOn) {
    let day = dayOf(dated.createdOn);
    if (close !== null && close.day < day) day = close.day;
    const known = dated.knownAssumed ? day : Math.max(day, dayOf(dated.knownOn));
    if (first === undefined || day < first.day)
      draft.steps.unshift({ day, known, stage: unstaged, isSighting: false });
    return true;
  }
  if (first !== undefined) return !first.isSighting;
  const seen = snapshots[0];
  if (seen !== undefined && close === null) {
    const day = dayOf(seen.knownOn);
    draft.steps.push({ day, known: day, stage: unstaged, isSighting: true });
  }
  return close !== null;
}
