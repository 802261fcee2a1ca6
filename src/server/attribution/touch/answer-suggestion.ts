import type { TouchAction } from '#core/attribution/facts.ts';
import type { PartnerRole } from '#core/attribution/policy.ts';
import { actorId, type Context, requireCapability, requireNoKey } from '../../access/context.ts';
import { type WriteTx, write } from '../../audit/write.ts';
import { invalidField, notFound, ProblemError } from '../../problem.ts';
import { insertDismissal, insertSignalOutcome, suggestibleDeal } from './suggestion-queries.ts';
import { suggest, type ToldSuggestion } from './suggestions.ts';
import { lockFact } from './touch-queries.ts';
import { type KeptTouch, type NewTouch, requireRecordedOnce, writeTouch } from './write-touch.ts';

/** What the seller says better than the suggestion does. What is left out stays as it was suggested. */
export type SuggestionEdits = {
  readonly partnerPersonId: string | null;
  readonly internalOwner: string | null;
  readonly role: PartnerRole | null;
  readonly action: TouchAction | null;
  readonly outcome: string | null;
  readonly evidence: readonly string[] | null;
  readonly occurredAt: number | null;
};

/**
 * Makes a touch of a suggestion, confirmed by whoever accepts it: they stand behind it with their name. A suggestion
 * is answered once; of two who answer it at the same time one is told.
 */
export async function acceptSuggestion(
  context: Context,
  opportunity: string,
  key: string,
  edits: SuggestionEdits,
): Promise<KeptTouch> {
  requireCapability(context, 'touch.record');
  requireNoKey(context);
  const org = context.organization.orgId;
  let tried: NewTouch | null = null;
  try {
    return await write(context, async (tx) => {
      const one = await requireSuggestion(tx, context, opportunity, key);
      const act = touchOf(one, edits, context.actor.name);
      tried = act;
      const origin = { side: 'vendor', way: 'suggestion', isConfirmed: true } as const;
      const kept = await writeTouch(tx, context, act, origin);
      if (one.signalId !== null) {
        const outcome = { signal: one.signalId, touch: kept.touchId, dismissedFor: null };
        await insertSignalOutcome(tx, org, { ...outcome, by: actorId(context.actor), now: context.now });
      }
      return kept;
    });
  } catch (error) {
    if (tried === null) throw error;
    return requireRecordedOnce(context, tried, error);
  }
}

/** Says no to a suggestion, with a reason. It is not made again. */
export async function dismissSuggestion(
  context: Context,
  opportunity: string,
  key: string,
  reason: string,
): Promise<void> {
  requireCapability(context, 'touch.record');
  requireNoKey(context);
  const org = context.organization.orgId;
  const by = actorId(context.actor);
  await write(context, async (tx) => {
    const { signalId, opportunityId } = await requireSuggestion(tx, context, opportunity, key);
    await insertDismissal(tx, org, { opportunityId, key, reason, by, now: context.now });
    if (signalId !== null) {
      const outcome = { signal: signalId, touch: null, dismissedFor: reason };
      await insertSignalOutcome(tx, org, { ...outcome, by, now: context.now });
    }
    tx.record({ action: 'suggestion.dismiss', entityId: opportunityId, after: { key, reason } });
  });
}

async function requireSuggestion(
  tx: WriteTx,
  context: Context,
  opportunity: string,
  key: string,
): Promise<ToldSuggestion> {
  const deal = await suggestibleDeal(tx, context.organization.orgId, opportunity.trim());
  if (!deal) throw notFound('opportunity');
  await lockFact(tx, `${deal.opportunity_id} ${key}`);
  const one = (await suggest(tx, context, [deal])).find((each) => each.key === key);
  if (!one) {
    throw new ProblemError(
      'conflict',
      'This is not suggested any more. Somebody has answered it, or it is recorded.',
    );
  }
  return one;
}

function touchOf(one: ToldSuggestion, edits: SuggestionEdits, accepter: string): NewTouch {
  const partnerPersonId = edits.partnerPersonId ?? one.personId;
  if (partnerPersonId === null) {
    throw invalidField(
      'body.partnerPersonId',
      `the person at ${one.partner} who did it`,
      'nobody',
      one.people.length > 0 ? 'Choose who it was.' : `Add somebody at ${one.partner} first.`,
    );
  }
  return {
    opportunityId: one.opportunityId,
    partnerId: one.partnerId,
    partnerPersonId,
    internalOwner: edits.internalOwner ?? one.internalOwner ?? accepter,
    role: edits.role ?? one.role,
    action: edits.action ?? one.action,
    outcome: edits.outcome ?? one.outcome,
    evidence: edits.evidence ?? one.evidence,
    occurredAt: edits.occurredAt ?? one.occurredAt,
  };
}
