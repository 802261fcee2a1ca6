/**
 * Whether the two sides are alike in what was known at the start, before and after matching.
 *
 * Handbook: docs/handbook/lift.md
 */

import type { Field, TraitName } from './coarsen.ts';

export type BalanceRow = {
  readonly trait: TraitName;
  readonly level: string;
  readonly partnerShare: number;
  readonly directShare: number;
  /** The standardized difference: of shares, over the root of the mean of both variances. */
  readonly before: number;
  readonly after: number;
};

/** One row per value of a trait. */
export function balanceOf(
  fields: readonly Field[],
  isPartner: Uint8Array,
  weights: Float64Array,
): readonly BalanceRow[] {
  const even = new Float64Array(isPartner.length).fill(1);
  return fields.flatMap((field) => {
    const [before, after] = [even, weights].map((own) => sharesOf(field, isPartner, own));
    return field.levels.map((level, index): BalanceRow => {
      const [partner, direct] = [before?.partner[index] ?? 0, before?.direct[index] ?? 0];
      return {
        trait: field.trait,
        level,
        partnerShare: partner,
        directShare: direct,
        before: standardized(partner, direct),
        after: standardized(after?.partner[index] ?? 0, after?.direct[index] ?? 0),
      };
    });
  });
}

/** The largest difference of all values, whichever way it goes; 0 without a row. */
export function worstOf(rows: readonly BalanceRow[], when: 'before' | 'after'): number {
  return rows.reduce((worst, row) => Math.max(worst, Math.abs(row[when])), 0);
}

function sharesOf(
  field: Field,
  isPartner: Uint8Array,
  weights: Float64Array,
): { partner: Float64Array; direct: Float64Array } {
  const count = field.levels.length;
  const [partner, direct] = [new Float64Array(count), new Float64Array(count)];
  let [all1, all0] = [0, 0];
  for (let i = 0; i < isPartner.length; i += 1) {
    const weight = weights[i] ?? 0;
    const level = field.of[i] ?? 0;
    if (isPartner[i] === 1) {
      partner[level] = (partner[level] ?? 0) + weight;
      all1 += weight;
    } else {
      direct[level] = (direct[level] ?? 0) + weight;
      all0 += weight;
    }
  }
  return { partner: partner.map((sum) => sum / (all1 || 1)), direct: direct.map((sum) => sum / (all0 || 1)) };
}

function standardized(p1: number, p0: number): number {
  const variance = (p1 * (1 - p1) + p0 * (1 - p0)) / 2;
  if (variance > 0) return (p1 - p0) / Math.sqrt(variance);
  // Each side has one value only: the same, or never the same.
  return p1 === p0 ? 0 : p1 > p0 ? 10 : -10;
}
