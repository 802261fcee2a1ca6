/**
 * Sends a letter, and keeps what came of it. A try is written down before it is made. So whoever finds one without an
 * end knows that the server stopped in between and that the letter may have arrived; it is sent once more, under the
 * same Message-ID, since a letter lost is worse than one that came twice.
 *
 * Handbook: docs/handbook/notices.md
 */

import { afterFailure, longestTryMs, mostTries } from '#core/notice/delivery.ts';
import type { Actor, Context, Ports } from '../access/context.ts';
import { contextOf } from '../access/create-organization.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction, type Tx } from '../database/transaction.ts';
import { enqueueLater } from '../jobs/enqueue.ts';
import { withoutTrail } from '../jobs/without-trail.ts';
import { mailFailure } from '../mail/failure.ts';
import { writeLetter } from '../mail/letter.ts';
import type { MailMessage, MailOut } from '../mail/message.ts';
import { noticesLetter } from '../mail/templates/notices.ts';
import {
  addresseeOf,
  insertAttempt,
  insertOutcome,
  type LetterNotice,
  lastTry,
  type NewOutcome,
  noticesOfDelivery,
} from './delivery-queries.ts';
import { mayBeTold, whyNobody } from './may-be-told.ts';
import { unsubscribeToken } from './unsubscribe-token.ts';

/** What sending needs of the world. */
export type DeliveryPorts = {
  readonly ports: Ports;
  readonly mail: MailOut;
  readonly publicUrl: string;
  readonly unsubscribeKey: Buffer;
  readonly findUser: (
    userId: string,
  ) => Promise<{ readonly email: string; readonly disabledAt: number | null } | null>;
};

const worker: Actor = { kind: 'job', name: 'notice' };

/** The job `notice.deliver`: one try. It bears being run twice, early or late. */
export async function deliver(
  world: DeliveryPorts,
  job: { readonly org: string; readonly deliveryId: string },
): Promise<void> {
  const context = await contextOf(world.ports, job.org, worker);
  if (!context) return;
  const begun = await withoutTrail(context, (tx) => beginTry(tx, context, job.deliveryId));
  if (begun === null) return;
  const end = await attempt(world, context, job.deliveryId, begun.tries);
  await withoutTrail(context, async (tx) => {
    const now = world.ports.clock.now();
    const nextTryAt = end.waitMs === null ? null : now + end.waitMs;
    const { outcome, address, answer, leftOut } = end;
    const row = { nth: begun.nth, outcome, address, answer, leftOut, nextTryAt, now };
    const isKept = await insertOutcome(tx, context.organization.orgId, job.deliveryId, row);
    if (isKept && end.waitMs !== null) await again(tx, context, job.deliveryId, end.waitMs);
  });
}

/** Begins a try, if it is time and nobody else is at it. Null: nothing to do now. */
async function beginTry(
  tx: Tx,
  context: Context,
  deliveryId: string,
): Promise<{ nth: number; tries: number } | null> {
  const org = context.organization.orgId;
  const now = context.ports.clock.now();
  const last = await lastTry(tx, org, deliveryId);
  if (last === null) return null;
  const { nth, outcome } = last;
  const tries = nth - (last.renewed_after ?? 0);
  if (nth > 0 && tries > 0) {
    if (outcome === 'sent' || outcome === 'failed' || outcome === 'dropped') return null;
    const until = outcome === null ? (last.begun_at ?? 0) + longestTryMs : (last.next_try_at ?? 0);
    if (now < until) {
      await again(tx, context, deliveryId, until - now);
      return null;
    }
    if (outcome === null) {
      const isOver = tries >= mostTries;
      const answer = 'The server stopped while it was being sent; it may have arrived.';
      const row = { nth, address: null, answer, leftOut: [], nextTryAt: null, now };
      await insertOutcome(tx, org, deliveryId, { ...row, outcome: isOver ? 'failed' : 'unknown' });
      if (isOver) return null;
    }
  }
  if (!(await insertAttempt(tx, org, deliveryId, nth + 1, now))) return null;
  return { nth: nth + 1, tries: tries + 1 };
}

function again(tx: Tx, context: Context, deliveryId: string, waitMs: number): Promise<void> {
  return enqueueLater(
    tx,
    'notice.deliver',
    { org: context.organization.slug, deliveryId },
    { key: `notice.deliver ${deliveryId}`, delayMs: waitMs, keepsTime: false },
  );
}

type End = Pick<NewOutcome, 'outcome' | 'address' | 'answer' | 'leftOut'> & {
  readonly waitMs: number | null;
};

async function attempt(
  world: DeliveryPorts,
  context: Context,
  deliveryId: string,
  tries: number,
): Promise<End> {
  const prepared = await prepare(world, context, deliveryId);
  if ('dropped' in prepared) {
    const { dropped, leftOut } = prepared;
    return { outcome: 'dropped', address: null, answer: dropped, leftOut, waitMs: null };
  }
  const { message, leftOut } = prepared;
  const { address } = message.to;
  try {
    const answer = await world.mail.send(message);
    return { outcome: 'sent', address, answer, leftOut, waitMs: null };
  } catch (error) {
    const { isPermanent, answer } = mailFailure(error);
    const next = afterFailure(tries, isPermanent);
    const waitMs = next.outcome === 'deferred' ? next.waitMs : null;
    return { outcome: next.outcome, address, answer, leftOut, waitMs };
  }
}

type Prepared =
  | { readonly message: MailMessage; readonly leftOut: readonly string[] }
  | { readonly dropped: string; readonly leftOut: readonly string[] };

/** Writes the letter from what is true now: who they are, what they may see, what they have not read meanwhile. */
async function prepare(world: DeliveryPorts, context: Context, deliveryId: string): Promise<Prepared> {
  const { organization } = context;
  const org = organization.orgId;
  const [delivery, member, all] = await readTransaction(world.ports.pool, { org }, async (tx) => [
    await lastTry(tx, org, deliveryId),
    await addresseeOf(tx, org, deliveryId),
    await noticesOfDelivery(tx, org, deliveryId),
  ]);
  const ids = (notices: readonly LetterNotice[]) => notices.map(({ notice_id }) => notice_id);
  const user = member === null ? null : await world.findUser(member.user_id);
  const nobody = whyNobody(member, user, localDateAt(world.ports.clock.now(), organization.timeZone));
  if (nobody !== null || member === null || user === null || delivery === null) {
    return { dropped: nobody ?? 'The person is no longer known.', leftOut: ids(all) };
  }
  const seen = all.filter((one) => mayBeTold(member, one));
  const told = seen.filter((one) => !one.is_read);
  const leftOut = ids(all.filter((one) => !told.includes(one)));
  if (told.length === 0) {
    const isRead = seen.length > 0;
    return {
      dropped: isRead ? 'All of it had been read in Tandem.' : 'The person may no longer see it.',
      leftOut,
    };
  }
  const kind = delivery.kind === 'digest' ? 'digest' : 'at_once';
  const desk = new URL(`/o/${organization.slug}`, world.publicUrl).href;
  const face = member.partner_id === null ? desk : `${desk}/portal`;
  const letter = noticesLetter({
    name: member.display_name,
    organization: organization.name,
    kind,
    notices: told.map((one) => ({ label: one.sentence, link: face + one.link })),
    inboxLink: `${face}/notices`,
    choicesLink: `${face}/notices?show=choices`,
  });
  const token = unsubscribeToken(world.unsubscribeKey, organization.slug, {
    membershipId: member.membership_id,
    way: kind,
  });
  const unsubscribe = `/api/v1/o/${organization.slug}/unsubscribe/${token}`;
  return {
    leftOut,
    message: {
      ...(await writeLetter({ address: user.email, name: member.display_name }, letter)),
      messageId: `<${deliveryId}@${new URL(world.publicUrl).hostname}>`,
      unsubscribeUrl: new URL(unsubscribe, world.publicUrl).href,
    },
  };
}
