import { Readable } from 'node:stream';
import { z } from 'zod';
import { creditClasses } from '#core/attribution/credit-class.ts';
import { dateSchema, idSchema } from '../../access/schemas.ts';
import { pageQuery } from '../../http/page.ts';
import { defineRoute } from '../../http/route.ts';
import { replayFile } from './replay-file.ts';
import { listMovedDeals, listReplays, readReplay } from './replays.ts';
import { requestReplay } from './request-replay.ts';
import { stopReplay } from './stop-replay.ts';

const creditClass = z.enum(creditClasses);
const partnerSchema = z.object({ id: z.string(), name: z.string() });
const verdict = z.object({ class: creditClass, coSold: z.boolean(), partner: partnerSchema.nullable() });
const byClass = z.record(creditClass, z.int());
const summary = z.object({
  id: z.string(),
  about: z.enum(['given', 'draft', 'proposed', 'then']).describe('The page in question, or a past day'),
  knownOn: z.string().nullable().describe('The past day of which the numbers are explained'),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'stopped']),
  progress: z.object({ done: z.int(), all: z.int() }).nullable(),
  baseVersion: z.int().describe('The version of the attribution page in force when it was asked'),
  fromOn: z.string(),
  toOn: z.string(),
  by: z.string(),
  requestedAt: z.int(),
  finishedAt: z.int().nullable(),
});
const partnerSide = z.object({ deals: byClass, sourcedMinor: z.int(), payMinor: z.int() });
const quarterSide = partnerSide.extend({ sourcedWonMinor: z.int() });
const whole = summary
  .extend({
    result: z
      .object({
        deals: z.int(),
        movedDeals: z.int(),
        payBeforeMinor: z.int(),
        payAfterMinor: z.int(),
        flows: z.array(
          z.object({ from: creditClass, to: creditClass, deals: z.int(), amountMinor: z.int() }),
        ),
        partners: z.array(z.object({ partner: partnerSchema, before: partnerSide, after: partnerSide })),
        quarters: z.array(
          z.object({ start: z.string(), label: z.string(), before: quarterSide, after: quarterSide }),
        ),
        changes: z.array(
          z.object({
            sentence: z.string(),
            alone: z.int().describe('Deals that move by this change alone'),
            together: z.int().describe('Deals that move by it only together with others'),
          }),
        ),
      })
      .nullable(),
  })
  .meta({ id: 'CreditReplay' });
const movedDeal = z
  .object({
    opportunityId: z.string(),
    number: z.int(),
    name: z.string(),
    createdOn: z.string(),
    isWon: z.boolean(),
    amountMinor: z.int().nullable(),
    before: verdict,
    after: verdict,
    reasons: z.array(z.string()),
    changes: z.array(z.string()),
  })
  .meta({ id: 'MovedDeal' });
const params = z.object({ org: z.string(), replayId: idSchema });
const wish = z.union([
  z.strictObject({ page: z.record(z.string(), z.unknown()) }),
  z.strictObject({ from: z.enum(['draft', 'proposed']) }),
  z.strictObject({ knownOn: dateSchema }),
]);

/** What past deals would have been under another page. */
export const replayRoutes = [
  defineRoute({
    method: 'POST',
    path: '/o/{org}/credit/replays',
    capability: 'replay.run',
    operation: 'requestReplay',
    summary:
      'Ask what the last four quarters would have been under an attribution page: one that is handed over, the draft or the proposed one. Or why the numbers of a past day read otherwise today',
    creates: true,
    body: wish,
    replies: { 201: z.object({ replayId: z.string() }) },
    handle: async ({ context, body }) => ({ status: 201, body: await requestReplay(context, body) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/credit/replays',
    capability: 'replay.run',
    operation: 'listReplays',
    summary: 'The replays, the latest first',
    query: z.object(pageQuery),
    replies: { 200: z.object({ items: z.array(summary), nextCursor: z.string().nullable() }) },
    handle: async ({ context, query }) => ({ status: 200, body: await listReplays(context, query) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/credit/replays/{replayId}',
    capability: 'replay.run',
    operation: 'readReplay',
    summary:
      'One replay: how far it has come, or how many deals change class, who gains and loses, what it costs',
    params,
    replies: { 200: whole },
    handle: async ({ context, params }) => ({
      status: 200,
      body: await readReplay(context, params.replayId),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/credit/replays/{replayId}/discard',
    capability: 'replay.run',
    operation: 'discardReplay',
    summary: 'Stop a replay that waits or runs',
    params,
    replies: { 200: z.object({ state: z.string() }) },
    handle: async ({ context, params }) => ({
      status: 200,
      body: await stopReplay(context, params.replayId),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/credit/replays/{replayId}/deals',
    capability: 'replay.run',
    operation: 'listMovedDeals',
    summary: 'The deals that change, with why and by which change of the page',
    params,
    query: z.object({
      from: creditClass.optional(),
      to: creditClass.optional(),
      partner: idSchema.optional(),
      cursor: z.coerce
        .number()
        .int()
        .min(1)
        .max(1_000_000)
        .optional()
        .describe('nextCursor of the page before'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    replies: { 200: z.object({ items: z.array(movedDeal), nextCursor: z.int().nullable() }) },
    handle: async ({ context, params, query }) => ({
      status: 200,
      body: await listMovedDeals(context, params.replayId, query),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/credit/replays/{replayId}/deals.csv',
    capability: 'replay.run',
    operation: 'exportReplay',
    summary: 'The deals that change, as a file',
    params,
    replies: { 200: z.string() },
    handle: async ({ context, params }) => ({
      file: {
        fileName: 'replay.csv',
        mediaType: 'text/csv; charset=utf-8',
        content: Readable.from(await replayFile(context, params.replayId)),
      },
    }),
  }),
];
