import type { Ports } from '../access/context.ts';
import { everyOrganization } from '../access/every-organization.ts';
import { closeExpiredCases } from '../attribution/dispute/expire.ts';
import { writeTransaction } from '../database/transaction.ts';
import type { Identity } from '../identity/identity.ts';
import { sweepIdentity } from '../identity/sweep.ts';
import { pruneCreditTasks, pruneIdempotencyKeys } from './queries.ts';

/** An Idempotency-Key is kept this long. */
const keptMs = 24 * 3_600_000;
/** A settled task is kept this long, for whoever looks into a verdict that surprises. */
const tasksKeptMs = 30 * keptMs;

/** Sweeps out what is over: idempotency keys of yesterday, ended sessions, spent links, the time to appeal. Runs every hour. */
export async function prune(ports: Ports, identity: Identity): Promise<void> {
  await sweepIdentity(identity);
  await closeExpiredCases(ports);
  for (const { orgId } of await everyOrganization(ports.pool)) {
    await writeTransaction(ports.pool, { org: orgId }, async (tx) => {
      await pruneIdempotencyKeys(tx, orgId, ports.clock.now() - keptMs);
      await pruneCreditTasks(tx, orgId, ports.clock.now() - tasksKeptMs);
    });
  }
}
