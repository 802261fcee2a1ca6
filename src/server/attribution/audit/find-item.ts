import type { LocalDate } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { write } from '../../audit/write.ts';
import { violatedConstraint } from '../../database/transaction.ts';
import { invalidField, notFound } from '../../problem.ts';
import { insertFinding } from './sample-queries.ts';

/**
 * Writes what Finance found about a deal of the sample: its credit is sound, or it is an error, and which. A later
 * finding on the same deal counts instead; the earlier one stays.
 */
export async function findItem(
  context: Context,
  month: LocalDate,
  opportunityId: string,
  found: { readonly finding: 'sound' | 'error'; readonly note: string | null },
): Promise<void> {
  requireCapability(context, 'audit_sample.work');
  const { finding, note } = found;
  if (finding === 'error' && (note ?? '').trim() === '') {
    throw invalidField(
      'body.note',
      'what is wrong',
      'nothing',
      'Say in a sentence what the evidence does not show.',
    );
  }
  const id = context.ports.ids.next<Id<'finding'>>(context.now);
  try {
    await write(context, async (tx) => {
      const by = actorId(context.actor);
      const row = { month, opportunityId, id, finding, note, by, now: context.now };
      await insertFinding(tx, context.organization.orgId, row);
      tx.record({
        action: 'audit_sample.find',
        entityId: opportunityId,
        after: { month, finding, note },
        movesFigures: true,
      });
    });
  } catch (error) {
    if (violatedConstraint(error)?.endsWith('_fkey')) throw notFound('deal in this sample');
    throw error;
  }
}
