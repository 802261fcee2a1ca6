import { Readable } from 'node:stream';
import { z } from 'zod';
import { programJsonSchema } from '#core/blueprint/json-schema.ts';
import { defineRoute } from '../http/route.ts';
import { pageWordSchema } from './schemas.ts';
import { checkText } from './text/check-text.ts';
import { importText } from './text/import-text.ts';
import { programText } from './text/program-text.ts';
import { largestText } from './text/yaml-text.ts';

const textBody = z.object({ text: z.string().max(largestText).describe('The program as YAML') });

const differenceSchema = z
  .object({
    section: z.string(),
    label: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    kind: z.enum(['changed', 'added', 'removed']),
  })
  .meta({ id: 'PageDifference' });

const findingSchema = z.object({
  rule: z.string(),
  code: z.string(),
  severity: z.enum(['blocking', 'advisory']),
  path: z.string(),
  sentence: z.string(),
});

/** The program as text: out, checked, in; and the schema that an editor completes it by. */
export const textRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/program/text',
    capability: 'organization.read',
    operation: 'getProgramText',
    summary: 'The whole program as text (YAML), as people wrote it last',
    query: z.object({ format: z.enum(['json', 'yaml']).default('json').describe('yaml: the file itself') }),
    replies: {
      200: z.object({
        text: z.string(),
        as: z
          .record(pageWordSchema, z.enum(['draft', 'proposed', 'signed', 'in_force', 'defaults']))
          .describe('What of each page the text shows'),
      }),
    },
    handle: async ({ context, query }) => {
      const { text, as } = await programText(context);
      if (query.format === 'json') return { status: 200, body: { text, as } };
      const content = Readable.from([text]);
      return { file: { fileName: 'program.yaml', mediaType: 'application/yaml; charset=utf-8', content } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/program/schema',
    capability: 'organization.read',
    operation: 'getProgramSchema',
    summary: 'The JSON Schema of the program as text, for editors',
    replies: { 200: z.record(z.string(), z.unknown()) },
    handle: async () => ({ status: 200, body: programJsonSchema() }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/program/text/check',
    capability: 'organization.read',
    operation: 'previewProgramText',
    summary: 'What an import of a text would change, and which checks would not hold; changes nothing',
    body: textBody,
    replies: {
      200: z.object({
        pages: z.array(
          z.object({
            word: pageWordSchema,
            title: z.string(),
            differences: z.array(differenceSchema),
            findings: z.array(findingSchema),
          }),
        ),
      }),
    },
    handle: async ({ context, body }) => {
      const { pages } = await checkText(context, body.text);
      return {
        status: 200,
        body: {
          pages: pages.map((page) => ({
            ...page,
            differences: [...page.differences],
            findings: [...page.findings],
          })),
        },
      };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/program/text',
    capability: 'program.edit',
    operation: 'importProgramText',
    summary: 'Make the pages of a text the drafts of the program, all or none',
    creates: true,
    body: textBody,
    replies: {
      201: z.object({
        pages: z.array(
          z.object({ word: pageWordSchema, revision: z.int(), differences: z.array(differenceSchema) }),
        ),
      }),
    },
    handle: async ({ context, body }) => {
      const { pages } = await importText(context, body.text);
      return {
        status: 201,
        body: { pages: pages.map((page) => ({ ...page, differences: [...page.differences] })) },
      };
    },
  }),
];
