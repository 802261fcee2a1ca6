import { z } from 'zod';
import type { LocalDate } from '#core/calendar.ts';
import { defineRoute } from '../http/route.ts';
import { listApiKeys, makeApiKey, revokeApiKey } from './api-key.ts';
import { keyCapabilities } from './capabilities.ts';
import { dateSchema, idSchema, nothingSchema } from './schemas.ts';

const keyCapabilitySchema = z.enum(keyCapabilities).meta({ id: 'KeyCapability' });

/** The keys of the API: who may make them, and what each may do. */
export const apiKeyRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/api-keys',
    capability: 'key.work',
    operation: 'listApiKeys',
    summary: 'The keys by which other programs call the API',
    replies: {
      200: z.object({
        items: z.array(
          z.object({
            apiKeyId: z.string(),
            name: z.string(),
            hint: z.string().describe('The last four letters of its secret'),
            capabilities: z.array(z.string()),
            madeBy: z.string().nullable(),
            madeAt: z.number(),
            endsOn: z.string().nullable(),
            lastUsedAt: z.number().nullable(),
            state: z.enum(['works', 'over', 'revoked']),
          }),
        ),
        nextCursor: z.null(),
      }),
    },
    handle: async ({ context }) => ({
      status: 200,
      body: { items: await listApiKeys(context), nextCursor: null },
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/api-keys',
    capability: 'key.work',
    operation: 'makeApiKey',
    summary: 'Make a key; its secret is in this answer and never shown again',
    body: z.object({
      name: z.string().trim().min(1).max(100),
      capabilities: z.array(keyCapabilitySchema).min(1).max(keyCapabilities.length),
      endsOn: dateSchema.nullable().describe('Its last day; null: it works until it is revoked'),
    }),
    replies: { 201: z.object({ apiKeyId: z.string(), secret: z.string() }) },
    handle: async ({ context, body }) => ({
      status: 201,
      body: await makeApiKey(context, { ...body, endsOn: body.endsOn as LocalDate | null }),
    }),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/o/{org}/api-keys/{apiKeyId}',
    capability: 'key.work',
    operation: 'revokeApiKey',
    summary: 'Revoke a key: the next call by it is refused',
    params: z.object({ org: z.string(), apiKeyId: idSchema }),
    replies: { 200: nothingSchema },
    handle: async ({ context, params }) => {
      await revokeApiKey(context, params.apiKeyId);
      return { status: 200, body: {} };
    },
  }),
];
