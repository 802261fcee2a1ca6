import { z } from 'zod';
import { actRemarks } from '#core/attribution/act-remarks.ts';
import type { KeptTouch } from './write-touch.ts';

export const evidenceSchema = z
  .array(z.string().trim().min(1).max(2000))
  .max(20)
  .describe('What proves it: a link, or file:<id>, mail:<id>, meeting:<words>, crm:<words>');
// The last moment that JavaScript and PostgreSQL can both tell.
export const instant = z.int().min(0).max(8_640_000_000_000_000).describe('Epoch milliseconds');
export const text = (longest: number) => z.string().trim().min(1).max(longest);

const codes = Object.keys(actRemarks) as [keyof typeof actRemarks, ...(keyof typeof actRemarks)[]];

export const keptTouchSchema = z
  .object({
    touchId: z.string(),
    remarks: z
      .array(z.object({ code: z.enum(codes), sentence: z.string() }))
      .describe('What the act lacks to count, and what it can still earn'),
  })
  .meta({ id: 'KeptTouch' });

export function shownTouch(kept: KeptTouch): z.infer<typeof keptTouchSchema> {
  return { touchId: kept.touchId, remarks: [...kept.remarks] };
}
