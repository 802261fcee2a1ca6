import type { ReasonParams } from '#core/decision.ts';

function days(count: unknown): string {
  return count === 1 ? 'one day' : `${count} days`;
}

/** How each possibility is told; `result` says what the credit would be. */
export const counterfactualWords = {
  recorded_earlier: (p, result) =>
    `Written down ${days(p.days)} earlier, by ${p.by}, the act of ${p.on} would count in full: ${result}.`,
  introduced_later: (p, result) =>
    `Had the introduction of ${p.on} come ${days(p.days)} later, it would lie in the window: ${result}.`,
  introduced_earlier: (p, result) =>
    `Had the act of ${p.on} come ${days(p.days)} earlier, before the deal: ${result}.`,
  approved_earlier: (p, result) =>
    p.days === null
      ? `Had the registration been approved by ${p.by}: ${result}.`
      : `Approved ${days(p.days)} earlier, by ${p.by}: ${result}.`,
  protected_longer: (p, result) => `Had the protection lasted ${days(p.days)} longer: ${result}.`,
  completed: (p, result) =>
    `With ${p.lacking}${p.confirmed === true ? ', and confirmed by one of us' : ''}, the act of ${p.on} would count: ${result}.`,
  confirmed: (p, result) => `Confirmed by one of us, the act of ${p.on} would count: ${result}.`,
  without_contact: (p, result) => `Without our own contact of ${p.on}: ${result}.`,
  without_other_claim: (p, result) => `Without the other claim of ${p.on}: ${result}.`,
  with_plan: (_p, result) => `With a co-sell plan from the start: ${result}.`,
  with_plan_kept: (_p, result) => `With a co-sell plan that was active in time and did not lapse: ${result}.`,
  with_event: (p, result) =>
    `With one more joint event at stage ${p.stage}, before the deal enters stage ${p.before}: ${result}.`,
  with_check_in: (p, result) =>
    `Had the partner checked in during the ${days(p.days)} before the close: ${result}.`,
  rests_on: (p, result) => `The credit rests on the act of ${p.on}. Without it, ${result}.`,
} as const satisfies Record<string, (params: ReasonParams, result: string) => string>;

export type CounterfactualCode = keyof typeof counterfactualWords;
