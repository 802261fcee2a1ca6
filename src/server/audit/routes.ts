import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { listTrail } from './list-trail.ts';
import { exportCheckpoint, verifyChain } from './verify.ts';

export const auditRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/audit',
    capability: 'audit.read',
    operation: 'listAudit',
    summary: 'Who did what, newest first',
    query: z.object({
      cursor: z
        .string()
        .regex(/^\d{1,15}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    replies: {
      200: z.object({
        items: z.array(
          z.object({
            seq: z.int(),
            at: z.int(),
            actorKind: z.string(),
            actorId: z.string(),
            actorName: z.string().nullable(),
            action: z.string(),
            entityId: z.string().nullable(),
            before: z.unknown(),
            after: z.unknown(),
            bulkCount: z.int().nullable(),
            hash: z.string(),
          }),
        ),
        nextCursor: z.string().nullable(),
      }),
    },
    handle: async ({ context, query }) => ({ status: 200, body: await listTrail(context, query) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/audit/checkpoint',
    capability: 'audit.read',
    operation: 'getAuditCheckpoint',
    summary: 'The head of the trail, to keep elsewhere, after walking the whole chain',
    replies: {
      200: z.object({
        org: z.string(),
        seq: z.int(),
        hash: z.string(),
        verified: z.boolean(),
        detail: z.string().nullable(),
      }),
    },
    handle: async ({ context }) => {
      const { pool } = context.ports;
      const report = await verifyChain(pool, context.organization.orgId);
      const checkpoint = await exportCheckpoint(pool, context.organization.orgId);
      return {
        status: 200,
        body: { ...checkpoint, verified: report.ok, detail: report.ok ? null : report.detail },
      };
    },
  }),
];
