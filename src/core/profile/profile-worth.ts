/**
 * Whether the profile tells who produces (IPP-R3): its scores against what the partners then brought.
 *
 * Handbook: docs/handbook/program.md
 */

import type { ProfileBody } from './profile-page.ts';

/** A signed partner: its score at signing, and its production since (sourced amount, or deals). */
export type ScoredPartner = { readonly score: number; readonly production: number };

export type ProfileWorth =
  | { readonly kind: 'too_few'; readonly partners: number; readonly needed: number }
  /** All scores, or all productions, are equal: no order can be compared. */
  | { readonly kind: 'no_order'; readonly partners: number }
  | {
      readonly kind: 'measured';
      readonly partners: number;
      readonly correlation: number;
      /** The profile is to be written anew. */
      readonly rewrite: boolean;
    };

/**
 * IPP-R3: every two quarters the order by score is compared with the order by production, over at least
 * `rewriteLeast` signed partners. A rank correlation below `rewriteBelow` asks for a new profile.
 */
export function decideProfileWorth(
  partners: readonly ScoredPartner[],
  thresholds: Pick<ProfileBody['thresholds'], 'rewriteBelow' | 'rewriteLeast'>,
): ProfileWorth {
  const { rewriteBelow, rewriteLeast } = thresholds;
  if (partners.length < rewriteLeast) {
    return { kind: 'too_few', partners: partners.length, needed: rewriteLeast };
  }
  const correlation = rankCorrelation(partners.map(({ score, production }) => [score, production]));
  if (correlation === null) return { kind: 'no_order', partners: partners.length };
  return { kind: 'measured', partners: partners.length, correlation, rewrite: correlation < rewriteBelow };
}

/**
 * Spearman's rank correlation of pairs: 1 for the same order, -1 for the opposite one. Equal values share the mean of
 * their ranks. Null for fewer than two pairs, and where one side has but one value.
 */
export function rankCorrelation(pairs: readonly (readonly [number, number])[]): number | null {
  const one = ranksOf(pairs.map(([value]) => value));
  const other = ranksOf(pairs.map(([, value]) => value));
  const mean = (pairs.length + 1) / 2;
  let [both, ofOne, ofOther] = [0, 0, 0];
  for (const [index, rank] of one.entries()) {
    const a = rank - mean;
    const b = (other[index] ?? mean) - mean;
    both += a * b;
    ofOne += a * a;
    ofOther += b * b;
  }
  if (ofOne === 0 || ofOther === 0) return null;
  return Math.min(1, Math.max(-1, both / Math.sqrt(ofOne * ofOther)));
}

function ranksOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return values.map((value) => {
    const first = sorted.indexOf(value);
    const last = sorted.lastIndexOf(value);
    return (first + last) / 2 + 1;
  });
}
