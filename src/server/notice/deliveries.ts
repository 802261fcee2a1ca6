import { deliveryState, mayRenew } from '#core/notice/delivery.ts';
import { letterSentence } from '#core/notice/letter-sentence.ts';
import { portalSay } from '#core/registration/portal-words.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { readTransaction } from '../database/transaction.ts';
import { pageOf, readCursor } from '../http/page.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { notFound, ProblemError } from '../problem.ts';
import type { RepNews } from '../registration/form/rep-news.ts';
import { type DeliveryRow, deliveries, failedCount, insertRenewal } from './delivery-list-queries.ts';
import { lastTry } from './delivery-queries.ts';
import { ownPages } from './read-notices.ts';

type Page = { readonly cursor?: string | undefined; readonly limit: number };

/** Everything that left or has to, newest first: to whom, what, and whether it arrived. */
export async function listDeliveries(context: Context, list: Page & { readonly failed: boolean }) {
  requireCapability(context, 'delivery.work');
  const org = context.organization.orgId;
  const after = readCursor(list.cursor);
  return readTransaction(context.ports.pool, { org }, async (tx) => ({
    ...pageOf(
      await deliveries(tx, org, { failedOnly: list.failed, membership: null }, after, list.limit + 1),
      list.limit,
      cursorOf,
      shown,
    ),
    failed: await failedCount(tx, org),
  }));
}

/** The letters to the signed-in person, newest first. */
export async function listOwnLetters(context: Context, list: Page) {
  requireCapability(context, ownPages(context));
  const { actor } = context;
  const after = readCursor(list.cursor);
  if (actor.kind !== 'member') return { items: [], nextCursor: null };
  const org = context.organization.orgId;
  const face = actor.partnerId === null ? 'desk' : 'portal';
  const of = { failedOnly: false, membership: actor.membershipId };
  return readTransaction(context.ports.pool, { org }, async (tx) =>
    pageOf(
      await deliveries(tx, org, of, after, list.limit + 1),
      list.limit,
      cursorOf,
      face === 'portal' ? shownInItsLanguage : shown,
    ),
  );
}

/** Sends again what failed or was left out, with as many tries as the first time. */
export async function renewDelivery(context: Context, deliveryId: string): Promise<void> {
  requireCapability(context, 'delivery.work');
  const { organization, now } = context;
  const org = organization.orgId;
  await write(context, async (tx) => {
    const last = await lastTry(tx, org, deliveryId);
    if (last === null) throw notFound('delivery');
    const { nth, outcome } = last;
    const isRenewed = last.renewed_after === nth && nth > 0;
    const state = deliveryState({ tries: nth, outcome, isRenewed });
    const row = { delivery: deliveryId, afterNth: nth, by: actorId(context.actor), now };
    if (!mayRenew(state) || !(await insertRenewal(tx, org, row))) {
      throw new ProblemError('conflict', 'Only what failed or was left out can be sent again.');
    }
    const job = { org: organization.slug, deliveryId };
    await enqueue(tx, 'notice.deliver', job, `notice.deliver ${deliveryId}`);
    tx.record({ action: 'delivery.renew', entityId: deliveryId, before: { state }, after: { tries: nth } });
  });
}

function cursorOf(row: DeliveryRow) {
  return { sortKey: String(row.queued_at), id: row.delivery_id };
}

/** A delivery as the person of a partner reads it to whom it went: what it told is in the language in which it left. */
function shownInItsLanguage(row: DeliveryRow) {
  const notices = row.notices.map((one) => {
    const { text, language } = letterSentence(row.language, 'portal', one);
    return { sentence: text, language, link: one.link, leftOut: one.leftOut };
  });
  return { ...shown(row), notices };
}

/** A letter to a rep tells of one registration, in the rep's language; here it stands in English. */
function aboutRegistration({ registration_number: number, customer, news, outcome }: DeliveryRow) {
  const short = portalSay('en', `letter.short.${news as RepNews}`);
  return {
    sentence: `Registration ${number}, ${customer ?? 'without a name'}: ${short}`,
    language: 'en' as const,
    link: `/registrations/${number}`,
    leftOut: outcome === 'dropped',
  };
}

function shown(row: DeliveryRow) {
  const { nth, outcome } = row;
  const state = deliveryState({ tries: nth, outcome, isRenewed: nth > 0 && row.renewed_after === nth });
  return {
    id: row.delivery_id,
    kind: row.kind,
    to: {
      person: row.person,
      partner: row.partner,
      // Where it went, as the server was told; of a channel only the host, since its address is a secret.
      address: row.address ?? row.host,
    },
    digestOn: row.digest_on,
    queuedAt: row.queued_at,
    state,
    tries: nth,
    answer: row.answer,
    endedAt: row.ended_at,
    nextTryAt: row.next_try_at,
    mayRenew: mayRenew(state),
    notices:
      row.kind === 'rep'
        ? [aboutRegistration(row)]
        : row.notices.map(({ sentence, link, leftOut }) => ({
            sentence,
            language: 'en' as const,
            link,
            leftOut,
          })),
  };
}
