import { closeRefusal, decideClose } from '#core/attribution/quarter/decide-close.ts';
import type { LocalDate } from '#core/calendar.ts';
import { actorId, type Context, requireCapability } from '../../access/context.ts';
import { write } from '../../audit/write.ts';
import { localDateAt } from '../../clock.ts';
import type { FreshProof } from '../../identity/fresh-proof.ts';
import { ProblemError } from '../../problem.ts';
import { settleCredits } from '../settle-credits.ts';
import { frozenHash } from './frozen-hash.ts';
import { quarterFrom, toFreeze } from './preview-quarter.ts';
import { closedQuarters, insertClose, insertFrozen, lockQuarters } from './quarter-queries.ts';

/**
 * Closes a quarter: every deal in its figures is frozen as it is known now, and stays so. Only once its last day has
 * passed, once, and in the order of the quarters. Facts that wait are decided first; a fact that comes while this runs
 * is either in the frozen figure or makes a restatement. `proof` says that the CFO has just proved who they are.
 */
export async function closeQuarter(
  context: Context,
  startsOn: string,
  proof: FreshProof,
): Promise<{ deals: number; frozenHash: string }> {
  requireCapability(context, 'quarter.close');
  const { organization, now } = context;
  const org = organization.orgId;
  const quarter = quarterFrom(organization, startsOn);
  await settleCredits(context);
  return write(context, async (tx) => {
    await lockQuarters(tx, org, 'alone');
    const closed = (await closedQuarters(tx, org)).map(({ starts_on }) => starts_on as LocalDate);
    const today = localDateAt(now, organization.timeZone);
    const refusal = closeRefusal(decideClose(quarter, closed, today, organization.fiscal));
    if (refusal !== null) throw new ProblemError('conflict', refusal);
    const rows = (await toFreeze(tx, organization, quarter)).map(({ measure, deal, counted }) => ({
      measure,
      opportunity_id: deal.opportunityId,
      class: counted.class,
      partner_id: counted.partnerId,
      co_sold: counted.coSold,
      amount_minor: counted.amountMinor,
      credit_id: deal.creditId,
    }));
    const frame = { starts_on: quarter.start, ends_on: quarter.end, currency: organization.currency };
    const hash = frozenHash(frame, rows);
    const deals = new Set(rows.map((row) => row.opportunity_id)).size;
    const row = { ...frame, deals, frozen_hash: hash, closed_by: actorId(context.actor), now };
    if (!(await insertClose(tx, org, row))) {
      throw new ProblemError('conflict', 'This quarter is closed already. Later facts make restatements.');
    }
    await insertFrozen(tx, org, quarter.start, rows);
    tx.record({
      action: 'quarter.close',
      entityId: quarter.start,
      after: { quarter: quarter.label, deals, frozenHash: hash, proof: proof.by },
      movesFigures: true,
    });
    return { deals, frozenHash: hash };
  });
}
