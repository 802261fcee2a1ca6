import { z } from 'zod';
import { capabilitiesOf } from '../access/capabilities.ts';
import { capabilitySchema, idSchema, nothingSchema, roleSchema } from '../access/schemas.ts';
import { explanationSchema } from '../attribution/explanation-schema.ts';
import { pageQuery } from '../http/page.ts';
import { defineRoute } from '../http/route.ts';
import { languageSchema } from '../registration/schemas.ts';
import { brandSchema } from './brand/routes.ts';
import { chooseLanguage } from './choose-language.ts';
import { explainOwn } from './explain-own.ts';
import { listPortalDeals, readPortalDeal } from './list-deals.ts';
import { readPortal } from './portal-frame.ts';

const dealSchema = z
  .object({
    opportunityId: z.string(),
    number: z.int(),
    name: z.string(),
    account: z.string().nullable(),
    outcome: z.enum(['open', 'won', 'lost', 'unknown']),
    createdOn: z.string().nullable(),
    closedOn: z.string().nullable(),
    class: z.string(),
    isCredited: z.boolean(),
    isCreditedToAnother: z.boolean(),
    lockOn: z.string().nullable(),
    disputed: z.boolean(),
  })
  .meta({ id: 'PortalDeal' });

/** A partner's own pages: its frame and its deals. */
export const portalRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal',
    capability: 'portal.read',
    operation: 'readPortal',
    summary: 'Whose program this is, for which partner, and what the caller may do in it',
    replies: {
      200: z.object({
        organization: z.object({
          name: z.string(),
          timeZone: z.string(),
          currency: z.string(),
          isDemo: z.boolean(),
        }),
        partner: z.object({ partnerId: z.string(), name: z.string() }),
        brand: brandSchema.nullable(),
        people: z.array(z.object({ partnerPersonId: z.string(), name: z.string() })),
        me: z.object({
          name: z.string(),
          roles: z.array(roleSchema),
          capabilities: z.array(capabilitySchema),
          language: z
            .enum(['en', 'de'])
            .nullable()
            .describe('The language of letters to the caller; null: never chosen, so English'),
        }),
      }),
    },
    handle: async ({ context }) => {
      const { actor } = context;
      const roles = actor.kind === 'member' ? [...actor.roles] : [];
      const { language, ...portal } = await readPortal(context);
      return {
        status: 200,
        body: {
          ...portal,
          me: { name: actor.name, roles, capabilities: [...capabilitiesOf(roles)], language },
        },
      };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/o/{org}/portal/language',
    capability: 'portal.read',
    operation: 'choosePortalLanguage',
    summary: 'Choose the language of letters to the caller, and of the portal on a device without a choice',
    body: z.object({ language: z.enum(['en', 'de']) }),
    replies: { 200: nothingSchema },
    handle: async ({ context, body }) => {
      await chooseLanguage(context, body.language);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/deals',
    capability: 'portal.read',
    operation: 'listPortalDeals',
    summary: 'The deals in which the caller’s partner has a part, and what it is credited with',
    query: z.object(pageQuery),
    replies: { 200: z.object({ items: z.array(dealSchema), nextCursor: z.string().nullable() }) },
    handle: async ({ context, query }) => ({ status: 200, body: await listPortalDeals(context, query) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/deals/{opportunityId}',
    capability: 'portal.read',
    operation: 'readPortalDeal',
    summary: 'One deal of the caller’s partner',
    params: z.object({ org: z.string(), opportunityId: idSchema }),
    replies: { 200: dealSchema },
    handle: async ({ context, params }) => ({
      status: 200,
      body: await readPortalDeal(context, params.opportunityId),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/deals/{opportunityId}/credit',
    capability: 'portal.read',
    operation: 'explainOwnCredit',
    summary:
      'What the caller’s partner is credited with on a deal, by which test, on which of its own evidence',
    params: z.object({ org: z.string(), opportunityId: idSchema }),
    query: z.object({ language: languageSchema }),
    replies: { 200: explanationSchema },
    handle: async ({ context, params, query }) => ({
      status: 200,
      body: await explainOwn(context, params.opportunityId, query.language),
    }),
  }),
];
