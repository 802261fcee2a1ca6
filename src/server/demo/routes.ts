import { z } from 'zod';
import { nothingSchema } from '../access/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { demoSlug, demoState, removeDemo, startDemo } from './demo.ts';

/** The demo company: an organization of its own beside the real ones. */
export const demoRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/demo',
    capability: 'demo.change',
    operation: 'getDemo',
    summary: 'Whether the demo company is loaded, and under which name',
    replies: { 200: z.object({ state: z.enum(['none', 'loading', 'ready']), org: z.string() }) },
    handle: async ({ context }) => ({
      status: 200,
      body: { state: await demoState(context.ports), org: demoSlug },
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/demo',
    capability: 'demo.change',
    operation: 'loadDemo',
    summary: 'Load the demo company in the background; about a minute',
    creates: true,
    replies: { 202: nothingSchema },
    handle: async ({ context }) => {
      await startDemo(context);
      return { status: 202, body: {} };
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/o/{org}/demo',
    capability: 'demo.change',
    operation: 'removeDemo',
    summary: 'Remove the demo company whole',
    replies: { 200: z.object({ removed: z.boolean() }) },
    handle: async ({ context }) => ({ status: 200, body: { removed: await removeDemo(context.ports) } }),
  }),
];
