import { seatsToHold } from '#core/gates/design-conditions.ts';
import type { GateFacts } from '#core/gates/facts.ts';
import { type Seat, seatLabel } from '#core/program/seat.ts';
import { counted } from './measured.ts';

/** Something that nobody owns: a program must outlive whoever leaves it. */
export type Gap = {
  readonly kind: 'seat' | 'partners';
  readonly says: string;
  readonly repair: string;
  readonly who: readonly Seat[];
};

/** Seats that have to be held today and are not, and partners whose manager is nobody, or nobody any more. */
export function findGaps(facts: GateFacts, unmanaged: number): Gap[] {
  const open = seatsToHold(facts).filter((seat) => facts.seats[seat].length === 0);
  const ofSeats = open.map(
    (seat): Gap => ({
      kind: 'seat',
      says: `Nobody holds the seat ${seatLabel(seat)}.`,
      repair: 'Name its person, or an interim holder: the CEO, the CRO or an outside advisor.',
      who: ['cro', 'head_of_partnerships'],
    }),
  );
  if (unmanaged === 0) return ofSeats;
  return [
    ...ofSeats,
    {
      kind: 'partners',
      says: `${counted(unmanaged, 'signed partner has', 'signed partners have')} no manager.`,
      repair: 'Give each signed partner a manager.',
      who: ['head_of_partnerships'],
    },
  ];
}
