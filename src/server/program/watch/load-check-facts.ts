import type { CheckFacts } from '#core/blueprint/check-facts.ts';
import type { LocalDate } from '#core/calendar.ts';
import { decideGates, passableGates } from '#core/gates/gates.ts';
import type { PageWord } from '#core/program/page.ts';
import { seats } from '#core/program/seat.ts';
import type { Organization } from '../../access/context.ts';
import type { Tx } from '../../database/transaction.ts';
import { loadFunnel } from './load-funnel.ts';
import { loadGateFacts } from './load-gate-facts.ts';

/** The pages whose checks read the direct funnel; of a large company it takes seconds, and the others need not wait. */
const onFunnel: readonly PageWord[] = ['thesis', 'assumptions'];

/**
 * What the checks of these pages (of all, where none is named) look at besides the document: the direct funnel, open
 * gates and who holds which seat.
 */
export async function loadCheckFacts(
  tx: Tx,
  organization: Organization,
  today: LocalDate,
  words: readonly PageWord[] = onFunnel,
): Promise<CheckFacts> {
  const facts = await loadGateFacts(tx, organization, today);
  const held = seats.map((seat) => [seat, facts.seats[seat].length > 0]);
  return {
    today,
    funnel: words.some((word) => onFunnel.includes(word)) ? await loadFunnel(tx, organization, today) : [],
    openGates: passableGates(decideGates(facts)),
    heldSeats: Object.fromEntries(held),
    activePartners: facts.activePartners.known ? facts.activePartners.value : null,
  };
}
