import { z } from 'zod';
import { nothingSchema } from '../access/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { logReading, readNotices } from './read-notices.ts';

const instant = z.coerce.number().int().min(0).max(8_640_000_000_000_000);

/** What people are told without asking. */
export const noticeRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/notices',
    capability: 'organization.read',
    operation: 'readNotices',
    summary: 'What the caller was told, newest first: whose credit changed, and why',
    query: z.object({
      cursor: instant.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(20),
    }),
    replies: {
      200: z.object({
        items: z.array(
          z.object({
            id: z.string(),
            kind: z.string(),
            sentence: z.string(),
            link: z.string(),
            madeAt: z.int(),
            isRead: z.boolean(),
          }),
        ),
        unread: z.int(),
        nextCursor: z.string().nullable(),
      }),
    },
    handle: async ({ context, query }) => ({ status: 200, body: await readNotices(context, query) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/notices/log-reading',
    capability: 'organization.read',
    operation: 'logReading',
    summary: 'Remember that the caller has read what they were told until a moment',
    body: z.object({ until: z.int().min(0).max(8_640_000_000_000_000) }),
    replies: { 200: nothingSchema },
    handle: async ({ context, body }) => {
      await logReading(context, body.until);
      return { status: 200, body: {} };
    },
  }),
];
