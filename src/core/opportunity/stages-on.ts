/**
 * In which stages a deal was on a day, as its history tells. Who writes down an act after a while does not know the
 * stage of that day any more; the history does.
 *
 * Handbook: docs/handbook/touches.md
 */

import type { LocalDate } from '#core/calendar.ts';
import { findStage, type StageRule, type StageTable } from './stage.ts';

/** A row that says in which stage the deal was from a moment on: a stage change, or a snapshot that names a stage. */
export type StageSighting = {
  readonly stage: string;
  readonly at: number;
  readonly on: LocalDate;
  /** Order among rows of one instant: higher is later. */
  readonly sequence: number;
  /** A snapshot says where the deal was when it was taken; the history, where it was all along. */
  readonly isSnapshot: boolean;
};

export type StagesOfDay = {
  /** The stage at the moment itself; null where the history begins later, or the deal had closed. */
  readonly at: StageRule | null;
  /** Every open stage that the deal was in on that day, in the order of time. */
  readonly during: readonly StageRule[];
  /** What is seen next after that day, if anything: a snapshot only tells that the deal had come there by then. */
  readonly next: { readonly rule: StageRule; readonly isSnapshot: boolean } | null;
};

/** The day of a deal whose stages nobody told. */
export const noStages: StagesOfDay = { at: null, during: [], next: null };

/**
 * The stage at the moment, and all stages of its day: a date in an export is a whole day, so a change of the same
 * day does not prove that an act came before or after it. A day before the history begins has no stages.
 */
export function stagesOn(
  sightings: readonly StageSighting[],
  table: StageTable,
  moment: { readonly at: number; readonly on: LocalDate },
): StagesOfDay {
  const known = sightingsThatCount(sightings)
    .map((row) => ({ row, rule: findStage(table, row.stage) }))
    .filter((each): each is { row: StageSighting; rule: StageRule } => each.rule?.ignore === false);
  const before = known.filter(({ row }) => row.on < moment.on).at(-1);
  const sameDay = known.filter(({ row }) => row.on === moment.on);
  const latest = known.filter(({ row }) => row.at <= moment.at).at(-1) ?? sameDay[0];
  const open = (rule: StageRule | undefined) => (rule?.outcome === 'open' ? rule : null);
  const during = [...(before ? [before] : []), ...sameDay].flatMap(({ rule }) => open(rule) ?? []);
  const after = known.find(({ row }) => row.on > moment.on);
  const next = after ? { rule: after.rule, isSnapshot: after.row.isSnapshot } : null;
  return { at: open(latest?.rule), during, next };
}

/**
 * Whether the deal can have been in a stage of this order on that day: it was seen there, nothing reaches that day, or
 * it was on its way between two snapshots. `isKnownToday` says whether the source was read after that day.
 */
export function canHaveBeenAt(order: number, day: StagesOfDay, isKnownToday: boolean): boolean {
  if (day.during.length === 0 || day.during.some((rule) => rule.order === order)) return true;
  if (day.next === null) return !isKnownToday;
  if (!day.next.isSnapshot) return false;
  const orders = [...day.during, day.next.rule].map((rule) => rule.order ?? Number.POSITIVE_INFINITY);
  return order >= Math.min(...orders) && order <= Math.max(...orders);
}

/** The stage of an act; or, where the one that was said cannot be, those in which the deal was on that day. */
export type StageOfAct =
  | { readonly isPossible: true; readonly order: number | null }
  | { readonly isPossible: false; readonly stages: readonly { order: number | null; name: string }[] };

/**
 * The stage of the deal at an act: as it was said, if the history allows it, else as the history says. Before the deal
 * was there it is 0; after its close nothing contradicts what was said.
 */
export function stageOfAct(
  said: number | null,
  deal: { readonly createdOn: LocalDate | null; readonly closedOn: LocalDate | null },
  on: LocalDate,
  day: StagesOfDay,
  isKnownToday: boolean,
): StageOfAct {
  if (deal.closedOn !== null && on > deal.closedOn) return { isPossible: true, order: said };
  const isBefore = deal.createdOn !== null && on < deal.createdOn;
  if (said === null) return { isPossible: true, order: isBefore ? 0 : (day.at?.order ?? null) };
  if (isBefore ? said === 0 : canHaveBeenAt(said, day, isKnownToday))
    return { isPossible: true, order: said };
  const possible = isBefore ? [{ name: 'before the deal', order: 0 }] : day.during;
  const byOrder = new Map(possible.map(({ order, name }) => [order, { order, name }]));
  return { isPossible: false, stages: [...byOrder.values()] };
}

/** The rows in the order of time; history speaks before snapshots, which count only when they are newer than all of it. */
export function sightingsThatCount<Row extends Omit<StageSighting, 'on'>>(sightings: readonly Row[]): Row[] {
  const historyEndsAt = Math.max(...sightings.filter((row) => !row.isSnapshot).map((row) => row.at));
  return sightings
    .filter((row) => !row.isSnapshot || row.at > historyEndsAt)
    .toSorted((a, b) => a.at - b.at || a.sequence - b.sequence);
}
