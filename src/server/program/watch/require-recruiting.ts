import { parseLocalDate } from '#core/calendar.ts';
import { decideGates } from '#core/gates/gates.ts';
import { decideGuard, isOpeningState } from '#core/gates/guard.ts';
import type { Context } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import type { Tx } from '../../database/transaction.ts';
import { ProblemError } from '../../problem.ts';
import { lackingUpTo } from './closed-gate.ts';
import { loadDesign } from './load-design.ts';
import { loadGateFacts } from './load-gate-facts.ts';

/**
 * Refuses a signing date that only recruiting can bring while gate G4 is closed (method 14, S2). A date before the
 * kickoff, or before the company came here while no kickoff has come, is an opening state: live partners keep working. A
 * partner that was recruited before can have its date corrected. Throws ProblemError `conflict` with what is missing and who can supply it.
 */
export async function requireRecruiting(
  tx: Tx,
  context: Context,
  signedOn: string,
  before: string | null,
): Promise<void> {
  if (signedOn === before) return;
  const { organization, now } = context;
  const today = localDateAt(now, organization.timeZone);
  const on = parseLocalDate(signedOn);
  const { recruitsFrom } = await loadDesign(tx, organization, today);
  if (on === null || isOpeningState(on, recruitsFrom)) return;
  if (before !== null && before >= recruitsFrom) return;
  const standings = decideGates(await loadGateFacts(tx, organization, today));
  const decision = decideGuard('recruiting', standings);
  if (decision.allowed) return;
  const { errors, who } = lackingUpTo(decision.gate, standings, 'body.signedOn');
  throw new ProblemError(
    'conflict',
    `${decision.says} Still missing: ${decision.missing.join(' ')} ` +
      `Who can supply it: ${who}. The CRO can override the gate. ` +
      `Partners that were signed before ${recruitsFrom} can be entered at any time.`,
    { errors },
  );
}
