import type { Id } from '#core/ids.ts';
import { noticeKinds, sentenceOf } from '#core/notice/kinds.ts';
import type { Context } from '../../access/context.ts';
import type { Tx } from '../../database/transaction.ts';
import { enqueueLater } from '../../jobs/enqueue.ts';
import { noticeSettingsOf } from '../leave.ts';
import type { Said } from '../said.ts';
import { type ChannelRow, channels, insertChannelNotices } from './queries.ts';

/**
 * Tells channels: that of the program what is said on the desk, that of a partner what is said to this partner's own
 * people and nothing else, since they may sit in it. Each once, and what comes within minutes in one post.
 */
export async function tellChannels(tx: Tx, context: Context, said: readonly Said[]): Promise<void> {
  const { organization, now, ports } = context;
  if (said.length === 0 || organization.isDemo) return;
  const org = organization.orgId;
  const open = await channels(tx, org);
  const rows = open.flatMap((channel) =>
    said
      .filter((one) => hears(channel, one))
      .map((one) => ({
        notice_id: ports.ids.next<Id<'notice'>>(now),
        slack_channel_id: channel.slack_channel_id,
        kind: one.kind,
        params: one.params,
        sentence: sentenceOf(one),
        link: one.link,
        event_key: one.eventKey,
        opportunity_id: one.opportunityId ?? null,
        partner_id: channel.partner_id,
      })),
  );
  if (rows.length === 0) return;
  const { gatherMinutes } = await noticeSettingsOf(tx, context);
  for (const slackChannelId of await insertChannelNotices(tx, org, rows, now)) {
    const job = { org: organization.slug, slackChannelId };
    await enqueueLater(tx, 'notice.post', job, {
      key: `notice.post ${slackChannelId}`,
      delayMs: gatherMinutes * 60_000,
      keepsTime: true,
    });
  }
}

function hears(channel: ChannelRow, said: Said): boolean {
  const { group, face } = noticeKinds[said.kind];
  if (!channel.kind_groups.includes(group)) return false;
  return channel.partner_id === null
    ? face === 'desk'
    : face === 'portal' && said.partnerId === channel.partner_id;
}
