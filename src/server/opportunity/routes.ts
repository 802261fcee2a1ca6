import { z } from 'zod';
import { idSchema } from '../access/schemas.ts';
import { pageQuery } from '../http/page.ts';
import { defineRoute } from '../http/route.ts';
import { countOf, find, listOpportunities, opportunitySorts, readOpportunity } from './read-opportunities.ts';

const classes = ['sourced', 'co_sold', 'influenced', 'assisted'] as const;
const partner = z.object({ partnerId: z.string(), name: z.string() }).nullable();

const opportunitySchema = z.object({
  opportunityId: z.string(),
  number: z.int(),
  recordId: z.string(),
  source: z.string(),
  name: z.string(),
  account: z.object({ accountId: z.string(), name: z.string() }).nullable(),
  stage: z.string().nullable(),
  stageOrder: z.int().nullable().describe('Where the stage stands in the pipeline'),
  outcome: z.enum(['open', 'won', 'lost', 'unknown']),
  amountMinor: z.int().nullable(),
  currency: z.string().nullable(),
  createdOn: z.string().nullable(),
  enteredOn: z.string().nullable().describe('The day it became pipeline'),
  enteredAssumed: z.boolean().describe('No history says so: the created date stands in'),
  entryAmountMinor: z.int().nullable(),
  entryCurrency: z.string().nullable(),
  expectedCloseOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  closedAssumed: z.boolean(),
  owner: z.string().nullable(),
  product: z.string().nullable(),
  leadSource: z.string().nullable(),
  lateEvents: z.int(),
  credit: z.object({ class: z.string(), partner }),
  claim: z.object({ class: z.string(), partner }).nullable().describe('Imported, unproven'),
});

const filters = {
  q: z.string().trim().min(1).max(200).optional().describe('Part of the name, a short number or a record id'),
  outcome: z.enum(['open', 'won', 'lost', 'unknown']).optional(),
  credit: z.enum([...classes, 'none']).optional(),
  claim: z.enum(classes).optional().describe('Imported claim, where there is no credit'),
  partnerId: idSchema.optional(),
  accountId: idSchema.optional(),
  owner: z.string().max(300).optional(),
  stage: z.string().max(300).optional(),
  sort: z.enum(opportunitySorts).default('name'),
};

const fact = z.object({
  knownAt: z.int(),
  knownAssumed: z.boolean(),
  recordedAt: z.int(),
  importNumber: z.int().nullable(),
  name: z.string().nullable(),
  stage: z.string().nullable(),
  amountMinor: z.int().nullable(),
  currency: z.string().nullable(),
  expectedCloseOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  owner: z.string().nullable(),
});

const stage = z.object({
  stage: z.string(),
  changedAt: z.int(),
  changedOn: z.string(),
  amountMinor: z.int().nullable(),
  currency: z.string().nullable(),
});

const claim = z.object({
  partnerId: z.string(),
  partner: z.string(),
  role: z.string().nullable(),
  isPrimary: z.boolean(),
  knownAt: z.int(),
  importNumber: z.int().nullable(),
});

/** The company's opportunities: the one pipeline, with what partners have to do with it. */
export const opportunityRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/opportunities',
    capability: 'opportunity.read',
    operation: 'listOpportunities',
    summary: 'Opportunities by filter and order',
    query: z.object({ ...filters, ...pageQuery }),
    replies: { 200: z.object({ items: z.array(opportunitySchema), nextCursor: z.string().nullable() }) },
    handle: async ({ context, query }) => ({ status: 200, body: await listOpportunities(context, query) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/opportunities/count',
    capability: 'opportunity.read',
    operation: 'countOpportunities',
    summary: 'How many opportunities a filter finds, counted up to 10,000',
    query: z.object({ ...filters, ...pageQuery }),
    replies: { 200: z.object({ count: z.int(), isMore: z.boolean() }) },
    handle: async ({ context, query }) => ({ status: 200, body: await countOf(context, query) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/opportunities/{opportunity}',
    capability: 'opportunity.read',
    operation: 'getOpportunity',
    summary: 'One opportunity, by id, short number or record id, with all that is known of it',
    params: z.object({ org: z.string(), opportunity: z.string().max(100) }),
    replies: {
      200: opportunitySchema.extend({
        facts: z.array(fact),
        stages: z.array(stage),
        claims: z.array(claim),
      }),
    },
    handle: async ({ context, params }) => ({
      status: 200,
      body: await readOpportunity(context, params.opportunity),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/find',
    capability: 'opportunity.read',
    operation: 'find',
    summary: 'Deals, partners and accounts by the start of their name, or a deal by its short number',
    query: z.object({ q: z.string().trim().min(1).max(200) }),
    replies: {
      200: z.object({
        items: z.array(
          z.object({
            kind: z.string(),
            id: z.string(),
            number: z.int(),
            name: z.string(),
            detail: z.string().nullable(),
          }),
        ),
      }),
    },
    handle: async ({ context, query }) => ({ status: 200, body: { items: await find(context, query.q) } }),
  }),
];
