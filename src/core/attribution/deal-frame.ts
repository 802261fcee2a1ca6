/**
 * What is fixed when a deal is first decided: the segment it is in and how long a won deal of that segment takes. A
 * later page, or an account that changes its industry, does not move the lock of a deal that runs (ATT-4).
 *
 * Handbook: docs/handbook/attribution.md
 */

import type { AttributionPolicy } from './policy.ts';

export type DealFrame = { readonly segment: string | null; readonly cycleDays: number | null };

/**
 * ATT-4: the segment of the signed page that has the name of the account's industry, whatever its case, and the days
 * that the page gives it. Both are null if there is none; then the shorter time to record a claim holds.
 */
export function dealFrame(industry: string | null, policy: Pick<AttributionPolicy, 'cycles'>): DealFrame {
  const name = industry?.trim().toLowerCase() ?? '';
  const row =
    name === '' ? undefined : policy.cycles.find((one) => one.segment.trim().toLowerCase() === name);
  return row === undefined
    ? { segment: null, cycleDays: null }
    : { segment: row.segment, cycleDays: row.days };
}
