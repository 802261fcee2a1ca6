/**
 * The direct funnel as measured facts: what the company's own opportunities say about selling without partners.
 * TH-4 points at one of them, and the assumption ledger takes its actuals from here.
 *
 * Handbook: docs/handbook/program.md
 */

/**
 * One measured fact of deals without a partner.
 * - `key` is stable: `stage_days:3` (median days in the stage of that order), `stage_conversion:2` (share of deals in
 *   that stage that went on to a later stage or were won), `win_rate`, `cycle_days`, `deal_size`, `lost_at:3` (share of
 *   lost deals that were lost in that stage).
 * - `value` is days, a share, or minor units of the organization's currency, as `unit` says.
 * - `deals` is how many deals it was measured on.
 * - `comparison` is the median of the same measure over the other stages, where there is one: slow is slow against it.
 */
export type FunnelFact = {
  readonly key: string;
  readonly kind: 'stage_days' | 'stage_conversion' | 'lost_at' | 'win_rate' | 'cycle_days' | 'deal_size';
  readonly stage: { readonly order: number; readonly name: string } | null;
  readonly unit: 'days' | 'share' | 'money';
  readonly value: number;
  readonly deals: number;
  readonly comparison: number | null;
};
