import { z } from 'zod';
import { type JourneyStage, journeyStages } from '#core/journey/journey-stage.ts';
import { dateSchema, idSchema, nothingSchema } from '../access/schemas.ts';
import { pageQuery } from '../http/page.ts';
import { defineRoute } from '../http/route.ts';
import { addPartnerPerson, archetypes, changePartner, createPartner } from './change-partner.ts';
import { changeStanding } from './change-standing.ts';
import { personLeaves } from './person-leaves.ts';
import { listPartners, readPartner } from './read-partners.ts';

const stageSchema = z.enum(Object.keys(journeyStages) as [JourneyStage, ...JourneyStage[]]);

const partnerSchema = z.object({
  partnerId: z.string(),
  number: z.int(),
  name: z.string(),
  domain: z.string().nullable(),
  country: z.string().nullable(),
  archetype: z.string().nullable(),
  signedOn: z.string().nullable(),
  managerId: z.string().nullable(),
  openingStage: z.string().nullable().describe('The stage of the journey in which the partner came'),
});

const details = {
  name: z.string().trim().min(1).max(300),
  domain: z.string().trim().max(300).nullable(),
  country: z.string().trim().max(100).nullable(),
  archetype: z.enum(archetypes).nullable(),
  signedOn: dateSchema.nullable(),
  managerId: idSchema.nullable(),
  openingStage: stageSchema.nullable(),
};

const oneParams = z.object({ org: z.string(), partnerId: idSchema });

/** Partners and the people at them. */
export const partnerRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/partners',
    capability: 'partner.read',
    operation: 'listPartners',
    summary: 'Partners in order of name',
    query: z.object({
      q: z.string().trim().max(200).optional().describe('Part of the name'),
      archetype: z.enum(archetypes).optional(),
      signed: z.stringbool().optional(),
      openingStage: stageSchema.optional(),
      ...pageQuery,
    }),
    replies: {
      200: z.object({
        items: z.array(partnerSchema.extend({ deals: z.int(), openDeals: z.int() })),
        nextCursor: z.string().nullable(),
      }),
    },
    handle: async ({ context, query }) => ({ status: 200, body: await listPartners(context, query) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/partners/{partnerId}',
    capability: 'partner.read',
    operation: 'getPartner',
    summary: 'One partner and its people',
    params: oneParams,
    replies: {
      200: partnerSchema.extend({
        suspendedAt: z.int().nullable().describe('Since when it registers no deals'),
        countries: z.array(z.string()).nullable().describe('Of its agreement; null: everywhere'),
        certifiedOn: z.string().nullable(),
        people: z.array(
          z.object({
            partnerPersonId: z.string(),
            name: z.string(),
            email: z.string().nullable(),
            leftOn: z.string().nullable().describe('The last day there; null for who is there'),
          }),
        ),
      }),
    },
    handle: async ({ context, params }) => ({
      status: 200,
      body: await readPartner(context, params.partnerId),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/partners',
    capability: 'partner.change',
    operation: 'createPartner',
    summary: 'Add a partner by hand',
    creates: true,
    body: z.object({
      name: details.name,
      domain: details.domain.default(null),
      country: details.country.default(null),
      archetype: details.archetype.default(null),
      signedOn: details.signedOn.default(null),
      managerId: details.managerId.default(null),
      openingStage: details.openingStage.default(null),
    }),
    replies: { 201: z.object({ partnerId: z.string(), number: z.int() }) },
    handle: async ({ context, body }) => ({ status: 201, body: await createPartner(context, body) }),
  }),
  defineRoute({
    method: 'PATCH',
    path: '/o/{org}/partners/{partnerId}',
    capability: 'partner.change',
    operation: 'changePartner',
    summary: 'Change what is known of a partner',
    params: oneParams,
    body: z.object(details).partial(),
    replies: { 200: nothingSchema },
    handle: async ({ context, params, body }) => {
      const change = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
      await changePartner(context, params.partnerId, change);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'PATCH',
    path: '/o/{org}/partners/{partnerId}/standing',
    capability: 'partner.change',
    operation: 'changePartnerStanding',
    summary: 'Suspend a partner or let it register again; say for which countries its agreement is',
    params: oneParams,
    body: z
      .object({
        isSuspended: z.boolean(),
        countries: z.array(z.string().length(2)).max(300).nullable(),
        certifiedOn: dateSchema.nullable(),
      })
      .partial(),
    replies: { 200: nothingSchema },
    handle: async ({ context, params, body }) => {
      const change = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
      await changeStanding(context, params.partnerId, change);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/partners/{partnerId}/people',
    capability: 'partner.change',
    operation: 'addPartnerPerson',
    summary: 'Add a person at a partner',
    creates: true,
    params: oneParams,
    body: z.object({
      name: z.string().trim().min(1).max(200),
      email: z.email().max(254).nullable().default(null),
    }),
    replies: { 201: z.object({ partnerPersonId: z.string() }) },
    handle: async ({ context, params, body }) => ({
      status: 201,
      body: await addPartnerPerson(context, params.partnerId, body),
    }),
  }),
  defineRoute({
    method: 'PATCH',
    path: '/o/{org}/partners/{partnerId}/people/{partnerPersonId}',
    capability: 'partner.change',
    operation: 'changePartnerPerson',
    summary: 'Say that a person left a partner, with the last day there; null takes it back',
    params: oneParams.extend({ partnerPersonId: idSchema }),
    body: z.object({ leftOn: dateSchema.nullable() }),
    replies: { 200: nothingSchema },
    handle: async ({ context, params, body }) => {
      await personLeaves(context, params.partnerId, params.partnerPersonId, body.leftOn);
      return { status: 200, body: {} };
    },
  }),
];
