/**
 * TIER-3: sourced closed-won of twelve months that earns the second and the third tier, in whole minor units, rounded
 * up: a share of what a partner typically produces in its first year, then a multiple of the tier below.
 *
 * Handbook: docs/handbook/program.md
 */
export function tierThresholds(
  typicalFirstYear: number,
  entryShare: number,
  ratio: number,
): { readonly growth: number; readonly strategic: number } {
  const growth = roundedUp(typicalFirstYear * entryShare);
  return { growth, strategic: roundedUp(growth * ratio) };
}

/** Up to the next whole unit; what only the binary form of a fraction adds is nothing. */
function roundedUp(value: number): number {
  return Math.ceil(Number(value.toPrecision(14)));
}
