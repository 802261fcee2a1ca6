import { z } from 'zod';
import type { LocalDate } from '#core/calendar.ts';
import { dateSchema, roleSchema } from '../access/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { listPolicies, proposeDefinitions, signPolicy } from './change-policy.ts';
import { signedOf } from './policies.ts';

const wordSchema = z.enum(['attribution', 'scoreboard']);
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

/** The signed pages: which versions there are, who has signed, and the next version of the scoreboard's definitions. */
export const programRoutes = [
  defineRoute({
    method: 'GET',
    path: '/o/{org}/policies/{word}',
    capability: 'organization.read',
    operation: 'listPolicyVersions',
    summary: 'Every version of a policy with its signatures, newest first',
    params: z.object({ org: z.string(), word: wordSchema }),
    replies: {
      200: z.object({
        items: z.array(
          z.object({
            version: z.int(),
            inForceFrom: z.string(),
            isDraft: z.boolean(),
            missing: z.array(z.string()),
            signatures: z.array(z.object({ seat: z.string(), membershipId: z.string(), signedAt: z.int() })),
            body: z.unknown(),
          }),
        ),
      }),
    },
    handle: async ({ context, params }) => {
      const rows = await listPolicies(context, params.word);
      const items = rows.map((row) => {
        const { missing, ...signed } = signedOf(row);
        return { ...signed, missing: [...missing], body: row.body };
      });
      return { status: 200, body: { items } };
    },
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
    summary: 'Sign a version for a seat that the caller holds',
    creates: true,
    params: z.object({ org: z.string(), word: wordSchema, version: z.coerce.number().int().min(1) }),
    body: z.object({ seat: roleSchema }),
    replies: { 201: z.object({ missing: z.array(z.string()) }) },
    handle: async ({ context, params, body }) => {
      const { missing } = await signPolicy(context, params.word, params.version, body.seat);
      return { status: 201, body: { missing: [...missing] } };
    },
  }),
];
