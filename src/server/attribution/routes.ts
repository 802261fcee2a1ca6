import { z } from 'zod';
import { idSchema, nothingSchema } from '../access/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { closeDispute, openDispute } from './dispute.ts';
import { explain } from './explain.ts';
import { explanationSchema } from './explanation-schema.ts';

const text = (longest: number) => z.string().trim().min(1).max(longest);
/** Credit: why it is as it is, and the acts that it is decided from. */
export const attributionRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/opportunities/{opportunity}/credit',
    capability: 'opportunity.read',
    operation: 'explainCredit',
    summary: 'Who gets the credit of a deal, by which test, on which evidence',
    params: z.object({ org: z.string(), opportunity: z.string().max(100) }),
    replies: { 200: explanationSchema },
    handle: async ({ context, params }) => ({
      status: 200,
      body: await explain(context, params.opportunity),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/disputes',
    capability: 'dispute.open',
    operation: 'openDispute',
    summary: 'Flag the credit of a deal as disputed',
    creates: true,
    body: z.object({ opportunityId: idSchema, claim: text(4000) }),
    replies: { 201: z.object({ disputeId: z.string() }) },
    handle: async ({ context, body }) => ({
      status: 201,
      body: await openDispute(context, body.opportunityId, body.claim),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/disputes/{disputeId}/closing',
    capability: 'ruling.write',
    operation: 'closeDispute',
    summary: 'Close a dispute with its outcome in words',
    creates: true,
    params: z.object({ org: z.string(), disputeId: idSchema }),
    body: z.object({ outcome: text(4000) }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body }) => {
      await closeDispute(context, params.disputeId, body.outcome);
      return { status: 201, body: {} };
    },
  }),
];
