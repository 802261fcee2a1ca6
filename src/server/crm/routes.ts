import { Readable } from 'node:stream';
import { z } from 'zod';
import { crmDifferences } from '#core/attribution/crm-check.ts';
import { idSchema } from '../access/schemas.ts';
import { openStoredFile } from '../file/read-file.ts';
import { pageQuery } from '../http/page.ts';
import { defineRoute } from '../http/route.ts';
import { counted } from '../import/read-through.ts';
import { notFound } from '../problem.ts';
import { checkExport } from './check-export.ts';
import { listChecks, listDifferences, readCheck } from './checks.ts';
import { crmExportFiles } from './export-files.ts';
import { readCrmMaps, setCrmMap } from './field-map.ts';
import { publicAddress } from './public-address.ts';
import {
  checkSchema,
  differenceSchema,
  exportSchema,
  mapSchema,
  shownMapSchema,
  systemSchema,
} from './schemas.ts';

const checkParams = z.object({ org: z.string(), checkId: idSchema });

/** A value as the schemas describe it: the same, only not read-only. */
function asJson<Wanted>(value: unknown): Wanted {
  return value as Wanted;
}

/** The credit's way into the CRM and the proof that it arrived. */
export const crmRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/crm/fields',
    capability: 'crm.work',
    operation: 'listCrmFields',
    summary: 'Which field of each CRM carries what',
    replies: { 200: z.object({ items: z.array(shownMapSchema) }) },
    handle: async ({ context }) => ({
      status: 200,
      body: asJson({ items: await readCrmMaps(context) }),
    }),
  }),
  defineRoute({
    method: 'PUT',
    path: '/o/{org}/crm/fields',
    capability: 'crm.work',
    operation: 'setCrmFields',
    summary: 'Say which field of a CRM carries what',
    body: mapSchema,
    replies: { 200: shownMapSchema },
    handle: async ({ context, body }) => ({ status: 200, body: asJson(await setCrmMap(context, body)) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/crm/export',
    capability: 'crm.work',
    operation: 'previewCrmExport',
    summary: 'What would go to a CRM: how many deals, in which fields, as which files',
    query: z.object({ system: systemSchema }),
    replies: { 200: exportSchema },
    handle: async ({ context, services, query }) => {
      const url = await publicAddress(context.ports, services.config);
      const { files, ...rest } = await crmExportFiles(context, services.crmFiles, query.system, url);
      const sizes = files.map(({ path, text }) => ({ path, bytes: Buffer.byteLength(text) }));
      return { status: 200, body: asJson({ ...rest, files: sizes }) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/crm/export/file',
    capability: 'crm.work',
    operation: 'downloadCrmExport',
    summary: 'One file of what goes to a CRM: the values by record id, or the definitions of fields',
    query: z.object({ system: systemSchema, path: z.string().max(200).default('README.md') }),
    replies: { 200: z.string() },
    handle: async ({ context, services, query }) => {
      const url = await publicAddress(context.ports, services.config);
      const { files } = await crmExportFiles(context, services.crmFiles, query.system, url);
      const file = files.find(({ path }) => path === query.path);
      if (!file) throw notFound('file of the export');
      const mediaType = file.path.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/octet-stream';
      const fileName = file.path.split('/').at(-1) ?? file.path;
      return { file: { fileName, mediaType, content: Readable.from([Buffer.from(file.text)]) } };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/crm/checks',
    capability: 'crm.work',
    operation: 'checkCrmExport',
    summary:
      'Compare an uploaded export of the CRM with the verdicts, and say whether the CRM can tag a deal',
    creates: true,
    perMinute: 30,
    body: z.object({
      fileId: idSchema,
      fileName: z.string().trim().min(1).max(200).optional(),
      system: systemSchema.optional().describe('Where the columns do not say whose export it is'),
    }),
    replies: { 201: z.object({ checkId: z.string() }) },
    handle: async ({ context, services, body }) => {
      const stored = await openStoredFile(context, body.fileId);
      const { file } = counted({ ...stored, name: body.fileName ?? stored.name });
      const publicUrl = await publicAddress(context.ports, services.config);
      const wanted = { system: body.system ?? null, publicUrl };
      const withHash = { ...file, sha256: stored.sha256 };
      const { checkId } = await checkExport(context, services.crmFiles, withHash, wanted);
      return { status: 201, body: { checkId } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/crm/checks',
    capability: 'crm.work',
    operation: 'listCrmChecks',
    summary: 'The checks of exports of the CRM, newest first',
    query: z.object(pageQuery),
    replies: { 200: z.object({ items: z.array(checkSchema), nextCursor: z.string().nullable() }) },
    handle: async ({ context, query }) => ({ status: 200, body: asJson(await listChecks(context, query)) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/crm/checks/{checkId}',
    capability: 'crm.work',
    operation: 'readCrmCheck',
    summary: 'One check: whether the CRM can tag a deal, and how many values arrived',
    params: checkParams,
    replies: { 200: checkSchema },
    handle: async ({ context, params }) => ({
      status: 200,
      body: asJson(await readCheck(context, params.checkId)),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/crm/checks/{checkId}/differences',
    capability: 'crm.work',
    operation: 'listCrmDifferences',
    summary: 'Every difference between what Tandem says and what the CRM holds, with the deal',
    params: checkParams,
    query: z.object({
      kind: z.enum(crmDifferences).optional(),
      cursor: z.coerce
        .number()
        .int()
        .min(1)
        .max(1_000_000)
        .optional()
        .describe('nextCursor of the page before'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    replies: { 200: z.object({ items: z.array(differenceSchema), nextCursor: z.int().nullable() }) },
    handle: async ({ context, params, query }) => ({
      status: 200,
      body: asJson(await listDifferences(context, params.checkId, query)),
    }),
  }),
];
