/**
 * Introductions that registrations of an imported file were: whoever registered a deal first elsewhere introduced it then.
 *
 * Handbook: docs/handbook/touches.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import { actorId, type Context } from '../../access/context.ts';
import type { WriteTx } from '../../audit/write.ts';
import { importedRegistrations } from '../imported-registrations.ts';
import { requestDecision } from '../request-decision.ts';
import { insertConfirmation } from './claim-queries.ts';
import { insertIntroduction } from './touch-queries.ts';
import { insertCosignature, insertWithdrawal, subjectOfFact } from './withdrawal-queries.ts';

type ImportedIntroduction = {
  readonly id: Id<'introduction'>;
  readonly partnerId: string;
  readonly partnerPersonId: string | null;
  readonly opportunityId: string;
  readonly occurredAt: number;
  readonly occurredOn: LocalDate;
  readonly evidence: readonly string[];
  readonly note: string;
};

/** Keeps them, written down on the day that the file says, and confirmed by whoever imports them (ATT-5). */
export async function bringIntroductions(
  tx: WriteTx,
  context: Context,
  introductions: readonly ImportedIntroduction[],
  importId: string,
): Promise<void> {
  const { actor, now, organization } = context;
  const org = organization.orgId;
  const by = actorId(actor);
  for (const one of introductions) {
    await insertIntroduction(tx, org, {
      ...one,
      ...{ accountId: null, product: null, kind: 'introduction', buyerMeetingAt: null },
      ...{ side: 'partner', way: 'import' },
      ...{ recordedAt: now, recordedOn: one.occurredOn, recordedBy: by },
    });
    await insertConfirmation(tx, org, 'introduction', one.id, by, now);
  }
  const deals = introductions.map((one) => one.opportunityId);
  await requestDecision(tx, context, deals, importedRegistrations, importId);
}

/**
 * Withdraws introductions with the import that brought them. It needs no second person (ATT-9): the import is taken back
 * whole, so nobody picks one act of origin out.
 */
export async function takeBackIntroductions(
  tx: WriteTx,
  context: Context,
  introductions: readonly string[],
  reason: string,
): Promise<void> {
  const { actor, now, organization, ports } = context;
  const org = organization.orgId;
  const by = actorId(actor);
  const deals: string[] = [];
  for (const factId of introductions) {
    const id = ports.ids.next<Id<'withdrawal'>>(now);
    const subject = await subjectOfFact(tx, org, 'introduction', factId);
    if (!(await insertWithdrawal(tx, org, { id, kind: 'introduction', factId, reason, by, now }))) continue;
    await insertCosignature(tx, org, { withdrawal: id, by: 'import', now });
    if (subject?.opportunity_id) deals.push(subject.opportunity_id);
  }
  await requestDecision(tx, context, deals, importedRegistrations);
}
