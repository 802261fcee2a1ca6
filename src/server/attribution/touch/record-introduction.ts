import type { introductionSorts } from '#core/attribution/facts.ts';
import type { Id } from '#core/ids.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { type WriteTx, write } from '../../audit/write.ts';
import { invalidField } from '../../problem.ts';
import { dealsOfAccount } from '../queries.ts';
import { requestDecision } from '../request-decision.ts';
import {
  type ActSide,
  type ActWay,
  actTimes,
  readEvidence,
  requireEvidence,
  requirePersonThen,
  unknownReference,
} from './act.ts';
import { insertIntroduction } from './touch-queries.ts';
import { requireSubject } from './write-touch.ts';

export type NewIntroduction = {
  readonly partnerId: string;
  readonly partnerPersonId: string | null;
  /** The account that was introduced, where there is no deal yet; or the deal. */
  readonly accountId: string | null;
  readonly opportunityId: string | null;
  readonly product: string | null;
  /** A new conversation, one that was lost before (ATT-10), or more at a customer (ATT-11). */
  readonly kind?: (typeof introductionSorts)[number];
  readonly occurredAt: number;
  /** The first meeting with the buyer that came of it; it settles claims of the same day (ATT-12). */
  readonly buyerMeetingAt?: number | null;
  /** What proves it. */
  readonly evidence: readonly string[];
  readonly note: string | null;
};

/** Records that a partner introduced us to an account or a deal, and decides again the deals that it may have brought. */
export async function recordIntroduction(
  context: Context,
  act: NewIntroduction,
  way: ActWay = 'desk',
): Promise<{ introductionId: string }> {
  requireCapability(context, 'touch.record');
  try {
    return await write(context, (tx) => writeIntroduction(tx, context, act, { side: 'vendor', way }));
  } catch (error) {
    throw unknownReference(error) ?? error;
  }
}

/** Keeps an introduction within a transaction. What we write down ourselves is confirmed by who does (ATT-5). */
export async function writeIntroduction(
  tx: WriteTx,
  context: Context,
  act: NewIntroduction,
  origin: { readonly side: ActSide; readonly way: ActWay },
): Promise<{ introductionId: string }> {
  const org = context.organization.orgId;
  const id = context.ports.ids.next<Id<'introduction'>>(context.now);
  const times = actTimes(context, act.occurredAt);
  const evidence = readEvidence(act.evidence);
  const { kind = 'introduction', buyerMeetingAt = null } = act;
  if (buyerMeetingAt !== null && buyerMeetingAt < act.occurredAt) {
    throw invalidField(
      'body.buyerMeetingAt',
      'a moment after the introduction',
      new Date(buyerMeetingAt).toISOString(),
      'Name the first meeting with the buyer that came of it.',
    );
  }
  const deal = await requireSubject(tx, context, act.opportunityId, act.accountId);
  await requirePersonThen(tx, context, { ...act, occurredOn: times.occurredOn });
  await requireEvidence(tx, context, evidence);
  const row = { ...act, ...times, ...origin, kind, buyerMeetingAt, evidence, id };
  await insertIntroduction(tx, org, row);
  tx.record({
    action: 'introduction.record',
    entityId: id,
    after: { ...act, ...origin, kind, evidence, occurredOn: times.occurredOn },
    movesFigures: true,
  });
  const deals = deal ? [deal.opportunity_id] : await dealsOfAccount(tx, org, act.accountId ?? '');
  const cause = origin.side === 'partner' ? 'introduction claimed' : 'introduction recorded';
  await requestDecision(tx, context, deals, cause, id);
  return { introductionId: id };
}
