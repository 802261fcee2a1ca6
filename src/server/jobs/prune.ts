import type { Ports } from '../access/context.ts';
import { everyOrganization } from '../access/every-organization.ts';
import { closeExpiredCases } from '../attribution/dispute/expire.ts';
import { writeTransaction } from '../database/transaction.ts';
import type { Identity } from '../identity/identity.ts';
import { sweepIdentity } from '../identity/sweep.ts';
import { runClocks } from '../registration/clocks.ts';
import { pruneCreditTasks, pruneIdempotencyKeys } from './queries.ts';

/** An Idempotency-Key is kept this long. */
const keptMs = 24 * 3_600_000;
/** A settled task is kept this long, for whoever looks into a verdict that surprises. */
const tasksKeptMs = 30 * keptMs;

/**
 * Sweeps out what is over: idempotency keys of yesterday, ended sessions, spent links, the time to
 * appeal; and does what the clocks of registrations ask for. Runs every hour.
 */
export async function prune(ports: Ports, identity: Identity): Promise<void> {
  await sweepIdentity(identity);
  await closeExpiredCases(ports);
  for (const { orgId, slug } of await everyOrganization(ports.pool)) {
    await runClocks(ports, slug);
    await writeTransaction(ports.pool, { org: orgId }, async (tx) => {
      await pruneIdempotencyKeys(tx, orgId, ports.clock.now() - keptMs);
      await pruneCreditTasks(tx, orgId, ports.clock.now() - tasksKeptMs);
    });
  }
}
