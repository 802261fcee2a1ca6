import type { Id } from '#core/ids.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { write } from '../../audit/write.ts';
import { violatedConstraint } from '../../database/transaction.ts';
import { requirePersonOf } from '../../partner/require-person.ts';
import { invalidField, notFound } from '../../problem.ts';
import { decideCredits } from '../decide-credit.ts';
import { dealsOfAccount } from '../queries.ts';
import { actTimes } from './act.ts';
import { insertIntroduction } from './touch-queries.ts';

export type NewIntroduction = {
  readonly partnerId: string;
  readonly partnerPersonId: string | null;
  /** The account that was introduced, where there is no deal yet; or the deal. */
  readonly accountId: string | null;
  readonly opportunityId: string | null;
  readonly product: string | null;
  readonly occurredAt: number;
  /** Links to what proves it. */
  readonly evidence: readonly string[];
  readonly note: string | null;
};

/** Records that a partner introduced us to an account or a deal, and decides again the deals that it may have brought. */
export async function recordIntroduction(
  context: Context,
  act: NewIntroduction,
): Promise<{ introductionId: string }> {
  requireCapability(context, 'touch.record');
  if ((act.accountId === null) === (act.opportunityId === null)) {
    throw invalidField(
      'body',
      'an account or a deal, one of the two',
      'both or neither',
      'Name the deal if there is one.',
    );
  }
  const org = context.organization.orgId;
  const id = context.ports.ids.next<Id<'introduction'>>(context.now);
  const times = actTimes(context, act.occurredAt);
  try {
    return await write(context, async (tx) => {
      const { partnerPersonId: personId, ...rest } = act;
      if (personId !== null) await requirePersonOf(tx, org, act.partnerId, personId);
      await insertIntroduction(tx, org, { ...rest, ...times, id, personId });
      tx.record({
        action: 'introduction.record',
        entityId: id,
        after: { ...act, occurredOn: times.occurredOn },
        movesFigures: true,
      });
      const deals = act.opportunityId
        ? [act.opportunityId]
        : await dealsOfAccount(tx, org, act.accountId ?? '');
      await decideCredits(tx, context, deals, 'introduction recorded');
      return { introductionId: id };
    });
  } catch (error) {
    throw unknownReference(error) ?? error;
  }
}

/** A reference to something that is not there, or is another organization's, is "no such thing". */
export function unknownReference(error: unknown): Error | null {
  const constraint = violatedConstraint(error);
  if (!constraint?.endsWith('_fkey')) return null;
  const what = ['partner_person', 'partner', 'account', 'opportunity'].find((word) =>
    constraint.includes(`${word}_id`),
  );
  return notFound((what ?? 'record').replace('_', ' '));
}
