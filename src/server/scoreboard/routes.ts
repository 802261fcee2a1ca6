import { z } from 'zod';
import { dateSchema } from '../access/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { figureRows } from './figure-rows.ts';
import { logOpening } from './log-opening.ts';
import { figureRowsSchema, scoreboardSchema } from './schemas.ts';
import { scoreboard } from './scoreboard.ts';

const asOf = dateSchema.optional().describe('Everything as known at the end of that day; today if left out');

/** The CRO's weekly screen, the rows behind each of its figures, and who looked at it. */
export const scoreboardRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/scoreboard',
    capability: 'scoreboard.read',
    operation: 'getScoreboard',
    summary: 'Every figure of the scoreboard, as of today or of a past day',
    query: z.object({ asOf }),
    replies: { 200: scoreboardSchema },
    handle: async ({ context, query }) => ({ status: 200, body: await scoreboard(context, query) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/scoreboard/rows',
    capability: 'scoreboard.read',
    operation: 'listFigureRows',
    summary: 'The rows behind a figure; their contributions sum to it',
    query: z.object({
      figure: z.string().max(100).describe('A figure key of the scoreboard'),
      asOf,
      cursor: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
    replies: { 200: figureRowsSchema },
    handle: async ({ context, query }) => ({ status: 200, body: await figureRows(context, query) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/scoreboard/openings',
    capability: 'scoreboard.read',
    operation: 'logScoreboardOpening',
    summary: 'Logs that the CRO or the CEO opened the scoreboard, once a day',
    creates: true,
    replies: { 200: z.object({ logged: z.boolean() }) },
    handle: async ({ context }) => ({ status: 200, body: await logOpening(context) }),
  }),
];
