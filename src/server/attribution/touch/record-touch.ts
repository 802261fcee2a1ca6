import type { TouchAction } from '#core/attribution/facts.ts';
import type { PartnerRole } from '#core/attribution/policy.ts';
import type { Id } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { write } from '../../audit/write.ts';
import { requirePersonOf } from '../../partner/require-person.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { decideCredits } from '../decide-credit.ts';
import { actTimes } from './act.ts';
import { unknownReference } from './record-introduction.ts';
import { insertConfirmation, insertTouch, touchForConfirmation } from './touch-queries.ts';

export type NewTouch = {
  readonly opportunityId: string;
  readonly partnerId: string;
  readonly partnerPersonId: string;
  readonly internalOwner: string;
  readonly role: PartnerRole;
  readonly action: TouchAction;
  readonly stageOrder: number | null;
  readonly outcome: string | null;
  readonly evidence: readonly string[];
  readonly occurredAt: number;
};

/** Records what a partner person did on a deal. It counts once somebody has confirmed it. */
export async function recordTouch(context: Context, act: NewTouch): Promise<{ touchId: string }> {
  requireCapability(context, 'touch.record');
  const org = context.organization.orgId;
  const id = context.ports.ids.next<Id<'touch'>>(context.now);
  const times = actTimes(context, act.occurredAt);
  try {
    return await write(context, async (tx) => {
      const { partnerPersonId: personId, ...rest } = act;
      await requirePersonOf(tx, org, act.partnerId, personId);
      await insertTouch(tx, org, { ...rest, ...times, id, personId });
      tx.record({
        action: 'touch.record',
        entityId: id,
        after: { ...act, occurredOn: times.occurredOn },
        movesFigures: true,
      });
      await decideCredits(tx, context, [act.opportunityId], 'touch recorded');
      return { touchId: id };
    });
  } catch (error) {
    throw unknownReference(error) ?? error;
  }
}

/** Confirms a touch by name. From then on it counts, if it was recorded in time. */
export async function confirmTouch(context: Context, touchId: string): Promise<void> {
  requireCapability(context, 'touch.record');
  const org = context.organization.orgId;
  await write(context, async (tx) => {
    const touch = await touchForConfirmation(tx, org, touchId);
    if (!touch) throw notFound('touch');
    if (!(await insertConfirmation(tx, org, touchId, actorId(context.actor), context.now))) {
      throw new ProblemError('conflict', 'This touch is confirmed already.');
    }
    tx.record({ action: 'touch.confirm', entityId: touchId, movesFigures: true });
    await decideCredits(tx, context, [touch.opportunity_id], 'touch confirmed');
  });
}
