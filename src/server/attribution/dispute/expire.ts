import type { Ports } from '../../access/context.ts';
import { contextOf } from '../../access/create-organization.ts';
import { everyOrganization } from '../../access/every-organization.ts';
import { write } from '../../audit/write.ts';
import { requestDecision } from '../request-decision.ts';
import { disputeRow, expiredCases, moveDispute } from './queries.ts';

/** Closes the cases that were ruled and not appealed in time: their ruling is final, and what waited is paid. Runs every hour. */
export async function closeExpiredCases(ports: Ports): Promise<void> {
  for (const { slug } of await everyOrganization(ports.pool)) {
    const context = await contextOf(ports, slug, { kind: 'job', name: 'disputes' });
    if (!context) continue;
    const org = context.organization.orgId;
    await write(
      context,
      async (tx) => {
        for (const { dispute_id: id } of await expiredCases(tx, org, context.now)) {
          const dispute = await disputeRow(tx, org, id);
          if (!dispute) continue;
          const outcome = 'Ruled, and not appealed in time.';
          await moveDispute(tx, org, id, {
            state: 'closed',
            closed: { by: 'disputes', at: context.now, outcome },
          });
          tx.record({ action: 'dispute.close', entityId: id, after: { outcome }, movesFigures: true });
          await requestDecision(tx, context, [dispute.opportunity_id], 'dispute closed', id);
        }
      },
      { mayChangeNothing: true },
    );
  }
}
