import { type Context, requireCapability } from '../access/context.ts';
import { localDateAt } from '../clock.ts';
import type { Config } from '../config.ts';
import { readTransaction } from '../database/transaction.ts';
import { partnerNames } from '../partner/partner-names.ts';
import { notFound } from '../problem.ts';
import { addressOf } from './address.ts';
import { dealOfMail, type MailRow, mailById, mailsOfDeal, type Recipient } from './queries.ts';
import type { Correspondent, NamedAttachment } from './read-mail.ts';

/** A mail that came to a deal. Its sender is whom it names: nobody has proved it. */
export type ToldMail = {
  readonly mailId: string;
  readonly from: Correspondent | null;
  readonly subject: string;
  /** The day of the act by the mail's own date, and the day on which it came. */
  readonly occurredOn: string;
  readonly receivedOn: string;
  /** Whose people it names, as far as they are known. */
  readonly partner: { readonly id: string; readonly name: string } | null;
  readonly person: string | null;
  readonly state: 'waits' | 'touch' | 'dismissed';
  readonly dismissedFor: string | null;
  readonly attachments: readonly NamedAttachment[];
};
export type WholeMail = ToldMail & {
  readonly opportunityId: string;
  readonly recipients: readonly Recipient[];
  readonly text: string;
  readonly isCut: boolean;
};

const most = 50;

/** The address of a deal (null where no mail comes in) and its newest mails. */
export function mailOfDeal(
  context: Context,
  config: Pick<Config, 'mailIn' | 'secret'>,
  reference: string,
): Promise<{ address: string | null; items: ToldMail[]; isMore: boolean }> {
  requireCapability(context, 'opportunity.read');
  const { orgId: org, slug } = context.organization;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const deal = await dealOfMail(tx, org, reference.trim());
    if (!deal) throw notFound('opportunity');
    const rows = await mailsOfDeal(tx, org, deal.opportunity_id, most + 1);
    const names = await partnerNames(tx, org);
    return {
      address: addressOf(config, { kind: 'deal', reference: String(deal.number), slug }),
      items: rows.slice(0, most).map((row) => told(context, row, names)),
      isMore: rows.length > most,
    };
  });
}

/** One mail with its text. */
export function readDealMail(context: Context, mailId: string): Promise<WholeMail> {
  requireCapability(context, 'opportunity.read');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const row = await mailById(tx, org, mailId);
    if (!row) throw notFound('mail');
    const { opportunity_id: opportunityId, recipients, body: text, is_cut: isCut } = row;
    return { ...told(context, row, await partnerNames(tx, org)), opportunityId, recipients, text, isCut };
  });
}

function told(context: Context, row: MailRow, names: ReadonlyMap<string, string>): ToldMail {
  const partner = row.partner_id;
  const state = row.touch_id !== null ? 'touch' : row.dismissed_for !== null ? 'dismissed' : 'waits';
  return {
    mailId: row.signal_id,
    from: row.from_address === null ? null : { name: row.from_name, address: row.from_address },
    subject: row.subject,
    occurredOn: row.occurred_on,
    receivedOn: localDateAt(row.recorded_at, context.organization.timeZone),
    partner: partner === null ? null : { id: partner, name: names.get(partner) ?? 'a partner' },
    person: row.person,
    state,
    dismissedFor: row.dismissed_for,
    attachments: row.attachments,
  };
}
