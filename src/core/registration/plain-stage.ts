/**
 * The stage of a deal as a partner reads it: at most seven plain ones, whatever the CRM calls its own (FC-1).
 *
 * Handbook: docs/handbook/registration.md
 */

import type { RegistrationState } from './state.ts';

/** In order. The names are in `portal-words.ts`. */
export const plainStages = [
  'registered',
  'qualifying',
  'exploring',
  'proving',
  'offered',
  'won',
  'lost',
] as const;

export type PlainStage = (typeof plainStages)[number];

/** Where a deal stands: its ordinal of 0 to 6 and its outcome, as the stage table of the CRM maps them. */
export type DealStage = { readonly order: number | null; readonly outcome: 'open' | 'won' | 'lost' };

/** The plain stage of every ordinal of the method, 0 to 5; the sixth is won or lost. */
const byOrder = ['registered', 'qualifying', 'exploring', 'proving', 'offered', 'offered'] as const;

/**
 * FC-1: the plain stage of an accepted registration's deal. Without a deal, or at a stage that the table does not place,
 * it is registered. Null before acceptance and where the registration is over without a deal: there is no stage to tell.
 */
export function plainStage(state: RegistrationState, deal: DealStage | null): PlainStage | null {
  if (state === 'won' || state === 'lost') return state;
  if (state !== 'accepted' && state !== 'converted') return null;
  if (deal === null) return 'registered';
  if (deal.outcome !== 'open') return deal.outcome;
  const order = deal.order === null || !Number.isFinite(deal.order) ? 0 : Math.floor(deal.order);
  return byOrder[Math.max(0, Math.min(order, byOrder.length - 1))] ?? 'registered';
}
