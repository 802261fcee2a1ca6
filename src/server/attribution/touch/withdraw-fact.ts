import type { Id } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { write } from '../../audit/write.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { decideCredits } from '../decide-credit.ts';
import { dealsOfAccount } from '../queries.ts';
import { insertWithdrawal, subjectOfFact } from './touch-queries.ts';

export type WithdrawableFact = 'introduction' | 'touch' | 'vendor_contact';

/** Says that a fact was wrong, and why. The fact stays and counts no longer; the deals that it touched are decided again. */
export async function withdrawFact(
  context: Context,
  kind: WithdrawableFact,
  factId: string,
  reason: string,
): Promise<void> {
  requireCapability(context, 'touch.record');
  const org = context.organization.orgId;
  await write(context, async (tx) => {
    const subject = await subjectOfFact(tx, org, kind, factId);
    if (!subject) throw notFound(kind.replace('_', ' '));
    const id = context.ports.ids.next<Id<'withdrawal'>>(context.now);
    const by = actorId(context.actor);
    if (!(await insertWithdrawal(tx, org, { id, kind, factId, reason, by, now: context.now }))) {
      throw new ProblemError('conflict', 'This fact was withdrawn already.');
    }
    tx.record({ action: `${kind}.withdraw`, entityId: factId, after: { reason }, movesFigures: true });
    const deals = subject.opportunity_id
      ? [subject.opportunity_id]
      : await dealsOfAccount(tx, org, subject.account_id ?? '');
    await decideCredits(tx, context, deals, `${kind.replace('_', ' ')} withdrawn`);
  });
}
