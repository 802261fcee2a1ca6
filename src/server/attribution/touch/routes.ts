import { z } from 'zod';
import { introductionSorts, touchActions } from '#core/attribution/facts.ts';
import { partnerRoles } from '#core/attribution/policy.ts';
import { dateSchema, idSchema, nothingSchema } from '../../access/schemas.ts';
import { defineRoute } from '../../http/route.ts';
import { confirmClaim, refuseClaim } from './answer-claim.ts';
import { acceptPlan, endPlan, recordCheckIn } from './cosell-plan.ts';
import { recordIntroduction } from './record-introduction.ts';
import { recordTouch } from './record-touch.ts';
import { recordVendorContact } from './record-vendor-contact.ts';
import { evidenceSchema, instant, keptTouchSchema, shownTouch, text } from './schemas.ts';
import { setDealKind } from './set-deal-kind.ts';
import { cosignWithdrawal, withdrawFact } from './withdraw-fact.ts';

const way = z.enum(['desk', 'api']).default('desk').describe('How it came in');
const touchParams = z.object({ org: z.string(), touchId: idSchema });
const introductionParams = z.object({ org: z.string(), introductionId: idSchema });
const refusal = z.object({ reason: text(2000).describe('Why not, in words that the partner reads') });

/** What partners and we ourselves did on a deal, written down, answered and withdrawn. */
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
      kind: z.enum(introductionSorts).default('introduction'),
      occurredAt: instant,
      buyerMeetingAt: instant.nullable().default(null),
      evidence: evidenceSchema,
      note: text(2000).nullable().default(null),
      way,
    }),
    replies: { 201: z.object({ introductionId: z.string() }) },
    handle: async ({ context, body: { way: by, ...act } }) => ({
      status: 201,
      body: await recordIntroduction(context, act, by),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/touches',
    capability: 'touch.record',
    operation: 'recordTouch',
    summary: 'Record what a partner person did on a deal or at an account; it counts once it is confirmed',
    creates: true,
    body: z.object({
      opportunityId: idSchema.nullable().default(null),
      accountId: idSchema.nullable().default(null).describe('The account, where there is no deal yet'),
      partnerId: idSchema,
      partnerPersonId: idSchema,
      internalOwner: text(200),
      role: z.enum(partnerRoles),
      action: z.enum(touchActions),
      stageOrder: z
        .int()
        .min(0)
        .max(100)
        .nullable()
        .default(null)
        .describe('The stage then; left out, the history of the deal says it'),
      outcome: text(2000).nullable().default(null),
      evidence: evidenceSchema,
      occurredAt: instant,
      confirmed: z.boolean().default(false).describe('You were there and confirm it in the same breath'),
      way,
    }),
    replies: { 201: keptTouchSchema },
    handle: async ({ context, body: { way: by, confirmed, ...act } }) => ({
      status: 201,
      body: shownTouch(await recordTouch(context, act, { way: by, isConfirmed: confirmed })),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/touches/{touchId}/confirmation',
    capability: 'touch.record',
    operation: 'confirmTouch',
    summary: 'Confirm a touch by name',
    creates: true,
    params: touchParams,
    replies: { 201: nothingSchema },
    handle: async ({ context, params }) => {
      await confirmClaim(context, 'touch', params.touchId);
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/touches/{touchId}/refusal',
    capability: 'touch.record',
    operation: 'refuseTouch',
    summary: 'Refuse a touch that is claimed, with a reason',
    creates: true,
    params: touchParams,
    body: refusal,
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body }) => {
      await refuseClaim(context, 'touch', params.touchId, body.reason);
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/introductions/{introductionId}/confirmation',
    capability: 'touch.record',
    operation: 'confirmIntroduction',
    summary: 'Confirm an introduction that a partner claims',
    creates: true,
    params: introductionParams,
    replies: { 201: nothingSchema },
    handle: async ({ context, params }) => {
      await confirmClaim(context, 'introduction', params.introductionId);
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/introductions/{introductionId}/refusal',
    capability: 'touch.record',
    operation: 'refuseIntroduction',
    summary: 'Refuse an introduction that a partner claims, with a reason',
    creates: true,
    params: introductionParams,
    body: refusal,
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body }) => {
      await refuseClaim(context, 'introduction', params.introductionId, body.reason);
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
    summary: 'Say that a fact was wrong, and why; an introduction counts until a second person signs too',
    creates: true,
    body: z.object({
      kind: z.enum(['introduction', 'touch', 'vendor_contact', 'cosell_plan', 'check_in']),
      factId: idSchema,
      reason: text(2000),
    }),
    replies: { 201: z.object({ withdrawalId: z.string(), state: z.enum(['done', 'proposed']) }) },
    handle: async ({ context, body }) => ({
      status: 201,
      body: await withdrawFact(context, body.kind, body.factId, body.reason),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/withdrawals/{withdrawalId}/cosignature',
    capability: 'withdrawal.sign',
    operation: 'cosignWithdrawal',
    summary: 'Sign the withdrawal of an introduction as the second person',
    creates: true,
    params: z.object({ org: z.string(), withdrawalId: idSchema }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params }) => {
      await cosignWithdrawal(context, params.withdrawalId);
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/cosell-plans',
    capability: 'touch.record',
    operation: 'acceptCosellPlan',
    summary: 'Record a co-sell plan that both sides accepted',
    creates: true,
    body: z.object({
      opportunityId: idSchema,
      partnerId: idSchema,
      partnerPersonId: idSchema,
      internalOwner: text(200),
      goal: text(2000),
      evidence: evidenceSchema,
      activeOn: dateSchema,
    }),
    replies: { 201: z.object({ cosellPlanId: z.string() }) },
    handle: async ({ context, body }) => ({ status: 201, body: await acceptPlan(context, body) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/cosell-plans/{cosellPlanId}/end',
    capability: 'touch.record',
    operation: 'endCosellPlan',
    summary: 'End a co-sell plan on a day, with a reason',
    creates: true,
    params: z.object({ org: z.string(), cosellPlanId: idSchema }),
    body: z.object({ lapsedOn: dateSchema, reason: text(2000) }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body }) => {
      await endPlan(context, params.cosellPlanId, body);
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/check-ins',
    capability: 'touch.record',
    operation: 'recordCheckIn',
    summary: 'Record that we spoke with a partner about a deal, with the next step',
    creates: true,
    body: z.object({
      opportunityId: idSchema,
      partnerId: idSchema,
      partnerPersonId: idSchema,
      nextStep: text(2000),
      occurredAt: instant,
    }),
    replies: { 201: z.object({ checkInId: z.string() }) },
    handle: async ({ context, body }) => ({ status: 201, body: await recordCheckIn(context, body) }),
  }),
  defineRoute({
    method: 'PUT',
    path: '/o/{org}/opportunities/{opportunityId}/kind',
    capability: 'deal.correct',
    operation: 'setDealKind',
    summary: 'Say whether a deal is new business, a renewal or an expansion',
    params: z.object({ org: z.string(), opportunityId: idSchema }),
    body: z.object({ kind: z.enum(['new', 'renewal', 'expansion']) }),
    replies: { 200: nothingSchema },
    handle: async ({ context, params, body }) => {
      await setDealKind(context, params.opportunityId, body.kind);
      return { status: 200, body: {} };
    },
  }),
];
