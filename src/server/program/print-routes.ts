import { Readable } from 'node:stream';
import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { printProgram } from './print/print-program.ts';
import { pageWordSchema } from './schemas.ts';

/** The program on paper. */
export const printRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/program/print',
    capability: 'organization.read',
    operation: 'printProgram',
    summary: 'A page of the program, or the whole blueprint, as a PDF',
    perMinute: 60,
    query: z.object({
      page: pageWordSchema.optional().describe('One page; without it the whole blueprint'),
      version: z.coerce
        .number()
        .int()
        .min(1)
        .max(1_000_000)
        .optional()
        .describe('One of its versions; without it the page as it stands'),
    }),
    replies: { 200: z.string().describe('application/pdf') },
    handle: async ({ context, query }) => {
      const what = { page: query.page ?? null, version: query.version ?? null };
      const { fileName, bytes } = await printProgram(context, what);
      return { file: { fileName, mediaType: 'application/pdf', content: Readable.from([bytes]) } };
    },
  }),
];
