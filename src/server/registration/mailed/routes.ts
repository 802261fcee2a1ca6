import { z } from 'zod';
import { defineRoute } from '../../http/route.ts';
import { moneySchema, said, seat, stateSchema } from '../schemas.ts';
import { decideByMail, openDecision, previewMailed } from './decide-by-mail.ts';

const base = '/o/{org}/mailed-decision';
const params = z.object({ org: z.string() });
const token = z.string().min(20).max(100);
const nullable = z.string().nullable();

/** Deciding by the link of a letter, without a session: a page shows what will happen, and a press does it. */
export const mailedDecisionRoutes = [
  defineRoute({
    method: 'POST',
    path: `${base}/preview`,
    capability: 'public',
    operation: 'previewMailedDecision',
    summary: 'What the token of a letter lets its reader decide; nothing happens',
    perMinute: 60,
    params,
    body: z.object({ token }),
    replies: {
      200: z.object({
        number: z.int(),
        customer: z.string(),
        domain: nullable,
        country: nullable,
        partner: z.string(),
        value: moneySchema,
        dueOn: nullable,
        useCase: nullable,
        evidence: nullable,
        concerns: z.array(z.string()),
        days: z.int(),
        next: nullable.describe('Who decides after a yes; null: a yes is the last word'),
        reasons: z.array(z.string()),
        seat: seat.nullable(),
        me: z.string(),
        usedFor: z.enum(['accept', 'reject', 'ask']).nullable(),
        whyNot: nullable,
      }),
    },
    handle: async ({ params: { org }, body, services, request }) => {
      const { context, pass } = await openDecision(services.delivery, org, body.token, request.id);
      return { status: 200, body: await previewMailed(context, pass) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: base,
    capability: 'public',
    operation: 'commitMailedDecision',
    summary: 'Decide by the token of a letter: once, and only what its reader may decide now',
    perMinute: 20,
    params,
    body: z.object({
      token,
      decision: z.discriminatedUnion('act', [
        z.object({ act: z.literal('accept') }),
        z.object({
          act: z.literal('reject'),
          reason: said(120),
          words: z.string().trim().max(2000).default(''),
        }),
        z.object({ act: z.literal('ask'), asks: said(2000) }),
      ]),
    }),
    replies: { 200: z.object({ state: stateSchema, conflict: z.boolean() }) },
    handle: async ({ params: { org }, body, services, request }) => {
      const { context, pass } = await openDecision(services.delivery, org, body.token, request.id);
      return { status: 200, body: await decideByMail(context, pass, body.decision) };
    },
  }),
];
