import { z } from 'zod';
import type { InputKind } from '#core/registration/form.ts';
import { type RegistrationState, registrationStates } from '#core/registration/state.ts';
import { idSchema } from '../access/schemas.ts';

const states = Object.keys(registrationStates) as [RegistrationState, ...RegistrationState[]];

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
export const saidBody = z.object({ words: said(2000) });
/** A rep of a partner who has no login. */
export const writtenRepSchema = z.object({
  name: said(200),
  email: z.email().max(254).nullable().default(null),
});

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
    rejection: z
      .object({ reason: z.string(), words: z.string() })
      .nullable()
      .describe('Why it was not accepted, or why a ruling set it aside'),
    timeline: z
      .array(z.object({ on: z.string(), at: z.int(), words: z.string(), said: z.string().nullable() }))
      .readonly(),
    moves: z.array(z.string()).readonly(),
    noExtension: z.string().nullable(),
  })
  .meta({ id: 'OwnRegistration' });

export const seat = z.enum(['partner_ops', 'partner_manager', 'head_of_partnerships', 'cro']);
const days = z.int();
export const outlookQuery = z.object({
  amountMinor: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  currency: z.string().length(3).optional(),
  country: z.string().length(2).optional(),
});
export const outlookSchema = z
  .object({
    seats: z.array(seat).readonly(),
    dueOn: z.string(),
    days: days.nullable().describe('Days of protection; null where they depend on a value that is not typed'),
  })
  .meta({ id: 'RegistrationOutlook' });
export const termsSchema = z
  .object({
    version: z.int(),
    isSigned: z.boolean(),
    length: z.object({ days, extensionDays: days }),
    otherLengths: z.array(z.object({ fromMinor: z.int(), days, extensionDays: days })).readonly(),
    protection: z.object({
      extensionActivityDays: days,
      firstReminderDays: days,
      lastReminderDays: days,
      stallDays: days,
      updatesAbove: z.int().describe('In minor units of the organization’s currency'),
      updateDays: days,
      customerMayChoose: z.boolean(),
      meaning: z.string(),
      direct: z.string(),
      twoPartners: z.string(),
    }),
    deciding: z.object({
      decideBusinessDays: days,
      returnedBusinessDays: days,
      aeBusinessDays: days,
      firstMeetingDays: days,
      conflictHours: z.int(),
      appeals: z.int(),
    }),
    tests: z.array(z.object({ test: z.string(), rejects: z.boolean() })).readonly(),
    minimumMinor: z.int().nullable(),
    reasons: z.array(z.string()).readonly(),
    consent: z.string(),
  })
  .meta({ id: 'RegistrationTerms' });
