/**
 * Letters to a rep without a login: what becomes of its registration, each with the link that only this rep has.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { Id } from '#core/ids.ts';
import type { Context } from '../../access/context.ts';
import type { Tx } from '../../database/transaction.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import type { Registration } from '../ledger.ts';
import { insertRepDelivery, repToWriteTo } from './letter-queries.ts';
import type { RepNews } from './rep-news.ts';

/**
 * Leaves a letter to the rep of a registration that came by a link or by mail, in the transaction of its cause. Who has
 * a login reads it in the portal, and nobody is written to about a company that does not exist.
 */
export async function writeToRep(
  tx: Tx,
  { organization, ports, now }: Context,
  { row }: Pick<Registration, 'row'>,
  news: RepNews,
): Promise<void> {
  if (organization.isDemo || (row.way !== 'form' && row.way !== 'mail')) return;
  const org = organization.orgId;
  const rep = await repToWriteTo(tx, org, row.registration_id);
  const isLinkOnly = news === 'begun' || news === 'mailed' || news === 'held';
  if (rep === null || (rep.has_login && !isLinkOnly)) return;
  const deliveryId = ports.ids.next<Id<'delivery'>>(now);
  await insertRepDelivery(tx, org, { deliveryId, registrationId: row.registration_id, news, now });
  await enqueue(tx, 'notice.deliver', { org: organization.slug, deliveryId }, `notice.deliver ${deliveryId}`);
}
