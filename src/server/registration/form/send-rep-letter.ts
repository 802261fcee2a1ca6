import type { PortalLanguage } from '#core/registration/portal-format.ts';
import type { Actor, Context } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import { withoutTrail } from '../../jobs/without-trail.ts';
import { mailFailure } from '../../mail/failure.ts';
import { writeLetter } from '../../mail/letter.ts';
import type { MailMessage } from '../../mail/message.ts';
import type { DeliveryPorts, Sent } from '../../notice/delivery-ports.ts';
import { lookOf } from '../../portal/brand/letter-look.ts';
import { registrationById } from '../queries.ts';
import { shownOwn } from '../show-own.ts';
import { repLetterOf } from './letter-queries.ts';
import { updatePassHash } from './link-queries.ts';
import { answerReference } from './mail-kinds.ts';
import { askedByNumber } from './mail-queries.ts';
import { isOver, repLetter } from './rep-letter.ts';
import { passSecret } from './secret.ts';

const worker: Actor = { kind: 'job', name: 'registration' };

/** Sends a letter to a rep once. What it says is asked now and not when it was queued. */
export async function sendRepLetter(world: DeliveryPorts, from: Context, deliveryId: string): Promise<Sent> {
  const context = { ...from, actor: worker, now: world.ports.clock.now() };
  const result = await prepare(world, context, deliveryId);
  if (typeof result === 'string') {
    return { end: 'dropped', address: null, answer: result, leftOut: [] };
  }
  const { message: prepared, language } = result;
  const { address } = prepared.to;
  try {
    return { end: 'sent', address, answer: await world.mail.send(prepared), leftOut: [], language };
  } catch (error) {
    return { end: 'refused', address, ...mailFailure(error), retryAfterMs: null, leftOut: [], language };
  }
}

/** Writes the letter from what is true now; or says why it goes to nobody. */
async function prepare(
  world: DeliveryPorts,
  context: Context,
  deliveryId: string,
): Promise<{ readonly message: MailMessage; readonly language: PortalLanguage } | string> {
  const { organization } = context;
  const org = organization.orgId;
  const read = await withoutTrail(context, async (tx) => {
    const letter = await repLetterOf(tx, org, deliveryId);
    const row = letter === null ? null : await registrationById(tx, org, letter.registration_id);
    if (letter === null || row === null) return null;
    const { secret, hash } = passSecret(world.formKey, row.registration_id);
    // Under another TANDEM_SECRET than before the link is another one too, and has to open.
    await updatePassHash(tx, org, row.registration_id, hash);
    const asked = await askedByNumber(tx, org, row.number);
    const look = await lookOf(tx, organization);
    return { letter, secret, asked, look, own: await shownOwn(tx, context, row, letter.language) };
  });
  if (read === null) return 'There is no such registration any more.';
  const { letter, own, secret, asked, look } = read;
  const today = localDateAt(context.now, organization.timeZone);
  if (letter.email === null || (letter.left_on !== null && letter.left_on < today)) {
    return 'The person is no longer at the partner, or has no address.';
  }
  if (isOver(letter.news, own)) return 'It was done before the letter left.';
  const link = new URL(`/o/${organization.slug}/own-deal/${secret}`, world.publicUrl()).href;
  const name = letter.name ?? '';
  const isAsked = own.state === 'returned' && asked?.asked_nth != null;
  const replyTo = isAsked
    ? world.mailAddress({
        kind: 'answer',
        reference: answerReference(own.number, asked.asked_nth ?? 0),
        slug: organization.slug,
      })
    : null;
  const text = repLetter({
    ...{ news: letter.news, language: letter.language, partner: letter.partner },
    ...{ own, name, look, link, replyTo },
  });
  const message = {
    ...(await writeLetter({ address: letter.email, name }, text)),
    ...(replyTo === null ? {} : { replyTo }),
    messageId: `<${deliveryId}@${new URL(world.publicUrl()).hostname}>`,
  };
  return { message, language: letter.language };
}
