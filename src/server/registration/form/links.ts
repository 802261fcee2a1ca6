/**
 * The link of a partner, made by our own people: one at a time, shown once, taken back at any moment.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { Id } from '#core/ids.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { memberNames } from '../../access/member-names.ts';
import { type WriteTx, write } from '../../audit/write.ts';
import type { Config } from '../../config.ts';
import { nextNumber } from '../../database/next-number.ts';
import { readTransaction, violatedConstraint } from '../../database/transaction.ts';
import { addressOf } from '../../mail-in/address.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { partnerRow } from '../drafts.ts';
import { closeLink, insertLink, openLink } from './link-queries.ts';
import { linkSecret } from './secret.ts';

/** The link of a partner as the desk sees it: never its secret. */
export type ShownLink = {
  /** Where a mail becomes a draft; null where no mail comes in. */
  readonly address: string | null;
  readonly number: number;
  readonly madeBy: string;
  readonly madeAt: number;
  readonly lastUsedAt: number | null;
};

export async function readLink(
  context: Context,
  config: Pick<Config, 'mailIn' | 'secret'>,
  partnerId: string,
): Promise<ShownLink | null> {
  requireCapability(context, 'registration.record');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    await partnerRow(tx, context, partnerId);
    const row = await openLink(tx, org, partnerId);
    if (row === null) return null;
    const names = await memberNames(tx, org);
    const parts = { kind: 'register', reference: String(row.number), slug: context.organization.slug };
    return {
      address: addressOf(config, parts),
      number: row.number,
      madeBy: names.get(row.made_by) ?? row.made_by,
      madeAt: row.made_at,
      lastUsedAt: row.last_used_at,
    };
  });
}

/**
 * Makes the link of a partner. One that is there is revoked in the same moment: a partner has one. Returned is the
 * secret, which is nowhere to be read again.
 */
export async function makeLink(
  context: Context,
  key: Buffer,
  partnerId: string,
): Promise<{ number: number; secret: string }> {
  requireCapability(context, 'registration.record');
  const { organization, ports, now } = context;
  const org = organization.orgId;
  const made = write(context, async (tx) => {
    await partnerRow(tx, context, partnerId);
    await close(tx, context, partnerId);
    const id = ports.ids.next<Id<'registration link'>>(now);
    const number = await nextNumber(tx, org, 'registration_link');
    const by = actorId(context.actor);
    await insertLink(tx, org, { id, number, partnerId, hash: linkSecret(key, id).hash, by, now });
    tx.record({ action: 'registration_link.make', entityId: id, after: { number, partnerId } });
    return { id, number };
  });
  const { id, number } = await made.catch((error: unknown) => {
    if (violatedConstraint(error) !== 'one_link_of_a_partner_is_open') throw error;
    throw new ProblemError('conflict', 'Somebody made a link of this partner at the same moment.');
  });
  // Not kept with the answer of the call: made anew of its id.
  return { number, secret: linkSecret(key, id).secret };
}

/** Takes the link of a partner back. What was begun by it goes on by its own secret. */
export async function revokeLink(context: Context, partnerId: string): Promise<void> {
  requireCapability(context, 'registration.record');
  await write(context, async (tx) => {
    if (!(await close(tx, context, partnerId))) throw notFound('open link of this partner');
  });
}

async function close(tx: WriteTx, context: Context, partnerId: string): Promise<boolean> {
  const org = context.organization.orgId;
  const link = await openLink(tx, org, partnerId, 'lock');
  if (link === null) return false;
  const { registration_link_id: id, number } = link;
  await closeLink(tx, org, id, actorId(context.actor), context.now);
  tx.record({ action: 'registration_link.revoke', entityId: id, before: { number, partnerId } });
  return true;
}
