import { z } from 'zod';
import { defineRoute } from '../../http/route.ts';
import { gateKey } from '../../program/watch/watch-schemas.ts';
import { readPortalOpening } from './opening.ts';

/** Whether the portal is open, for the desk. The people of partners learn it by coming in. */
export const portalOpeningRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal-opening',
    capability: 'organization.read',
    operation: 'readPortalOpening',
    summary: 'Whether people of partners can be invited into the portal; if not, what gate G5 still lacks',
    replies: {
      200: z.discriminatedUnion('state', [
        z.object({
          state: z.literal('open'),
          openedAt: z.int().nullable().describe('When the first was let through; null: not yet'),
          byOverride: z.boolean().describe('It closes when the override of the gate is taken back'),
        }),
        z.object({
          state: z.literal('closed'),
          gate: z.object({ key: gateKey, name: z.string(), title: z.string() }),
          missing: z.array(z.string()).describe('Of earlier gates that are closed first'),
        }),
      ]),
    },
    handle: async ({ context }) => {
      const opening = await readPortalOpening(context);
      return {
        status: 200,
        body: opening.state === 'open' ? opening : { ...opening, missing: [...opening.missing] },
      };
    },
  }),
];
