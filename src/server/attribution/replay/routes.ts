import { Readable } from 'node:stream';
import { z } from 'zod';
import { idSchema } from '../../access/schemas.ts';
import { defineRoute } from '../../http/route.ts';
import { csvLine } from '../../import/safe-cell.ts';
import { listReplays, readReplay, requestReplay } from './replays.ts';

const partnerSchema = z.object({ id: z.string(), name: z.string() });
const verdict = z.object({ class: z.string(), coSold: z.boolean(), partner: partnerSchema.nullable() });
const byClass = z.record(z.string(), z.int());
const summary = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  progress: z.object({ done: z.int(), all: z.int() }).nullable(),
  baseVersion: z.int(),
  fromOn: z.string(),
  toOn: z.string(),
  by: z.string(),
  requestedAt: z.int(),
});
const whole = summary
  .extend({
    result: z
      .object({
        deals: z.int(),
        movedDeals: z.int(),
        payBeforeMinor: z.int(),
        payAfterMinor: z.int(),
        flows: z.array(z.object({ from: z.string(), to: z.string(), deals: z.int(), amountMinor: z.int() })),
        partners: z.array(
          z.object({
            partner: partnerSchema,
            before: byClass,
            after: byClass,
            sourcedMinorBefore: z.int(),
            sourcedMinorAfter: z.int(),
          }),
        ),
        moved: z.array(
          z.object({
            opportunityId: z.string(),
            number: z.int(),
            name: z.string(),
            createdOn: z.string(),
            amountMinor: z.int().nullable(),
            before: verdict,
            after: verdict,
            reasons: z.array(z.string()),
          }),
        ),
      })
      .nullable(),
  })
  .meta({ id: 'CreditReplay' });
const params = z.object({ org: z.string(), replayId: idSchema });

/** What past deals would have been under another page. */
export const replayRoutes = [
  defineRoute({
    method: 'POST',
    path: '/o/{org}/credit/replays',
    capability: 'replay.run',
    operation: 'requestReplay',
    summary: 'Ask what the last four quarters would have been under an attribution page',
    creates: true,
    body: z.object({ page: z.record(z.string(), z.unknown()) }),
    replies: { 201: z.object({ replayId: z.string() }) },
    handle: async ({ context, body }) => ({ status: 201, body: await requestReplay(context, body.page) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/credit/replays',
    capability: 'replay.run',
    operation: 'listReplays',
    summary: 'The latest replays',
    replies: { 200: z.object({ items: z.array(summary) }) },
    handle: async ({ context }) => ({ status: 200, body: { items: await listReplays(context) } }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/credit/replays/{replayId}',
    capability: 'replay.run',
    operation: 'readReplay',
    summary:
      'One replay: how far it has come, or which deals change class, who gains and loses, what it costs',
    params,
    replies: { 200: whole },
    handle: async ({ context, params }) => ({
      status: 200,
      body: await readReplay(context, params.replayId),
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
    handle: async ({ context, params }) => {
      const { result } = await readReplay(context, params.replayId);
      const head = ['Deal', 'Name', 'Created', 'Amount in minor units', 'Before', 'Partner before'];
      const lines = [
        csvLine([...head, 'After', 'Partner after', 'Why']),
        ...(result?.moved ?? []).map((one) =>
          csvLine([
            String(one.number),
            one.name,
            one.createdOn,
            String(one.amountMinor ?? ''),
            one.before.class,
            one.before.partner?.name ?? '',
            one.after.class,
            one.after.partner?.name ?? '',
            one.reasons.join(' '),
          ]),
        ),
      ];
      const content = Readable.from([lines.join('')]);
      return { file: { fileName: 'replay.csv', mediaType: 'text/csv; charset=utf-8', content } };
    },
  }),
];
