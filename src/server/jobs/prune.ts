import type { Ports } from '../access/context.ts';
import { everyOrganization } from '../access/every-organization.ts';
import { closeExpiredCases } from '../attribution/dispute/expire.ts';
import { sweepTasks } from '../attribution/sweep-tasks.ts';
import { writeTransaction } from '../database/transaction.ts';
import type { Identity } from '../identity/identity.ts';
import { sweepIdentity } from '../identity/sweep.ts';
import { pruneIdempotencyKeys } from './queries.ts';

/** An Idempotency-Key is kept this long. */
const keptMs = 24 * 3_600_000;

/** Sweeps out what is over: idempotency keys of yesterday, ended sessions, spent links, the time to appeal. Runs every hour. */
export async function prune(ports: Ports, identity: Identity): Promise<void> {
  await sweepIdentity(identity);
  await closeExpiredCases(ports);
  await sweepTasks(ports);
  for (const { orgId } of await everyOrganization(ports.pool)) {
    await writeTransaction(ports.pool, { org: orgId }, (tx) =>
      pruneIdempotencyKeys(tx, orgId, ports.clock.now() - keptMs),
    );
  }
}
