/**
 * The archetypes of partners (method 3). Each is an operating model of its own: economics, enablement, cadence,
 * contract and conversion rates (AR-3).
 *
 * Handbook: docs/handbook/program.md
 */

/** The six archetypes, by their key in the database. */
export const archetypeLabels = {
  referral: 'Referral',
  agency: 'Agency',
  reseller: 'Reseller',
  msp: 'MSP',
  si: 'SI',
  isv: 'ISV',
} as const;

export type Archetype = keyof typeof archetypeLabels;
