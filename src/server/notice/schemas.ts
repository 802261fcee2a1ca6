import { z } from 'zod';
import { codeParamsSchema, idSchema } from '../access/schemas.ts';
import { pageQuery } from '../http/page.ts';

export const groupSchema = z.enum(['asks', 'credit', 'program']).meta({ id: 'NoticeGroup' });
export const waySchema = z.enum(['at_once', 'digest', 'here']).meta({ id: 'NoticeWay' });

export const noticeQuery = z.object({
  ...pageQuery,
  unread: z.enum(['true', 'false']).optional(),
  group: groupSchema.optional(),
});

export const noticesSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      params: codeParamsSchema.describe(
        'What the sentence is made of; empty where it was told before this was kept',
      ),
      sentence: z.string().describe('In English'),
      link: z.string().describe('The path below the desk, or below the portal for a partner'),
      madeAt: z.int(),
      isRead: z.boolean(),
    }),
  ),
  unread: z.int(),
  nextCursor: z.string().nullable(),
});

export const readingSchema = z.union([
  z.strictObject({ until: z.int().min(0).max(8_640_000_000_000_000) }),
  z.strictObject({ ids: z.array(idSchema).min(1).max(200) }),
]);

export const settingsSchema = z.object({
  digestMinute: z
    .int()
    .min(0)
    .max(1439)
    .describe('Minutes after midnight in the time zone of the organization'),
  gatherMinutes: z
    .int()
    .min(0)
    .max(60)
    .describe('How long what is told at once waits for what comes with it'),
});

export const choicesSchema = z.object({
  choices: z.array(z.object({ group: groupSchema, way: waySchema })),
  settings: settingsSchema,
  isDemo: z.boolean().describe('Nothing leaves from a demo company'),
});

export const deliverySchema = z
  .object({
    id: z.string(),
    kind: z.enum(['at_once', 'digest', 'post', 'test', 'rep']),
    to: z.object({
      person: z.string().nullable(),
      partner: z.string().nullable(),
      address: z.string().nullable(),
    }),
    digestOn: z.string().nullable(),
    queuedAt: z.int(),
    state: z.enum(['queued', 'sending', 'waiting', 'sent', 'failed', 'dropped']),
    tries: z.int(),
    answer: z.string().nullable().describe('What the server said, or why nothing was sent'),
    endedAt: z.int().nullable(),
    nextTryAt: z.int().nullable(),
    mayRenew: z.boolean(),
    notices: z.array(
      z.object({
        sentence: z.string(),
        language: z.enum(['en', 'de']).describe('That of the sentence'),
        link: z.string(),
        leftOut: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Delivery' });

export const channelSchema = z.object({
  channel: z
    .object({ host: z.string(), groups: z.array(groupSchema), setAt: z.int() })
    .nullable()
    .describe('The address is a secret and is never answered'),
});

export const channelWishSchema = z.object({
  address: z.string().trim().min(1).max(1000).optional(),
  groups: z.array(groupSchema).min(1),
});

export const testedSchema = z.object({ arrived: z.boolean(), answer: z.string() });
