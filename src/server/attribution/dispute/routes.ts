import { z } from 'zod';
import { idSchema, nothingSchema } from '../../access/schemas.ts';
import { defineRoute } from '../../http/route.ts';
import { openDispute, openOwnDispute } from './open-dispute.ts';
import {
  listDisputes,
  listOwnDisputes,
  listReviews,
  readDispute,
  readOwnDispute,
  searchPrecedents,
} from './read-disputes.ts';
import { proposeRuling, signRuling } from './rule.ts';
import {
  creditClassSchema,
  disputeCaseSchema,
  disputeSchema,
  reviewsSchema,
  rulingSchema,
} from './schemas.ts';
import { speak, speakAsPartner } from './speak.ts';

const text = (longest: number) => z.string().trim().min(1).max(longest);
const links = z.array(text(2000)).max(20).default([]);
const list = z.object({
  cursor: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const page = z.object({ items: z.array(disputeSchema), nextCursor: z.string().nullable() });
const opened = z.object({ disputeId: z.string(), number: z.int() });
const disputePath = z.object({ org: z.string(), dispute: z.string().max(100) });
const ownDisputePath = z.object({ org: z.string(), ownDispute: z.string().max(100) });
const saying = z.object({
  kind: z.enum(['answer', 'counter_claim', 'evidence', 'appeal', 'withdrawal']),
  body: text(10_000),
  links,
});

/** Cases about credit: opened, answered, ruled by a panel, appealed; and what the page leaves to people. */
export const disputeRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/disputes',
    capability: 'opportunity.read',
    operation: 'listDisputes',
    summary: 'The disputes about credit, newest first; only those that are not over, the most urgent first',
    query: list.extend({ open: z.stringbool().optional() }),
    replies: { 200: page },
    handle: async ({ context, query }) => ({ status: 200, body: await listDisputes(context, query) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/disputes',
    capability: 'dispute.open',
    operation: 'openDispute',
    summary: 'Dispute the credit of a deal; it stands meanwhile, and its commission waits',
    creates: true,
    body: z.object({
      opportunityId: idSchema,
      claim: text(4000),
      claimedClass: creditClassSchema.nullable().default(null),
      partnerId: idSchema.nullable().default(null),
      links,
    }),
    replies: { 201: opened },
    handle: async ({ context, body }) => ({ status: 201, body: await openDispute(context, body) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/disputes/{dispute}',
    capability: 'opportunity.read',
    operation: 'readDispute',
    summary:
      'One dispute by its number or id: what was said, its panel and rulings, and what the reader may do',
    params: disputePath,
    replies: { 200: disputeCaseSchema },
    handle: async ({ context, params }) => ({
      status: 200,
      body: await readDispute(context, params.dispute),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/disputes/{dispute}/statements',
    capability: 'dispute.answer',
    operation: 'speakInDispute',
    summary: 'Answer a dispute, add evidence, appeal its ruling, or take it back',
    creates: true,
    params: disputePath,
    body: saying,
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body }) => {
      await speak(context, params.dispute, body);
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/rulings',
    capability: 'ruling.write',
    operation: 'proposeRuling',
    summary: 'Propose what the credit of a deal is, with the reason, and sign it for a seat of the panel',
    creates: true,
    body: z.object({
      disputeId: idSchema.nullable().default(null),
      opportunityId: idSchema,
      question: text(500),
      class: creditClassSchema,
      partnerId: idSchema.nullable().default(null),
      reason: z.string().trim().min(40).max(5000),
    }),
    replies: { 201: z.object({ rulingId: z.string(), number: z.int(), stands: z.boolean() }) },
    handle: async ({ context, body }) => ({ status: 201, body: await proposeRuling(context, body) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/rulings/{rulingId}/signatures',
    capability: 'ruling.write',
    operation: 'signRuling',
    summary: 'Sign a ruling for a seat of the panel; with the last one it stands',
    creates: true,
    params: z.object({ org: z.string(), rulingId: idSchema }),
    replies: { 201: z.object({ stands: z.boolean() }) },
    handle: async ({ context, params }) => ({
      status: 201,
      body: await signRuling(context, params.rulingId),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/precedents',
    capability: 'opportunity.read',
    operation: 'searchPrecedents',
    summary: 'Rulings of the past by their words: what the next panel follows',
    query: z.object({ q: text(200).optional(), class: creditClassSchema.optional() }),
    replies: { 200: z.object({ items: z.array(rulingSchema) }) },
    handle: async ({ context, query }) => ({
      status: 200,
      body: { items: await searchPrecedents(context, query) },
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/reviews',
    capability: 'opportunity.read',
    operation: 'listReviews',
    summary: 'Deals on which the signed page is silent, and the share of such deals in this quarter',
    replies: { 200: reviewsSchema },
    handle: async ({ context }) => ({ status: 200, body: await listReviews(context) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/disputes',
    capability: 'portal.read',
    operation: 'listOwnDisputes',
    summary: 'The disputes that the caller’s partner opened, newest first',
    query: list,
    replies: { 200: page },
    handle: async ({ context, query }) => ({ status: 200, body: await listOwnDisputes(context, query) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/portal/disputes',
    capability: 'portal.act',
    operation: 'openOwnDispute',
    summary: 'Dispute the credit of one of the caller’s deals',
    creates: true,
    body: z.object({
      opportunityId: idSchema,
      claim: text(4000),
      claimedClass: creditClassSchema.nullable().default(null),
      links,
    }),
    replies: { 201: opened },
    handle: async ({ context, body }) => ({ status: 201, body: await openOwnDispute(context, body) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/disputes/{ownDispute}',
    capability: 'portal.read',
    operation: 'readOwnDispute',
    summary: 'One dispute of the caller’s partner: what both sides said, the ruling and its reason',
    params: ownDisputePath,
    replies: { 200: disputeCaseSchema },
    handle: async ({ context, params }) => ({
      status: 200,
      body: await readOwnDispute(context, params.ownDispute),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/portal/disputes/{ownDispute}/statements',
    capability: 'portal.act',
    operation: 'speakAsPartner',
    summary: 'Add to a dispute of the caller’s partner, appeal its ruling, or take it back',
    creates: true,
    params: ownDisputePath,
    body: saying,
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body }) => {
      await speakAsPartner(context, params.ownDispute, body);
      return { status: 201, body: {} };
    },
  }),
];
