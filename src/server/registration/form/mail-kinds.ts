/**
 * Mail about registrations. A mail to the address of a partner's link becomes a draft, which somebody has to complete: a
 * mail alone registers nothing. A reply to the letter with a question becomes the answer, if the rep wrote it and the
 * form is whole; otherwise it is held until the rep sends it from the page of the registration.
 *
 * Handbook: docs/handbook/registration.md
 */

import { createHash } from 'node:crypto';
import { brandId, type PartnerId } from '#core/ids.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { write } from '../../audit/write.ts';
import { readTransaction } from '../../database/transaction.ts';
import { withoutTrail } from '../../jobs/without-trail.ts';
import type { AddressKind, Taken } from '../../mail-in/kinds.ts';
import { wrote } from '../../mail-in/own-words.ts';
import type { ReadMail } from '../../mail-in/read-mail.ts';
import { ProblemError } from '../../problem.ts';
import { showForm } from '../drafts.ts';
import { readRegistration } from '../ledger.ts';
import { answerRegistration } from '../partner-moves.ts';
import { beginByLink } from './begin.ts';
import {
  type AskedRow,
  askedByNumber,
  heldSince,
  insertRegistrationMail,
  isKnownMail,
  linkByNumber,
} from './mail-queries.ts';
import { formKey } from './secret.ts';
import { writeToRep } from './write-to-rep.ts';

const dayMs = 86_400_000;
/** More answers than people write to one question in a day; each that is held sends a letter. */
const mostHeld = 10;
const mostText = 2000;

/** `register-<number of the link>`: deals by mail. */
export const registerMail: AddressKind = {
  stands: async (context, reference) => (await linkOf(context, reference)) !== null,
  take: takeDraft,
};

/** `answer-<number of the registration>q<event of the question>`: the reply to one question. */
export const answerMail: AddressKind = {
  stands: async (context, reference) => (await askedOf(context, reference)) !== null,
  take: takeAnswer,
};

/** What an answer's address says: the registration, and which of its questions. */
export function answerReference(number: number, askedNth: number): string {
  return `${number}q${askedNth}`;
}

function linkOf(context: Context, reference: string) {
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, (tx) => linkByNumber(tx, org, numberOf(reference)));
}

async function askedOf(context: Context, reference: string): Promise<AskedRow | null> {
  const [number = '', nth = ''] = reference.split('q');
  const org = context.organization.orgId;
  const asked = await readTransaction(context.ports.pool, { org }, (tx) =>
    askedByNumber(tx, org, numberOf(number)),
  );
  return asked?.state === 'returned' && asked.asked_nth === numberOf(nth) ? asked : null;
}

async function takeDraft(
  context: Context,
  reference: string,
  mail: ReadMail,
  secret: string,
): Promise<Taken> {
  requireCapability(context, 'portal.act');
  const org = context.organization.orgId;
  const link = await linkOf(context, reference);
  const email = mail.from?.address.toLowerCase() ?? '';
  if (link === null || email === '') return 'gone';
  const key = keyOf(`link ${link.link_id}`, mail);
  const known = await readTransaction(context.ports.pool, { org }, async (tx) => ({
    isKnown: await isKnownMail(tx, org, key),
    shown: await showForm(tx, context, link.partner_id),
  }));
  if (known.isKnown) return 'known';
  const { form, known: prefilled } = known.shown;
  const asks = (input: string) => form.fields.some(({ inputs }) => inputs.some((one) => one.key === input));
  const body = wrote(mail.text).slice(0, mostText).toWellFormed();
  const typed = {
    ...prefilled,
    ...(asks('useCase') && mail.subject !== null ? { useCase: mail.subject } : {}),
    ...(asks('evidence') && body !== '' ? { evidence: body } : {}),
  };
  const name = mail.from?.name ?? email.slice(0, email.indexOf('@'));
  // A mail that comes twice at once begins one draft.
  const once = { ...context, idempotency: { key, requestHash: key } };
  const beginning = { way: 'mail', rep: { name, email }, typed, language: 'en' } as const;
  await beginByLink(once, formKey(secret), link, beginning, async (tx, registrationId) => {
    const kept = { key, registrationId, outcome: 'draft', from: email, body, askedNth: null } as const;
    await insertRegistrationMail(tx, org, { ...kept, now: context.now });
  });
  return 'kept';
}

async function takeAnswer(context: Context, reference: string, mail: ReadMail): Promise<Taken> {
  requireCapability(context, 'portal.act');
  const org = context.organization.orgId;
  const asked = await askedOf(context, reference);
  const body = wrote(mail.text).slice(0, mostText).toWellFormed().trim();
  const from = mail.from?.address.toLowerCase() ?? '';
  if (asked === null || body === '' || from === '') return 'gone';
  const key = keyOf(`registration ${asked.registration_id}`, mail);
  if (await readTransaction(context.ports.pool, { org }, (tx) => isKnownMail(tx, org, key))) return 'known';
  const kept = { key, registrationId: asked.registration_id, from, body, askedNth: asked.asked_nth };
  if (from === asked.email?.toLowerCase() && (await answered(context, asked, body, key))) {
    await withoutTrail(context, (tx) =>
      insertRegistrationMail(tx, org, { ...kept, outcome: 'answer', now: context.now }),
    );
    return 'kept';
  }
  return write<Taken>(
    context,
    async (tx) => {
      const registration = await readRegistration(tx, context, asked.registration_id, 'lock');
      if ((await heldSince(tx, org, asked.registration_id, context.now - dayMs)) >= mostHeld) {
        throw new ProblemError('too-many-requests', 'Too many mails to this address today.');
      }
      const isNew = await insertRegistrationMail(tx, org, { ...kept, outcome: 'held', now: context.now });
      if (!isNew) return 'known';
      await writeToRep(tx, context, registration, 'held');
      // Without the address: the trail names people so that erasing one needs no rewriting.
      tx.record({ action: 'registration.hold_mail', entityId: asked.registration_id });
      return 'kept';
    },
    { mayChangeNothing: true },
  );
}

/** Answers as the rep. False: the form is not whole, so the rep has to complete it. */
async function answered(context: Context, asked: AskedRow, words: string, key: string): Promise<boolean> {
  const as: Context = {
    ...context,
    idempotency: { key, requestHash: key },
    actor: {
      kind: 'visitor',
      name: asked.rep ?? 'a rep',
      partnerId: brandId<PartnerId>(asked.partner_id),
      registrationId: asked.registration_id,
      repId: asked.rep_id,
    },
  };
  try {
    await answerRegistration(as, 'portal', asked.registration_id, words);
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.type === 'invalid-input') return false;
    throw error;
  }
}

/** A mail by its own name, within what it was sent to. */
function keyOf(place: string, mail: ReadMail): string {
  return createHash('sha256').update(`${place} ${mail.id}`).digest('hex');
}

/** The short number that an address names; what is none names nothing. */
function numberOf(text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
}
