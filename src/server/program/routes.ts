import { z } from 'zod';
import type { LocalDate } from '#core/calendar.ts';
import { dateSchema, nothingSchema } from '../access/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { passwordField } from '../identity/sign-in-routes.ts';
import { listVersions } from './list-versions.ts';
import { proposeDefinitions } from './propose-definitions.ts';
import { requireProof } from './require-proof.ts';
import { pageWordSchema, seatSchema, versionSchema } from './schemas.ts';
import { countersignPage, signPage } from './sign-page.ts';

const count = z.int().min(0).max(1000);
const share = z.number().min(0).max(1);
const target = z.int().min(0).nullable();

const definitionsSchema = z
  .object({
    entryStage: z.int().min(0).max(20),
    shareFloors: z.array(share).length(3),
    flatPoints: z.number().min(0).max(100),
    flatQuarters: count.min(1),
    rateMinimumDeals: count.min(1),
    missedOpeningsAlert: count.min(1),
    freshDays: count.min(1),
    activeRepDays: count.min(1),
    checkinFreshDays: count.min(1),
    targets: z.object({ sourcedPipelineMinor: target, sourcedClosedWonMinor: target }),
  })
  .meta({ id: 'ScoreboardDefinitions' });

const versionParams = z.object({
  org: z.string(),
  word: pageWordSchema,
  version: z.coerce.number().int().min(1).max(1_000_000),
});
const signatureBody = z.object({
  seat: seatSchema,
  password: passwordField.optional().describe('The signer’s present password, for an account that has one'),
});

/** The signed pages: which versions there are, who has signed them, and signing. */
export const policyRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/policies/{word}',
    capability: 'organization.read',
    operation: 'listPolicyVersions',
    summary: 'Every version of a page with its signatures, newest first',
    params: z.object({ org: z.string(), word: pageWordSchema }),
    replies: { 200: z.object({ items: z.array(versionSchema) }) },
    handle: async ({ context, params }) => ({
      status: 200,
      body: { items: await listVersions(context, params.word) },
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/policies/scoreboard',
    capability: 'scoreboard.define',
    operation: 'proposeScoreboardDefinitions',
    summary: 'Propose a new version of the scoreboard’s definitions, from a quarter on',
    creates: true,
    body: z.object({ definitions: definitionsSchema, inForceFrom: dateSchema }),
    replies: { 201: z.object({ version: z.int() }) },
    handle: async ({ context, body }) => ({
      status: 201,
      body: await proposeDefinitions(context, body.definitions, body.inForceFrom as LocalDate),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/policies/{word}/{version}/signatures',
    capability: 'policy.sign',
    operation: 'signPolicy',
    summary: 'Sign a version for a seat that the caller holds, with their own sign-in again',
    creates: true,
    perMinute: 60,
    params: versionParams,
    body: signatureBody,
    replies: { 201: z.object({ missing: z.array(z.string()) }) },
    handle: async ({ context, params, body, services, request, user }) => {
      const { word, version } = params;
      const proof = await requireProof(services.identity, request.caller, user, body.password);
      const { missing } = await signPage(context, { word, version, seat: body.seat }, proof);
      return { status: 201, body: { missing: [...missing] } };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/o/{org}/policies/{word}/{version}/countersignatures',
    capability: 'policy.sign',
    operation: 'countersignPolicy',
    summary: 'Stand by a version that somebody else signed for the seat that the caller now holds',
    creates: true,
    perMinute: 60,
    params: versionParams,
    body: signatureBody,
    replies: { 201: nothingSchema },
    handle: async ({ context, params, body, services, request, user }) => {
      const { word, version } = params;
      const proof = await requireProof(services.identity, request.caller, user, body.password);
      await countersignPage(context, { word, version, seat: body.seat }, proof);
      return { status: 201, body: {} };
    },
  }),
];
