import { z } from 'zod';
import { crmDifferences } from '#core/attribution/crm-check.ts';
import { type CrmField, crmFields, crmSystems } from '#core/attribution/crm-fields.ts';
import { crmNeeds } from '#core/attribution/crm-readiness.ts';

export const systemSchema = z.enum(crmSystems);
const fieldSchema = z.enum(crmFields);

function byField<T extends z.ZodType>(schema: T): z.ZodObject<Record<CrmField, T>> {
  return z.strictObject(Object.fromEntries(crmFields.map((field) => [field, schema])) as Record<CrmField, T>);
}

const nameSchema = z.string().trim().min(1).max(100).nullable();
export const mapSchema = z
  .object({
    system: systemSchema,
    source: z.string().trim().min(1).max(100).describe('The source whose deals this CRM holds'),
    names: byField(nameSchema).describe('The CRM’s field by what it carries; null is not carried'),
  })
  .meta({ id: 'CrmMap' });
export const shownMapSchema = mapSchema
  .extend({ setBy: z.string().nullable(), setAt: z.int().nullable() })
  .meta({ id: 'ShownCrmMap' });

export const exportSchema = z
  .object({
    system: systemSchema,
    deals: z.int(),
    newDeals: z.int().describe('Accepted registrations whose deal the CRM does not have yet'),
    leftOut: z.array(z.object({ number: z.int(), id: z.string(), why: z.string() })),
    fields: z.array(z.object({ field: fieldSchema, name: z.string(), defined: z.boolean() })),
    notes: z.array(z.string()),
    files: z.array(z.object({ path: z.string(), bytes: z.int() })),
  })
  .meta({ id: 'CrmExport' });

export const checkSchema = z
  .object({
    checkId: z.string(),
    system: systemSchema,
    fileName: z.string(),
    sha256: z.string(),
    checkedBy: z.string(),
    checkedAt: z.int(),
    result: z.object({
      readiness: z.object({
        canTag: z.boolean(),
        items: z.array(
          z.object({
            item: z.enum([...crmNeeds, ...crmFields]),
            label: z.string(),
            holds: z.boolean(),
            needed: z.boolean().describe('Without it no deal can be tagged'),
            column: z.string().nullable(),
            add: z.string(),
          }),
        ),
      }),
      columns: byField(z.string().nullable()),
      compared: z.array(fieldSchema),
      rows: z.int(),
      known: z.int(),
      unknown: z.int(),
      decided: z.int().describe('Deals that have a verdict'),
      arrived: z.int().describe('Those that the CRM holds as Tandem says'),
      differences: z.record(z.enum(crmDifferences), z.int()),
      listed: z.int(),
      notes: z.array(z.string()),
    }),
  })
  .meta({ id: 'CrmCheck' });

export const differenceSchema = z
  .object({
    position: z.int(),
    kind: z.enum(crmDifferences),
    field: fieldSchema.nullable(),
    deal: z.object({ number: z.int(), name: z.string(), recordId: z.string() }).nullable(),
    row: z.int().nullable().describe('The row of the file; the first one is 1'),
    expected: z.string().describe('What Tandem says'),
    found: z.string().describe('What the CRM holds'),
  })
  .meta({ id: 'CrmDifference' });
