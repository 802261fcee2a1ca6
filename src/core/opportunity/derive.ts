/**
 * The state of an opportunity: what its facts add up to, now or as of any past moment.
 *
 * - Known first: a row counts if its source knew it at the moment asked for.
 * - A deal is pipeline from the day it first reaches the entry stage; falling back and returning changes nothing.
 * - The first won or lost event closes it. What comes after is counted as late and changes nothing.
 * - Stage history speaks before snapshots; a snapshot moves the deal only if it is newer than all history.
 * - With no history, a deal found at or after the entry stage, or closed, is assumed to have entered on its
 *   created date.
 * - Nobody can know a close before it happens: one dated later than its source could know is moved back to that
 *   day, and one dated after the moment asked for has not happened yet, so the deal is open.
 * - The latest snapshot that says something about a field gives its value.
 *
 * Handbook: docs/handbook/opportunity.md
 */

import type { LocalDate, Moment } from '#core/calendar.ts';
import { byChangeTime, byKnownTime, knownInOrder, type OpportunityFact, type StageChange } from './facts.ts';
import { findStage, type StageTable } from './stage.ts';
import { type Draft, type Reading, readChange, readSnapshotStages } from './stage-path.ts';
import type { OpportunityState } from './state.ts';

/**
 * Derives the state from all facts of one opportunity, in any order. With `asOf` it reads only rows known by
 * then, so that it equals the state derived at that moment; without it, everything counts.
 */
export function deriveOpportunityState(
  facts: readonly OpportunityFact[],
  stageChanges: readonly StageChange[],
  stages: StageTable,
  asOf: Moment | null = null,
): OpportunityState {
  const snapshots = knownInOrder(facts, asOf?.at ?? null, byKnownTime);
  const changes = knownInOrder(stageChanges, asOf?.at ?? null, byChangeTime);
  const state = blankState();
  const reading: Reading = {
    stages,
    state,
    openStage: null,
    openOrder: null,
    entryRow: null,
    amountAt: Number.NEGATIVE_INFINITY,
    amountCurrency: null,
    historyEndsAt: Number.NEGATIVE_INFINITY,
  };

  for (const snapshot of snapshots) copyFields(state, snapshot);
  if (state.createdOn === null) assumeCreated(state, snapshots, changes);
  for (const change of changes) readChange(reading, change);
  readSnapshotStages(reading, snapshots);
  for (const snapshot of snapshots) {
    if (snapshot.amountMinor !== null && snapshot.knownAt >= reading.amountAt) {
      state.amountMinor = snapshot.amountMinor;
      reading.amountAt = snapshot.knownAt;
      reading.amountCurrency = snapshot.currency;
    }
  }
  setEntryAmount(reading, snapshots, changes);
  state.currency = reading.amountCurrency ?? state.currency;
  if (asOf !== null) undoWhatLiesAhead(reading, asOf.on);
  return state;
}

/** The first day on which the history shows the deal at or after the stage order, before its close; else null. */
export function firstReachedOn(
  stageChanges: readonly StageChange[],
  stages: StageTable,
  order: number,
  asOf: Moment | null = null,
): LocalDate | null {
  for (const change of knownInOrder(stageChanges, asOf?.at ?? null, byChangeTime)) {
    const rule = findStage(stages, change.stage);
    if (rule === null || rule.ignore) continue;
    if (rule.outcome === 'lost') return null;
    if (rule.outcome === 'won' || (rule.order !== null && rule.order >= order)) return change.changedOn;
  }
  return null;
}

function blankState(): Draft {
  return {
    name: null,
    accountId: null,
    owner: null,
    product: null,
    leadSource: null,
    stage: null,
    stageOrder: null,
    outcome: 'unknown',
    amountMinor: null,
    currency: null,
    createdOn: null,
    createdAssumed: false,
    enteredOn: null,
    enteredAssumed: false,
    entryAmountMinor: null,
    entryCurrency: null,
    entryAmountAssumed: false,
    expectedCloseOn: null,
    closedOn: null,
    closedAssumed: false,
    lateEvents: 0,
    skippedStage: false,
  };
}

function copyFields(state: Draft, snapshot: OpportunityFact): void {
  state.name = snapshot.name ?? state.name;
  state.accountId = snapshot.accountId ?? state.accountId;
  state.owner = snapshot.owner ?? state.owner;
  state.product = snapshot.product ?? state.product;
  state.leadSource = snapshot.leadSource ?? state.leadSource;
  state.currency = snapshot.currency ?? state.currency;
  state.createdOn = snapshot.createdOn ?? state.createdOn;
  // Many sources keep one close date, expected until the deal closes.
  state.expectedCloseOn = snapshot.expectedCloseOn ?? snapshot.closedOn ?? state.expectedCloseOn;
}

function assumeCreated(
  state: Draft,
  snapshots: readonly OpportunityFact[],
  changes: readonly StageChange[],
): void {
  for (const { knownOn } of snapshots) state.createdOn = earlier(state.createdOn, knownOn);
  for (const { changedOn } of changes) state.createdOn = earlier(state.createdOn, changedOn);
  state.createdAssumed = state.createdOn !== null;
}

/**
 * The amount on the entry day: that of the row that entered, else of the latest snapshot known by that day,
 * else the earliest amount that is known at all, which is marked as assumed.
 */
function setEntryAmount(
  reading: Reading,
  snapshots: readonly OpportunityFact[],
  changes: readonly StageChange[],
): void {
  const { state, entryRow } = reading;
  const { enteredOn } = state;
  if (enteredOn === null) return;
  let source: OpportunityFact | StageChange | undefined;
  if (entryRow !== null && entryRow.amountMinor !== null) {
    source = entryRow;
  } else {
    for (const snapshot of snapshots) {
      if (snapshot.amountMinor === null || snapshot.knownOn > enteredOn) continue;
      source = snapshot;
      state.entryAmountAssumed = snapshot.knownAssumed;
    }
  }
  if (source === undefined) {
    const snapshot = snapshots.find((each) => each.amountMinor !== null);
    const change = changes.find((each) => each.amountMinor !== null);
    const changeFirst = change && (snapshot === undefined || change.changedAt <= snapshot.knownAt);
    source = changeFirst ? change : snapshot;
    state.entryAmountAssumed = source !== undefined;
  }
  if (source === undefined) return;
  state.entryAmountMinor = source.amountMinor;
  state.entryCurrency = source.currency ?? state.currency;
}

function undoWhatLiesAhead(reading: Reading, today: LocalDate): void {
  const { state } = reading;
  if (state.enteredOn !== null && state.enteredOn > today) {
    state.enteredOn = null;
    state.enteredAssumed = false;
    state.entryAmountMinor = null;
    state.entryCurrency = null;
    state.entryAmountAssumed = false;
  }
  if (state.closedOn === null || state.closedOn <= today) return;
  // The date in hand is hindsight, which a replay must not know.
  state.expectedCloseOn = null;
  state.outcome = 'open';
  state.stage = reading.openStage;
  state.stageOrder = reading.openOrder;
  state.closedOn = null;
  state.closedAssumed = false;
}

function earlier(a: LocalDate | null, b: LocalDate): LocalDate {
  return a !== null && a < b ? a : b;
}
