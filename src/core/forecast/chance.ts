/**
 * What chance alone does to a forecast. Deals come in whole, and few of them: even a perfect forecast of the
 * rate at which they come misses by what falls on either side of a quarter's end.
 *
 * Handbook: docs/handbook/forecast.md
 */

export type Chance = {
  /** λ: deals per quarter. */
  readonly dealsPerQuarter: number;
  /** cv: standard deviation of the deals' amounts over their mean. */
  readonly amountVariation: number;
  /** The WAPE that chance alone would cause: 0.80·√((1+cv²)/λ). */
  readonly wape: number;
  /** The standard deviation of a quarter's sum over its mean: √((1+cv²)/λ). */
  readonly relativeSpread: number;
};

/** From all deals of some quarters. Null without deals, or where their amounts sum to nothing. */
export function chanceReference(amounts: readonly number[], quarters: number): Chance | null {
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  if (amounts.length === 0 || quarters < 1 || sum <= 0) return null;
  const mean = sum / amounts.length;
  // In one order, so that the last digit does not depend on the order in which deals were read.
  const ordered = [...amounts].sort((a, b) => a - b);
  const variance = ordered.reduce((all, amount) => all + (amount - mean) ** 2, 0) / amounts.length;
  const amountVariation = Math.sqrt(variance) / mean;
  const dealsPerQuarter = amounts.length / quarters;
  const relativeSpread = Math.sqrt((1 + amountVariation ** 2) / dealsPerQuarter);
  return { dealsPerQuarter, amountVariation, relativeSpread, wape: 0.8 * relativeSpread };
}
