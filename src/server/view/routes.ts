import { z } from 'zod';
import { idSchema, nothingSchema } from '../access/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { listViews, removeView, saveView, viewPages } from './views.ts';

const pageSchema = z.enum(viewPages);

/** Saved views of lists. */
export const viewRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/views',
    capability: 'organization.read',
    operation: 'listViews',
    summary: 'Saved views of a page: one’s own and the shared ones',
    query: z.object({ page: pageSchema }),
    replies: {
      200: z.object({
        items: z.array(
          z.object({
            viewId: z.string(),
            name: z.string(),
            query: z.string(),
            shared: z.boolean(),
            isMine: z.boolean(),
          }),
        ),
      }),
    },
    handle: async ({ context, query }) => ({
      status: 200,
      body: { items: await listViews(context, query.page) },
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/views',
    capability: 'view.save',
    operation: 'saveView',
    summary: 'Save the address of a list under a name',
    creates: true,
    body: z.object({
      page: pageSchema,
      name: z.string().trim().min(1).max(100),
      query: z.string().max(2000),
      shared: z.boolean().default(false),
    }),
    replies: { 201: z.object({ viewId: z.string() }) },
    handle: async ({ context, body }) => ({ status: 201, body: await saveView(context, body) }),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/o/{org}/views/{viewId}',
    capability: 'view.save',
    operation: 'removeView',
    summary: 'Remove a view of one’s own',
    params: z.object({ org: z.string(), viewId: idSchema }),
    replies: { 200: nothingSchema },
    handle: async ({ context, params }) => {
      await removeView(context, params.viewId);
      return { status: 200, body: {} };
    },
  }),
];
