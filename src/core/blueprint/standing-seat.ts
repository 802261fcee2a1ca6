/**
 * Who may hold a seat. Its own person has the seat's role, so that they may do what the seat does; until that person
 * comes, the CEO, the CRO or an outside advisor may hold it in the interim (OM-1).
 *
 * Handbook: docs/handbook/program.md
 */

import type { LocalDate } from '#core/calendar.ts';
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

/** Somebody who can sign in today. */
export type SeatMember = {
  readonly membershipId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly joinedOn: LocalDate;
};

/** Who was named for a seat. `interim`: as what, until its own person comes. */
export type NamedHolder = {
  readonly membershipId: string;
  readonly interim: InterimAs | null;
  readonly since: LocalDate;
};

/**
 * Who holds a seat today (OM-1): whoever was named for it and still is what they were named as, and where nobody was,
 * everybody with the very role; the CEO sits in the CRO's seat where there is no CRO. A seat that several hold side by
 * side is held by both. Whoever lost the role that a seat asks for holds it no more, and signs for it no more.
 */
export function holdersOf(
  seat: Seat,
  members: readonly SeatMember[],
  named: readonly NamedHolder[],
): (NamedHolder & { readonly name: string })[] {
  const held = named.flatMap((one) => {
    const member = members.find(({ membershipId }) => membershipId === one.membershipId);
    return member && mayHold(seat, one.interim, member.roles) ? [{ ...one, name: member.name }] : [];
  });
  const byRole =
    held.length > 0 && oneAnswersFor(seat)
      ? []
      : ofRole(seat, members).filter((one) => !held.some((each) => each.membershipId === one.membershipId));
  const ofMembers = byRole.map(({ membershipId, name, joinedOn }) => ({
    membershipId,
    name,
    interim: null,
    since: joinedOn,
  }));
  return [...held, ...ofMembers].toSorted(
    (a, b) => compare(a.since, b.since) || compare(a.name, b.name) || compare(a.membershipId, b.membershipId),
  );
}

function ofRole(seat: Seat, members: readonly SeatMember[]): readonly SeatMember[] {
  const own = members.filter(({ roles }) => roles.includes(seat));
  return seat === 'cro' && own.length === 0 ? members.filter(({ roles }) => roles.includes('ceo')) : own;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
