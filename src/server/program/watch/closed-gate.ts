import type { GateKey } from '#core/gates/facts.ts';
import type { GateStanding } from '#core/gates/gates.ts';
import { type Seat, seatLabel } from '#core/program/seat.ts';
import type { InputError } from '../../problem.ts';

/** What is missing up to a closed gate: one line for each condition, at the field that asked for it, and who can supply it all. */
export function lackingUpTo(
  gate: GateKey,
  standings: readonly GateStanding[],
  path: string,
): { readonly errors: InputError[]; readonly who: string } {
  const closed = standings.filter((one) => one.state === 'closed' && one.key <= gate);
  const lacking = closed.flatMap(({ name, conditions }) =>
    conditions.flatMap((one) => (one.state === 'met' ? [] : [{ name, ...one }])),
  );
  const seats = new Set<Seat>(lacking.flatMap((one) => one.who));
  return {
    errors: lacking.map(({ name, says, who }) => ({
      path,
      expected: `gate ${name} open`,
      found: says,
      repair: `Can be supplied by: ${who.map(seatLabel).join(', ')}.`,
    })),
    who: [...seats].map(seatLabel).join(', '),
  };
}
