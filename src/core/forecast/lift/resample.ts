/**
 * Draws accounts anew, to see how much a figure owes to which accounts happened to be there. All deals of an account
 * come and go together, since they are no independent cases. The same cases give the same draws.
 *
 * Handbook: docs/handbook/lift.md
 */

import { fillRandom } from '#core/program/random.ts';
import type { Interval } from '../interval.ts';
import { quantileOf } from './cohort.ts';
import type { Case } from './deal.ts';
import type { Coverage } from './risk-ratio.ts';

export type Clusters = { readonly of: Int32Array; readonly count: number };

/** A deal without an account is one of its own. */
export function clustersOf(cases: readonly Case[]): Clusters {
  const indexOf = new Map<string, number>();
  const of = Int32Array.from(cases, ({ deal }) => {
    const key = deal.account === null ? `deal ${deal.id}` : `account ${deal.account}`;
    const found = indexOf.get(key) ?? indexOf.size;
    indexOf.set(key, found);
    return found;
  });
  return { of, count: indexOf.size };
}

/** As many accounts as there are, drawn with replacement: how often each case came. */
export function drawTimes(clusters: Clusters, seed: number, draw: number): Float64Array {
  const random = new Float64Array(clusters.count);
  fillRandom(random, seed, draw);
  const drawn = new Float64Array(clusters.count);
  for (const value of random) {
    const account = Math.floor(value * clusters.count);
    drawn[account] = (drawn[account] as number) + 1;
  }
  const times = new Float64Array(clusters.of.length);
  for (let i = 0; i < times.length; i += 1) times[i] = drawn[clusters.of[i] as number] as number;
  return times;
}

/** How many draws: all that are wanted, fewer where there are very many deals, never fewer than the least. */
export function drawsFor(cases: number, wanted: number, least: number): number {
  return Math.max(least, Math.min(wanted, Math.floor(10_000_000 / Math.max(1, cases))));
}

/** The middle part of the drawn values that covers so much; null if there is no number among them. */
export function intervalOf(values: readonly number[], coverage: Coverage): Interval | null {
  const known = values.filter(Number.isFinite);
  if (known.length === 0) return null;
  const tail = (1 - coverage / 100) / 2;
  return { low: quantileOf(known, tail), high: quantileOf(known, 1 - tail) };
}
