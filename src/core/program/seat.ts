/**
 * The seats of the operating model. A seat is designed before anybody is hired for it: it has a number, a start week
 * and, until its own person comes, a named interim holder who signs for it (OM-1).
 *
 * Handbook: docs/handbook/program.md
 */

import { type Role, roles } from './roles.ts';

/** The seats of method 4.1 on the vendor's side. The CEO sits in the CRO's seat where there is no CRO. */
export const seats = [
  'cro',
  'cfo',
  'head_of_partnerships',
  'partner_manager',
  'partner_ops',
  'partner_marketing',
  'executive_sponsor',
  'ae',
] as const satisfies readonly Role[];

export type Seat = (typeof seats)[number];

/** Whether the text names a seat. */
export function isSeat(text: string): text is Seat {
  return (seats as readonly string[]).includes(text);
}

/** As what somebody may hold a seat until its own person comes. */
export const interimHolders = { ceo: 'CEO', cro: 'CRO', advisor: 'Outside advisor' } as const;
export type InterimAs = keyof typeof interimHolders;

/** The name of a seat on a screen. */
export function seatLabel(seat: Seat): string {
  return roles[seat].label;
}
