import { z } from 'zod';
import { idSchema } from '../access/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { getImport, listImports } from './list-imports.ts';
import { listRejects } from './list-rejects.ts';
import { getDraft, openDraft } from './open-draft.ts';
import { acceptOpeningBalance, getOpeningBalance } from './opening-balance.ts';
import { partnerPreview } from './partner-preview.ts';
import { rejectsFile } from './rejects-file.ts';
import {
  acceptanceSchema,
  candidateSchema,
  draftSchema,
  fileChoiceSchema,
  importSchema,
  kindSchema,
  mappingSchema,
  openingBalanceSchema,
  pageSchema,
  rejectSchema,
} from './schemas.ts';
import { setMapping } from './set-mapping.ts';
import { startRun } from './start-run.ts';
import { withdrawImport } from './withdraw-import.ts';

const draftParams = z.object({ org: z.string(), draftId: idSchema });
const importParams = z.object({ org: z.string(), importId: idSchema });

type Writable<T> = T extends readonly (infer Item)[]
  ? Writable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T;

/** The schemas describe plain JSON; what verbs return is the same, only read-only. */
function asJson<T>(value: T): Writable<T> {
  return value as Writable<T>;
}

/** A file from its upload to its import and back: understand, map, try, commit, undo. */
export const importRoutes = [
  defineRoute({
    method: 'POST',
    path: '/o/{org}/import-drafts',
    capability: 'import.run',
    operation: 'openImportDraft',
    summary: 'Understand an uploaded file: its kind, a suggested or remembered mapping, what must be asked',
    creates: true,
    body: z.object({
      fileId: idSchema,
      source: z.string().trim().min(1).max(100).optional().describe('The system whose record ids these are'),
      kind: kindSchema.optional(),
      fileName: z.string().trim().min(1).max(200).optional().describe('Where it is not the stored one'),
      file: fileChoiceSchema.optional().describe('How to read the file, where it was read wrongly'),
      mapping: mappingSchema.optional(),
    }),
    replies: { 201: draftSchema },
    handle: async ({ context, services, body }) => ({
      status: 201,
      body: asJson(await openDraft(context, services.fileReader, body)),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/import-drafts/{draftId}',
    capability: 'import.read',
    operation: 'getImportDraft',
    summary: 'A draft as it stands, with the progress of a run',
    params: draftParams,
    replies: { 200: draftSchema },
    handle: async ({ context, params }) => ({
      status: 200,
      body: asJson(await getDraft(context, params.draftId)),
    }),
  }),
  defineRoute({
    method: 'PUT',
    path: '/o/{org}/import-drafts/{draftId}/mapping',
    capability: 'import.run',
    operation: 'setImportMapping',
    summary: 'Say which column is what, and what the stages mean',
    params: draftParams,
    body: z.object({ mapping: mappingSchema, source: z.string().trim().min(1).max(100).optional() }),
    replies: { 200: draftSchema },
    handle: async ({ context, services, params, body }) => ({
      status: 200,
      body: asJson(await setMapping(context, services.fileReader, params.draftId, body)),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/import-drafts/{draftId}/partner-preview',
    capability: 'import.read',
    operation: 'previewPartners',
    summary: 'Where partners may stand, and how many rows pasted names would match',
    params: draftParams,
    body: z.object({ names: z.array(z.string().trim().min(1).max(300)).max(5000).default([]) }),
    replies: { 200: z.object({ items: z.array(candidateSchema) }) },
    handle: async ({ context, services, params, body }) => ({
      status: 200,
      body: asJson({ items: await partnerPreview(context, services.fileReader, params.draftId, body.names) }),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/import-drafts/{draftId}/try',
    capability: 'import.run',
    operation: 'tryImport',
    summary: 'Start the dry run; the draft says how far it is and what it found',
    params: draftParams,
    replies: { 202: draftSchema },
    handle: async ({ context, params }) => ({
      status: 202,
      body: asJson(await startRun(context, params.draftId, { task: 'try' })),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/import-drafts/{draftId}/commit',
    capability: 'import.run',
    operation: 'commitImport',
    summary: 'Start the import of a tried draft: all of it or nothing',
    params: draftParams,
    body: z.object({
      leaveOutRejected: z.boolean().default(false).describe('Import the good rows without the rejected ones'),
    }),
    replies: { 202: draftSchema },
    handle: async ({ context, params, body }) => ({
      status: 202,
      body: asJson(await startRun(context, params.draftId, { task: 'commit', ...body })),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/import-drafts/{draftId}/rejects',
    capability: 'import.read',
    operation: 'listImportRejects',
    summary: 'Rejected rows with column, expected, found and repair, in file order',
    params: draftParams,
    query: pageSchema,
    replies: { 200: z.object({ items: z.array(rejectSchema), nextCursor: z.string().nullable() }) },
    handle: async ({ context, params, query }) => ({
      status: 200,
      body: asJson(await listRejects(context, params.draftId, query)),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/import-drafts/{draftId}/rejects.csv',
    capability: 'import.read',
    operation: 'downloadImportRejects',
    summary: 'Rejected rows as a CSV file to correct and import again',
    params: draftParams,
    replies: { 200: z.string().describe('text/csv') },
    handle: async ({ context, services, params }) => ({
      file: await rejectsFile(context, services.fileReader, params.draftId),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/imports',
    capability: 'import.read',
    operation: 'listImports',
    summary: 'What was imported, newest first',
    query: pageSchema.extend({
      cursor: z
        .string()
        .regex(/^\d{1,9}$/)
        .optional(),
    }),
    replies: { 200: z.object({ items: z.array(importSchema), nextCursor: z.string().nullable() }) },
    handle: async ({ context, query }) => ({ status: 200, body: asJson(await listImports(context, query)) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/imports/{importId}',
    capability: 'import.read',
    operation: 'getImport',
    summary: 'One import with its mapping and counts',
    params: importParams,
    replies: { 200: importSchema },
    handle: async ({ context, params }) => ({
      status: 200,
      body: asJson(await getImport(context, params.importId)),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/imports/{importId}/withdraw',
    capability: 'import.run',
    operation: 'withdrawImport',
    summary: 'Undo a whole import: everything is read anew from what still stands',
    params: importParams,
    replies: { 200: importSchema },
    handle: async ({ context, params }) => ({
      status: 200,
      body: asJson(await withdrawImport(context, params.importId)),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/opening-balance',
    capability: 'scoreboard.read',
    operation: 'getOpeningBalance',
    summary: 'What imports claim for partners without proof, and who accepted it',
    replies: { 200: openingBalanceSchema },
    handle: async ({ context }) => ({ status: 200, body: asJson(await getOpeningBalance(context)) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/opening-balance',
    capability: 'opening_balance.accept',
    operation: 'acceptOpeningBalance',
    summary: 'Accept the claims of the imports as they stand, in your own name and on today’s date',
    creates: true,
    replies: { 201: acceptanceSchema },
    handle: async ({ context }) => ({ status: 201, body: asJson(await acceptOpeningBalance(context)) }),
  }),
];
