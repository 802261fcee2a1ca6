import { z } from 'zod';
import { creditClasses } from '#core/attribution/credit-class.ts';
import { quarterMeasures } from '#core/attribution/quarter/counted.ts';
import { dateSchema, idSchema, nothingSchema } from '../../access/schemas.ts';
import { defineRoute } from '../../http/route.ts';
import { passwordField } from '../../identity/sign-in-routes.ts';
import { requireProof } from '../../program/require-proof.ts';
import { closeQuarter } from './close-quarter.ts';
import { decideRestatement } from './decide-restatement.ts';
import { previewQuarter } from './preview-quarter.ts';
import { listQuarters, readQuarter } from './read-quarters.ts';

const minor = z.int();
const count = z.int();
const measure = z.enum(quarterMeasures);
const creditClass = z.enum(creditClasses);
const quarter = z.object({
  fiscalYear: count,
  index: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  start: z.string(),
  end: z.string(),
  label: z.string(),
});
const figure = z
  .object({
    measure,
    class: creditClass,
    frozenMinor: minor.describe('As booked'),
    deals: count,
    acceptedMinor: minor.describe('What accepted restatements moved'),
    accepted: count,
    waitingMinor: minor.describe('What the restatements that wait would move'),
    waiting: count,
  })
  .meta({ id: 'FrozenFigure' });
const close = z.object({
  by: z.string(),
  at: z.number(),
  deals: count,
  frozenHash: z.string(),
  currency: z.string(),
});
const counted = z.object({
  class: creditClass,
  partnerId: z.string().nullable(),
  partner: z.string().nullable(),
  coSold: z.boolean(),
  amountMinor: minor.nullable(),
});
const restatement = z
  .object({
    restatementId: z.string(),
    number: count,
    measure,
    opportunityId: z.string(),
    dealNumber: count,
    dealName: z.string(),
    sentence: z.string(),
    changes: z.array(z.enum(['appears', 'gone', 'class', 'partner', 'co_sold', 'amount'])),
    before: counted,
    after: counted,
    deltaMinor: minor.describe('What it moves in the sourced figure'),
    cause: z.string(),
    raisedAt: z.number(),
    decision: z.enum(['accepted', 'refused', 'superseded']).nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: z.number().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'Restatement' });

const quarterParams = z.object({ org: z.string(), startsOn: dateSchema });
const decisionBody = z.object({ note: z.string().trim().min(1).max(2000) });
const restatementParams = z.object({ org: z.string(), restatementId: idSchema });

/** Closed quarters: closing one, what it was frozen at, and what later facts would restate. */
export const quarterRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/quarters',
    capability: 'scoreboard.read',
    operation: 'listQuarters',
    summary: 'The quarters: running, open and closed, with what waits for Finance',
    replies: {
      200: z.object({
        currency: z.string(),
        items: z.array(
          z.object({
            quarter,
            state: z.enum(['running', 'open', 'closed']),
            refusal: z.string().nullable().describe('Why it cannot be closed now; null where it can'),
            close: close.nullable(),
            headline: z.array(figure),
            waiting: count,
          }),
        ),
      }),
    },
    handle: async ({ context }) => ({ status: 200, body: await listQuarters(context) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/quarters/{startsOn}',
    capability: 'scoreboard.read',
    operation: 'readQuarter',
    summary: 'A closed quarter: as booked, its restatements beside it, and every deal behind it',
    params: quarterParams,
    replies: {
      200: z.object({
        quarter,
        close,
        figures: z.array(figure),
        deals: z.array(
          z.object({
            measure,
            opportunityId: z.string(),
            number: count,
            name: z.string(),
            class: creditClass,
            coSold: z.boolean(),
            partner: z.string().nullable(),
            amountMinor: minor.nullable(),
            creditId: z.string().nullable(),
          }),
        ),
        restatements: z.array(restatement),
      }),
    },
    handle: async ({ context, params }) => ({
      status: 200,
      body: await readQuarter(context, params.startsOn),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/quarters/{startsOn}/preview',
    capability: 'quarter.close',
    operation: 'previewQuarter',
    summary: 'What a quarter would be frozen at, and what is not settled in it',
    params: quarterParams,
    replies: {
      200: z.object({
        quarter,
        refusal: z.string().nullable(),
        currency: z.string(),
        deals: count,
        withoutAmount: count,
        figures: z.array(figure),
        open: z.object({
          disputes: count,
          grayCases: count,
          claims: count,
          undecided: count,
          monthsNotAudited: z.array(z.string()),
        }),
      }),
    },
    handle: async ({ context, params }) => ({
      status: 200,
      body: await previewQuarter(context, params.startsOn),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/quarters',
    capability: 'quarter.close',
    operation: 'closeQuarter',
    summary: 'Close a quarter: its figures are frozen as they are known now',
    creates: true,
    perMinute: 60,
    body: z.object({
      startsOn: dateSchema.describe('The first day of the quarter'),
      password: passwordField
        .optional()
        .describe('The caller’s present password, for an account that has one'),
    }),
    replies: { 201: z.object({ deals: count, frozenHash: z.string() }) },
    handle: async ({ context, body, services, request, user }) => {
      const proof = await requireProof(services.identity, request.caller, user, body.password);
      return { status: 201, body: await closeQuarter(context, body.startsOn, proof) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/restatements/{restatementId}/acceptance',
    capability: 'quarter.close',
    operation: 'acceptRestatement',
    summary: 'Accept a restatement: its difference stands beside the frozen figure',
    creates: true,
    params: restatementParams,
    body: decisionBody,
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body }) => {
      await decideRestatement(context, params.restatementId, 'accepted', body.note);
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/restatements/{restatementId}/refusal',
    capability: 'quarter.close',
    operation: 'refuseRestatement',
    summary: 'Refuse a restatement: the figure stays as it stands',
    creates: true,
    params: restatementParams,
    body: decisionBody,
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body }) => {
      await decideRestatement(context, params.restatementId, 'refused', body.note);
      return { status: 201, body: {} };
    },
  }),
];
