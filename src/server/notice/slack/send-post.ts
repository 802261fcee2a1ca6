import type { OrgId } from '#core/ids.ts';
import type { Context } from '../../access/context.ts';
import { readTransaction } from '../../database/transaction.ts';
import { unseal } from '../../seal.ts';
import type { DeliveryPorts, Sent } from '../delivery-ports.ts';
import { noticesOfDelivery } from '../delivery-queries.ts';
import { postText, testText } from './compose-post.ts';
import { placeOfChannel } from './place.ts';
import { channelOfDelivery } from './queries.ts';

/** Posts to a channel once: what it is told is asked now, without deals that are gone. */
export async function sendPost(
  world: DeliveryPorts,
  context: Context,
  deliveryId: string,
  kind: 'post' | 'test',
): Promise<Sent> {
  const { organization } = context;
  const org = organization.orgId;
  const { channel, all } = await readPost(world, org, deliveryId);
  const told = all.filter((one) => !one.is_gone);
  const leftOut = all.filter((one) => one.is_gone).map((one) => one.notice_id);
  if (channel === null || channel.sealed_address === null) {
    return { end: 'dropped', address: null, answer: 'The channel was removed.', leftOut };
  }
  if (kind === 'post' && told.length === 0) {
    return { end: 'dropped', address: null, answer: 'The deals that it spoke of are gone.', leftOut };
  }
  const place = placeOfChannel(org, channel.slack_channel_id);
  const address = unseal(world.slackKey, place, channel.sealed_address);
  if (address === null) {
    const answer = 'The address of the channel was sealed under another TANDEM_SECRET. Set it again.';
    return { end: 'refused', address: null, answer, isPermanent: true, retryAfterMs: null, leftOut };
  }
  const desk = new URL(`/o/${organization.slug}`, world.publicUrl()).href;
  const face = channel.partner_id === null ? desk : `${desk}/portal`;
  const posted = await world.slack.post(
    address,
    kind === 'test' ? testText(context) : postText(context, face, told),
  );
  const to = { address: channel.host, answer: posted.answer, leftOut };
  if (posted.ok) return { end: 'sent', ...to };
  const { isPermanent, retryAfterMs } = posted;
  return { end: 'refused', ...to, isPermanent, retryAfterMs };
}

function readPost(world: DeliveryPorts, org: OrgId, deliveryId: string) {
  return readTransaction(world.ports.pool, { org }, async (tx) => ({
    channel: await channelOfDelivery(tx, org, deliveryId),
    all: await noticesOfDelivery(tx, org, deliveryId),
  }));
}
