import type { Id } from '#core/ids.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { type WriteTx, write } from '../../audit/write.ts';
import { readTransaction } from '../../database/transaction.ts';
import { invalidField, notFound } from '../../problem.ts';
import { actTimes, readEvidence, requireDeal, requirePersonThen } from './act.ts';
import { insertSignal, personByEmail, signalByKey } from './suggestion-queries.ts';

export type NewSignal = {
  readonly way: 'mail' | 'crm_event';
  readonly opportunityId: string;
  /** What the source calls the event: the same key again changes nothing. */
  readonly eventKey: string;
  readonly partnerId: string | null;
  readonly partnerPersonId: string | null;
  /** The address of the person at the partner, where the source knows no id of ours. */
  readonly personEmail: string | null;
  readonly internalOwner: string | null;
  readonly subject: string;
  readonly summary: string | null;
  readonly evidence: readonly string[];
  readonly occurredAt: number;
};

/**
 * Keeps what a mail or an event of the CRM says happened. It is no credit and decides nothing: it becomes a suggestion
 * of which somebody makes a touch. The same event comes in once, however often it is sent.
 */
export async function recordSignal(
  context: Context,
  signal: NewSignal,
): Promise<{ signalId: string; isNew: boolean }> {
  requireCapability(context, 'touch.record');
  const org = context.organization.orgId;
  const signalId = await write(context, (tx) => keepSignal(tx, context, signal), { mayChangeNothing: true });
  if (signalId !== null) return { signalId, isNew: true };
  const known = await readTransaction(context.ports.pool, { org }, (tx) =>
    signalByKey(tx, org, signal.way, signal.eventKey),
  );
  if (!known) throw notFound('signal');
  return { signalId: known.signal_id, isNew: false };
}

/** The same within a transaction: the id of the signal, or null where one of its key is there already. */
export async function keepSignal(tx: WriteTx, context: Context, signal: NewSignal): Promise<string | null> {
  const org = context.organization.orgId;
  const id = context.ports.ids.next<Id<'signal'>>(context.now);
  const times = actTimes(context, signal.occurredAt);
  // A mail is kept with its signal and proves what it says by itself.
  const own = signal.way === 'mail' ? [`mail:${id}`] : [];
  const evidence = readEvidence([...own, ...signal.evidence]);
  await requireDeal(tx, context, signal.opportunityId);
  const byEmail = signal.personEmail === null ? null : await personByEmail(tx, org, signal.personEmail);
  const partnerId = signal.partnerId ?? byEmail?.partner_id ?? null;
  const partnerPersonId =
    signal.partnerPersonId ??
    (byEmail?.partner_id === partnerId ? (byEmail?.partner_person_id ?? null) : null);
  if (partnerId === null && partnerPersonId !== null) {
    throw invalidField(
      'body.partnerId',
      'the partner of the person who is named',
      'nothing',
      'Name the partner too, or the person by address only.',
    );
  }
  if (partnerId !== null) {
    await requirePersonThen(tx, context, { partnerId, partnerPersonId, occurredOn: times.occurredOn });
  }
  const row = { ...signal, ...times, id, partnerId, partnerPersonId, evidence };
  if (!(await insertSignal(tx, org, row))) return null;
  const { personEmail: _, subject: __, summary: ___, ...kept } = signal;
  tx.record({ action: 'signal.record', entityId: id, after: { ...kept, partnerId, partnerPersonId } });
  return id;
}
