import { z } from 'zod';
import { idSchema, nothingSchema } from '../../access/schemas.ts';
import { defineRoute } from '../../http/route.ts';
import { makeLink, readLink, revokeLink } from './links.ts';
import { formKey } from './secret.ts';

const base = '/o/{org}/partners/{partnerId}/registration-link';
const params = z.object({ org: z.string(), partnerId: idSchema });

/** The secret link of a partner, as the desk makes it and takes it back. */
export const linkRoutes = [
  defineRoute({
    method: 'GET',
    path: base,
    capability: 'registration.record',
    operation: 'readRegistrationLink',
    summary: 'The link by which a partner registers without a login, without its secret',
    params,
    replies: {
      200: z.object({
        link: z
          .object({
            number: z.int(),
            address: z.string().nullable(),
            madeBy: z.string(),
            madeAt: z.int(),
            lastUsedAt: z.int().nullable(),
          })
          .nullable(),
      }),
    },
    handle: async ({ context, params: { partnerId }, services }) => ({
      status: 200,
      body: { link: await readLink(context, services.config, partnerId) },
    }),
  }),
  defineRoute({
    method: 'POST',
    path: base,
    capability: 'registration.record',
    operation: 'makeRegistrationLink',
    summary: 'Make the link of a partner; one that is there is revoked. The secret is told this once',
    creates: true,
    params,
    replies: { 201: z.object({ number: z.int(), secret: z.string() }) },
    handle: async ({ context, params: { partnerId }, services }) => ({
      status: 201,
      body: await makeLink(context, formKey(services.config.secret), partnerId),
    }),
  }),
  defineRoute({
    method: 'DELETE',
    path: base,
    capability: 'registration.record',
    operation: 'revokeRegistrationLink',
    summary: 'Take the link of a partner back',
    params,
    replies: { 200: nothingSchema },
    handle: async ({ context, params: { partnerId } }) => {
      await revokeLink(context, partnerId);
      return { status: 200, body: {} };
    },
  }),
];
