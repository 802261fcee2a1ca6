/**
 * The classes of a credit, highest first (method 5.2). Each deal counts in exactly one of them.
 *
 * - sourced: the partner brought the deal.
 * - co_sold: the partner and an AE worked it together under an active co-sell plan.
 * - influenced: the partner took part in at least one event of the deal, with an outcome.
 * - assisted: the partner helped, without such an event; a memo line without money.
 * - none: everything else. Overlap and logos are never credit.
 *
 * Handbook: docs/handbook/attribution.md
 */

export const creditClasses = ['sourced', 'co_sold', 'influenced', 'assisted', 'none'] as const;

export type CreditClass = (typeof creditClasses)[number];

/** Sorts classes with the higher one first; 0 if they are the same. */
export function byCreditClass(a: CreditClass, b: CreditClass): number {
  return creditClasses.indexOf(a) - creditClasses.indexOf(b);
}
