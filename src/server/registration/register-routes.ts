import { z } from 'zod';
import { idSchema } from '../access/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { registerFor, registerOwn } from './register.ts';
import { languageSchema, submittedSchema, typedSchema, writtenRepSchema } from './schemas.ts';

/** A deal registered in one call. */
export const registerRoutes = [
  defineRoute({
    method: 'POST',
    path: '/o/{org}/portal/registrations/whole',
    capability: 'portal.act',
    operation: 'registerDeal',
    summary: 'Register a deal in one call: begun and sent, or nothing is kept',
    creates: true,
    body: z.object({ typed: typedSchema, language: languageSchema }),
    replies: { 201: submittedSchema },
    handle: async ({ context, body }) => ({
      status: 201,
      body: await registerOwn(context, body.typed, body.language),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/registrations/whole',
    capability: 'registration.record',
    operation: 'registerDealFor',
    summary: 'Register a deal in a partner’s name in one call: begun and sent, or nothing is kept',
    creates: true,
    body: z.object({
      partnerId: idSchema,
      rep: writtenRepSchema,
      typed: typedSchema,
    }),
    replies: { 201: submittedSchema },
    handle: async ({ context, body }) => ({
      status: 201,
      body: await registerFor(context, body.partnerId, body.rep, body.typed),
    }),
  }),
];
