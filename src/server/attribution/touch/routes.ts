import { z } from 'zod';
import { touchActions } from '#core/attribution/facts.ts';
import { partnerRoles } from '#core/attribution/policy.ts';
import { idSchema, nothingSchema } from '../../access/schemas.ts';
import { defineRoute } from '../../http/route.ts';
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

/** What partners and we ourselves did on a deal, written down. */
export const touchRoutes = [
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
];
