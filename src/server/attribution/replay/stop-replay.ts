import { type Context, requireCapability } from '../../access/context.ts';
import { write } from '../../audit/write.ts';
import { readTransaction } from '../../database/transaction.ts';
import { notFound } from '../../problem.ts';
import { replayState, updateReplay } from './queries.ts';

/** Stops a replay that waits or runs. One that is over stays as it is. */
export async function stopReplay(context: Context, replayId: string): Promise<{ state: string }> {
  requireCapability(context, 'replay.run');
  const org = context.organization.orgId;
  const state = await readTransaction(context.ports.pool, { org }, (tx) => replayState(tx, org, replayId));
  if (state === null) throw notFound('replay');
  if (state !== 'waiting' && state !== 'running') return { state };
  return write(context, async (tx) => {
    await updateReplay(tx, org, replayId, { state: 'stopped', finishedAt: context.now });
    tx.record({ action: 'credit_replay.stop', entityId: replayId });
    return { state: 'stopped' };
  });
}
