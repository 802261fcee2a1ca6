import {
  type DigestNow,
  defaultNoticeSettings,
  type NoticeSettings,
  nextDigestOn,
} from '#core/notice/digest.ts';
import type { NoticeWay } from '#core/notice/kinds.ts';
import { businessCalendar } from '../access/business-calendar.ts';
import type { Context } from '../access/context.ts';
import { instantAt, localDateAt } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import { enqueueLater } from '../jobs/enqueue.ts';
import { noticeSettingRow } from './choice-queries.ts';

const minuteMs = 60_000;

/** When letters of this organization leave, as it set it or by default. */
export async function noticeSettingsOf(tx: Tx, context: Context): Promise<NoticeSettings> {
  return (await noticeSettingRow(tx, context.organization.orgId)) ?? defaultNoticeSettings;
}

/** Where the day of the organization stands towards its digest. */
export function digestNow({ organization, ports }: Context, settings: NoticeSettings): DigestNow {
  const now = ports.clock.now();
  const today = localDateAt(now, organization.timeZone);
  return { today, hasCome: now >= instantAt(today, settings.digestMinute, organization.timeZone) };
}

/** Leaves the jobs that will send what was told: per person for what is told at once, one for all digests. */
export async function leaveLetters(
  tx: Tx,
  context: Context,
  told: readonly { readonly membership_id: string; readonly way: NoticeWay }[],
): Promise<void> {
  const atOnce = new Set(told.filter(({ way }) => way === 'at_once').map((one) => one.membership_id));
  const isForDigest = told.some(({ way }) => way === 'digest');
  if (atOnce.size === 0 && !isForDigest) return;
  const settings = await noticeSettingsOf(tx, context);
  const org = context.organization.slug;
  for (const membershipId of atOnce) {
    const job = { org, membershipId };
    // Whatever comes while it waits stands in the same letter, and does not make it wait longer.
    await enqueueLater(tx, 'notice.mail_at_once', job, {
      key: `notice.mail_at_once ${membershipId}`,
      delayMs: settings.gatherMinutes * minuteMs,
      keepsTime: true,
    });
  }
  if (isForDigest) await leaveDigests(tx, context, settings, true);
}

/** Leaves the job of the next digest. keepsTime: one that is planned stays as it is. */
export async function leaveDigests(
  tx: Tx,
  context: Context,
  settings: NoticeSettings,
  keepsTime: boolean,
): Promise<void> {
  const { organization, ports } = context;
  const on = nextDigestOn(digestNow(context, settings), businessCalendar(organization));
  const at = instantAt(on, settings.digestMinute, organization.timeZone);
  await enqueueLater(
    tx,
    'notice.mail_digests',
    { org: organization.slug },
    {
      key: `notice.mail_digests ${organization.orgId}`,
      delayMs: at - ports.clock.now(),
      keepsTime,
    },
  );
}
