/**
 * Deals that are alike in every trait stand in one stratum, and are compared within it.
 *
 * Handbook: docs/handbook/lift.md
 */

import type { Field } from './coarsen.ts';

/** One stratum: deals and wins of the partners' side and of the other. */
export type Stratum = {
  readonly partner: number;
  readonly direct: number;
  readonly partnerWon: number;
  readonly directWon: number;
};

export type Strata = {
  readonly fields: readonly Field[];
  /** The stratum of each case. */
  readonly of: Int32Array;
  readonly count: number;
  /** The share of partner deals that have a deal of the other side in their stratum. */
  readonly kept: number;
};

/**
 * Strata by as many fields as leave the wanted share of partner deals with somebody to compare with; the last field
 * is let go first. Decided without a look at what became of the deals.
 */
export function stratify(isPartner: Uint8Array, fields: readonly Field[], leastKept: number): Strata {
  for (let used = fields.length; used > 0; used -= 1) {
    const strata = strataBy(isPartner, fields.slice(0, used));
    if (strata.kept >= leastKept) return strata;
  }
  return strataBy(isPartner, []);
}

function strataBy(isPartner: Uint8Array, fields: readonly Field[]): Strata {
  const of = new Int32Array(isPartner.length);
  const indexOf = new Map<number, number>();
  for (let i = 0; i < of.length; i += 1) {
    let code = 0;
    for (const field of fields) code = code * field.levels.length + (field.of[i] ?? 0);
    const index = indexOf.get(code) ?? indexOf.size;
    indexOf.set(code, index);
    of[i] = index;
  }
  const tables = tablesOf({ of, count: indexOf.size }, isPartner, new Uint8Array(of.length));
  const partners = tables.reduce((sum, table) => sum + table.partner, 0);
  const matched = tables.reduce((sum, table) => sum + (table.direct > 0 ? table.partner : 0), 0);
  return { fields, of, count: indexOf.size, kept: partners === 0 ? 0 : matched / partners };
}

/** The table of every stratum. */
export function tablesOf(
  strata: Pick<Strata, 'of' | 'count'>,
  isPartner: Uint8Array,
  isWon: Uint8Array,
): readonly Stratum[] {
  const tables = Array.from({ length: strata.count }, () => ({
    partner: 0,
    direct: 0,
    partnerWon: 0,
    directWon: 0,
  }));
  for (let i = 0; i < isPartner.length; i += 1) {
    const table = tables[strata.of[i] ?? 0];
    if (table === undefined) continue;
    if (isPartner[i] === 1) {
      table.partner += 1;
      table.partnerWon += isWon[i] ?? 0;
    } else {
      table.direct += 1;
      table.directWon += isWon[i] ?? 0;
    }
  }
  return tables;
}

/**
 * What each case counts for, so that the other side has the partners' mix: a partner deal 1, a deal of the other side
 * n₁ₛ/n₀ₛ · N₀/N₁, with N the matched deals of each side; 0 in a stratum that has one side only. `times`: how often
 * each case was drawn, once if left out.
 */
export function mixWeights(strata: Strata, isPartner: Uint8Array, times?: Float64Array): Float64Array {
  const [n1, n0] = [new Float64Array(strata.count), new Float64Array(strata.count)];
  for (let i = 0; i < isPartner.length; i += 1) {
    const side = isPartner[i] === 1 ? n1 : n0;
    const s = strata.of[i] ?? 0;
    side[s] = (side[s] ?? 0) + (times?.[i] ?? 1);
  }
  let [all1, all0] = [0, 0];
  for (let s = 0; s < strata.count; s += 1) {
    if ((n1[s] ?? 0) === 0 || (n0[s] ?? 0) === 0) continue;
    all1 += n1[s] ?? 0;
    all0 += n0[s] ?? 0;
  }
  const weights = new Float64Array(isPartner.length);
  for (let i = 0; i < weights.length; i += 1) {
    const s = strata.of[i] ?? 0;
    const [ofPartner, ofDirect] = [n1[s] ?? 0, n0[s] ?? 0];
    if (ofPartner === 0 || ofDirect === 0) continue;
    const own = isPartner[i] === 1 ? 1 : (ofPartner / ofDirect) * (all0 / all1);
    weights[i] = own * (times?.[i] ?? 1);
  }
  return weights;
}
