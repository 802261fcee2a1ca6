import type { Id } from '#core/ids.ts';
import type { Context } from '../access/context.ts';
import type { WriteTx } from '../audit/write.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { endsOf } from './fact-queries.ts';
import { actedDeals, actedDealsOfImport } from './queries.ts';
import { settleCredits } from './settle-credits.ts';
import { insertTasks } from './task-queries.ts';
import { dealsOfImportedTouches } from './touch/subject-queries.ts';

/**
 * Says in the transaction of a fact which deals it touches. They are decided again right after its commit, or by the
 * job that this leaves behind: it finds nothing to do unless the process died in between.
 */
export async function requestDecision(
  tx: WriteTx,
  context: Context,
  opportunities: readonly string[],
  cause: string,
  factId: string | null = null,
): Promise<void> {
  if (opportunities.length === 0) return;
  const { orgId: org, slug } = context.organization;
  // Acts of a deal that was merged into another one count there.
  const targets = (await endsOf(tx, org, opportunities)).flatMap((row) =>
    row.kind === 'merged' && row.into_opportunity_id !== null && opportunities.includes(row.opportunity_id)
      ? [row.into_opportunity_id]
      : [],
  );
  const deals = [...new Set([...opportunities, ...targets])];
  const tasks = deals.map((opportunityId) => ({
    id: context.ports.ids.next<Id<'credit task'>>(context.now),
    opportunityId,
  }));
  await insertTasks(tx, org, tasks, { cause, factId, now: context.now });
  await enqueue(tx, 'decide_credits', { org: slug }, `decide_credits:${org}`);
  tx.afterCommit(() => settleCredits(context));
}

/** The same for the deals of which an import said something and on which somebody acted, by its own rows or before. */
export async function requestDecisionsOfImport(
  tx: WriteTx,
  context: Context,
  importId: string,
  cause: string,
): Promise<void> {
  const org = context.organization.orgId;
  const told = await actedDealsOfImport(tx, org, importId);
  const acted = await dealsOfImportedTouches(tx, org, importId);
  await requestDecision(tx, context, [...new Set([...told, ...acted])], cause, importId);
}

/** The same for every deal on which somebody acted: other versions of the page count by now. */
export async function requestDecisionsByPage(tx: WriteTx, context: Context, cause: string): Promise<void> {
  await requestDecision(tx, context, await actedDeals(tx, context.organization.orgId), cause);
}
