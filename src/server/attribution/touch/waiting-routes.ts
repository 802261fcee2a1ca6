import { z } from 'zod';
import { touchActions } from '#core/attribution/facts.ts';
import { partnerRoles } from '#core/attribution/policy.ts';
import { idSchema, nothingSchema } from '../../access/schemas.ts';
import { defineRoute } from '../../http/route.ts';
import { acceptSuggestion, dismissSuggestion } from './answer-suggestion.ts';
import { listWaiting } from './list-waiting.ts';
import { recordSignal } from './record-signal.ts';
import { evidenceSchema, instant, keptTouchSchema, shownTouch, text } from './schemas.ts';
import { listSuggestions, suggestionsOnDeal, type ToldSuggestion } from './suggestions.ts';

const claimSchema = z
  .object({
    kind: z.enum(['touch', 'introduction']),
    id: z.string(),
    side: z.enum(['vendor', 'partner']),
    way: z.string(),
    partner: z.object({ id: z.string(), name: z.string() }),
    person: z.string().nullable(),
    deal: z
      .object({ id: z.string(), number: z.int(), name: z.string(), owner: z.string().nullable() })
      .nullable(),
    account: z.string().nullable(),
    what: z.string(),
    role: z.string().nullable(),
    stageOrder: z.int().nullable(),
    internalOwner: z.string().nullable(),
    outcome: z.string().nullable(),
    evidence: z.array(z.string()),
    occurredOn: z.string(),
    recordedOn: z.string(),
    recordedBy: z.string().nullable(),
    closedOn: z.string().nullable(),
    lockOn: z.string().nullable(),
    daysToLock: z.int().nullable().describe('Negative once the lock has passed'),
    waitsSinceDays: z.int(),
    isLate: z.boolean().describe('A partner has waited for our answer longer than two business days'),
  })
  .meta({ id: 'WaitingClaim' });

const withdrawalSchema = z
  .object({
    id: z.string(),
    introductionId: z.string(),
    reason: z.string(),
    partner: z.object({ id: z.string(), name: z.string() }),
    person: z.string().nullable(),
    deal: z.object({ id: z.string(), number: z.int(), name: z.string() }).nullable(),
    account: z.string().nullable(),
    occurredOn: z.string(),
    proposedBy: z.string(),
    proposedOn: z.string(),
    isMine: z.boolean(),
    maySign: z.boolean(),
  })
  .meta({ id: 'ProposedWithdrawal' });

const suggestionSchema = z
  .object({
    key: z.string(),
    deal: z.object({ id: z.string(), number: z.int(), name: z.string() }),
    account: z.string().nullable(),
    partner: z.object({ id: z.string(), name: z.string() }),
    person: z.object({ id: z.string(), name: z.string() }).nullable(),
    people: z.array(z.object({ partnerPersonId: z.string(), name: z.string() })),
    internalOwner: z.string().nullable(),
    role: z.enum(partnerRoles),
    action: z.enum(touchActions),
    stageOrder: z.int().nullable(),
    occurredAt: z.int(),
    occurredOn: z.string(),
    outcome: z.string().nullable().describe('A draft; null where nothing says it'),
    evidence: z.array(z.string()),
    why: z.string(),
    missing: z.array(z.enum(['person', 'outcome', 'evidence'])),
  })
  .meta({ id: 'TouchSuggestion' });

const dealParams = z.object({ org: z.string(), opportunity: z.string().max(100) });
const keySchema = text(200).describe('The key of the suggestion');

/** What waits for somebody of ours: claims, second signatures, suggestions; and where suggestions come from. */
export const waitingRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/claims',
    capability: 'opportunity.read',
    operation: 'listClaims',
    summary: 'What waits to be confirmed or refused, and withdrawals that wait for a second signature',
    replies: {
      200: z.object({
        claims: z.array(claimSchema),
        isMore: z.boolean(),
        withdrawals: z.array(withdrawalSchema),
      }),
    },
    handle: async ({ context }) => {
      const { claims, isMore, withdrawals } = await listWaiting(context);
      return {
        status: 200,
        body: {
          isMore,
          claims: claims.map((one) => ({
            kind: one.kind,
            id: one.claim_id,
            side: one.side,
            way: one.way,
            partner: { id: one.partner_id, name: one.partner },
            person: one.person,
            deal: dealOf(one, { owner: one.owner }),
            account: one.account,
            what: one.what,
            role: one.role,
            stageOrder: one.stage_order,
            internalOwner: one.internal_owner,
            outcome: one.outcome,
            evidence: one.evidence,
            occurredOn: one.occurred_on,
            recordedOn: one.recorded_on,
            recordedBy: one.recordedByName,
            closedOn: one.closed_on,
            lockOn: one.lockOn,
            daysToLock: one.daysToLock,
            waitsSinceDays: one.waitsSinceDays,
            isLate: one.isLate,
          })),
          withdrawals: withdrawals.map((one) => ({
            id: one.withdrawal_id,
            introductionId: one.introduction_id,
            reason: one.reason,
            partner: { id: one.partner_id, name: one.partner },
            person: one.person,
            deal: dealOf(one, {}),
            account: one.account,
            occurredOn: one.occurred_on,
            proposedBy: one.proposedBy,
            proposedOn: one.withdrawnOn,
            isMine: one.isMine,
            maySign: one.maySign,
          })),
        },
      };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/suggestions',
    capability: 'touch.record',
    operation: 'listSuggestions',
    summary: 'Touches that could be confirmed with one click, on the caller’s own deals or on all',
    query: z.object({ whose: z.enum(['mine', 'all']).default('mine') }),
    replies: { 200: z.object({ items: z.array(suggestionSchema) }) },
    handle: async ({ context, query }) => ({
      status: 200,
      body: { items: (await listSuggestions(context, query.whose)).map(shownSuggestion) },
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/opportunities/{opportunity}/suggestions',
    capability: 'touch.record',
    operation: 'listDealSuggestions',
    summary: 'Touches that could be confirmed on one deal, at most ten, the likeliest first',
    params: dealParams,
    replies: { 200: z.object({ items: z.array(suggestionSchema) }) },
    handle: async ({ context, params }) => ({
      status: 200,
      body: { items: (await suggestionsOnDeal(context, params.opportunity)).map(shownSuggestion) },
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/opportunities/{opportunity}/suggestions/acceptances',
    capability: 'touch.record',
    operation: 'acceptSuggestion',
    summary: 'Make a touch of a suggestion, confirmed by the caller',
    creates: true,
    params: dealParams,
    body: z.object({
      key: keySchema,
      partnerPersonId: idSchema.nullable().default(null),
      internalOwner: text(200).nullable().default(null),
      role: z.enum(partnerRoles).nullable().default(null),
      action: z.enum(touchActions).nullable().default(null),
      outcome: text(2000).nullable().default(null),
      evidence: evidenceSchema.nullable().default(null),
      occurredAt: instant.nullable().default(null),
    }),
    replies: { 201: keptTouchSchema },
    handle: async ({ context, params, body: { key, ...edits } }) => ({
      status: 201,
      body: shownTouch(await acceptSuggestion(context, params.opportunity, key, edits)),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/opportunities/{opportunity}/suggestions/dismissals',
    capability: 'touch.record',
    operation: 'dismissSuggestion',
    summary: 'Say no to a suggestion, with a reason; it is not made again',
    creates: true,
    params: dealParams,
    body: z.object({ key: keySchema, reason: text(2000) }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body }) => {
      await dismissSuggestion(context, params.opportunity, body.key, body.reason);
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/signals',
    capability: 'touch.record',
    operation: 'recordSignal',
    summary: 'Hand in an event of the CRM: it becomes a suggestion, never credit by itself',
    creates: true,
    body: z.object({
      opportunityId: idSchema,
      eventKey: text(300).describe('What the source calls the event: the same key again changes nothing'),
      partnerId: idSchema.nullable().default(null),
      partnerPersonId: idSchema.nullable().default(null),
      personEmail: z.email().max(254).nullable().default(null),
      internalOwner: text(200).nullable().default(null),
      subject: text(500),
      summary: text(2000).nullable().default(null),
      evidence: evidenceSchema.default([]),
      occurredAt: instant,
    }),
    replies: { 201: z.object({ signalId: z.string(), isNew: z.boolean() }) },
    handle: async ({ context, body }) => ({
      status: 201,
      body: await recordSignal(context, { ...body, way: 'crm_event' }),
    }),
  }),
];

type NamedDeal = { opportunity_id: string | null; number: number | null; deal: string | null };

function dealOf<Extra extends object>(row: NamedDeal, extra: Extra) {
  if (row.opportunity_id === null || row.number === null) return null;
  return { id: row.opportunity_id, number: row.number, name: row.deal ?? '', ...extra };
}

function shownSuggestion(one: ToldSuggestion): z.input<typeof suggestionSchema> {
  return {
    key: one.key,
    deal: { id: one.opportunityId, number: one.number, name: one.deal },
    account: one.account,
    partner: { id: one.partnerId, name: one.partner },
    person: one.personId === null ? null : { id: one.personId, name: one.person ?? '' },
    people: [...one.people],
    internalOwner: one.internalOwner,
    role: one.role,
    action: one.action,
    stageOrder: one.stageOrder,
    occurredAt: one.occurredAt,
    occurredOn: one.occurredOn,
    outcome: one.outcome,
    evidence: [...one.evidence],
    why: one.reason,
    missing: [...one.missing],
  };
}
