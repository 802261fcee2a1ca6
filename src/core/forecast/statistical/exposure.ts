/**
 * What the history shows of stages and times in them: how many deals were watched on each day, and what became of them
 * by the end of the next.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

import type { DealView } from './deal.ts';
import type { Panel } from './panel.ts';

/** A stretch of days in one stage: in it at the end of each day from `from` to `to`−1; on day `to` it moved. */
export type Stretch = {
  readonly stage: number;
  readonly from: number;
  readonly to: number;
  /** Days in the stage at the end of `from`. */
  readonly daysIn: number;
  /** A stage, or `stages` for won, `stages`+1 for lost; −1 where it is still there. */
  readonly ends: number;
};

export type Grid = {
  readonly stages: number;
  readonly edges: readonly number[];
  readonly bucketOf: Uint8Array;
  readonly from: number;
  readonly days: number;
  /** Deals watched through day from+t, by stage, bucket and t. */
  readonly watched: Float64Array;
  /** What they did by the end of that day: one entry each. */
  readonly moves: readonly Move[];
  readonly entries: readonly { readonly day: number; readonly to: number }[];
};

export type Move = { readonly cell: number; readonly day: number; readonly to: number };

/** How a deal's stages are told apart: all of them, or as one, by age. */
export type StageOf = (stage: number) => number;

/**
 * The stretches of one deal from the first day of the history on. `stages` counts the stages that `stageOf` gives.
 */
export function stretchesOf(deal: DealView, panel: Panel, stages: number, stageOf: StageOf): Stretch[] {
  const { close, steps } = deal;
  const end = close?.day ?? panel.today;
  const stretches: Stretch[] = [];
  let begin = deal.start;
  for (let place = 0; place < steps.length; place += 1) {
    const step = steps[place];
    if (step === undefined || step.day >= end) break;
    const stage = stageOf(step.stage);
    let until = steps[place + 1]?.day ?? end;
    let then = steps[place + 1];
    let skipped = place;
    // Steps within what counts as one stage are no moves.
    while (then !== undefined && then.day < end && stageOf(then.stage) === stage) {
      skipped += 1;
      then = steps[skipped + 1];
      until = then?.day ?? end;
    }
    place = skipped;
    const isLast = then === undefined || then.day >= end;
    if (isLast) until = end;
    begin = step.day;
    const from = Math.max(begin, panel.from);
    if (until <= from && !(isLast && close === null && until === from)) continue;
    const target =
      !isLast && then ? stageOf(then.stage) : close === null ? -1 : close.isWon ? stages : stages + 1;
    stretches.push({ stage, from, to: until, daysIn: from - begin, ends: target });
  }
  return stretches;
}

/** Where a deal was at the end of its first day: a stage, won or lost. */
function entryOf(deal: DealView, stages: number, stageOf: StageOf): number {
  const { close, steps, start } = deal;
  if (close !== null && close.day <= start) return close.isWon ? stages : stages + 1;
  const first = steps[0];
  return first ? stageOf(first.stage) : 0;
}

/** The grid of a panel. Deals that were there before the history began are watched, but did not enter. */
export function gridOf(
  panel: Panel,
  stages: number,
  edges: readonly number[],
  bucketOf: Uint8Array,
  stageOf: StageOf,
  isBulk: (day: number) => boolean,
): Grid {
  const days = panel.today - panel.from + 1;
  const [buckets, width] = [edges.length, days + 1];
  const watched = new Float64Array(stages * buckets * width);
  const moves: Move[] = [];
  const entries: { day: number; to: number }[] = [];
  const add = (cell: number, day: number, sign: number): void => {
    const at = cell * width + day - panel.from;
    watched[at] = (watched[at] as number) + sign;
  };
  for (const deal of panel.deals) {
    if (deal.isDated && deal.start >= panel.from && !isBulk(deal.start)) {
      entries.push({ day: deal.start, to: entryOf(deal, stages, stageOf) });
    }
    for (const stretch of stretchesOf(deal, panel, stages, stageOf)) {
      // Watched through days from+1 to `to`: in stage at the end of the day before each.
      for (let bucket = bucketAt(bucketOf, stretch.daysIn); bucket < buckets; bucket += 1) {
        const begin = Math.max(stretch.from, stretch.from - stretch.daysIn + (edges[bucket] ?? 0));
        const end = Math.min(
          stretch.to,
          stretch.from - stretch.daysIn + (edges[bucket + 1] ?? Number.POSITIVE_INFINITY),
        );
        if (begin >= stretch.to) break;
        add(stretch.stage * buckets + bucket, begin + 1, 1);
        add(stretch.stage * buckets + bucket, end + 1, -1);
      }
      if (stretch.ends < 0) continue;
      const last = stretch.to - 1 - stretch.from + stretch.daysIn;
      moves.push({
        cell: stretch.stage * buckets + bucketAt(bucketOf, last),
        day: stretch.to,
        to: stretch.ends,
      });
    }
  }
  for (let cell = 0; cell < stages * buckets; cell += 1) {
    let open = 0;
    for (let at = cell * width; at < (cell + 1) * width; at += 1) {
      open += watched[at] as number;
      watched[at] = open;
    }
  }
  return { stages, edges, bucketOf, from: panel.from, days: width, watched, moves, entries };
}

export function bucketAt(bucketOf: Uint8Array, daysIn: number): number {
  return bucketOf[Math.min(daysIn, bucketOf.length - 1)] as number;
}
