import type { Context } from '#server/access/context.ts';
import { writeTransaction } from '#server/database/transaction.ts';
import { changeNoticeSettings, chooseWay } from '#server/notice/choose.ts';
import type { DeliveryPorts } from '#server/notice/delivery-ports.ts';
import { setChannel } from '#server/notice/slack/channels.ts';

/** Channels, choices, and a letter that failed, was asked for again and failed anew. */
export async function makeNotices(
  context: Context,
  world: DeliveryPorts,
  mark: string,
  partnerId: string,
): Promise<{ deliveryId: string }> {
  const { actor, organization, ports, now } = context;
  const org = organization.orgId;
  const membershipId = actor.kind === 'member' ? actor.membershipId : '';
  await changeNoticeSettings(context, { digestMinute: 500, gatherMinutes: 4 });
  await chooseWay(context, { group: 'program', way: 'here' });
  for (const whose of [null, partnerId]) {
    await setChannel(context, world, whose, {
      address: 'http://127.0.0.1:9/services/here',
      groups: ['asks', 'credit'],
    });
  }
  const next = () => ports.ids.next(now) as string;
  const [deliveryId, noticeId] = [next(), next()];
  await writeTransaction(ports.pool, { org }, async (tx) => {
    await tx.query(
      `insert into tandem.notice (org_id, notice_id, membership_id, kind, sentence, link, event_key, made_at)
       values ($1, $2, $3, 'verdict', $4, '/pipeline', $5, now())`,
      [org, noticeId, membershipId, `${mark} mailed sentence`, `${mark} mailed event`],
    );
    await tx.query(
      `insert into tandem.delivery (org_id, delivery_id, kind, membership_id, digest_on, queued_at)
       values ($1, $2, 'digest', $3, '2026-07-14', now())`,
      [org, deliveryId, membershipId],
    );
    await tx.query(
      'insert into tandem.delivery_notice (org_id, notice_id, delivery_id) values ($1, $2, $3)',
      [org, noticeId, deliveryId],
    );
    for (const nth of [1, 2]) {
      await tx.query(
        'insert into tandem.delivery_attempt (org_id, delivery_id, nth, begun_at) values ($1, $2, $3, now())',
        [org, deliveryId, nth],
      );
      await tx.query(
        `insert into tandem.delivery_outcome (org_id, delivery_id, nth, outcome, address, answer, ended_at)
         values ($1, $2, $3, 'failed', $4, $5, now())`,
        [org, deliveryId, nth, `${mark}@example.org`, `${mark} answer`],
      );
    }
    await tx.query(
      `insert into tandem.delivery_renewal (org_id, delivery_id, after_nth, asked_by, asked_at)
       values ($1, $2, 1, $3, now())`,
      [org, deliveryId, membershipId],
    );
  });
  return { deliveryId };
}
