/**
 * Whether what the CRM holds is what Tandem says, field by field (ATT-22: the class can be read from the CRM).
 *
 * Handbook: docs/handbook/crm.md
 */

import { type CrmField, crmFieldFacts } from './crm-fields.ts';

/**
 * - missing_field: the CRM has no such field, or the export left its column out.
 * - missing_value: Tandem says something, the field is empty.
 * - other_value: the field says something else; also where Tandem has no verdict and the field says something.
 * - stale_version: the field was written by an earlier version of the signed page.
 * - missing_deal: Tandem has a verdict on a deal that the file does not have.
 */
export const crmDifferences = [
  'missing_field',
  'missing_value',
  'other_value',
  'stale_version',
  'missing_deal',
] as const;
export type CrmDifference = (typeof crmDifferences)[number];

/**
 * How a cell differs from what Tandem says; null where it says the same. Dates and numbers come as YYYY-MM-DD and
 * whole numbers where the file has any; case and punctuation do not matter in a choice, and space never does. A mark
 * that keeps a spreadsheet from running a name as a formula is no difference.
 */
export function crmDifference(
  field: CrmField,
  says: string,
  found: string,
): Exclude<CrmDifference, 'missing_field' | 'missing_deal'> | null {
  const { kind } = crmFieldFacts[field];
  const [wanted, held] = [says, found].map((text) => comparable(kind === 'choice', text)) as [string, string];
  if (wanted === held) return null;
  if (held === '') return 'missing_value';
  if (field === 'pageVersion' && wanted !== '' && Number(held) < Number(wanted)) return 'stale_version';
  return 'other_value';
}

const mark = /^'(?=\s*[=+\-@＝＋－＠])/;

function comparable(isChoice: boolean, text: string): string {
  const plain = text.normalize('NFC').trim().replace(mark, '').trim().replace(/\s+/g, ' ');
  return isChoice ? plain.toLowerCase().replace(/[\s_-]+/g, ' ') : plain;
}
