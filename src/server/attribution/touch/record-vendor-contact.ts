import type { Id } from '#core/ids.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { write } from '../../audit/write.ts';
import { dealsOfAccount } from '../queries.ts';
import { requestDecision } from '../request-decision.ts';
import { actTimes, unknownReference } from './act.ts';
import { insertVendorContact } from './touch-queries.ts';

/** Records a meeting or an outbound message of our own at an account: the fact that T1 tests against. */
export async function recordVendorContact(
  context: Context,
  contact: { readonly accountId: string; readonly kind: 'meeting' | 'outbound'; readonly occurredAt: number },
): Promise<{ vendorContactId: string }> {
  requireCapability(context, 'touch.record');
  const org = context.organization.orgId;
  const id = context.ports.ids.next<Id<'vendor contact'>>(context.now);
  const times = actTimes(context, contact.occurredAt);
  try {
    return await write(context, async (tx) => {
      await insertVendorContact(tx, org, { ...contact, ...times, id });
      tx.record({
        action: 'vendor_contact.record',
        entityId: id,
        after: { ...contact, occurredOn: times.occurredOn },
        movesFigures: true,
      });
      await requestDecision(
        tx,
        context,
        await dealsOfAccount(tx, org, contact.accountId),
        'vendor contact recorded',
      );
      return { vendorContactId: id };
    });
  } catch (error) {
    throw unknownReference(error) ?? error;
  }
}
