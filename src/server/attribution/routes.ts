import { z } from 'zod';
import { idSchema, nothingSchema } from '../access/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { closeDispute, openDispute } from './dispute.ts';
import { explain } from './explain.ts';

const text = (longest: number) => z.string().trim().min(1).max(longest);
const partnerSchema = z.object({ id: z.string(), name: z.string() });

const explanationSchema = z
  .object({
    opportunity: z.object({ id: z.string(), number: z.int(), recordId: z.string(), name: z.string() }),
    credit: z.string(),
    coSold: z.boolean(),
    partner: partnerSchema.nullable(),
    sentence: z.string(),
    policyVersion: z.int(),
    isDraft: z.boolean(),
    lockOn: z.string().nullable(),
    reasons: z.array(z.object({ rule: z.string(), code: z.string(), holds: z.boolean(), fact: z.string() })),
    evidence: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['introduction', 'touch']),
        partnerId: z.string(),
        partner: z.string(),
        person: z.string().nullable(),
        occurredOn: z.string(),
        recordedOn: z.string(),
        what: z.string(),
        outcome: z.string().nullable(),
        links: z.array(z.string()),
        confirmed: z.boolean(),
        withdrawn: z.boolean(),
        counts: z.boolean(),
      }),
    ),
    openingBalance: z.object({ class: z.string(), partner: partnerSchema }).nullable(),
    disputes: z.array(
      z.object({
        id: z.string(),
        claim: z.string(),
        openedAt: z.int(),
        closedAt: z.int().nullable(),
        outcome: z.string().nullable(),
      }),
    ),
    history: z.array(
      z.object({
        class: z.string(),
        coSold: z.boolean(),
        partner: z.string().nullable(),
        policyVersion: z.int(),
        cause: z.string(),
        decidedAt: z.int(),
      }),
    ),
  })
  .meta({ id: 'CreditExplanation' });

/** Credit: why it is as it is, and the acts that it is decided from. */
export const attributionRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/opportunities/{opportunity}/credit',
    capability: 'opportunity.read',
    operation: 'explainCredit',
    summary: 'Who gets the credit of a deal, by which test, on which evidence',
    params: z.object({ org: z.string(), opportunity: z.string().max(100) }),
    replies: { 200: explanationSchema },
    handle: async ({ context, params }) => {
      const { disputes, reasons, evidence, history, ...told } = await explain(context, params.opportunity);
      return {
        status: 200,
        body: {
          ...told,
          reasons: [...reasons],
          history: [...history],
          evidence: evidence.map((one) => ({ ...one, links: [...one.links] })),
          disputes: disputes.map((one) => ({
            id: one.dispute_id,
            claim: one.claim,
            openedAt: one.opened_at,
            closedAt: one.closed_at,
            outcome: one.outcome,
          })),
        },
      };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/disputes',
    capability: 'dispute.open',
    operation: 'openDispute',
    summary: 'Flag the credit of a deal as disputed',
    creates: true,
    body: z.object({ opportunityId: idSchema, claim: text(4000) }),
    replies: { 201: z.object({ disputeId: z.string() }) },
    handle: async ({ context, body }) => ({
      status: 201,
      body: await openDispute(context, body.opportunityId, body.claim),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/disputes/{disputeId}/closing',
    capability: 'ruling.write',
    operation: 'closeDispute',
    summary: 'Close a dispute with its outcome in words',
    creates: true,
    params: z.object({ org: z.string(), disputeId: idSchema }),
    body: z.object({ outcome: text(4000) }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body }) => {
      await closeDispute(context, params.disputeId, body.outcome);
      return { status: 201, body: {} };
    },
  }),
];
