import { z } from 'zod';
import { idSchema, nothingSchema } from '../access/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { acceptRegistration, rejectRegistration, returnRegistration } from './decide.ts';
import { decideRegistrations, mostAtOnce } from './decide-several.ts';
import { deskSchema, groundSchema, queueSchema } from './desk-schemas.ts';
import { beginFor, readFormFor, saveFor } from './drafts.ts';
import { assignAe, decideAppeal, decideExtension, linkDeal } from './manage.ts';
import {
  answerRegistration,
  appealRegistration,
  updateRegistration,
  withdrawRegistration,
} from './partner-moves.ts';
import { dismissConflict, ruleConflict } from './rule-conflict.ts';
import {
  afterSchema,
  begunSchema,
  formSchema,
  idParams,
  inputErrorSchema,
  numberSchema,
  params,
  said,
  saidBody,
  stateSchema,
  submittedSchema,
  typedSchema,
  writtenRepSchema,
} from './schemas.ts';
import { listRegistrations, readForDesk } from './show-desk.ts';
import { submitFor } from './submit.ts';

const base = '/o/{org}/registrations';
const one = `${base}/{registrationId}`;
const decidedSchema = z.object({
  state: stateSchema,
  conflict: z.boolean().describe('Another registration has the account; a case was opened'),
});
const answeredSchema = z.object({
  registrationId: z.string(),
  number: z.int().nullable(),
  outcome: z.enum(['accepted', 'approved', 'contested', 'rejected', 'returned', 'refused']),
  why: z.string().nullable().describe('Why it was not decided; null where it was'),
});

/** Registrations as the desk works on them. */
export const registrationRoutes = [
  defineRoute({
    method: 'GET',
    path: base,
    capability: 'registration.read',
    operation: 'listRegistrations',
    summary: 'Registrations that wait, are protected or are over; what is due first stands first',
    query: z.object({
      group: z.enum(['waiting', 'protected', 'over']).default('waiting'),
      partner: idSchema.optional(),
      cursor: z.string().max(40).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    replies: { 200: queueSchema },
    handle: async ({ context, query }) => ({
      status: 200,
      body: await listRegistrations(context, {
        group: query.group,
        partnerId: query.partner ?? null,
        cursor: query.cursor ?? null,
        limit: query.limit,
      }),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: `${base}/number/{number}`,
    capability: 'registration.read',
    operation: 'readRegistration',
    summary: 'One registration with what collides, who decides, its protection and everything that happened',
    params,
    replies: { 200: deskSchema },
    handle: async ({ context, params: { number } }) => ({
      status: 200,
      body: await readForDesk(context, number),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/partners/{partnerId}/registration-form',
    capability: 'registration.record',
    operation: 'readRegistrationFormFor',
    summary: 'The form that the program asks of this partner, and what is filled in already',
    params: z.object({ org: z.string(), partnerId: idSchema }),
    replies: { 200: z.object({ form: formSchema, known: typedSchema }) },
    handle: async ({ context, params: { partnerId } }) => ({
      status: 200,
      body: await readFormFor(context, partnerId),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: base,
    capability: 'registration.record',
    operation: 'beginRegistrationFor',
    summary: 'Begin a registration in a partner’s name as a draft',
    creates: true,
    body: z.object({
      partnerId: idSchema,
      rep: writtenRepSchema,
      typed: typedSchema.default({}),
    }),
    replies: { 201: begunSchema },
    handle: async ({ context, body }) => ({
      status: 201,
      body: await beginFor(context, body.partnerId, body.rep, body.typed),
    }),
  }),
  defineRoute({
    method: 'PUT',
    path: `${one}/draft`,
    capability: 'registration.record',
    operation: 'saveRegistrationDraftFor',
    summary: 'Keep what is typed in a partner’s name, and say what is still missing',
    params: idParams,
    body: z.object({ typed: typedSchema }),
    replies: { 200: z.object({ missing: z.array(inputErrorSchema) }) },
    handle: async ({ context, params: { registrationId }, body }) => ({
      status: 200,
      body: await saveFor(context, registrationId, body.typed),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: `${one}/submission`,
    capability: 'registration.record',
    operation: 'submitRegistrationFor',
    summary: 'Send a draft in a partner’s name',
    creates: true,
    params: idParams,
    replies: { 201: submittedSchema },
    handle: async ({ context, params: { registrationId } }) => ({
      status: 201,
      body: await submitFor(context, registrationId),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: `${one}/acceptance`,
    capability: 'registration.decide',
    operation: 'acceptRegistration',
    summary: 'Say yes, as it is or with changes; the last seat of the route starts the protection',
    creates: true,
    params: idParams,
    body: z.object({
      changed: typedSchema.nullable().default(null),
      opportunityId: idSchema.nullable().default(null).describe('The deal of the CRM that it is'),
    }),
    replies: { 201: decidedSchema },
    handle: async ({ context, params: { registrationId }, body }) => ({
      status: 201,
      body: await acceptRegistration(context, registrationId, body),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: `${one}/rejection`,
    capability: 'registration.decide',
    operation: 'rejectRegistration',
    summary: 'Say no, with a reason of the list and words for the partner',
    creates: true,
    params: idParams,
    body: z.object({ reason: said(120), words: z.string().trim().max(2000).default('') }),
    replies: { 201: decidedSchema },
    handle: async ({ context, params: { registrationId }, body }) => ({
      status: 201,
      body: await rejectRegistration(context, registrationId, body),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: `${one}/question`,
    capability: 'registration.decide',
    operation: 'returnRegistration',
    summary: 'Ask the partner back; the clock stands still meanwhile',
    creates: true,
    params: idParams,
    body: z.object({
      asks: said(2000),
      isIncomplete: z.boolean().default(false).describe('Something is missing that the form requires'),
    }),
    replies: { 201: decidedSchema },
    handle: async ({ context, params: { registrationId }, body }) => ({
      status: 201,
      body: await returnRegistration(context, registrationId, body),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/registration-decisions',
    capability: 'registration.decide',
    operation: 'decideRegistrations',
    summary: 'Give several registrations the same answer; each is decided in its own right, or says why not',
    creates: true,
    body: z.object({
      registrationIds: z.array(idSchema).min(1).max(mostAtOnce),
      answer: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('accept').describe('Those whose checks all pass') }),
        z.object({
          kind: z.literal('reject'),
          reason: said(120).describe('One of the closed list of the registration page'),
          words: z.string().trim().max(2000).default(''),
        }),
        z.object({
          kind: z.literal('return'),
          asks: said(2000),
          isIncomplete: z.boolean().default(false),
        }),
      ]),
    }),
    replies: { 201: z.object({ items: z.array(answeredSchema) }) },
    handle: async ({ context, body }) => ({
      status: 201,
      body: { items: [...(await decideRegistrations(context, body.registrationIds, body.answer))] },
    }),
  }),
  defineRoute({
    method: 'POST',
    path: `${one}/answer`,
    capability: 'registration.record',
    operation: 'answerRegistrationFor',
    summary: 'Answer in a partner’s name what was asked',
    creates: true,
    params: idParams,
    body: saidBody,
    replies: { 201: afterSchema },
    handle: async ({ context, params: { registrationId }, body }) => ({
      status: 201,
      body: await answerRegistration(context, 'desk', registrationId, body.words),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: `${one}/withdrawal`,
    capability: 'registration.record',
    operation: 'withdrawRegistrationFor',
    summary: 'Take a registration back in a partner’s name',
    creates: true,
    params: idParams,
    body: saidBody,
    replies: { 201: afterSchema },
    handle: async ({ context, params: { registrationId }, body }) => ({
      status: 201,
      body: await withdrawRegistration(context, 'desk', registrationId, body.words),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: `${one}/appeal`,
    capability: 'registration.record',
    operation: 'appealRegistrationFor',
    summary: 'Appeal a rejection, or a ruling that set it aside, in a partner’s name',
    creates: true,
    params: idParams,
    body: saidBody,
    replies: { 201: afterSchema },
    handle: async ({ context, params: { registrationId }, body }) => ({
      status: 201,
      body: await appealRegistration(context, 'desk', registrationId, body.words),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: `${one}/update`,
    capability: 'registration.record',
    operation: 'updateRegistrationFor',
    summary: 'Write down news of a protected deal in a partner’s name',
    creates: true,
    params: idParams,
    body: saidBody,
    replies: { 201: afterSchema },
    handle: async ({ context, params: { registrationId }, body }) => ({
      status: 201,
      body: await updateRegistration(context, 'desk', registrationId, body.words),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: `${one}/ae`,
    capability: 'registration.decide',
    operation: 'assignRegistrationAe',
    summary: 'Name the AE who works on it with the partner',
    creates: true,
    params: idParams,
    body: z.object({ membershipId: idSchema }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params: { registrationId }, body }) => {
      await assignAe(context, registrationId, body.membershipId);
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${one}/deal`,
    capability: 'registration.decide',
    operation: 'linkRegistrationDeal',
    summary: 'Link the deal of the CRM; the one that waited for it goes into it',
    creates: true,
    params: idParams,
    body: z.object({ opportunityId: idSchema }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params: { registrationId }, body }) => {
      await linkDeal(context, registrationId, body.opportunityId);
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${one}/extension`,
    capability: 'registration.decide',
    operation: 'decideRegistrationExtension',
    summary: 'Give the one extension of the protection, or refuse it',
    creates: true,
    params: idParams,
    body: z.object({ isGiven: z.boolean() }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params: { registrationId }, body }) => {
      await decideExtension(context, registrationId, body.isGiven);
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${one}/appeal-decision`,
    capability: 'registration.appeal',
    operation: 'decideRegistrationAppeal',
    summary: 'Decide an appeal; this is final',
    creates: true,
    params: idParams,
    body: z.object({
      isGranted: z.boolean(),
      words: z
        .string()
        .trim()
        .max(4000)
        .default('')
        .describe('Needed where a ruling is appealed; who loses by it reads it'),
    }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params: { registrationId }, body }) => {
      await decideAppeal(context, registrationId, body.isGranted, body.words);
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/registration-conflicts/{conflict}/ruling',
    capability: 'registration.rule',
    operation: 'ruleRegistrationConflict',
    summary: 'Rule on who gets an account, in writing and on a ground of the list',
    creates: true,
    params: z.object({ org: z.string(), conflict: numberSchema }),
    body: z.object({
      ground: groundSchema,
      winner: idSchema.nullable().describe('The registration that gets the account; null: our own deal does'),
      words: said(4000),
      evidence: z.array(z.url().max(2000)).max(10).default([]),
    }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params: { conflict }, body }) => {
      await ruleConflict(context, conflict, body);
      return { status: 201, body: {} };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/registration-conflicts/{conflict}/dismissal',
    capability: 'registration.rule',
    operation: 'dismissRegistrationConflict',
    summary: 'Say that there is no conflict; everybody who waited goes on as before',
    creates: true,
    params: z.object({ org: z.string(), conflict: numberSchema }),
    replies: { 201: nothingSchema },
    handle: async ({ context, params: { conflict } }) => {
      await dismissConflict(context, conflict);
      return { status: 201, body: {} };
    },
  }),
];
