import { letterSentence } from '#core/notice/letter-sentence.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { Context } from '../access/context.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction } from '../database/transaction.ts';
import { withoutTrail } from '../jobs/without-trail.ts';
import { mailFailure } from '../mail/failure.ts';
import { type LetterLink, writeLetter } from '../mail/letter.ts';
import type { MailMessage } from '../mail/message.ts';
import { noticesLetter } from '../mail/templates/notices.ts';
import { lookOf } from '../portal/brand/letter-look.ts';
import { decisionLinks } from '../registration/mailed/links.ts';
import type { DeliveryPorts, Sent } from './delivery-ports.ts';
import { type Addressee, addresseeOf, type LetterNotice, noticesOfDelivery } from './delivery-queries.ts';
import { mayBeTold, whyNobody } from './may-be-told.ts';
import { unsubscribeToken } from './unsubscribe-token.ts';

/** Sends a letter once. What it says, and to whom, is asked now and not when it was queued. */
export async function sendLetter(
  world: DeliveryPorts,
  context: Context,
  deliveryId: string,
  kind: 'at_once' | 'digest',
): Promise<Sent> {
  const prepared = await prepare(world, context, deliveryId, kind);
  if ('dropped' in prepared) {
    const { dropped, leftOut } = prepared;
    return { end: 'dropped', address: null, answer: dropped, leftOut };
  }
  const { message, leftOut, language } = prepared;
  const { address } = message.to;
  try {
    return { end: 'sent', address, answer: await world.mail.send(message), leftOut, language };
  } catch (error) {
    return { end: 'refused', address, ...mailFailure(error), retryAfterMs: null, leftOut, language };
  }
}

/** For each notice that asks its reader to decide, by its place: the links that need no sign-in. */
async function decisionsOf(
  world: DeliveryPorts,
  context: Context,
  member: Addressee,
  told: readonly LetterNotice[],
): Promise<readonly (readonly LetterLink[])[]> {
  const now = world.ports.clock.now();
  return withoutTrail(context, async (tx) => {
    const all: (readonly LetterLink[])[] = [];
    for (const notice of told) {
      all.push(
        await decisionLinks(tx, { ...context, now }, world.formKey, world.publicUrl(), member, notice),
      );
    }
    return all;
  });
}

type Prepared =
  | {
      readonly message: MailMessage;
      readonly leftOut: readonly string[];
      readonly language: PortalLanguage;
    }
  | { readonly dropped: string; readonly leftOut: readonly string[] };

/** Writes the letter from what is true now: who they are, what they may see, what they have not read meanwhile. */
async function prepare(
  world: DeliveryPorts,
  context: Context,
  deliveryId: string,
  kind: 'at_once' | 'digest',
): Promise<Prepared> {
  const { organization } = context;
  const org = organization.orgId;
  const [member, all, look] = await readTransaction(world.ports.pool, { org }, async (tx) => [
    await addresseeOf(tx, org, deliveryId),
    await noticesOfDelivery(tx, org, deliveryId),
    await lookOf(tx, organization),
  ]);
  const ids = (notices: readonly LetterNotice[]) => notices.map(({ notice_id }) => notice_id);
  const user = member === null ? null : await world.findUser(member.user_id);
  const nobody = whyNobody(member, user, localDateAt(world.ports.clock.now(), organization.timeZone));
  if (nobody !== null || member === null || user === null) {
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
  const acts = await decisionsOf(world, context, member, told);
  const desk = new URL(`/o/${organization.slug}`, world.publicUrl()).href;
  const isPartner = member.partner_id !== null;
  const base = isPartner ? `${desk}/portal` : desk;
  const face = isPartner ? 'portal' : 'desk';
  const language = isPartner ? (member.language ?? 'en') : 'en';
  const letter = noticesLetter({
    name: member.display_name,
    organization: isPartner ? look.name : organization.name,
    ...(isPartner ? { look } : {}),
    ...{ language, face, kind },
    notices: told.map((one) => ({ label: letterSentence(language, face, one).text, link: base + one.link })),
    acts,
    inboxLink: `${base}/notices`,
    choicesLink: `${base}/notices?show=choices`,
  });
  const token = unsubscribeToken(world.unsubscribeKey, organization.slug, {
    membershipId: member.membership_id,
    way: kind,
  });
  const unsubscribe = `/api/v1/o/${organization.slug}/unsubscribe/${token}`;
  return {
    leftOut,
    language,
    message: {
      ...(await writeLetter({ address: user.email, name: member.display_name }, letter)),
      messageId: `<${deliveryId}@${new URL(world.publicUrl()).hostname}>`,
      unsubscribeUrl: new URL(unsubscribe, world.publicUrl()).href,
    },
  };
}
