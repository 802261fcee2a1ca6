import { z } from 'zod';
import type { InputKind } from '#core/registration/form.ts';
import {
  type RegistrationMove,
  type RegistrationState,
  registrationMoves,
  registrationStates,
} from '#core/registration/state.ts';
import { idSchema } from '../access/schemas.ts';

const states = Object.keys(registrationStates) as [RegistrationState, ...RegistrationState[]];
const moves = Object.keys(registrationMoves) as [RegistrationMove, ...RegistrationMove[]];

const inputKinds = [
  'text',
  'long',
  'domain',
  'country',
  'mail',
  'products',
  'amount',
  'day',
  'yes',
  'choice',
  'number',
  'link',
  'links',
] as const satisfies readonly InputKind[];

export const stateSchema = z.enum(states).meta({ id: 'RegistrationState' });
export const languageSchema = z.enum(['en', 'de']).default('en');
export const typedSchema = z
  .record(z.string(), z.unknown())
  .describe('The answers of the form by their keys');
export const numberSchema = z.coerce.number().int().min(1).max(2_147_483_647);

/** Text of people: at most so long, never empty. */
export const said = (most: number) => z.string().trim().min(1).max(most);

export const moneySchema = z.object({ minor: z.int(), currency: z.string() }).nullable();
export const params = z.object({ org: z.string(), number: numberSchema });
export const idParams = z.object({ org: z.string(), registrationId: idSchema });

export const inputErrorSchema = z.object({
  path: z.string(),
  expected: z.string(),
  found: z.string(),
  repair: z.string(),
});

export const begunSchema = z.object({ registrationId: z.string(), number: z.int() });
export const submittedSchema = z.object({
  registrationId: z.string(),
  number: z.int(),
  state: stateSchema,
  dueOn: z.string().nullable(),
  notes: z.array(z.string()).readonly(),
});
export const afterSchema = z.object({ state: stateSchema });

export const formSchema = z
  .object({
    fields: z
      .array(
        z.object({
          field: z.string(),
          isRequired: z.boolean(),
          ownLabel: z.string().nullable(),
          inputs: z
            .array(
              z.object({
                key: z.string(),
                kind: z.enum(inputKinds),
                most: z.number(),
                options: z.array(z.string()).readonly(),
                isRequired: z.boolean(),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
    consent: z.string(),
    products: z.array(z.string()).readonly(),
  })
  .meta({ id: 'RegistrationForm' });

const ownItem = {
  registrationId: z.string(),
  number: z.int(),
  customer: z.string(),
  state: z.string(),
  stateWords: z.string(),
  stage: z.string().nullable(),
  next: z.array(z.string()).readonly(),
  dueOn: z.string().nullable(),
  protectedUntil: z.string().nullable(),
  daysLeft: z.int().nullable(),
  needsMe: z.boolean(),
  value: moneySchema,
  rep: z.string().nullable(),
  changedAt: z.int(),
};
export const ownItemSchema = z.object(ownItem).meta({ id: 'OwnRegistrationItem' });
export const ownSchema = z
  .object({
    ...ownItem,
    typed: typedSchema,
    submission: typedSchema.nullable(),
    question: z.string().nullable(),
    rejection: z.object({ reason: z.string(), words: z.string() }).nullable(),
    timeline: z
      .array(z.object({ on: z.string(), at: z.int(), words: z.string(), said: z.string().nullable() }))
      .readonly(),
    moves: z.array(z.string()).readonly(),
  })
  .meta({ id: 'OwnRegistration' });

export const queueItemSchema = z
  .object({
    registrationId: z.string(),
    number: z.int(),
    partner: z.object({ id: z.string(), name: z.string() }),
    customer: z.string(),
    domain: z.string().nullable(),
    country: z.string().nullable(),
    state: z.string(),
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
  })
  .meta({ id: 'RegistrationItem' });

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

const seat = z.enum(['partner_ops', 'partner_manager', 'head_of_partnerships', 'cro']);

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
    }),
    checks: z.array(
      z.object({
        check: z.string(),
        outcome: z.enum(['pass', 'ask', 'stop']),
        rule: z.string(),
        sentence: z.string(),
        beside: z.array(
          z.object({
            kind: z.string(),
            title: z.string(),
            detail: z.string(),
            link: z.string().nullable(),
            by: z.enum(['domain', 'subdomain', 'name_country', 'near']),
            score: z.number(),
          }),
        ),
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
    deal: z.object({ opportunityId: z.string(), outcome: z.enum(['open', 'won', 'lost']) }).nullable(),
    ae: z.string().nullable(),
    conflict: z
      .object({
        number: z.int(),
        state: z.enum(['open', 'ruled', 'appealed', 'closed']),
        dueAt: z.int(),
        recommended: z.string(),
        sentence: z.string(),
        ground: z.string().nullable(),
        winnerId: z.string().nullable(),
        words: z.string().nullable(),
        parties: z.array(
          z.object({
            registrationId: z.string(),
            number: z.int(),
            partner: z.string(),
            customer: z.string(),
            state: z.string(),
            completeAt: z.int().nullable(),
            isEligible: z.boolean(),
          }),
        ),
      })
      .nullable(),
    timeline: z.array(
      z.object({
        at: z.int(),
        on: z.string(),
        type: z.string(),
        by: z.string(),
        who: z.string(),
        said: z.string().nullable(),
      }),
    ),
    pageVersion: z.int().nullable(),
  })
  .meta({ id: 'Registration' });
