import { z } from 'zod';
import { idSchema } from '../access/schemas.ts';
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
      sentence: z.string(),
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
