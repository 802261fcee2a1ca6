import { z } from 'zod';

const partnerSchema = z.object({ id: z.string(), name: z.string() });
const classSchema = z.enum(['sourced', 'co_sold', 'influenced', 'assisted', 'none']);
export const creditClassSchema = classSchema;

export const disputeSchema = z
  .object({
    id: z.string(),
    number: z.int(),
    opportunityId: z.string(),
    dealNumber: z.int(),
    deal: z.string(),
    side: z.enum(['vendor', 'partner']),
    partner: partnerSchema.nullable(),
    claim: z.string(),
    claimedClass: z.string().nullable(),
    state: z.enum(['open', 'answered', 'ruled', 'appealed', 'closed', 'withdrawn']),
    credit: z.string(),
    openedAt: z.int(),
    dueAt: z.int().nullable(),
    isOverdue: z.boolean(),
    closedAt: z.int().nullable(),
    outcome: z.string().nullable(),
  })
  .meta({ id: 'Dispute' });

export const rulingSchema = z
  .object({
    id: z.string(),
    number: z.int(),
    opportunityId: z.string(),
    dealNumber: z.int(),
    deal: z.string(),
    disputeNumber: z.int().nullable(),
    question: z.string(),
    class: z.string(),
    partner: partnerSchema.nullable(),
    reason: z.string(),
    isAppeal: z.boolean(),
    proposedAt: z.int(),
    standsAt: z.int().nullable(),
    missing: z.array(z.string()),
    signatures: z.array(z.object({ by: z.string(), seat: z.string(), at: z.int() })),
  })
  .meta({ id: 'Ruling' });

export const disputeCaseSchema = disputeSchema
  .extend({
    openedBy: z.string(),
    statements: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        side: z.enum(['vendor', 'partner']),
        by: z.string(),
        body: z.string(),
        links: z.array(z.string()),
        at: z.int(),
      }),
    ),
    rulings: z.array(rulingSchema),
    panel: z.object({
      isAppeal: z.boolean(),
      needsCfo: z.boolean(),
      mayRule: z.boolean(),
      why: z.string().nullable(),
      members: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          seat: z.string().nullable(),
          hasSigned: z.boolean(),
          why: z.string().nullable(),
        }),
      ),
    }),
    moves: z.array(
      z.object({
        move: z.enum(['answer', 'add', 'appeal', 'withdraw']),
        allowed: z.boolean(),
        why: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'DisputeCase' });

export const reviewsSchema = z.object({
  share: z.object({
    quarterStartsOn: z.string(),
    deals: z.int(),
    gray: z.int(),
    value: z.number().nullable(),
    most: z.number(),
    mustRevise: z.boolean(),
  }),
  items: z.array(
    z.object({
      opportunityId: z.string(),
      number: z.int(),
      name: z.string(),
      class: z.string(),
      partner: partnerSchema.nullable(),
      why: z.string(),
      sinceAt: z.int(),
      dueAt: z.int(),
      isOverdue: z.boolean(),
    }),
  ),
});
