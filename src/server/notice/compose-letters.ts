/**
 * Puts letters together: what is told at once, and the digest of a day. A letter, its notices and the job that sends
 * it are one transaction, and no notice stands in two letters, by a key of the database.
 *
 * Handbook: docs/handbook/notices.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import { isDigestDue } from '#core/notice/digest.ts';
import { businessCalendar } from '../access/business-calendar.ts';
import type { Actor, Context, Ports } from '../access/context.ts';
import { contextOf } from '../access/create-organization.ts';
import { instantAt } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { withoutTrail } from '../jobs/without-trail.ts';
import { insertDelivery, insertDeliveryNotices, lockLetters, waitingNotices } from './delivery-queries.ts';
import { digestNow, leaveDigests, noticeSettingsOf } from './leave.ts';

const worker: Actor = { kind: 'job', name: 'notice' };

/** The job `notice.mail_at_once`: one letter with all that waits to be told to a person at once. */
export async function mailAtOnce(ports: Ports, job: { org: string; membershipId: string }): Promise<void> {
  const context = await contextOf(ports, job.org, worker);
  if (!context) return;
  await withoutTrail(context, async (tx) => {
    const org = context.organization.orgId;
    await lockLetters(tx, org);
    const waiting = await waitingNotices(tx, org, 'at_once', { membership: job.membershipId });
    const notices = waiting.map(({ notice_id }) => notice_id);
    if (notices.length > 0) await queueLetter(tx, context, job.membershipId, notices, null);
  });
}

/**
 * The job `notice.mail_digests`: for each person the one digest of this business day, with what was told before its hour
 * and is unread. So it does not matter when the job runs, or how often: what is later is for the next one.
 */
export async function mailDigests(ports: Ports, job: { org: string }): Promise<void> {
  const context = await contextOf(ports, job.org, worker);
  if (!context) return;
  await withoutTrail(context, async (tx) => {
    const { organization } = context;
    const org = organization.orgId;
    await lockLetters(tx, org);
    const settings = await noticeSettingsOf(tx, context);
    const now = digestNow(context, settings);
    if (isDigestDue(now, businessCalendar(organization))) {
      const before = instantAt(now.today, settings.digestMinute, organization.timeZone);
      const waiting = await waitingNotices(tx, org, 'digest', { before });
      for (const [membershipId, own] of Map.groupBy(waiting, (one) => one.membership_id)) {
        const notices = own.map(({ notice_id }) => notice_id);
        await queueLetter(tx, context, membershipId, notices, now.today);
      }
    }
    const isLeft = (await waitingNotices(tx, org, 'digest')).length > 0;
    if (isLeft) await leaveDigests(tx, context, settings, true);
  });
}

async function queueLetter(
  tx: Tx,
  { organization, ports }: Context,
  membershipId: string,
  notices: readonly string[],
  digestOn: LocalDate | null,
): Promise<void> {
  const now = ports.clock.now();
  const deliveryId = ports.ids.next<Id<'delivery'>>(now);
  const isNew = await insertDelivery(tx, organization.orgId, {
    delivery_id: deliveryId,
    kind: digestOn === null ? 'at_once' : 'digest',
    membership_id: membershipId,
    digest_on: digestOn,
    now,
  });
  // Who had the digest of today already reads the rest in the next one.
  if (!isNew) return;
  await insertDeliveryNotices(tx, organization.orgId, deliveryId, notices);
  await enqueue(tx, 'notice.deliver', { org: organization.slug, deliveryId }, `notice.deliver ${deliveryId}`);
}
