import { z } from 'zod';

export const kindSchema = z
  .enum([
    'opportunities',
    'stage-history',
    'accounts',
    'partners',
    'opportunity-partners',
    'touches',
    'registrations',
  ])
  .meta({ id: 'ImportKind' });

/** What a person corrects where the file itself was read wrongly. */
export const fileChoiceSchema = z
  .object({
    encoding: z
      .enum(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'windows-1252'])
      .optional(),
    delimiter: z.enum([',', ';', '\t', '|']).optional(),
    headerRow: z.int().min(1).max(1_000_000).optional(),
    sheet: z.string().min(1).max(200).optional(),
  })
  .meta({ id: 'ImportFileChoice' });

/**
 * The mapping file. Its every key is checked by the reader of the file, which says what is wrong and how to mend
 * it, so this only fixes the outer shape.
 */
export const mappingSchema = z
  .looseObject({
    kind: kindSchema,
    source: z.string().optional().describe('The system whose record ids these are'),
    timeZone: z.string().optional(),
    sourceTimeZone: z.string().optional(),
    dateOrder: z.enum(['mdy', 'dmy', 'ymd']).optional(),
    decimal: z.enum(['.', ',']).optional(),
    currency: z.string().optional(),
    columns: z.record(z.string(), z.string().optional()).describe('Field → column of the file'),
    stageColumns: z.record(z.string(), z.string()).optional().describe('Date column → stage'),
    stages: z
      .record(
        z.string(),
        z.object({
          order: z.number().int().optional(),
          entry: z.boolean().optional(),
          outcome: z.enum(['open', 'won', 'lost']).optional(),
          ignore: z.boolean().optional(),
        }),
      )
      .optional(),
    outcomes: z.record(z.string(), z.enum(['open', 'won', 'lost'])).optional(),
    partner: z
      .object({
        column: z.string(),
        role: z.string().optional(),
        separator: z.string().optional(),
        values: z.record(z.string(), z.string().nullable()).optional(),
      })
      .optional(),
    file: fileChoiceSchema.optional(),
  })
  .meta({ id: 'ImportMapping' });

const questionSchema = z.object({
  id: z.string(),
  about: z.string(),
  required: z.boolean(),
  text: z.string(),
  why: z.string(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
  suggested: z.string().nullable(),
  path: z.array(z.string()),
});

export const candidateSchema = z
  .object({
    column: z.string(),
    rows: z.int(),
    why: z.string(),
    values: z.array(z.object({ value: z.string(), rows: z.int(), matches: z.string().nullable() })),
  })
  .meta({ id: 'PartnerCandidate' });

const understandingSchema = z
  .object({
    kind: kindSchema,
    kindReason: z.string(),
    source: z.string(),
    sourceReason: z.string(),
    rows: z.int(),
    shape: z.object({
      container: z.string(),
      encoding: z.string(),
      delimiter: z.string(),
      headerRow: z.int(),
      sheet: z.string().nullable(),
      sheets: z.array(z.string()),
      notes: z.array(z.string()),
      preambleLines: z.array(z.string()).describe('The first lines above the header'),
      footerLines: z.array(z.string()).describe('The first lines below the data that were left out'),
    }),
    columns: z.array(
      z.object({
        column: z.string(),
        field: z.string().nullable(),
        reason: z.string(),
        examples: z.array(z.string()),
      }),
    ),
    stages: z.array(
      z.object({
        name: z.string(),
        rows: z.int(),
        reason: z.string(),
        order: z.number().nullable(),
        soundsLike: z.enum(['open', 'won', 'lost']).nullable(),
      }),
    ),
    sampleRows: z.array(z.array(z.string())),
    questions: z.array(questionSchema),
    partnerCandidates: z.array(candidateSchema),
  })
  .meta({ id: 'ImportUnderstanding' });

export const rejectSchema = z
  .object({
    row: z.int(),
    column: z.string().nullable(),
    code: z.string(),
    expected: z.string(),
    found: z.string(),
    repair: z.string(),
  })
  .meta({ id: 'ImportReject' });

const groupSchema = z.object({
  code: z.string(),
  column: z.string().nullable(),
  expected: z.string(),
  repair: z.string(),
  rows: z.int(),
  examples: z.array(z.object({ row: z.int().nullable(), found: z.string() })),
});

export const countsSchema = z
  .object({
    rows: z.int(),
    create: z.int(),
    update: z.int(),
    unchanged: z.int(),
    skip: z.int(),
    reject: z.int(),
  })
  .meta({ id: 'ImportCounts' });

const resultSchema = z.object({
  counts: countsSchema,
  newAccounts: z.int(),
  newPartners: z.int(),
  groups: z.array(groupSchema).describe('Rejected rows, by what repairs them'),
  notes: z.array(groupSchema).describe('Rows that come in, and what is worth knowing about them'),
  rejects: z.array(rejectSchema).describe('The first of the rejected rows'),
});

export const draftSchema = z
  .object({
    draftId: z.string(),
    fileId: z.string(),
    fileName: z.string(),
    source: z.string(),
    state: z.enum(['uploaded', 'running', 'tried', 'failed', 'committed', 'discarded']),
    task: z.enum(['try', 'commit']).nullable(),
    mapping: mappingSchema.nullable(),
    remembered: z.boolean().describe('The mapping is the one that an earlier import with these columns used'),
    progress: z
      .object({
        phase: z.enum(['reading', 'writing', 'projecting']),
        rows: z.int(),
        share: z.number().describe('Of the file, from 0 to 1'),
      })
      .nullable(),
    understanding: understandingSchema.nullable(),
    isConfirmed: z.boolean().describe('A person set the mapping; until then it is a suggestion'),
    result: resultSchema.nullable(),
    failure: z.string().nullable(),
    importId: z.string().nullable(),
    updatedAt: z.int(),
  })
  .meta({ id: 'ImportDraft' });

export const importSchema = z
  .object({
    importId: z.string(),
    number: z.int(),
    source: z.string(),
    kind: kindSchema,
    fileName: z.string(),
    sha256: z.string(),
    mapping: mappingSchema,
    firstOfSource: z.boolean(),
    counts: z.record(z.string(), z.int()),
    committedAt: z.int(),
    committedBy: z.string(),
    withdrawnAt: z.int().nullable(),
    withdrawnBy: z.string().nullable(),
  })
  .meta({ id: 'Import' });

const claimTotalSchema = z.object({
  class: z.string(),
  outcome: z.string(),
  currency: z.string().nullable(),
  deals: z.int(),
  amountMinor: z.int(),
});

export const acceptanceSchema = z
  .object({
    openingBalanceId: z.string(),
    acceptedBy: z.string(),
    acceptedByName: z.string().nullable(),
    acceptedOn: z.string(),
    throughImport: z.int(),
    claims: z.int(),
    amounts: z.array(claimTotalSchema),
  })
  .meta({ id: 'OpeningBalanceAcceptance' });

export const openingBalanceSchema = z
  .object({
    claims: z.int(),
    amounts: z.array(claimTotalSchema),
    throughImport: z.int(),
    acceptances: z.array(acceptanceSchema),
  })
  .meta({ id: 'OpeningBalance' });

export const pageSchema = z.object({
  cursor: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,9})?$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
