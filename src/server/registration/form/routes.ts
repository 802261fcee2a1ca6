import { z } from 'zod';
import type { Context } from '../../access/context.ts';
import { defineRoute, type RequestFacts } from '../../http/route.ts';
import type { Services } from '../../http/services.ts';
import { readOwnForm, saveOwn } from '../drafts.ts';
import { hintDomain } from '../hint-domain.ts';
import { partnerActs } from '../partner-acts.ts';
import {
  afterSchema,
  formSchema,
  inputErrorSchema,
  languageSchema,
  outlookQuery,
  outlookSchema,
  ownSchema,
  said,
  saidBody,
  submittedSchema,
  typedSchema,
} from '../schemas.ts';
import { readHeld, readHeldAnswer } from '../show-own.ts';
import { previewDecision } from '../show-terms.ts';
import { submitOwn } from '../submit.ts';
import { beginByLink } from './begin.ts';
import { formKey } from './secret.ts';
import { visitorOfLink, visitorOfPass } from './visitor.ts';

const link = '/o/{org}/form/{secret}';
const one = '/o/{org}/own-deal/{pass}';
const secret = z.string().min(1).max(100);
const linkParams = z.object({ org: z.string(), secret });
const passParams = z.object({ org: z.string(), pass: secret });
const language = z.object({ language: languageSchema });
const program = z.object({
  organization: z.object({ name: z.string(), currency: z.string(), timeZone: z.string() }),
  partner: z.string(),
  form: formSchema,
  known: typedSchema,
});

/** What one address may do in a minute: a person who types, and a few colleagues behind the same one. */
const reads = 120;
const saves = 240;
const acts = 20;

/** Registering by the secret link of a partner, and following one registration by its own: both without a login. */
export const formRoutes = [
  defineRoute({
    method: 'GET',
    path: link,
    capability: 'public',
    operation: 'readLinkedForm',
    summary: 'Whose program and which partner a secret link is for, and the form that it asks',
    perMinute: reads,
    params: linkParams,
    replies: { 200: program },
    handle: async ({ params, services, request }) => {
      const { context, link } = await visitorOfLink(services.ports, params.org, params.secret, request);
      const { name, currency, timeZone } = context.organization;
      const shown = await readOwnForm(context);
      return {
        status: 200,
        body: { organization: { name, currency, timeZone }, partner: link.partner, ...shown },
      };
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${link}/registrations`,
    capability: 'public',
    operation: 'beginLinkedRegistration',
    summary: 'Begin a draft by a secret link; a letter brings the way back to it',
    creates: true,
    perMinute: acts,
    params: linkParams,
    body: z.object({
      rep: z.object({ name: said(200), email: z.email().max(254) }),
      typed: typedSchema.default({}),
      language: languageSchema,
    }),
    replies: {
      201: z.object({ number: z.int(), secret: z.string().describe('Opens this registration alone') }),
    },
    handle: async ({ params, body, services, request }) => {
      const { context, link } = await visitorOfLink(services.ports, params.org, params.secret, request);
      const key = formKey(services.config.secret);
      return { status: 201, body: await beginByLink(context, key, link, { way: 'form', ...body }) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: one,
    capability: 'public',
    operation: 'readHeldRegistration',
    summary: 'The one registration of a secret link: how it stands, what happens next and what happened',
    perMinute: reads,
    params: passParams,
    query: language,
    replies: {
      200: program.extend({
        registration: ownSchema,
        heldAnswer: z
          .object({ from: z.string(), words: z.string() })
          .nullable()
          .describe('A mail that is an answer once the reader sends it'),
      }),
    },
    handle: async ({ params, query, services, request }) => {
      const { context, partner } = await visitorOfPass(services.ports, params.org, params.pass, request);
      const { name, currency, timeZone } = context.organization;
      const shown = await readOwnForm(context);
      const registration = await readHeld(context, query.language);
      const heldAnswer = await readHeldAnswer(context);
      return {
        status: 200,
        body: { organization: { name, currency, timeZone }, partner, ...shown, registration, heldAnswer },
      };
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${one}/domain-hint`,
    capability: 'public',
    operation: 'hintHeldDomain',
    summary: 'The domain as it will be compared, and what is odd about it; nothing of what we know',
    perMinute: saves,
    params: passParams,
    query: z.object({ domain: z.string().max(300), language: languageSchema }),
    replies: { 200: z.object({ domain: z.string().nullable(), hint: z.string().nullable() }) },
    handle: async ({ params, query, services, request }) => {
      const { context } = await visitorOfPass(services.ports, params.org, params.pass, request);
      return { status: 200, body: await hintDomain(context, query.domain, query.language) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${one}/outlook`,
    capability: 'public',
    operation: 'previewHeldDecision',
    summary: 'Who would decide on what was typed so far, by when, and how long the deal would be protected',
    perMinute: saves,
    params: passParams,
    query: outlookQuery,
    replies: { 200: outlookSchema },
    handle: async ({ params, query: { amountMinor, currency, country }, services, request }) => {
      const { context } = await visitorOfPass(services.ports, params.org, params.pass, request);
      const typed = {
        amountMinor: amountMinor ?? null,
        currency: currency ?? null,
        country: country ?? null,
      };
      return { status: 200, body: await previewDecision(context, typed) };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: `${one}/draft`,
    capability: 'public',
    operation: 'saveHeldDraft',
    summary: 'Keep what is typed, and say what is still missing',
    perMinute: saves,
    params: passParams,
    body: z.object({ typed: typedSchema }),
    replies: { 200: z.object({ missing: z.array(inputErrorSchema) }) },
    handle: async ({ params, body, services, request }) => {
      const { context, id } = await held(services, params, request);
      return { status: 200, body: await saveOwn(context, id, body.typed) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${one}/submission`,
    capability: 'public',
    operation: 'submitHeldRegistration',
    summary: 'Send the draft: it is checked, and answered at once with what happens next',
    creates: true,
    perMinute: acts,
    params: passParams,
    body: language,
    replies: { 201: submittedSchema },
    handle: async ({ params, body, services, request }) => {
      const { context, id } = await held(services, params, request);
      return { status: 201, body: await submitOwn(context, id, body.language) };
    },
  }),
  ...partnerActs.map(({ at, held: operation, summary, act }) =>
    defineRoute({
      method: 'POST',
      path: `${one}/${at}`,
      capability: 'public',
      operation,
      summary,
      creates: true,
      perMinute: acts,
      params: passParams,
      body: saidBody,
      replies: { 201: afterSchema },
      handle: async ({ params, body, services, request }) => {
        const { context, id } = await held(services, params, request);
        return { status: 201, body: await act(context, 'portal', id, body.words) };
      },
    }),
  ),
];

async function held(
  services: Services,
  params: z.output<typeof passParams>,
  request: RequestFacts,
): Promise<{ context: Context; id: string }> {
  const { context, registrationId: id } = await visitorOfPass(
    services.ports,
    params.org,
    params.pass,
    request,
  );
  return { context, id };
}
