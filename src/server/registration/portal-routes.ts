import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { beginOwn, readOwnForm, saveOwn } from './drafts.ts';
import { hintDomain } from './hint-domain.ts';
import { partnerActs } from './partner-acts.ts';
import {
  afterSchema,
  begunSchema,
  formSchema,
  idParams,
  inputErrorSchema,
  languageSchema,
  outlookQuery,
  outlookSchema,
  ownItemSchema,
  ownSchema,
  params,
  saidBody,
  submittedSchema,
  termsSchema,
  typedSchema,
} from './schemas.ts';
import { listOwn, readOwn } from './show-own.ts';
import { previewDecision, readTerms } from './show-terms.ts';
import { submitOwn } from './submit.ts';

const base = '/o/{org}/portal/registrations';
const one = `${base}/{registrationId}`;

/** A partner's own registrations. */
export const ownRegistrationRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/registration-form',
    capability: 'portal.read',
    operation: 'readRegistrationForm',
    summary: 'The form that the program asks of the caller’s partner, and what is filled in already',
    replies: { 200: z.object({ form: formSchema, known: typedSchema }) },
    handle: async ({ context }) => ({ status: 200, body: await readOwnForm(context) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/domain-hint',
    capability: 'portal.read',
    operation: 'hintDomain',
    summary: 'The domain as it will be compared, and what is odd about it; nothing of what we know',
    query: z.object({ domain: z.string().max(300), language: languageSchema }),
    replies: { 200: z.object({ domain: z.string().nullable(), hint: z.string().nullable() }) },
    handle: async ({ context, query }) => ({
      status: 200,
      body: await hintDomain(context, query.domain, query.language),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/registration-outlook',
    capability: 'portal.read',
    operation: 'previewDecision',
    summary: 'Who would decide on what was typed so far, by when, and how long the deal would be protected',
    query: outlookQuery,
    replies: { 200: outlookSchema },
    handle: async ({ context, query: { amountMinor, currency, country } }) => {
      const typed = {
        amountMinor: amountMinor ?? null,
        currency: currency ?? null,
        country: country ?? null,
      };
      return { status: 200, body: await previewDecision(context, typed) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/o/{org}/portal/registration-terms',
    capability: 'portal.read',
    operation: 'readRegistrationTerms',
    summary: 'The terms of the signed registration page, as far as they concern the caller’s partner',
    query: z.object({ language: languageSchema }),
    replies: { 200: termsSchema },
    handle: async ({ context, query }) => ({
      status: 200,
      body: await readTerms(context, query.language),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: base,
    capability: 'portal.read',
    operation: 'listOwnRegistrations',
    summary: 'The registrations of the caller’s partner: what waits for it first, then the newest',
    query: z.object({ language: languageSchema }),
    replies: { 200: z.object({ items: z.array(ownItemSchema) }) },
    handle: async ({ context, query }) => ({
      status: 200,
      body: { items: await listOwn(context, query.language) },
    }),
  }),
  defineRoute({
    method: 'GET',
    path: `${base}/number/{number}`,
    capability: 'portal.read',
    operation: 'readOwnRegistration',
    summary: 'One registration of the caller’s partner, with what happens next and what happened',
    params,
    query: z.object({ language: languageSchema }),
    replies: { 200: ownSchema },
    handle: async ({ context, params: { number }, query }) => ({
      status: 200,
      body: await readOwn(context, number, query.language),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: base,
    capability: 'portal.act',
    operation: 'beginRegistration',
    summary: 'Begin a registration as a draft with what was typed so far',
    creates: true,
    body: z.object({ typed: typedSchema.default({}) }),
    replies: { 201: begunSchema },
    handle: async ({ context, body }) => ({ status: 201, body: await beginOwn(context, body.typed) }),
  }),
  defineRoute({
    method: 'PUT',
    path: `${one}/draft`,
    capability: 'portal.act',
    operation: 'saveRegistrationDraft',
    summary: 'Keep what is typed, and say what is still missing',
    params: idParams,
    body: z.object({ typed: typedSchema }),
    replies: { 200: z.object({ missing: z.array(inputErrorSchema) }) },
    handle: async ({ context, params: { registrationId }, body }) => ({
      status: 200,
      body: await saveOwn(context, registrationId, body.typed),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: `${one}/submission`,
    capability: 'portal.act',
    operation: 'submitRegistration',
    summary: 'Send a draft: it is checked, and answered at once with what happens next',
    creates: true,
    params: idParams,
    body: z.object({ language: languageSchema }),
    replies: { 201: submittedSchema },
    handle: async ({ context, params: { registrationId }, body }) => ({
      status: 201,
      body: await submitOwn(context, registrationId, body.language),
    }),
  }),
  ...partnerActs.map(({ at, portal, summary, act }) =>
    defineRoute({
      method: 'POST',
      path: `${one}/${at}`,
      capability: 'portal.act',
      operation: portal,
      summary,
      creates: true,
      params: idParams,
      body: saidBody,
      replies: { 201: afterSchema },
      handle: async ({ context, params: { registrationId }, body }) => ({
        status: 201,
        body: await act(context, 'portal', registrationId, body.words),
      }),
    }),
  ),
];
