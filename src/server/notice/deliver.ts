/**
 * Sends a letter, and keeps what came of it. A try is written down before it is made. So whoever finds one without an
 * end knows that the server stopped in between and that the letter may have arrived; it is sent once more, under the
 * same Message-ID, since a letter lost is worse than one that came twice.
 *
 * Handbook: docs/handbook/notices.md
 */

import { afterFailure, longestTryMs, mostTries } from '#core/notice/delivery.ts';
import type { Actor, Context } from '../access/context.ts';
import { contextOf } from '../access/create-organization.ts';
import type { Tx } from '../database/transaction.ts';
import { enqueueLater } from '../jobs/enqueue.ts';
import { withoutTrail } from '../jobs/without-trail.ts';
import { sendRepLetter } from '../registration/form/send-rep-letter.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { insertAttempt, insertOutcome, type LastTry, lastTry } from './delivery-queries.ts';
import { sendLetter } from './send-letter.ts';
import { sendPost } from './slack/send-post.ts';

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
  const { kind } = begun;
  const sent =
    kind === 'post' || kind === 'test'
      ? await sendPost(world, context, job.deliveryId, kind)
      : kind === 'rep'
        ? await sendRepLetter(world, context, job.deliveryId)
        : await sendLetter(world, context, job.deliveryId, kind);
  const next =
    sent.end === 'refused'
      ? afterFailure(begun.tries, sent.isPermanent, sent.retryAfterMs)
      : { outcome: sent.end };
  const waitMs = 'waitMs' in next ? next.waitMs : null;
  await withoutTrail(context, async (tx) => {
    const now = world.ports.clock.now();
    const { address, answer, leftOut } = sent;
    const isKept = await insertOutcome(tx, context.organization.orgId, job.deliveryId, {
      ...{ nth: begun.nth, outcome: next.outcome, address, answer, leftOut, now },
      nextTryAt: waitMs === null ? null : now + waitMs,
      language: sent.language ?? null,
    });
    if (isKept && waitMs !== null) await again(tx, context, job.deliveryId, waitMs);
  });
}

/** Begins a try, if it is time and nobody else is at it. Null: nothing to do now. */
async function beginTry(
  tx: Tx,
  context: Context,
  deliveryId: string,
): Promise<{ nth: number; tries: number; kind: LastTry['kind'] } | null> {
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
      const row = { nth, address: null, answer, leftOut: [], nextTryAt: null, now, language: null };
      await insertOutcome(tx, org, deliveryId, { ...row, outcome: isOver ? 'failed' : 'unknown' });
      if (isOver) return null;
    }
  }
  if (!(await insertAttempt(tx, org, deliveryId, nth + 1, now))) return null;
  return { nth: nth + 1, tries: tries + 1, kind: last.kind };
}

function again(tx: Tx, context: Context, deliveryId: string, waitMs: number): Promise<void> {
  return enqueueLater(
    tx,
    'notice.deliver',
    { org: context.organization.slug, deliveryId },
    { key: `notice.deliver ${deliveryId}`, delayMs: waitMs, keepsTime: false },
  );
}
