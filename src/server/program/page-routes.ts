import { z } from 'zod';
import type { LocalDate } from '#core/calendar.ts';
import { dateSchema, nothingSchema } from '../access/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { discardDraft } from './discard-draft.ts';
import { proposePage } from './propose-page.ts';
import { readProgram } from './read-program.ts';
import { saveDraft } from './save-draft.ts';
import { bodySchema, pageWordSchema, programSchema } from './schemas.ts';
import { setClock } from './set-clock.ts';

const pageParams = z.object({ org: z.string(), word: pageWordSchema });
// As large as the database's integer.
const revision = z.int().min(0).max(2_147_483_647);

/** The program and the drafts of its pages. */
export const pageRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/program',
    capability: 'organization.read',
    operation: 'getProgram',
    summary: 'The program as it stands today: its clock, its pages and its seats',
    replies: { 200: programSchema },
    handle: async ({ context }) => {
      const { pages, seats, ...rest } = await readProgram(context);
      return {
        status: 200,
        body: {
          ...rest,
          seats,
          pages: pages.map((page) => ({
            ...page,
            seats: [...page.seats],
            draft: page.draft && { ...page.draft, confirmed: [...page.draft.confirmed] },
            proposed: page.proposed && {
              ...page.proposed,
              missing: [...page.proposed.missing],
              signatures: [...page.proposed.signatures],
            },
          })),
        },
      };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/o/{org}/program/clock',
    capability: 'program.edit',
    operation: 'setProgramClock',
    summary: 'Set the kickoff date, and whether the program is new or runs already',
    body: z.object({ kickoffOn: dateSchema.nullable(), mode: z.enum(['new', 'running']) }),
    replies: { 200: nothingSchema },
    handle: async ({ context, body }) => {
      await setClock(context, { kickoffOn: body.kickoffOn as LocalDate | null, mode: body.mode });
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/o/{org}/program/pages/{word}/draft',
    capability: 'program.edit',
    operation: 'saveDraft',
    summary: 'Save the draft of a page; whoever saves has seen its latest revision',
    params: pageParams,
    body: z.object({
      body: bodySchema,
      confirmed: z.array(z.string().max(200)).max(1000).default([]),
      revision: revision.describe('The revision that was seen; 0 where there was no draft'),
    }),
    replies: { 200: z.object({ revision: z.int() }) },
    handle: async ({ context, params, body }) => ({
      status: 200,
      body: await saveDraft(context, params.word, { ...body, body: body.body }),
    }),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/o/{org}/program/pages/{word}/draft',
    capability: 'program.edit',
    operation: 'discardDraft',
    summary: 'Throw the draft of a page away',
    params: pageParams,
    query: z.object({ revision: z.coerce.number().pipe(revision).optional() }),
    replies: { 200: nothingSchema },
    handle: async ({ context, params, query }) => {
      await discardDraft(context, params.word, query.revision ?? null);
      return { status: 200, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/program/pages/{word}/proposals',
    capability: 'program.edit',
    operation: 'proposePage',
    summary: 'Propose the draft of a page as its next version',
    creates: true,
    params: pageParams,
    body: z.object({ revision, inForceFrom: dateSchema.nullable().default(null) }),
    replies: { 201: z.object({ version: z.int(), inForceFrom: z.string() }) },
    handle: async ({ context, params, body }) => ({
      status: 201,
      body: await proposePage(context, params.word, {
        revision: body.revision,
        inForceFrom: body.inForceFrom as LocalDate | null,
      }),
    }),
  }),
];
