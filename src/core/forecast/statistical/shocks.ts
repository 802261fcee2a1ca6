/**
 * How much levels shift from block to block beyond chance (2.5): of wins against what the hazards expected, and of new
 * deals. Both are held to a start, since a short history shows few blocks.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

import type { StatisticalSettings } from './settings.ts';

/** σ_W from wins and expected wins by day. */
export function winShock(wins: Float64Array, expected: Float64Array, settings: StatisticalSettings): number {
  const [a, x] = [inBlocks(wins, settings.blockDays), inBlocks(expected, settings.blockDays)];
  const logs = a.map((one, i) => Math.log((one + 0.5) / ((x[i] ?? 0) + 0.5)));
  return held(logs, mean(a.map((one) => 1 / (one + 0.5))), settings.winShock, settings.shockWeight);
}

/** σ_A from new deals by day: differences of neighbouring blocks, less what chance makes of both. */
export function arrivalShock(arrivals: Float64Array, horizon: number, settings: StatisticalSettings): number {
  const blocks = inBlocks(arrivals, settings.blockDays);
  const steps = blocks.slice(1).map((one, i) => Math.log((one + 0.5) / ((blocks[i] ?? 0) + 0.5)));
  const chance = mean(blocks.slice(1).map((one, i) => 1 / (one + 0.5) + 1 / ((blocks[i] ?? 0) + 0.5)));
  const sigma = held(steps, chance, settings.arrivalShock, settings.shockWeight);
  return sigma * Math.sqrt(Math.min(horizon / settings.blockDays, 3) / 2);
}

/** φ of weekly counts: (variance − mean)/mean², at least 0.001. */
export function dispersionOf(arrivals: Float64Array, weeks: number): number {
  const totals = inBlocks(arrivals, 7).slice(-weeks);
  const middle = mean(totals);
  if (totals.length < 2 || middle === 0) return 1e-3;
  return Math.max((varianceOf(totals) - middle) / middle ** 2, 1e-3);
}

/** Sums of whole blocks back from the last day, oldest first. */
function inBlocks(byDay: Float64Array, length: number): number[] {
  const blocks = Math.floor(byDay.length / length);
  return Array.from({ length: blocks }, (_, i) => {
    const end = byDay.length - (blocks - 1 - i) * length;
    return byDay.subarray(end - length, end).reduce((all, one) => all + one, 0);
  });
}

function held(logs: readonly number[], chance: number, start: number, weight: number): number {
  const n = logs.length;
  const beyond = n < 2 ? 0 : Math.max(varianceOf(logs) - chance, 0);
  const blocks = Math.max(0, n - 1);
  return Math.sqrt((blocks * beyond + weight * start ** 2) / (blocks + weight));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((all, one) => all + one, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((all, one) => all + (one - middle) ** 2, 0) / Math.max(1, values.length - 1);
}
