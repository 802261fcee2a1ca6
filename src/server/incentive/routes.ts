import { Readable } from 'node:stream';
import { z } from 'zod';
import type { LocalDate } from '#core/calendar.ts';
import { codeParamsSchema, dateSchema, idSchema, nothingSchema } from '../access/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { clawBack, liftClawback } from './claw-back.ts';
import { issueStatements, previewStatements, recordPayment } from './issue-statements.ts';
import { printOwnStatement, printStatement } from './print-statement.ts';
import { readPayRules } from './read-rules.ts';
import { ownStatementFile, statementFile } from './statement-file.ts';
import {
  listAccruals,
  listOwnAccruals,
  listOwnStatements,
  listStatements,
  readBalances,
  readOwnStatement,
  readStatement,
} from './statements.ts';

const partnerSchema = z.object({ id: z.string(), name: z.string() });
const lineSchema = z
  .object({
    id: z.string(),
    number: z.int(),
    kind: z.enum(['accrual', 'reversal']),
    reversed: z.boolean(),
    partner: partnerSchema,
    person: z.string().nullable(),
    opportunityId: z.string(),
    deal: z.string(),
    dealNumber: z.int(),
    class: z.string(),
    rule: z.string(),
    why: z.string().describe('In English'),
    reasons: z
      .array(z.object({ code: z.string(), params: codeParamsSchema }))
      .describe(
        'What the sentence is made of: why it is paid, or that it is taken back and each cause of that',
      ),
    cause: z.string(),
    policyVersion: z.int(),
    ratesVersion: z.int().nullable(),
    baseMinor: z.int().nullable(),
    share: z.number().nullable(),
    amountMinor: z.int(),
    currency: z.string(),
    occurredOn: z.string(),
    recordedAt: z.int(),
    state: z.enum(['due', 'held', 'stated', 'paid']),
    statementNumber: z.int().nullable(),
  })
  .meta({ id: 'Accrual' });
const rulesSchema = z
  .object({
    policyVersion: z.int(),
    isDraft: z.boolean(),
    ratesVersion: z.int().nullable(),
    influencedPays: z.enum(['flat', 'points', 'share']),
    clawbackDays: z.int(),
    currency: z.string(),
    items: z.array(
      z.object({
        archetype: z.string(),
        label: z.string(),
        sourcedPays: z.enum(['share', 'margin', 'flat', 'nothing']),
        sourcedShare: z.number().nullable(),
        sourcedMinor: z.int().nullable(),
        coSoldMinor: z.int().nullable(),
        influencedMinor: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'PayRules' });
const statementSchema = z
  .object({
    id: z.string(),
    number: z.int(),
    partner: partnerSchema,
    month: z.string(),
    currency: z.string(),
    totalMinor: z.int(),
    lines: z.int(),
    hash: z.string(),
    issuedAt: z.int(),
    paidOn: z.string().nullable(),
    reference: z.string().nullable(),
  })
  .meta({ id: 'Statement' });
const wholeStatement = statementSchema.extend({
  openingMinor: z.int().describe('Stated before and not paid when this one was issued'),
  openingStatements: z.int(),
  items: z.array(lineSchema),
  held: z.array(lineSchema).describe('What waited because of a dispute when this one was issued'),
});
const statementPage = z.object({ items: z.array(statementSchema), nextCursor: z.string().nullable() });
const list = {
  cursor: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'YYYY-MM');
const linesOnly = {
  ...list,
  opportunityId: idSchema.optional(),
  open: z.stringbool().optional().describe('Only lines on no statement'),
  state: z.enum(['due', 'held', 'stated', 'paid']).optional(),
};
const linePage = z.object({ items: z.array(lineSchema), nextCursor: z.string().nullable() });
const dealPath = z.object({ org: z.string(), opportunityId: idSchema });
const reason = z.string().trim().min(1).max(500);
const statementPath = z.object({ org: z.string(), statementId: idSchema });

function pdf(printed: { readonly fileName: string; readonly bytes: Buffer }) {
  const { fileName, bytes } = printed;
  return { file: { fileName, mediaType: 'application/pdf', content: Readable.from([bytes]) } };
}

/** What credit pays: lines, statements, payments. */
export const incentiveRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/accruals',
    capability: 'accrual.read',
    operation: 'listAccruals',
    summary: 'The lines that credit pays, newest first: by which rule and version, on which amount',
    query: z.object({ ...linesOnly, partnerId: idSchema.optional() }),
    replies: { 200: linePage },
    handle: async ({ context, query }) => ({ status: 200, body: await listAccruals(context, query) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/balances',
    capability: 'accrual.read',
    operation: 'readBalances',
    summary: 'What each partner is due, waits for, was stated and was paid',
    replies: {
      200: z.object({
        items: z.array(
          z.object({
            partner: partnerSchema,
            dueMinor: z.int(),
            heldMinor: z.int(),
            statedMinor: z.int(),
            paidMinor: z.int(),
          }),
        ),
      }),
    },
    handle: async ({ context }) => ({ status: 200, body: { items: await readBalances(context) } }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/pay-rules',
    capability: 'accrual.read',
    operation: 'readPayRules',
    summary:
      'What a deal that is won today pays by the signed pages, archetype by archetype and class by class',
    replies: { 200: rulesSchema },
    handle: async ({ context }) => ({ status: 200, body: await readPayRules(context) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/statements',
    capability: 'accrual.read',
    operation: 'listStatements',
    summary: 'The statements of all partners, newest first',
    query: z.object(list),
    replies: { 200: statementPage },
    handle: async ({ context, query }) => ({ status: 200, body: await listStatements(context, query) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/statements',
    capability: 'statement.issue',
    operation: 'issueStatements',
    summary: 'Issue the statements of a month that is over: one for each partner with lines that are due',
    creates: true,
    body: z.object({ month }),
    replies: { 201: z.object({ statements: z.int(), totalMinor: z.int() }) },
    handle: async ({ context, body }) => ({
      status: 201,
      body: await issueStatements(context, `${body.month}-01` as LocalDate),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/statements/preview',
    capability: 'statement.issue',
    operation: 'previewStatements',
    summary: 'What issuing a month would do: a statement for each of these partners, and the lines that wait',
    query: z.object({ month }),
    replies: {
      200: z.object({
        items: z.array(
          z.object({ partner: partnerSchema, currency: z.string(), lines: z.int(), totalMinor: z.int() }),
        ),
        issuedBefore: z.int(),
        heldLines: z.int(),
        heldMinor: z.int(),
      }),
    },
    handle: async ({ context, query }) => ({
      status: 200,
      body: await previewStatements(context, `${query.month}-01` as LocalDate),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/opportunities/{opportunityId}/clawback',
    capability: 'statement.issue',
    operation: 'clawBack',
    summary: 'Record that the customer left: what the deal paid is taken back by lines of its own',
    creates: true,
    params: dealPath,
    body: z.object({ leftOn: dateSchema, reason }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body }) => {
      await clawBack(context, params.opportunityId, { ...body, leftOn: body.leftOn as LocalDate });
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/opportunities/{opportunityId}/clawback/undo',
    capability: 'statement.issue',
    operation: 'undoClawback',
    summary: 'Record that the customer did not leave: the deal pays again by new lines',
    params: dealPath,
    body: z.object({ reason }),
    replies: { 200: nothingSchema },
    handle: async ({ context, params, body }) => {
      await liftClawback(context, params.opportunityId, body.reason);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/statements/{statementId}',
    capability: 'accrual.read',
    operation: 'readStatement',
    summary: 'One statement, line by deal, with what waits because of a dispute',
    params: statementPath,
    replies: { 200: wholeStatement },
    handle: async ({ context, params }) => ({
      status: 200,
      body: await readStatement(context, params.statementId),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/statements/{statementId}/payment',
    capability: 'statement.issue',
    operation: 'recordPayment',
    summary: 'Record that a statement was paid',
    creates: true,
    params: statementPath,
    body: z.object({ paidOn: dateSchema, reference: z.string().trim().min(1).max(200) }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body }) => {
      await recordPayment(context, params.statementId, { ...body, paidOn: body.paidOn as LocalDate });
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/statements/{statementId}/file',
    capability: 'accrual.read',
    operation: 'downloadStatement',
    summary: 'One statement as a CSV file',
    params: statementPath,
    replies: { 200: z.string().describe('text/csv') },
    handle: async ({ context, params }) => ({ file: await statementFile(context, params.statementId) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/statements/{statementId}/print',
    capability: 'accrual.read',
    operation: 'printStatement',
    summary: 'One statement as a PDF',
    perMinute: 60,
    params: statementPath,
    replies: { 200: z.string().describe('application/pdf') },
    handle: async ({ context, params }) => pdf(await printStatement(context, params.statementId)),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/accruals',
    capability: 'portal.earnings',
    operation: 'listOwnAccruals',
    summary: 'The lines of the caller’s partner, newest first',
    query: z.object(linesOnly),
    replies: { 200: linePage },
    handle: async ({ context, query }) => ({ status: 200, body: await listOwnAccruals(context, query) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/statements/{statementId}/file',
    capability: 'portal.earnings',
    operation: 'downloadOwnStatement',
    summary: 'One statement of the caller’s partner as a CSV file',
    params: statementPath,
    replies: { 200: z.string().describe('text/csv') },
    handle: async ({ context, params }) => ({ file: await ownStatementFile(context, params.statementId) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/statements/{statementId}/print',
    capability: 'portal.earnings',
    operation: 'printOwnStatement',
    summary: 'One statement of the caller’s partner as a PDF',
    perMinute: 60,
    params: statementPath,
    replies: { 200: z.string().describe('application/pdf') },
    handle: async ({ context, params }) => pdf(await printOwnStatement(context, params.statementId)),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/statements',
    capability: 'portal.earnings',
    operation: 'listOwnStatements',
    summary: 'The statements of the caller’s partner, newest first',
    query: z.object(list),
    replies: { 200: statementPage },
    handle: async ({ context, query }) => ({ status: 200, body: await listOwnStatements(context, query) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/statements/{statementId}',
    capability: 'portal.earnings',
    operation: 'readOwnStatement',
    summary: 'One statement of the caller’s partner, line by deal',
    params: statementPath,
    replies: { 200: wholeStatement },
    handle: async ({ context, params }) => ({
      status: 200,
      body: await readOwnStatement(context, params.statementId),
    }),
  }),
];
