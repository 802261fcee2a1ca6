import { z } from 'zod';
import { idSchema } from '../access/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { mailOfDeal, readDealMail, type ToldMail } from './list-mails.ts';

const correspondent = z.object({ name: z.string().nullable(), address: z.string() });

const mailSchema = z
  .object({
    mailId: z.string().describe('Names the mail as evidence too: mail:<id>'),
    from: correspondent.nullable().describe('Whom the mail names as its sender; nobody has proved it'),
    subject: z.string(),
    occurredOn: z.string().describe('By the date of the mail itself'),
    receivedOn: z.string(),
    partner: z.object({ id: z.string(), name: z.string() }).nullable(),
    person: z.string().nullable(),
    state: z.enum(['waits', 'touch', 'dismissed']),
    dismissedFor: z.string().nullable(),
    attachments: z
      .array(z.object({ name: z.string(), type: z.string(), bytes: z.int() }))
      .describe('What came with it, by name; the files themselves are not kept'),
  })
  .meta({ id: 'DealMail' });

/** The mails that came to the address of a deal. */
export const mailInRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/opportunities/{opportunity}/mails',
    capability: 'opportunity.read',
    operation: 'listDealMails',
    summary: 'The address that takes mail for a deal, and the newest mails that came to it',
    params: z.object({ org: z.string(), opportunity: z.string().max(100) }),
    replies: {
      200: z.object({
        address: z.string().nullable().describe('Null where no mail comes in'),
        items: z.array(mailSchema),
        isMore: z.boolean(),
      }),
    },
    handle: async ({ context, params, services }) => {
      const { address, items, isMore } = await mailOfDeal(context, services.config, params.opportunity);
      return { status: 200, body: { address, items: items.map(shownMail), isMore } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/mails/{mailId}',
    capability: 'opportunity.read',
    operation: 'readDealMail',
    summary: 'One mail with its text',
    params: z.object({ org: z.string(), mailId: idSchema }),
    replies: {
      200: mailSchema
        .extend({
          opportunityId: z.string(),
          recipients: z.array(correspondent.extend({ field: z.enum(['to', 'cc']) })),
          text: z.string().describe('Plain text; of a mail in HTML its words'),
          isCut: z.boolean().describe('The mail was longer than what is kept'),
        })
        .meta({ id: 'WholeMail' }),
    },
    handle: async ({ context, params }) => {
      const mail = await readDealMail(context, params.mailId);
      return { status: 200, body: { ...mail, ...shownMail(mail), recipients: [...mail.recipients] } };
    },
  }),
];

function shownMail(mail: ToldMail): z.input<typeof mailSchema> {
  return { ...mail, attachments: [...mail.attachments] };
}
