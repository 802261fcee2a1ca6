import type { Ports } from '../access/context.ts';
import { everyOrganization } from '../access/every-organization.ts';
import { writeTransaction } from '../database/transaction.ts';
import { pruneTasks } from './task-queries.ts';

/** A settled task is kept this long, for whoever looks into a verdict that surprises. */
const keptMs = 30 * 24 * 3_600_000;

/** Sweeps out settled tasks. The verdicts themselves stay. */
export async function sweepTasks(ports: Ports): Promise<void> {
  for (const { orgId } of await everyOrganization(ports.pool)) {
    await writeTransaction(ports.pool, { org: orgId }, (tx) =>
      pruneTasks(tx, orgId, ports.clock.now() - keptMs),
    );
  }
}
