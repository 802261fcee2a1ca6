/**
 * A mail that was sent to the address of a deal is kept beside it and becomes a suggestion. It credits nobody: anybody
 * can write any name into a mail, and what it says counts once one of ours stands behind it (method 5.4).
 *
 * Handbook: docs/handbook/touches.md
 */

import { type Context, requireCapability } from '../access/context.ts';
import { keepSignal } from '../attribution/touch/record-signal.ts';
import { write } from '../audit/write.ts';
import { readTransaction } from '../database/transaction.ts';
import { ProblemError } from '../problem.ts';
import type { AddressKind, Taken } from './kinds.ts';
import { ownWords } from './own-words.ts';
import { insertMail, mailsSince, memberAmong, standingDeal } from './queries.ts';
import type { ReadMail } from './read-mail.ts';

const dayMs = 24 * 3_600_000;
/** More mails than people write to one deal in a day; what comes beyond waits at its sender. */
const mostPerDay = 200;
const oldest = Date.UTC(2000, 0, 1);

/** `deal-<short number>`: the mails of one deal. */
export const dealMail: AddressKind = { stands: dealTakesMail, take: takeDealMail };

/** Whether there is such a deal. One that was merged into another takes mail for that one; a deleted one takes none. */
async function dealTakesMail(context: Context, reference: string): Promise<boolean> {
  requireCapability(context, 'touch.record');
  const { ports, organization } = context;
  return (
    (await readTransaction(ports.pool, { org: organization.orgId }, (tx) =>
      standingDeal(tx, organization.orgId, numberOf(reference)),
    )) !== null
  );
}

/**
 * Keeps a mail with the deal that stands for a short number: once, however often it is sent. Its time is its own Date,
 * unless that is in the future or before there was such mail. Throws ProblemError `too-many-requests` when a deal has
 * had its mails for a day.
 */
export async function takeDealMail(context: Context, reference: string, mail: ReadMail): Promise<Taken> {
  requireCapability(context, 'touch.record');
  const org = context.organization.orgId;
  const addresses = addressesOf(mail);
  const isOwnTime = mail.sentAt !== null && mail.sentAt <= context.now && mail.sentAt >= oldest;
  return write<Taken>(
    context,
    async (tx) => {
      const deal = await standingDeal(tx, org, numberOf(reference));
      if (!deal) return 'gone';
      const signalId = await keepSignal(tx, context, {
        way: 'mail',
        opportunityId: deal.opportunity_id,
        eventKey: `${deal.opportunity_id} ${mail.id}`,
        partnerId: null,
        partnerPersonId: null,
        personEmail: null,
        internalOwner: await memberAmong(tx, org, addresses),
        subject: mail.subject ?? 'Without a subject',
        summary: ownWords(mail.text),
        evidence: [],
        occurredAt: isOwnTime && mail.sentAt !== null ? mail.sentAt : context.now,
      });
      if (signalId === null) return 'known';
      if ((await mailsSince(tx, org, deal.opportunity_id, context.now - dayMs)) > mostPerDay) {
        throw new ProblemError(
          'too-many-requests',
          `Deal #${deal.number} has had ${mostPerDay} mails in a day.`,
        );
      }
      const recipients = (['to', 'cc'] as const).flatMap((field) =>
        mail[field].map((one) => ({ field, ...one })),
      );
      const { from, text: body, isCut, attachments, sentAt } = mail;
      const storable = sentAt !== null && Math.abs(sentAt) < Date.UTC(9999, 0) ? sentAt : null;
      await insertMail(tx, org, {
        ...{ signalId, from, recipients, addresses },
        ...{ body, isCut, attachments, sentAt: storable },
      });
      return 'kept';
    },
    { mayChangeNothing: true },
  );
}

/** Everybody whom a mail names, the sender first, each address once and in small letters. */
function addressesOf({ from, to, cc }: ReadMail): string[] {
  return [...new Set([...(from ? [from] : []), ...to, ...cc].map(({ address }) => address.toLowerCase()))];
}

/** The short number that an address names; what is none names no deal. */
function numberOf(reference: string): number {
  return /^[1-9]\d{0,8}$/.test(reference) ? Number(reference) : 0;
}
