import { z } from 'zod';
import { touchActions } from '#core/attribution/facts.ts';
import { partnerRoles } from '#core/attribution/policy.ts';
import { idSchema, nothingSchema } from '../access/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { closeDispute, openDispute } from './dispute.ts';
import { explain } from './explain.ts';
import { recordIntroduction } from './record-introduction.ts';
import { confirmTouch, recordTouch } from './record-touch.ts';
import { recordVendorContact } from './record-vendor-contact.ts';
import { withdrawFact } from './withdraw-fact.ts';

const evidenceSchema = z
  .array(z.string().trim().min(1).max(2000))
  .max(20)
  .describe('Links to what proves it');
// The last moment that JavaScript and PostgreSQL can both tell.
const instant = z.int().min(0).max(8_640_000_000_000_000).describe('Epoch milliseconds');
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
    path: '/o/{org}/introductions',
    capability: 'touch.record',
    operation: 'recordIntroduction',
    summary: 'Record that a partner introduced us to an account or a deal',
    creates: true,
    body: z.object({
      partnerId: idSchema,
      partnerPersonId: idSchema.nullable().default(null),
      accountId: idSchema.nullable().default(null),
      opportunityId: idSchema.nullable().default(null),
      product: text(200).nullable().default(null),
      occurredAt: instant,
      evidence: evidenceSchema,
      note: text(2000).nullable().default(null),
    }),
    replies: { 201: z.object({ introductionId: z.string() }) },
    handle: async ({ context, body }) => ({ status: 201, body: await recordIntroduction(context, body) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/touches',
    capability: 'touch.record',
    operation: 'recordTouch',
    summary: 'Record what a partner person did on a deal; it counts once it is confirmed',
    creates: true,
    body: z.object({
      opportunityId: idSchema,
      partnerId: idSchema,
      partnerPersonId: idSchema,
      internalOwner: text(200),
      role: z.enum(partnerRoles),
      action: z.enum(touchActions),
      stageOrder: z.int().min(0).max(100).nullable().default(null),
      outcome: text(2000).nullable().default(null),
      evidence: evidenceSchema,
      occurredAt: instant,
    }),
    replies: { 201: z.object({ touchId: z.string() }) },
    handle: async ({ context, body }) => ({ status: 201, body: await recordTouch(context, body) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/touches/{touchId}/confirmation',
    capability: 'touch.record',
    operation: 'confirmTouch',
    summary: 'Confirm a touch by name',
    creates: true,
    params: z.object({ org: z.string(), touchId: idSchema }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params }) => {
      await confirmTouch(context, params.touchId);
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/vendor-contacts',
    capability: 'touch.record',
    operation: 'recordVendorContact',
    summary: 'Record a meeting or outbound message of our own at an account',
    creates: true,
    body: z.object({ accountId: idSchema, kind: z.enum(['meeting', 'outbound']), occurredAt: instant }),
    replies: { 201: z.object({ vendorContactId: z.string() }) },
    handle: async ({ context, body }) => ({ status: 201, body: await recordVendorContact(context, body) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/withdrawals',
    capability: 'touch.record',
    operation: 'withdrawFact',
    summary: 'Say that a fact was wrong, and why; it stays and counts no longer',
    creates: true,
    body: z.object({
      kind: z.enum(['introduction', 'touch', 'vendor_contact']),
      factId: idSchema,
      reason: text(2000),
    }),
    replies: { 201: nothingSchema },
    handle: async ({ context, body }) => {
      await withdrawFact(context, body.kind, body.factId, body.reason);
      return { status: 201, body: {} };
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
