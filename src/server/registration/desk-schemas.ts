import { z } from 'zod';
import { type RulingGround, rulingGrounds } from '#core/registration/conflict.ts';
import { type RegistrationMove, registrationMoves } from '#core/registration/state.ts';
import { formSchema, moneySchema, seat, stateSchema, typedSchema } from './schemas.ts';

const moves = Object.keys(registrationMoves) as [RegistrationMove, ...RegistrationMove[]];
const grounds = Object.keys(rulingGrounds) as [RulingGround, ...RulingGround[]];
export const groundSchema = z.enum(grounds);

export const queueItemSchema = z
  .object({
    registrationId: z.string(),
    number: z.int(),
    partner: z.object({ id: z.string(), name: z.string() }),
    customer: z.string(),
    domain: z.string().nullable(),
    country: z.string().nullable(),
    state: stateSchema,
    stateWords: z.string(),
    way: z.string(),
    rep: z.string().nullable(),
    value: moneySchema,
    submittedOn: z.string().nullable(),
    dueOn: z.string().nullable(),
    isLate: z.boolean(),
    protectedUntil: z.string().nullable(),
    ae: z.string().nullable(),
    opportunityNumber: z.int().nullable(),
    asks: z.int().describe('Checks that ask a person'),
    stops: z.int().describe('Checks that speak against it'),
  })
  .meta({ id: 'RegistrationItem' });

export const queueSchema = z.object({
  items: z.array(queueItemSchema),
  counts: z.object({ waiting: z.int(), protected: z.int(), over: z.int() }),
  ages: z
    .array(z.object({ under: z.number().nullable(), isRed: z.boolean(), count: z.int() }))
    .describe('Unanswered registrations by their age in days'),
  owners: z
    .array(z.object({ owner: z.string().nullable(), counts: z.array(z.int()) }))
    .describe('The same by partner manager, in the order of the ages; null: the partner has no manager'),
  isOpen: z.boolean().describe('The registration page is signed and in force'),
  reasons: z.array(z.string()).describe('The closed list of reasons for a rejection'),
  nextCursor: z.string().nullable(),
});

const decisionDays = {
  remindOn: z.string(),
  dueOn: z.string(),
  alertLeaderOn: z.string(),
  alertCroOn: z.string(),
};

const clockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('running'), isLate: z.boolean(), ...decisionDays }),
  z.object({ kind: z.literal('paused'), since: z.string(), lapsesOn: z.string(), dueOn: z.string() }),
  z.object({ kind: z.literal('decided'), on: z.string(), dueOn: z.string(), inTime: z.boolean() }),
]);

const besideSchema = z.object({
  kind: z.enum(['opportunity', 'registration', 'account', 'contact', 'direct_only']),
  ref: z.string().nullable().describe('The id or number by which it is opened; null: it has no page'),
  title: z.string(),
  name: z.string(),
  domain: z.string().nullable(),
  country: z.string().nullable(),
  who: z.string().nullable().describe('Whose it is: the owner of a deal, the partner of a registration'),
  state: z.string().nullable(),
  since: z.string().nullable(),
  by: z.enum(['domain', 'subdomain', 'name_country', 'near']),
  score: z.number(),
});

const conflictSchema = z.object({
  number: z.int(),
  state: z.enum(['open', 'ruled', 'appealed', 'closed']),
  dueAt: z.int(),
  recommended: z.string().describe('A registration of the case, or `direct` or `panel`'),
  sentence: z.string(),
  ground: groundSchema.nullable(),
  winnerId: z.string().nullable(),
  words: z.string().nullable(),
  evidence: z.array(z.string()),
  ruledBy: z.string().nullable(),
  ruledByYou: z.boolean(),
  appealedAt: z.int().nullable(),
  final: z
    .object({ winnerId: z.string().nullable(), words: z.string(), by: z.string(), at: z.int() })
    .nullable()
    .describe('What was decided on the appeal; it stands in place of the ruling'),
  customerMayChoose: z.boolean(),
  parties: z.array(
    z.object({
      registrationId: z.string(),
      number: z.int(),
      partner: z.string(),
      customer: z.string(),
      state: stateSchema,
      completeAt: z.int().nullable(),
      isEligible: z.boolean(),
    }),
  ),
  precedents: z.array(
    z.object({
      number: z.int(),
      account: z.string(),
      ground: groundSchema,
      words: z.string(),
      ruledAt: z.int(),
    }),
  ),
});

export const deskSchema = z
  .object({
    registrationId: z.string(),
    number: z.int(),
    partner: z.object({ id: z.string(), name: z.string(), archetype: z.string().nullable() }),
    rep: z.string().nullable(),
    way: z.string(),
    customer: z.string(),
    domain: z.string().nullable(),
    country: z.string().nullable(),
    value: moneySchema,
    state: stateSchema,
    stateWords: z.string(),
    submission: typedSchema,
    form: formSchema,
    submittedAt: z.int(),
    completeAt: z.int().nullable(),
    clock: clockSchema,
    protection: z.object({
      isProtected: z.boolean(),
      isHeld: z.boolean(),
      lastDay: z.string().nullable(),
      daysLeft: z.int().nullable(),
      isStalled: z.boolean(),
      extension: z.enum(['none', 'asked', 'given', 'refused']),
      askedWith: z.string().nullable(),
      days: z.int().describe('How long the signed page protects such a deal'),
      extensionDays: z.int(),
    }),
    checks: z.array(
      z.object({
        check: z.string(),
        outcome: z.enum(['pass', 'ask', 'stop']),
        rule: z.string(),
        sentence: z.string(),
        beside: z.array(besideSchema),
      }),
    ),
    route: z.array(
      z.object({
        seat,
        filledBy: seat,
        people: z.array(z.string()),
        saidYes: z.boolean(),
        isNext: z.boolean(),
      }),
    ),
    whyNot: z.string().nullable().describe('Why the caller cannot decide now; null when they can'),
    decides: z.array(z.enum(moves)),
    reasons: z.array(z.string()).describe('The closed list of reasons for a rejection'),
    deal: z
      .object({
        opportunityId: z.string(),
        outcome: z.enum(['open', 'won', 'lost']),
        isOwn: z.boolean().describe('It was opened for the registration and waits for the deal of the CRM'),
      })
      .nullable(),
    ae: z.string().nullable(),
    aes: z.array(z.object({ membershipId: z.string(), name: z.string() })),
    conflict: conflictSchema.nullable(),
    mayAppeal: z.boolean().describe('Whether the partner may appeal the answer'),
    appeal: z
      .object({
        dueAt: z.int().nullable(),
        daysBack: z
          .int()
          .nullable()
          .describe(
            'How many days of protection come back where it is granted; null: a rejection is appealed',
          ),
      })
      .nullable()
      .describe('The appeal that waits'),
    timeline: z.array(
      z.object({
        at: z.int(),
        on: z.string(),
        type: z.enum(moves),
        by: z.string(),
        who: z.string(),
        said: z.string().nullable(),
      }),
    ),
    pageVersion: z.int().nullable(),
  })
  .meta({ id: 'Registration' });
