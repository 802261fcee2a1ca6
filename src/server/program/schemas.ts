import { z } from 'zod';
import { pageStates, versionLife } from '#core/blueprint/standing.ts';
import { weekOneTaskKeys } from '#core/blueprint/week-one.ts';
import { pageWords } from '#core/program/page.ts';
import { type InterimAs, interimHolders, seats } from '#core/program/seat.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) =>
  Object.keys(table) as [Key, ...Key[]];

export const pageWordSchema = z.enum(pageWords).meta({ id: 'PageWord' });
export const seatSchema = z.enum(seats).meta({ id: 'Seat' });
export const interimSchema = z.enum(keysOf<InterimAs>(interimHolders)).meta({ id: 'InterimAs' });
export const taskSchema = z.enum(weekOneTaskKeys).meta({ id: 'WeekOneTask' });
/** What a page says. Its fields stand in the program's own schema, so it is parsed there and not here. */
export const bodySchema = z.unknown();

const signatureSchema = z.object({
  seat: z.string(),
  membershipId: z.string(),
  name: z.string(),
  interim: interimSchema.nullable(),
  signedAt: z.int(),
});

export const versionSchema = z.object({
  version: z.int(),
  inForceFrom: z.string(),
  standing: z.enum(keysOf(versionLife)),
  signedOn: z.string().nullable(),
  isDraft: z.boolean(),
  missing: z.array(z.string()),
  proposedAt: z.int(),
  proposedBy: z.string(),
  signatures: z.array(signatureSchema),
  countersignatures: z.array(signatureSchema.omit({ interim: true })),
  body: bodySchema,
});

const shownPageSchema = z.object({
  word: pageWordSchema,
  seats: z.array(seatSchema),
  state: z.enum(keysOf(pageStates)),
  draft: z
    .object({
      body: bodySchema,
      confirmed: z.array(z.string()),
      revision: z.int(),
      baseVersion: z.int().nullable(),
      updatedAt: z.int(),
      updatedBy: z.string(),
    })
    .nullable(),
  inForce: z
    .object({
      version: z.int(),
      inForceFrom: z.string(),
      signedOn: z.string().nullable(),
      isDraft: z.boolean().describe('No version is signed; this one stands in until one is'),
      body: bodySchema,
    })
    .nullable(),
  next: z.object({ version: z.int(), inForceFrom: z.string() }).nullable(),
  proposed: z
    .object({
      version: z.int(),
      inForceFrom: z.string(),
      body: bodySchema,
      missing: z.array(seatSchema),
      signatures: z.array(signatureSchema),
    })
    .nullable(),
});

export const programSchema = z
  .object({
    kickoffOn: z.string().nullable(),
    mode: z.enum(['new', 'running']),
    currency: z.string(),
    today: z.string(),
    pages: z.array(shownPageSchema),
    seats: z.array(
      z.object({
        seat: seatSchema,
        label: z.string(),
        isOpen: z.boolean(),
        holders: z.array(
          z.object({
            membershipId: z.string(),
            name: z.string(),
            interim: interimSchema.nullable(),
            since: z.string(),
          }),
        ),
        youHold: z.boolean(),
      }),
    ),
    me: z.object({ membershipId: z.string(), signsFor: z.array(seatSchema) }),
  })
  .meta({ id: 'ProgramState' });

export const weekOneSchema = z.object({
  pack: z
    .object({
      openedAt: z.int().nullable().describe('Null until the leader’s first visit opens it'),
      closedAt: z.int().nullable(),
      pages: z.array(
        z.object({
          word: pageWordSchema,
          title: z.string(),
          version: z.int(),
          inForceFrom: z.string(),
          signedForYou: signatureSchema.pick({ name: true, interim: true, signedAt: true }).nullable(),
          needsCountersignature: z.boolean(),
        }),
      ),
      number: z.object({ number: z.string(), target: z.string(), guard: z.string() }),
      closedGates: z.array(z.string()),
      tasks: z.array(
        z.object({
          task: taskSchema,
          label: z.string(),
          guidance: z.string(),
          isDone: z.boolean(),
          isToldByFacts: z.boolean(),
          doneAt: z.int().nullable(),
        }),
      ),
    })
    .nullable()
    .describe('Null for anybody but the leader'),
});
