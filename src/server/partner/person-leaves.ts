import { type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { invalidField, notFound } from '../problem.ts';
import { personRow, setLeft } from './queries.ts';

/**
 * Says that a person left a partner, with the last day there; null takes it back. What they did up to that day stays
 * and counts; an act after it is refused.
 */
export async function personLeaves(
  context: Context,
  partnerId: string,
  partnerPersonId: string,
  leftOn: string | null,
): Promise<void> {
  requireCapability(context, 'partner.change');
  const { orgId: org, timeZone } = context.organization;
  const today = localDateAt(context.now, timeZone);
  if (leftOn !== null && leftOn > today) {
    throw invalidField('body.leftOn', `a day up to today, ${today}`, leftOn, 'Say it when they have left.');
  }
  await write(context, async (tx) => {
    const person = await personRow(tx, org, partnerId, partnerPersonId);
    if (!person) throw notFound('person at this partner');
    await setLeft(tx, org, partnerPersonId, leftOn);
    tx.record({
      action: 'partner_person.leave',
      entityId: partnerPersonId,
      before: { leftOn: person.left_on },
      after: { leftOn },
    });
  });
}
