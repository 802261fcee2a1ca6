import type { Id } from '#core/ids.ts';
import type { Actor, Context, Ports } from '../../access/context.ts';
import { contextOf } from '../../access/create-organization.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { withoutTrail } from '../../jobs/without-trail.ts';
import { insertDeliveryNotices, type LetterNotice, lockLetters } from '../delivery-queries.ts';
import { insertPost, waitingForChannel } from './queries.ts';

const worker: Actor = { kind: 'job', name: 'notice' };

/** More than this in one post is counted and left to Tandem. */
const mostItems = 20;

/** The job `notice.post`: one post with all that a channel has still to be told. */
export async function composePost(ports: Ports, job: { org: string; slackChannelId: string }): Promise<void> {
  const context = await contextOf(ports, job.org, worker);
  if (!context) return;
  await withoutTrail(context, async (tx) => {
    const { organization } = context;
    const org = organization.orgId;
    const now = ports.clock.now();
    await lockLetters(tx, org);
    const notices = await waitingForChannel(tx, org, job.slackChannelId);
    if (notices.length === 0) return;
    const deliveryId = ports.ids.next<Id<'delivery'>>(now);
    const row = { delivery_id: deliveryId, kind: 'post', slack_channel_id: job.slackChannelId, now } as const;
    await insertPost(tx, org, row);
    await insertDeliveryNotices(tx, org, deliveryId, notices);
    const delivery = { org: organization.slug, deliveryId };
    await enqueue(tx, 'notice.deliver', delivery, `notice.deliver ${deliveryId}`);
  });
}

/** The text of a post, in the marks of Slack. What people wrote stays text: no mention, no link of its own. */
export function postText({ organization }: Context, face: string, notices: readonly LetterNotice[]): string {
  const lines = notices
    .slice(0, mostItems)
    .map((one) => `• ${escaped(one.sentence)} <${face}${one.link}|Open>`);
  const more = notices.length - mostItems;
  return [
    `*${escaped(organization.name)}*`,
    ...lines,
    ...(more > 0 ? [`and ${more} more in <${face}|Tandem>`] : []),
  ].join('\n');
}

/** What a test says. */
export function testText({ organization }: Context): string {
  return `This is a test from Tandem: notices of the partner program of *${escaped(organization.name)}* arrive here.`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('*', '∗');
}
