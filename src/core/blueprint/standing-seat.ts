/**
 * Who may hold a seat. Its own person has the seat's role, so that they may do what the seat does; until that person
 * comes, the CEO, the CRO or an outside advisor may hold it in the interim (OM-1).
 *
 * Handbook: docs/handbook/program.md
 */

import type { Role } from '#core/program/roles.ts';
import { type InterimAs, interimHolders, type Seat } from '#core/program/seat.ts';

/** Seats that one person answers for at a time; naming another ends the one before. */
const answeredByOne: readonly Seat[] = [
  'cro',
  'cfo',
  'head_of_partnerships',
  'partner_ops',
  'partner_marketing',
];

/** Whether one person answers for a seat, or several may hold it side by side. */
export function oneAnswersFor(seat: Seat): boolean {
  return answeredByOne.includes(seat);
}

/** Whether somebody with these roles may hold the seat: in person (`interim` null), or in the interim as what they are. */
export function mayHold(seat: Seat, interim: InterimAs | null, roles: readonly Role[]): boolean {
  if (interim !== null) return roles.includes(interim) && !(interim === 'cro' && seat === 'cro');
  // The CEO sits in the CRO's seat where there is no CRO.
  return roles.includes(seat) || (seat === 'cro' && roles.includes('ceo'));
}

/** How somebody with these roles would hold the seat; `never` where they may not. */
export function holdingFor(seat: Seat, roles: readonly Role[]): InterimAs | null | 'never' {
  if (mayHold(seat, null, roles)) return null;
  const ways = Object.keys(interimHolders) as InterimAs[];
  return ways.find((interim) => mayHold(seat, interim, roles)) ?? 'never';
}
