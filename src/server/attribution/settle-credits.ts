import type { Context, Ports } from '../access/context.ts';
import { contextOf } from '../access/create-organization.ts';
import { write } from '../audit/write.ts';
import type { Tx } from '../database/transaction.ts';
import { accrueCredits } from '../incentive/accrue-credits.ts';
import { announceVerdicts } from '../notice/announce.ts';
import { decideDeals } from './decide-credit.ts';
import { importedRegistrations } from './imported-registrations.ts';
import { raiseRestatements } from './quarter/raise-restatements.ts';
import { finishTasks, lastDecidedAt, lockTasks, type TaskRow, waitingTasks } from './task-queries.ts';

/** Deals decided in one transaction: few enough that an act on one deal waits no longer than a moment. */
const dealsAtOnce = 300;
/** What a verb settles by itself; the job does the rest. */
const dealsInline = 3000;

/**
 * Decides the deals that wait, in the order of their causes. One settles at a time; verdicts, what follows from them
 * and the end of the tasks are one transaction, so that each cause is settled exactly once, whoever dies in between.
 * Called by the verb whose fact it was, right after its own transaction, and by the job.
 */
export async function settleCredits(context: Context, most: number = dealsInline): Promise<void> {
  let settled = 0;
  for (;;) {
    const deals = await settleSome({ ...context, idempotency: null });
    settled += deals;
    if (deals < dealsAtOnce || settled >= most) return;
  }
}

/** The job `decide_credits`: what no verb has settled. */
export async function settleCreditsOf(ports: Ports, org: string): Promise<void> {
  const context = await contextOf(ports, org, { kind: 'job', name: 'credit' });
  if (context) await settleCredits(context, Number.POSITIVE_INFINITY);
}

function settleSome(caller: Context): Promise<number> {
  const org = caller.organization.orgId;
  return write(
    caller,
    async (tx) => {
      await lockTasks(tx, org);
      const tasks = await waitingTasks(tx, org, dealsAtOnce);
      const context = { ...caller, now: await momentOf(tx, caller, tasks) };
      const byDeal = Map.groupBy(tasks, (task) => task.opportunity_id);
      const causes = new Map(
        [...byDeal].map(([deal, own]) => [
          deal,
          {
            cause: [...new Set(own.map(({ cause }) => cause))].join(', '),
            facts: [...new Set(own.flatMap(({ fact_id }) => fact_id ?? []))],
          },
        ]),
      );
      const changed = await decideDeals(tx, context, causes);
      await raiseRestatements(tx, context, changed);
      // What a file says of the past is no news to anybody; the history of the deal says it.
      await announceVerdicts(
        tx,
        context,
        changed.filter((one) => one.cause !== importedRegistrations),
      );
      await accrueCredits(
        tx,
        context,
        new Map([...causes].map(([deal, { cause }]) => [deal, cause.slice(0, 500)])),
      );
      const ids = tasks.map(({ task_id }) => task_id);
      if (ids.length > 0) await finishTasks(tx, org, ids, context.now);
      return byDeal.size;
    },
    { mayChangeNothing: true },
  );
}

/**
 * The moment of a verdict: no earlier than any fact that it settles, which may be another call's and younger than this
 * one, and later than the verdict before it, so that the newest one is always the one that was written last.
 */
async function momentOf(tx: Tx, caller: Context, tasks: readonly TaskRow[]): Promise<number> {
  const deals = [...new Set(tasks.map((task) => task.opportunity_id))];
  const before = await lastDecidedAt(tx, caller.organization.orgId, deals);
  // The demo's story has days of its own: a job that settles for it decides on the day of the fact, not today.
  const isStory = caller.organization.isDemo && caller.actor.kind === 'job';
  return Math.max(isStory ? 0 : caller.now, ...tasks.map((task) => task.requested_at), (before ?? 0) + 1);
}
