import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LocalDate } from '#core/calendar.ts';
import { computeLift, type Lift } from '#core/forecast/lift/lift.ts';
import { type LiftReport, reportOf } from '#core/forecast/lift/report.ts';
import { liftSettings } from '#core/forecast/lift/settings.ts';
import { defaultsOf } from '#core/program/settings.ts';
import type { Scope } from '#core/scoreboard/figure.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction } from '../../database/transaction.ts';
import { Kept } from '../../scoreboard/kept.ts';
import { boardKey, parseAsOf } from '../../scoreboard/scoreboard.ts';
import { factsCounter } from './lift-queries.ts';
import { loadLiftDeals } from './load-deals.ts';

/** One at a time: each holds every deal of a company in memory, and the other processor is for everybody else. */
const kept = new Kept<LiftReport>(100, () => 1, 1);
const progress = new Map<string, number>();

/** For so long the process does nothing else while it computes. */
const sliceMs = 12;

/**
 * The report of a day, from what is kept or being computed. It is kept for as long as no fact that moves a figure was
 * written and the local date is the same.
 */
export async function keptLift(
  context: Context,
  input: { asOf?: string | undefined; scope?: Scope | undefined },
): Promise<{ asOf: LocalDate; key: string; value: Promise<LiftReport> }> {
  requireCapability(context, 'scoreboard.read');
  const { organization, ports } = context;
  const org = organization.orgId;
  const today = localDateAt(context.now, organization.timeZone);
  const asOf = parseAsOf(input.asOf, today);
  const scope = input.scope ?? 'proven';
  const seq = await readTransaction(ports.pool, { org }, (tx) => factsCounter(tx, org));
  const key = `${boardKey(context, asOf, today, seq)} ${scope}`;
  return { asOf, key, value: kept.get(key, () => compute(context, asOf, scope, key)) };
}

/** How much of a report is done, from 0 to 1. */
export function progressOf(key: string): number {
  return progress.get(key) ?? 0;
}

async function compute(context: Context, asOf: LocalDate, scope: Scope, key: string): Promise<LiftReport> {
  const { organization, ports } = context;
  const settings = defaultsOf(liftSettings);
  try {
    const { deals, leftOut } = await readTransaction(ports.pool, { org: organization.orgId }, (tx) =>
      loadLiftDeals(tx, organization, asOf, scope, settings.attributeDays),
    );
    const found = await inSlices(computeLift(deals, settings), (done) => progress.set(key, done));
    return reportOf(found, { asOf, scope, currency: organization.currency, leftOut });
  } finally {
    progress.delete(key);
  }
}

/** Runs a long computation a little at a time, so that others are answered in between. */
async function inSlices(run: Generator<number, Lift>, tell: (done: number) => void): Promise<Lift> {
  for (;;) {
    const until = performance.now() + sliceMs;
    while (performance.now() < until) {
      const next = run.next();
      if (next.done === true) return next.value;
      tell(next.value);
    }
    await nextTurn();
  }
}
