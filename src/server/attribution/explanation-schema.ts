import { z } from 'zod';

const partnerSchema = z.object({ id: z.string(), name: z.string() });
const reasonSchema = z.object({
  rule: z.string(),
  code: z.string(),
  holds: z.boolean(),
  fact: z.string().describe('The test as a sentence with the fact behind it'),
  factId: z.string().nullable(),
  clause: z.string().describe('The sentence of the signed page by which it was made'),
});

const evidenceSchema = z.object({
  id: z.string(),
  kind: z.enum(['introduction', 'touch', 'cosell_plan', 'check_in', 'vendor_contact']),
  partnerId: z.string().nullable(),
  partner: z.string().nullable(),
  person: z.string().nullable(),
  owner: z.string().nullable(),
  occurredOn: z.string(),
  recordedOn: z.string(),
  confirmedOn: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  what: z.string(),
  role: z.string().nullable(),
  stage: z.int().nullable(),
  outcome: z.string().nullable(),
  links: z.array(z.string()),
  side: z.enum(['vendor', 'partner']),
  way: z.string(),
  importNumber: z.int().nullable().describe('The import that brought it'),
  confirmed: z.boolean(),
  refused: z.string().nullable().describe('Why we refused the claim'),
  withdrawn: z.boolean(),
  withdrawal: z
    .object({
      id: z.string().nullable(),
      state: z.enum(['proposed', 'done']),
      by: z.string(),
      reason: z.string(),
    })
    .nullable(),
  counts: z.boolean().describe('Whether the verdict rests on it'),
});

/** Who gets the credit of a deal, and everything that a person needs to check it. */
export const explanationSchema = z
  .object({
    opportunity: z.object({
      id: z.string(),
      number: z.int(),
      recordId: z.string(),
      name: z.string(),
      outcome: z.string(),
      kind: z.enum(['new', 'renewal', 'expansion']),
      createdOn: z.string().nullable(),
      qualifiedOn: z.string().nullable(),
      closedOn: z.string().nullable(),
    }),
    credit: z.string(),
    coSold: z.boolean(),
    partner: partnerSchema.nullable(),
    sentence: z.string(),
    policyVersion: z.int(),
    isDraft: z.boolean(),
    lockOn: z.string().nullable(),
    locked: z.boolean(),
    segment: z.string().nullable(),
    cycleDays: z.int().nullable(),
    grayArea: z.boolean(),
    needsPanel: z.boolean(),
    disputed: z.boolean(),
    disputableUntil: z
      .string()
      .nullable()
      .describe('The last day on which the credit may be disputed; null while the deal is open'),
    isDisputable: z.boolean().describe('Whether that day is not over yet in the organization’s time zone'),
    pending: z.boolean().describe('A fact waits for the stored verdict to be decided again'),
    reasons: z.array(reasonSchema),
    partners: z.array(
      z.object({
        partner: partnerSchema,
        class: z.string(),
        role: z.string().nullable(),
        credited: z.boolean(),
        reasons: z.array(reasonSchema),
        evidence: z.array(z.string()),
      }),
    ),
    evidence: z.array(evidenceSchema),
    timeline: z
      .object({
        from: z.string(),
        to: z.string(),
        createdOn: z.string(),
        lockOn: z.string(),
        qualifiedOn: z.string().nullable(),
        closedOn: z.string().nullable(),
        lookbackFrom: z.string(),
        quietFrom: z.string(),
        stages: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
      })
      .nullable(),
    counterfactuals: z.array(
      z.object({
        code: z.string(),
        sentence: z.string(),
        class: z.string(),
        partner: partnerSchema.nullable(),
      }),
    ),
    openingBalance: z.object({ class: z.string(), partner: partnerSchema }).nullable(),
    disputes: z.array(
      z.object({
        id: z.string(),
        number: z.int(),
        claim: z.string(),
        state: z.string(),
        openedAt: z.int(),
        closedAt: z.int().nullable(),
        outcome: z.string().nullable(),
      }),
    ),
    rulings: z.array(
      z.object({
        id: z.string(),
        number: z.int(),
        class: z.string(),
        partner: partnerSchema.nullable(),
        reason: z.string(),
        standsAt: z.int().nullable(),
      }),
    ),
    history: z.array(
      z.object({
        creditId: z.string(),
        class: z.string(),
        coSold: z.boolean(),
        partner: z.string().nullable(),
        policyVersion: z.int(),
        cause: z.string(),
        decidedAt: z.int(),
        hash: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'CreditExplanation' });

export type Explanation = z.output<typeof explanationSchema>;
export type Evidence = Explanation['evidence'][number];
export type ToldReason = Explanation['reasons'][number];
