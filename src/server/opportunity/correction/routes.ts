import { z } from 'zod';
import { idSchema, nothingSchema } from '../../access/schemas.ts';
import { defineRoute } from '../../http/route.ts';
import { deleteDeal, mergeDeal, restoreDeal } from './end-deal.ts';

const params = z.object({ org: z.string(), dealId: idSchema });
const reason = z.string().trim().min(1).max(2000);

/** What the CRM did to its records after the fact. */
export const correctionRoutes = [
  defineRoute({
    method: 'POST',
    path: '/o/{org}/opportunities/{dealId}/merging',
    capability: 'deal.correct',
    operation: 'mergeDeal',
    summary: 'Record that the CRM merged a deal into another one, on which its acts then count',
    creates: true,
    params,
    body: z.object({ intoOpportunityId: idSchema, reason }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body }) => {
      await mergeDeal(context, params.dealId, body.intoOpportunityId, body.reason);
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/opportunities/{dealId}/deletion',
    capability: 'deal.correct',
    operation: 'deleteDeal',
    summary: 'Record that the CRM deleted a deal: its facts stay, and it counts in no figure',
    creates: true,
    params,
    body: z.object({ reason }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body }) => {
      await deleteDeal(context, params.dealId, body.reason);
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/opportunities/{dealId}/restoration',
    capability: 'deal.correct',
    operation: 'restoreDeal',
    summary: 'Take a merge or deletion of a deal back',
    creates: true,
    params,
    body: z.object({ reason }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body }) => {
      await restoreDeal(context, params.dealId, body.reason);
      return { status: 201, body: {} };
    },
  }),
];
