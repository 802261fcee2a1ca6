import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalDate } from '#core/calendar.ts';
import type { LiftReport } from '#core/forecast/lift/report.ts';
import type { Scope } from '#core/scoreboard/figure.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { keptLift, progressOf } from './kept-lift.ts';

/** How long a caller waits before it is told that the figures are being worked out. */
const patienceMs = 1500;

export type LiftReply =
  | { readonly state: 'working'; readonly asOf: LocalDate; readonly done: number }
  | ({ readonly state: 'ready' } & Shown);
type Shown = Omit<LiftReport, 'comparisons'> & {
  readonly comparisons: readonly Omit<LiftReport['comparisons'][number], 'strata'>[];
};

/**
 * What having a partner is associated with, as of a day (FC-5). With many deals it takes seconds: the caller is then
 * told how far it is, and asks again. Throws ProblemError `invalid-input` for a day to come.
 */
export async function lift(
  context: Context,
  input: { asOf?: string | undefined; scope?: Scope | undefined } = {},
): Promise<LiftReply> {
  requireCapability(context, 'scoreboard.read');
  const { asOf, key, value } = await keptLift(context, input);
  const tooLong = Symbol('too long');
  const waiting = new AbortController();
  const first = await Promise.race([
    value,
    sleep(patienceMs, tooLong, { signal: waiting.signal }).catch(() => tooLong),
  ]);
  waiting.abort();
  if (typeof first === 'symbol') return { state: 'working', asOf, done: progressOf(key) };
  // The strata may be thousands; they are a file of their own.
  const comparisons = first.comparisons.map(({ strata: _, ...shown }) => shown);
  return { state: 'ready', ...first, comparisons };
}
