import type { Id } from '#core/ids.ts';
import type { NoticeGroup } from '#core/notice/kinds.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { write } from '../../audit/write.ts';
import { readTransaction, violatedConstraint } from '../../database/transaction.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { invalidField, notFound, ProblemError } from '../../problem.ts';
import { seal } from '../../seal.ts';
import { deliver } from '../deliver.ts';
import type { DeliveryPorts } from '../delivery-ports.ts';
import { lastOutcome } from '../delivery-queries.ts';
import { placeOfChannel } from './place.ts';
import {
  type ChannelRow,
  channelOf,
  channels,
  insertPost,
  partnerIsThere,
  putChannel,
  removeChannel,
} from './queries.ts';

export type ChannelWish = {
  /** The address of the incoming webhook; left out, the one that is there stays. */
  readonly address?: string | undefined;
  readonly groups: readonly NoticeGroup[];
};

/** A channel as it may be shown: where its address leads, never the address. */
export type ShownChannel = { readonly host: string; readonly groups: NoticeGroup[]; readonly setAt: number };

/** Which channel the program, or a partner, has. Null: none. */
export async function readChannel(context: Context, partnerId: string | null): Promise<ShownChannel | null> {
  requireCapability(context, partnerId === null ? 'organization.change' : 'partner.change');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    if (partnerId !== null && !(await partnerIsThere(tx, org, partnerId))) throw notFound('partner');
    const row = (await channels(tx, org)).find((one) => one.partner_id === partnerId);
    return row === undefined ? null : shown(row);
  });
}

/** Sets the channel of the program or of a partner: where posts go, and about what. */
export async function setChannel(
  context: Context,
  world: Pick<DeliveryPorts, 'slack' | 'slackKey'>,
  partnerId: string | null,
  wish: ChannelWish,
): Promise<void> {
  requireCapability(context, partnerId === null ? 'organization.change' : 'partner.change');
  const { organization, now, ports } = context;
  const org = organization.orgId;
  const why = wish.address === undefined ? null : world.slack.refusal(wish.address);
  if (why !== null) {
    throw invalidField(
      'body.address',
      'the https address of an incoming webhook',
      `an address that ${why}`,
      'Copy it from the page of your Slack app, under Incoming Webhooks.',
    );
  }
  try {
    await write(context, async (tx) => {
      if (partnerId !== null && !(await partnerIsThere(tx, org, partnerId))) throw notFound('partner');
      const before = await channelOf(tx, org, partnerId);
      const id = before?.slack_channel_id ?? ports.ids.next<Id<'slack_channel'>>(now);
      const address =
        wish.address === undefined
          ? { sealed: before?.sealed_address, host: before?.host }
          : {
              sealed: seal(world.slackKey, placeOfChannel(org, id), wish.address),
              host: new URL(wish.address).host,
            };
      if (!address.sealed || address.host === undefined) {
        throw invalidField(
          'body.address',
          'the address of a webhook',
          'none',
          'Give it: there is no channel yet.',
        );
      }
      await putChannel(tx, org, {
        slack_channel_id: id,
        partner_id: partnerId,
        sealed_address: address.sealed,
        host: address.host,
        kind_groups: wish.groups,
        set_by: actorId(context.actor),
        now,
      });
      tx.record({
        action: 'slack.set',
        entityId: id,
        before: before === null ? null : { partnerId, host: before.host, groups: before.kind_groups },
        after: {
          partnerId,
          host: address.host,
          groups: wish.groups,
          isNewAddress: wish.address !== undefined,
        },
      });
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'one_channel_of_the_program_and_of_each_partner') throw error;
    throw new ProblemError('conflict', 'Somebody else has set this channel just now. Look at it first.');
  }
}

/** Takes the channel of the program or of a partner away, with its address. */
export async function removeChannelOf(context: Context, partnerId: string | null): Promise<void> {
  requireCapability(context, partnerId === null ? 'organization.change' : 'partner.change');
  const org = context.organization.orgId;
  await write(context, async (tx) => {
    const before = await channelOf(tx, org, partnerId);
    if (before === null) throw notFound('channel');
    await removeChannel(tx, org, before.slack_channel_id, context.now);
    tx.record({ action: 'slack.remove', entityId: before.slack_channel_id, before: { partnerId } });
  });
}

/** Posts a test to a channel and answers what came of it. It stands in the log of deliveries as any other post. */
export async function testChannel(
  context: Context,
  world: DeliveryPorts,
  partnerId: string | null,
): Promise<{ arrived: boolean; answer: string }> {
  requireCapability(context, partnerId === null ? 'organization.change' : 'partner.change');
  const { organization, now, ports } = context;
  const org = organization.orgId;
  const deliveryId = ports.ids.next<Id<'delivery'>>(now);
  const delivery = { org: organization.slug, deliveryId };
  await write(context, async (tx) => {
    const channel = await channelOf(tx, org, partnerId);
    if (channel === null) throw notFound('channel');
    const { slack_channel_id } = channel;
    await insertPost(tx, org, {
      delivery_id: deliveryId,
      kind: 'test',
      slack_channel_id,
      now: ports.clock.now(),
    });
    await enqueue(tx, 'notice.deliver', delivery, `notice.deliver ${deliveryId}`);
    tx.record({ action: 'slack.test', entityId: slack_channel_id, after: { partnerId } });
  });
  // Whoever asked wants to see it now; the job finds it done, unless the process died in between.
  await deliver(world, delivery);
  const last = await readTransaction(ports.pool, { org }, (tx) => lastOutcome(tx, org, deliveryId));
  return { arrived: last?.outcome === 'sent', answer: last?.answer ?? 'It is being sent.' };
}

function shown(row: ChannelRow): ShownChannel {
  return { host: row.host, groups: row.kind_groups as NoticeGroup[], setAt: row.set_at };
}
