import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { write } from '../../audit/write.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { lockQuarters } from './quarter-queries.ts';
import { decideRow, lockRestatement } from './restatement-queries.ts';

/**
 * Finance accepts a restatement, and the closed figure moves by its difference, beside the frozen one; or refuses it,
 * and nothing moves. Once, with a note, and only while it waits: a newer one may have taken its place.
 */
export async function decideRestatement(
  context: Context,
  id: string,
  decision: 'accepted' | 'refused',
  note: string,
): Promise<void> {
  requireCapability(context, 'quarter.close');
  const org = context.organization.orgId;
  await write(context, async (tx) => {
    await lockQuarters(tx, org, 'alone');
    const row = await lockRestatement(tx, org, id);
    if (!row) throw notFound('restatement');
    if (row.decision !== null) {
      throw new ProblemError(
        'conflict',
        row.decision === 'superseded'
          ? 'A newer fact changed this deal again. Decide on the restatement that took its place.'
          : `This restatement is ${row.decision} already.`,
      );
    }
    await decideRow(tx, org, { id, decision, by: actorId(context.actor), note, now: context.now });
    tx.record({
      action: decision === 'accepted' ? 'restatement.accept' : 'restatement.refuse',
      entityId: id,
      before: {
        quarter: row.starts_on,
        measure: row.measure,
        opportunityId: row.opportunity_id,
        ...row.before,
      },
      after: { number: row.number, ...row.after, deltaMinor: row.delta_minor, note },
      movesFigures: true,
    });
  });
}
