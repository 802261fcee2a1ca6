/**
 * A deal as the statistical forecast reads it: days on which something happened, each with the day since when it was
 * known. Days are whole numbers in the organization's calendar, 0 being 1970-01-01.
 *
 * Handbook: docs/handbook/statistical-forecast.md
 */

/** From `day` on the deal is in the stage; `unstaged` where nobody says which. */
export type Step = {
  readonly day: number;
  readonly known: number;
  readonly stage: number;
  /** Somebody saw the deal there on that day; when it came there nobody says. */
  readonly isSighting: boolean;
};

/** The stage of a deal whose stage is not known. Other stages are their order plus one. */
export const unstaged = 0;

export type ForecastDeal = {
  readonly id: string;
  /** False where the first day is only when somebody first saw the deal: it says nothing of when deals arrive. */
  readonly isDated: boolean;
  /** In the order of time; the first one is the beginning of the deal. */
  readonly steps: readonly Step[];
  readonly close: { readonly day: number; readonly known: number; readonly isWon: boolean } | null;
  /** In the organization's currency, by the day since when known; null where it cannot be converted. */
  readonly amounts: readonly { readonly known: number; readonly minor: number | null }[];
};

/** What was known of a deal at the end of a day, and nothing else. */
export type DealView = {
  readonly id: string;
  readonly isDated: boolean;
  readonly start: number;
  /** One a day at most, no later than that day. */
  readonly steps: readonly Step[];
  readonly close: { readonly day: number; readonly isWon: boolean } | null;
  readonly amountMinor: number | null;
  /** The amount that stood before the close; the present one while it is open. */
  readonly quotedMinor: number | null;
};

/** The deal as known at the end of a day; null where nobody knew of it yet. Reads nothing that was known later. */
export function viewOn(deal: ForecastDeal, today: number): DealView | null {
  const steps: Step[] = [];
  for (const step of deal.steps) {
    if (step.known > today || step.day > today) continue;
    // A day ends in one stage, and staying in a stage is no step.
    if (steps.at(-1)?.day === step.day) steps.pop();
    if (steps.at(-1)?.stage !== step.stage) steps.push(step);
  }
  const close = deal.close && deal.close.known <= today && deal.close.day <= today ? deal.close : null;
  const first = deal.steps.find((step) => step.known <= today && step.day <= today);
  if (first === undefined && close === null) return null;
  const start = Math.min(first?.day ?? Number.POSITIVE_INFINITY, close?.day ?? Number.POSITIVE_INFINITY);
  const before = close === null ? today : close.day - 1;
  let amountMinor: number | null = null;
  let quotedMinor: number | null = null;
  for (const { known, minor } of deal.amounts) {
    if (known > today) continue;
    amountMinor = minor;
    if (known <= before) quotedMinor = minor;
  }
  return { id: deal.id, isDated: deal.isDated, start, steps, close, amountMinor, quotedMinor };
}
