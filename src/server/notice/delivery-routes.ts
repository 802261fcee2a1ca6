import { z } from 'zod';
import { idSchema, nothingSchema } from '../access/schemas.ts';
import { pageQuery } from '../http/page.ts';
import { defineRoute } from '../http/route.ts';
import { listDeliveries, listOwnLetters, renewDelivery } from './deliveries.ts';
import { channelSchema, channelWishSchema, deliverySchema, testedSchema } from './schemas.ts';
import { readChannel, removeChannelOf, setChannel, testChannel } from './slack/channels.ts';

const ofPartner = z.object({ org: z.string(), partnerId: idSchema });
const listSchema = z.object({ items: z.array(deliverySchema), nextCursor: z.string().nullable() });

/** What left for whom and whether it arrived, and the channels of Slack. */
export const deliveryRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/deliveries',
    capability: 'delivery.work',
    operation: 'listDeliveries',
    summary: 'Letters and posts, newest first: to whom, what, and whether they arrived',
    query: z.object({ ...pageQuery, failed: z.enum(['true', 'false']).optional() }),
    replies: { 200: listSchema.extend({ failed: z.int() }) },
    handle: async ({ context, query }) => ({
      status: 200,
      body: await listDeliveries(context, { ...query, failed: query.failed === 'true' }),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/deliveries/{deliveryId}/renewal',
    capability: 'delivery.work',
    operation: 'renewDelivery',
    summary: 'Send again what failed or was left out',
    params: z.object({ org: z.string(), deliveryId: idSchema }),
    replies: { 200: nothingSchema },
    handle: async ({ context, params }) => {
      await renewDelivery(context, params.deliveryId);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/letters',
    capability: 'organization.read',
    operation: 'listOwnLetters',
    summary: 'The letters to the caller, newest first',
    query: z.object(pageQuery),
    replies: { 200: listSchema },
    handle: async ({ context, query }) => ({ status: 200, body: await listOwnLetters(context, query) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/letters',
    capability: 'portal.read',
    operation: 'listOwnPortalLetters',
    summary: 'The letters to the caller as one of a partner’s people, newest first',
    query: z.object(pageQuery),
    replies: { 200: listSchema },
    handle: async ({ context, query }) => ({ status: 200, body: await listOwnLetters(context, query) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/slack-channel',
    capability: 'organization.change',
    operation: 'readProgramChannel',
    summary: 'The Slack channel of the program, if there is one',
    replies: { 200: channelSchema },
    handle: async ({ context }) => ({ status: 200, body: { channel: await readChannel(context, null) } }),
  }),
  defineRoute({
    method: 'PUT',
    path: '/o/{org}/slack-channel',
    capability: 'organization.change',
    operation: 'setProgramChannel',
    summary: 'Set the Slack channel of the program: an incoming webhook, and what is posted',
    body: channelWishSchema,
    replies: { 200: nothingSchema },
    handle: async ({ context, services, body }) => {
      await setChannel(context, services.delivery, null, body);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/slack-channel/test',
    capability: 'organization.change',
    operation: 'testProgramChannel',
    summary: 'Post a test to the Slack channel of the program',
    perMinute: 20,
    replies: { 200: testedSchema },
    handle: async ({ context, services }) => ({
      status: 200,
      body: await testChannel(context, services.delivery, null),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/partners/{partnerId}/slack-channel',
    capability: 'partner.change',
    operation: 'readPartnerChannel',
    summary: 'The Slack channel of a partner, if there is one',
    params: ofPartner,
    replies: { 200: channelSchema },
    handle: async ({ context, params }) => ({
      status: 200,
      body: { channel: await readChannel(context, params.partnerId) },
    }),
  }),
  defineRoute({
    method: 'PUT',
    path: '/o/{org}/partners/{partnerId}/slack-channel',
    capability: 'partner.change',
    operation: 'setPartnerChannel',
    summary: 'Set the Slack channel of a partner: only what its own people are told is posted there',
    params: ofPartner,
    body: channelWishSchema,
    replies: { 200: nothingSchema },
    handle: async ({ context, services, params, body }) => {
      await setChannel(context, services.delivery, params.partnerId, body);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/partners/{partnerId}/slack-channel/test',
    capability: 'partner.change',
    operation: 'testPartnerChannel',
    summary: 'Post a test to the Slack channel of a partner',
    perMinute: 20,
    params: ofPartner,
    replies: { 200: testedSchema },
    handle: async ({ context, services, params }) => ({
      status: 200,
      body: await testChannel(context, services.delivery, params.partnerId),
    }),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/o/{org}/slack-channel',
    capability: 'organization.change',
    operation: 'removeProgramChannel',
    summary: 'Take the Slack channel of the program away',
    replies: { 200: nothingSchema },
    handle: async ({ context }) => {
      await removeChannelOf(context, null);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/o/{org}/partners/{partnerId}/slack-channel',
    capability: 'partner.change',
    operation: 'removePartnerChannel',
    summary: 'Take the Slack channel of a partner away',
    params: ofPartner,
    replies: { 200: nothingSchema },
    handle: async ({ context, params }) => {
      await removeChannelOf(context, params.partnerId);
      return { status: 200, body: {} };
    },
  }),
];
