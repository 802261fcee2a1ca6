import { z } from 'zod';
import { creditFields } from '#core/attribution/audit/credit-completeness.ts';
import { creditClasses } from '#core/attribution/credit-class.ts';
import type { LocalDate } from '#core/calendar.ts';
import { idSchema, nothingSchema } from '../../access/schemas.ts';
import { defineRoute } from '../../http/route.ts';
import { drawMonth } from './draw-month.ts';
import { findItem } from './find-item.ts';
import { listSamples, readSample } from './read-audit.ts';
import { listNamedWithoutAct, readCompleteness } from './read-lists.ts';

const count = z.int();
const monthSchema = z
  .string()
  .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'a month as YYYY-MM')
  .describe('A month, as 2026-03');
const dayOf = (month: string) => `${month}-01` as LocalDate;
const limits = z.object({ target: z.number(), most: z.number() });
const verdictShape = {
  size: count,
  judged: count,
  errors: count,
  errorRate: z.number().nullable().describe('Errors over the deals that were judged so far'),
  isFinished: z.boolean(),
  standing: z.enum(['open', 'clean', 'above_target', 'too_many']),
  drawnBy: z.string(),
  drawnAt: z.number(),
};
const monthParams = z.object({ org: z.string(), month: monthSchema });

const item = z
  .object({
    opportunityId: z.string(),
    number: count,
    name: z.string(),
    account: z.string().nullable(),
    creditId: z.string(),
    class: z.enum(creditClasses),
    coSold: z.boolean(),
    partner: z.string().nullable(),
    sentence: z.string(),
    policyVersion: count,
    lockOn: z.string().nullable(),
    decidedAt: z.number(),
    hash: z.string().nullable(),
    reasons: z.array(
      z.object({
        rule: z.string(),
        code: z.string(),
        holds: z.boolean(),
        fact: z.string(),
        factId: z.string().nullable(),
        clause: z.string().nullable(),
      }),
    ),
    evidence: z.array(
      z.object({
        id: z.string(),
        what: z.string(),
        person: z.string().nullable(),
        occurredOn: z.string(),
        recordedOn: z.string(),
        outcome: z.string().nullable(),
        links: z.array(z.string()),
        earned: z.boolean().describe('The verdict names it'),
      }),
    ),
    finding: z
      .object({
        finding: z.enum(['sound', 'error']),
        note: z.string().nullable(),
        by: z.string(),
        at: z.number(),
      })
      .nullable(),
  })
  .meta({ id: 'AuditItem' });

/** The audit for Finance: the monthly sample, who is named without an act, and how complete credit is. */
export const auditSampleRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/credit-audit/samples',
    capability: 'scoreboard.read',
    operation: 'listAuditSamples',
    summary: 'The monthly samples with their error rates, and whether the figures are unaudited',
    replies: {
      200: z.object({
        unaudited: z.boolean(),
        limits,
        items: z.array(
          z.object({ month: z.string(), population: count, sample: z.object(verdictShape).nullable() }),
        ),
      }),
    },
    handle: async ({ context }) => ({ status: 200, body: await listSamples(context) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/credit-audit/samples',
    capability: 'audit_sample.work',
    operation: 'drawAuditSample',
    summary: 'Draw the sample of a month that is over, once; its seed follows from the deals',
    creates: true,
    body: z.object({ month: monthSchema }),
    replies: { 201: z.object({ size: count, population: count }) },
    handle: async ({ context, body }) => ({
      status: 201,
      body: await drawMonth(context, dayOf(body.month)),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/credit-audit/samples/{month}',
    capability: 'scoreboard.read',
    operation: 'readAuditSample',
    summary: 'A sample to be worked through, and whether drawing it again gives the same deals',
    params: monthParams,
    replies: {
      200: z.object({
        month: z.string(),
        ...verdictShape,
        limits,
        draw: z.object({
          seed: z.string(),
          population: count,
          populationHash: z.string(),
          seedAgrees: z.boolean(),
          dealsAgree: z.boolean(),
        }),
        items: z.array(item),
      }),
    },
    handle: async ({ context, params }) => ({
      status: 200,
      body: await readSample(context, dayOf(params.month)),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/credit-audit/samples/{month}/deals/{findingDealId}/findings',
    capability: 'audit_sample.work',
    operation: 'findAuditItem',
    summary: 'Write whether the credit of a deal in the sample is sound or an error',
    creates: true,
    params: z.object({ org: z.string(), month: monthSchema, findingDealId: idSchema }),
    body: z.object({
      finding: z.enum(['sound', 'error']),
      note: z.string().trim().max(2000).nullable().default(null),
    }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body }) => {
      await findItem(context, dayOf(params.month), params.findingDealId, body);
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/credit-audit/named-without-act',
    capability: 'opportunity.read',
    operation: 'listNamedWithoutAct',
    summary: 'Partners that a deal names without one confirmed act',
    replies: {
      200: z.object({
        week: z.string(),
        total: count,
        new: count,
        items: z.array(
          z.object({
            opportunityId: z.string(),
            partnerId: z.string(),
            since: z.string(),
            isNew: z.boolean(),
            by: z.array(z.enum(['crm', 'claim'])),
            partner: z.string(),
            number: count,
            name: z.string(),
            outcome: z.enum(['open', 'won', 'lost', 'unknown']),
            owner: z.string().nullable(),
          }),
        ),
      }),
    },
    handle: async ({ context }) => ({ status: 200, body: await listNamedWithoutAct(context) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/credit-audit/completeness',
    capability: 'opportunity.read',
    operation: 'readCreditCompleteness',
    summary: 'Which fields of the credit each partner deal has, and which are missing',
    replies: {
      200: z.object({
        deals: count,
        complete: count,
        share: z.number().nullable(),
        target: z.number(),
        byField: z.array(z.object({ field: z.enum(creditFields), missing: count })),
        incomplete: z.array(
          z.object({
            opportunityId: z.string(),
            number: count,
            name: z.string(),
            missing: z.array(z.enum(creditFields)),
          }),
        ),
      }),
    },
    handle: async ({ context }) => ({ status: 200, body: await readCompleteness(context) }),
  }),
];
