/**
 * The monthly sample of Finance (ATT-20), drawn so that anybody draws the same deals again.
 *
 * Handbook: docs/handbook/finance-audit.md
 */

import { seededNumbers } from './seeded-numbers.ts';

/** A deal that may be drawn: it had partner credit in the month, by this verdict. */
export type AuditedDeal = { readonly opportunityId: string; readonly creditId: string };

/** The lines of the signed page that say how much is looked at. */
export type SampleSettings = { readonly auditLeast: number; readonly auditShare: number };

/**
 * How many deals Finance looks at: at least so many, or the share where that is more, rounded up; all of them where
 * there are not so many (ATT-20: max(10 deals, 10 %)).
 */
export function sampleSize(population: number, { auditLeast, auditShare }: SampleSettings): number {
  // Rounded first: 0.1 of 30 deals is 3, not 3.0000000000000004.
  const byShare = Math.ceil(Math.round(population * auditShare * 1e6) / 1e6);
  return Math.min(population, Math.max(auditLeast, byShare));
}

/**
 * Draws the sample. The same deals, seed and settings give the same sample in the same order, in whatever order the
 * deals come in. Each deal is as likely as every other.
 */
export function drawSample<Deal extends AuditedDeal>(
  population: readonly Deal[],
  seed: string,
  settings: SampleSettings,
): Deal[] {
  const deals = [...population].sort((a, b) => (a.opportunityId < b.opportunityId ? -1 : 1));
  const below = seededNumbers(seed);
  const size = sampleSize(deals.length, settings);
  // The first places of a shuffle: each takes one of the deals that are left.
  for (let place = 0; place < size; place += 1) {
    const taken = place + below(deals.length - place);
    const [here, there] = [deals[place], deals[taken]];
    if (here === undefined || there === undefined) break;
    deals[place] = there;
    deals[taken] = here;
  }
  return deals.slice(0, size);
}
