import type { LocalDate } from '#core/calendar.ts';
import type { GateFacts } from '#core/gates/facts.ts';
import type { OrgId } from '#core/ids.ts';
import { registrationMoves } from '#core/registration/state.ts';
import type { Tx } from '../../database/transaction.ts';
import { counted, known, waits } from './measured.ts';
import { answeredRegistrations } from './registration-queries.ts';

/** What starts a protection is a yes: an acceptance, a ruling for it, an appeal that was granted. */
const yeses = Object.entries(registrationMoves).flatMap(([move, { protection }]) =>
  protection === 'starts' ? [move] : [],
);

/** G6, DR-4: how many registrations were ever accepted, and which share of those that were due got an answer in time. */
export async function registrationFacts(
  tx: Tx,
  org: OrgId,
  today: LocalDate,
): Promise<Pick<GateFacts, 'acceptedRegistrations' | 'registrationSla'>> {
  const { sent, accepted, due, in_time } = await answeredRegistrations(tx, org, today, yeses);
  return {
    acceptedRegistrations:
      sent === 0
        ? waits('the first registration of a deal')
        : known(accepted, `${accepted} of ${counted(sent, 'registration')} accepted.`),
    registrationSla:
      due === 0
        ? waits('the first registration that is due')
        : known(in_time / due, `${in_time} of ${counted(due, 'registration')} answered by its day.`),
  };
}
