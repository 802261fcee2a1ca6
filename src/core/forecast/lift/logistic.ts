/**
 * A logistic regression of winning on the partner's part and on the traits, held back by a ridge, and what it says
 * of the partners' own deals with and without the partner.
 *
 * Handbook: docs/handbook/lift.md
 */

import type { Field } from './coarsen.ts';

/** The columns: one for all, one for the partner's part, one for every value of a trait but its first. */
export type Design = {
  readonly columns: number;
  /** For each case the columns in which it has a 1 besides the first two, `perCase` of them; −1 for none. */
  readonly active: Int16Array;
  readonly perCase: number;
};

export function designOf(cases: number, fields: readonly Field[]): Design {
  const perCase = fields.length;
  const active = new Int16Array(cases * perCase);
  let columns = 2;
  for (const [place, field] of fields.entries()) {
    for (let i = 0; i < cases; i += 1) {
      const level = field.of[i] ?? 0;
      active[i * perCase + place] = level === 0 ? -1 : columns + level - 1;
    }
    columns += field.levels.length - 1;
  }
  return { columns, active, perCase };
}

/** What the partner's part is held back by: next to nothing, but it stays finite where a side never or always wins. */
const lightRidge = 0.01;

/**
 * The coefficients that fit best, by Newton's method from `start`; at most `steps` steps. `weights`: how often each
 * case counts.
 */
export function fitLogistic(
  design: Design,
  isPartner: Uint8Array,
  isWon: Uint8Array,
  weights: Float64Array,
  ridge: number,
  start: Float64Array,
  steps: number,
): Float64Array {
  const { columns, active, perCase } = design;
  const beta = Float64Array.from(start);
  const gradient = new Float64Array(columns);
  const hessian = new Float64Array(columns * columns);
  const own = new Int32Array(perCase + 2);
  for (let step = 0; step < steps; step += 1) {
    gradient.fill(0);
    hessian.fill(0);
    for (let i = 0; i < isPartner.length; i += 1) {
      const weight = weights[i] as number;
      if (weight === 0) continue;
      let size = 1;
      let linear = beta[0] as number;
      if (isPartner[i] === 1) {
        own[size++] = 1;
        linear += beta[1] as number;
      }
      for (let place = i * perCase; place < (i + 1) * perCase; place += 1) {
        const column = active[place] as number;
        if (column < 0) continue;
        own[size++] = column;
        linear += beta[column] as number;
      }
      const chance = 1 / (1 + Math.exp(-linear));
      const miss = weight * ((isWon[i] as number) - chance);
      const curve = weight * chance * (1 - chance);
      // Columns ascend within a case, so only the lower half is filled.
      for (let row = 0; row < size; row += 1) {
        const at = own[row] as number;
        gradient[at] = (gradient[at] as number) + miss;
        const base = at * columns;
        for (let column = 0; column <= row; column += 1) {
          const cell = base + (own[column] as number);
          hessian[cell] = (hessian[cell] as number) + curve;
        }
      }
    }
    for (let c = 1; c < columns; c += 1) {
      const held = c === 1 ? lightRidge : ridge;
      gradient[c] = (gradient[c] as number) - held * (beta[c] as number);
      hessian[c * columns + c] = (hessian[c * columns + c] as number) + held;
    }
    hessian[0] = (hessian[0] as number) + 1e-9;
    const change = solveSymmetric(hessian, gradient);
    const largest = change.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    // A step that is too long would overshoot where the curve is flat.
    const scale = largest > 3 ? 3 / largest : 1;
    for (let c = 0; c < columns; c += 1) beta[c] = (beta[c] as number) + scale * (change[c] as number);
    if (largest < 1e-8) break;
  }
  return beta;
}

/** Solves A·x = b for a positive definite A of which the lower half is given (Cholesky); A is overwritten. */
function solveSymmetric(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const x = Float64Array.from(b);
  for (let row = 0; row < n; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = a[row * n + column] as number;
      for (let k = 0; k < column; k += 1) sum -= (a[row * n + k] as number) * (a[column * n + k] as number);
      a[row * n + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (a[column * n + column] as number);
    }
    let sum = x[row] as number;
    for (let k = 0; k < row; k += 1) sum -= (a[row * n + k] as number) * (x[k] as number);
    x[row] = sum / (a[row * n + row] as number);
  }
  for (let row = n - 1; row >= 0; row -= 1) {
    let sum = x[row] as number;
    for (let k = row + 1; k < n; k += 1) sum -= (a[k * n + row] as number) * (x[k] as number);
    x[row] = sum / (a[row * n + row] as number);
  }
  return x;
}

export type Standardized = {
  /** The mean chance of the partners' deals as they are, and as if nobody had helped. */
  readonly withPartner: number;
  readonly without: number;
};

/** The mean over the partner deals of the chance with and without the partner (g-computation). */
export function standardize(
  design: Design,
  isPartner: Uint8Array,
  weights: Float64Array,
  beta: Float64Array,
): Standardized {
  const { active, perCase } = design;
  let [all, with1, with0] = [0, 0, 0];
  for (let i = 0; i < isPartner.length; i += 1) {
    const weight = weights[i] as number;
    if (isPartner[i] !== 1 || weight === 0) continue;
    let linear = beta[0] as number;
    for (let place = i * perCase; place < (i + 1) * perCase; place += 1) {
      const column = active[place] as number;
      if (column >= 0) linear += beta[column] as number;
    }
    all += weight;
    with1 += weight / (1 + Math.exp(-linear - (beta[1] as number)));
    with0 += weight / (1 + Math.exp(-linear));
  }
  return { withPartner: with1 / (all || 1), without: with0 / (all || 1) };
}
