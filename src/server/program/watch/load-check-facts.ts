import type { CheckFacts } from '#core/blueprint/check-facts.ts';
import type { LocalDate } from '#core/calendar.ts';
import { decideGates, passableGates } from '#core/gates/gates.ts';
import { seats } from '#core/program/seat.ts';
import type { Organization } from '../../access/context.ts';
import type { Tx } from '../../database/transaction.ts';
import { loadFunnel } from './load-funnel.ts';
import { loadGateFacts } from './load-gate-facts.ts';

/** What the checks of a page look at besides the document: the direct funnel, open gates and who holds which seat. */
export async function loadCheckFacts(
  tx: Tx,
  organization: Organization,
  today: LocalDate,
): Promise<CheckFacts> {
  const facts = await loadGateFacts(tx, organization, today);
  const held = seats.map((seat) => [seat, facts.seats[seat].length > 0]);
  return {
    today,
    funnel: await loadFunnel(tx, organization, today),
    openGates: passableGates(decideGates(facts)),
    heldSeats: Object.fromEntries(held),
    activePartners: facts.activePartners.known ? facts.activePartners.value : null,
  };
}
