/**
 * The way of a deal through its stages, read row by row: where it entered the pipeline, where it closed, what
 * came too late. Stage history is read first, then the snapshots that are newer than all of it.
 */

import type { LocalDate } from '#core/calendar.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { OpportunityFact, StageChange } from './facts.ts';
import { findStage, isPipelineStage, type StageRule, type StageTable, skipsStage } from './stage.ts';
import type { OpportunityState } from './state.ts';

export type Draft = { -readonly [Key in keyof OpportunityState]: OpportunityState[Key] };

/** How far the reading has come: the draft, and what only the reading itself needs. */
export type Reading = {
  readonly stages: StageTable;
  readonly state: Draft;
  /** The stage before the close, to go back to if the close lies ahead. */
  openStage: string | null;
  openOrder: number | null;
  /** The row that entered the pipeline, if it was one of the history. */
  entryRow: StageChange | null;
  /** Instant and currency of the newest amount read so far. */
  amountAt: number;
  amountCurrency: CurrencyCode | null;
  historyEndsAt: number;
};

/** Reads the next row of history, which must not be older than the one before. */
export function readChange(reading: Reading, change: StageChange): void {
  const { state } = reading;
  const rule = findStage(reading.stages, change.stage);
  if (rule?.ignore) return;
  reading.historyEndsAt = change.changedAt;
  if (state.closedOn !== null) {
    state.lateEvents += 1;
    return;
  }
  if (change.amountMinor !== null) {
    state.amountMinor = change.amountMinor;
    reading.amountAt = change.changedAt;
    reading.amountCurrency = change.currency;
  }
  const outside = state.enteredOn === null;
  moveTo(reading, change.stage, change.changedOn, false);
  if (outside && state.enteredOn !== null) reading.entryRow = change;
}

/** Moves the deal to the stage on that day: entry if it is the first pipeline stage, close if it is an end. */
function moveTo(reading: Reading, stage: string, on: LocalDate, assumed: boolean): void {
  const { state, stages } = reading;
  const rule = findStage(stages, stage);
  if (rule !== null && state.enteredOn === null && isPipelineStage(stages, rule)) {
    state.enteredOn = on;
    state.enteredAssumed = assumed;
  }
  // Between two snapshots a deal may have passed stages unseen, so only history can show a skip.
  if (!assumed && rule !== null && skipsStage(stages, state.stageOrder, rule)) state.skippedStage = true;
  if (rule !== null && rule.outcome !== 'open') {
    reading.openStage = state.stage;
    reading.openOrder = state.stageOrder;
    state.closedOn = on;
    state.closedAssumed = assumed;
  }
  state.stage = stage;
  state.stageOrder = rule?.order ?? null;
  state.outcome = rule?.outcome ?? 'unknown';
}

/** Reads the stages that snapshots show after the history has ended; a move without history is assumed. */
export function readSnapshotStages(reading: Reading, snapshots: readonly OpportunityFact[]): void {
  const closedByHistory = reading.state.closedOn !== null;
  for (const snapshot of snapshots) {
    if (snapshot.stage === null || snapshot.knownAt <= reading.historyEndsAt) continue;
    const rule = findStage(reading.stages, snapshot.stage);
    if (rule?.ignore) continue;
    const same = isCurrentStage(reading, snapshot.stage, rule);
    if (reading.state.closedOn === null) {
      if (!same) readSnapshotMove(reading, snapshot, snapshot.stage, rule);
    } else if (!same) {
      reading.state.lateEvents += 1;
    } else if (!closedByHistory && snapshot.closedOn !== null) {
      setClose(reading.state, snapshot);
    }
  }
}

function readSnapshotMove(
  reading: Reading,
  snapshot: OpportunityFact,
  stage: string,
  rule: StageRule | null,
): void {
  const { state, stages } = reading;
  const closes = rule !== null && rule.outcome !== 'open';
  if (state.stage === null && rule !== null && (closes || isPipelineStage(stages, rule))) {
    state.enteredOn = state.createdOn;
    state.enteredAssumed = true;
  }
  moveTo(reading, stage, closes ? closeOf(snapshot).on : snapshot.knownOn, true);
  if (closes) setClose(state, snapshot);
}

/** Dates the close as a snapshot reports it. A deal entered at the latest as it closed, so an earlier close takes its entry along. */
function setClose(state: Draft, snapshot: OpportunityFact): void {
  const close = closeOf(snapshot);
  state.closedOn = close.on;
  state.closedAssumed = close.assumed;
  if (state.enteredOn !== null && state.enteredOn > close.on) {
    state.enteredOn = close.on;
    state.enteredAssumed = true;
  }
}

/** The day of the close that a snapshot reports: its date, unless it has none or one that it could not know. */
function closeOf(snapshot: OpportunityFact): { on: LocalDate; assumed: boolean } {
  const latest = snapshot.knownAssumed ? snapshot.recordedOn : snapshot.knownOn;
  const on = snapshot.closedOn ?? snapshot.expectedCloseOn ?? latest;
  return on > latest ? { on: latest, assumed: true } : { on, assumed: snapshot.closedOn === null };
}

function isCurrentStage(reading: Reading, stage: string, rule: StageRule | null): boolean {
  const current = reading.state.stage;
  if (current === null || stage === current) return stage === current;
  return rule !== null && rule === findStage(reading.stages, current);
}
