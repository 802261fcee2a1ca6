import { z } from 'zod';
import { introductionSorts, touchActions } from '#core/attribution/facts.ts';
import { partnerRoles } from '#core/attribution/policy.ts';
import { idSchema, nothingSchema } from '../access/schemas.ts';
import { evidenceSchema, instant, keptTouchSchema, shownTouch, text } from '../attribution/touch/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { claimIntroduction, claimTouch, listOwnClaims, takeBackOwnClaim } from './claims.ts';

/** What a partner claims to have done, and what became of it. */
export const claimRoutes = [
  defineRoute({
    method: 'POST',
    path: '/o/{org}/portal/touches',
    capability: 'portal.act',
    operation: 'claimTouch',
    summary: 'Claim what a person of the caller’s partner did on one of its deals; it waits for confirmation',
    creates: true,
    body: z.object({
      opportunityId: idSchema,
      partnerPersonId: idSchema,
      internalOwner: text(200).describe('Who of the company was on the other side'),
      role: z.enum(partnerRoles),
      action: z.enum(touchActions),
      outcome: text(2000).nullable().default(null),
      evidence: evidenceSchema,
      occurredAt: instant,
    }),
    replies: { 201: keptTouchSchema },
    handle: async ({ context, body }) => ({ status: 201, body: shownTouch(await claimTouch(context, body)) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/portal/introductions',
    capability: 'portal.act',
    operation: 'claimIntroduction',
    summary: 'Claim that the caller’s partner introduced the buyer of one of its deals',
    creates: true,
    body: z.object({
      opportunityId: idSchema,
      partnerPersonId: idSchema,
      product: text(200).nullable().default(null),
      kind: z.enum(introductionSorts).default('introduction'),
      occurredAt: instant,
      buyerMeetingAt: instant.nullable().default(null),
      evidence: evidenceSchema,
      note: text(2000).nullable().default(null),
    }),
    replies: { 201: z.object({ introductionId: z.string() }) },
    handle: async ({ context, body }) => ({ status: 201, body: await claimIntroduction(context, body) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/claims',
    capability: 'portal.read',
    operation: 'listOwnClaims',
    summary: 'What the caller’s partner has claimed, newest first, and what became of it',
    replies: {
      200: z.object({
        items: z.array(
          z.object({
            claimId: z.string(),
            kind: z.enum(['touch', 'introduction']),
            opportunityId: z.string(),
            number: z.int(),
            deal: z.string(),
            person: z.string().nullable(),
            what: z.string(),
            outcome: z.string().nullable(),
            evidence: z.array(z.string()),
            occurredOn: z.string(),
            recordedOn: z.string(),
            state: z.enum(['waiting', 'confirmed', 'refused', 'withdrawn']),
            reason: z.string().nullable().describe('Why it was refused or withdrawn'),
          }),
        ),
      }),
    },
    handle: async ({ context }) => ({ status: 200, body: { items: await listOwnClaims(context) } }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/portal/claims/{claimId}/withdrawal',
    capability: 'portal.act',
    operation: 'takeBackClaim',
    summary: 'Take back a claim that nobody has answered yet, with a reason',
    creates: true,
    params: z.object({ org: z.string(), claimId: idSchema }),
    body: z.object({ kind: z.enum(['touch', 'introduction']), reason: text(2000) }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body }) => {
      await takeBackOwnClaim(context, body.kind, params.claimId, body.reason);
      return { status: 201, body: {} };
    },
  }),
];
