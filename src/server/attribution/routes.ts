import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { explain } from './explain.ts';
import { explanationSchema } from './explanation-schema.ts';

/** Credit: why it is as it is. */
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
];
