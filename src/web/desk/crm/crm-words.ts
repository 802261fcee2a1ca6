import type { CrmDifference } from './crm-data.ts';

/** What each kind of difference is called, and what a person does about it. */
export const differenceWords = {
  missing_field: { many: 'Fields that the file lacks', one: 'No such field' },
  missing_value: { many: 'Values that are missing', one: 'Missing' },
  other_value: { many: 'Values that are others', one: 'Other value' },
  stale_version: { many: 'Written by an earlier page', one: 'Earlier page' },
  missing_deal: { many: 'Deals that the file lacks', one: 'No such row' },
} as const satisfies Record<CrmDifference['kind'], { many: string; one: string }>;

/** The kinds, in the order in which they are told. */
export const differenceKinds = Object.keys(differenceWords) as CrmDifference['kind'][];

/** How many differences there are in all. */
export function allDifferences(counts: Partial<Record<CrmDifference['kind'], number>>): number {
  return differenceKinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
}
