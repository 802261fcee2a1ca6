import type { LocalDate } from '#core/calendar.ts';
import type { FunnelFact } from '#core/program/funnel.ts';
import type { Seat } from '#core/program/seat.ts';
import type { Actual } from '#core/program/variance.ts';

/**
 * What the checks of a page look at besides the document itself.
 *
 * Handbook: docs/handbook/program.md
 */
export type CheckFacts = {
  readonly today: LocalDate;
  /** Measured facts of direct deals; empty while no opportunities are imported. */
  readonly funnel: readonly FunnelFact[];
  /** What the company's own data says of rows of the ledger (OM-4); absent while it is not loaded. */
  readonly actuals?: readonly Actual[];
  /** Absent or null while nobody has counted them. */
  readonly activePartners?: number | null;
  /** Keys of the gates that are open or overridden: `g4`, `g6`. */
  readonly openGates: ReadonlySet<string>;
  /** Whether somebody holds a seat, in person or in the interim. A seat that is absent is not known. */
  readonly heldSeats: Readonly<Partial<Record<Seat, boolean>>>;
};

/** Facts of a company that has imported nothing and opened no gate. */
export function noCheckFacts(today: LocalDate): CheckFacts {
  return { today, funnel: [], openGates: new Set(), heldSeats: {} };
}
