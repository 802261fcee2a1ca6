/**
 * What a deal paid is taken back because its customer left, and given again if that was an error (IN-11).
 *
 * Handbook: docs/handbook/incentive.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { Id } from '#core/ids.ts';
import { type ClawbackAnswer, decideClawback } from '#core/incentive/clawback.ts';
import { actorId, type Context, requireCapability } from '../access/context.ts';
import { requestDecision } from '../attribution/request-decision.ts';
import { write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { notFound, ProblemError } from '../problem.ts';
import { attributionPageOn } from '../program/policies.ts';
import { dealToClawBack, insertClawback } from './clawback-queries.ts';

/**
 * Records that the customer of a won deal left. Its lines are taken back by lines that name them, and it pays nothing
 * from then on. The days in which that is possible stand on the page by which the deal is judged.
 */
export async function clawBack(
  context: Context,
  opportunityId: string,
  given: { readonly leftOn: LocalDate; readonly reason: string },
): Promise<void> {
  requireCapability(context, 'statement.issue');
  const { organization, now } = context;
  const org = organization.orgId;
  const today = localDateAt(now, organization.timeZone);
  await write(context, async (tx) => {
    const deal = await dealToClawBack(tx, org, opportunityId);
    if (!deal) throw notFound('opportunity');
    const page = await attributionPageOn(tx, organization, (deal.created_on ?? today) as LocalDate);
    const { clawbackDays } = page.body.incentives;
    const answer = decideClawback(
      {
        isWon: deal.outcome === 'won' && !deal.is_withdrawn,
        closedOn: deal.closed_on as LocalDate | null,
        leftOn: given.leftOn,
        today,
        isMade: deal.is_made,
      },
      clawbackDays,
    );
    if (answer.kind === 'no') throw new ProblemError('conflict', refusal(answer, clawbackDays));
    await record(context, tx, { opportunityId, kind: 'made', ...given });
    tx.record({
      action: 'clawback.make',
      entityId: opportunityId,
      after: { deal: deal.number, ...given, amountMinor: -deal.standing_minor },
    });
    await requestDecision(
      tx,
      context,
      [opportunityId],
      `the customer left on ${given.leftOn}: ${given.reason}`,
    );
  });
}

/** Records that it was an error: the deal pays again what its verdict pays, by new lines. */
export async function liftClawback(context: Context, opportunityId: string, reason: string): Promise<void> {
  requireCapability(context, 'statement.issue');
  await write(context, async (tx) => {
    const deal = await dealToClawBack(tx, context.organization.orgId, opportunityId);
    if (!deal) throw notFound('opportunity');
    if (!deal.is_made) throw new ProblemError('conflict', 'Nothing was taken back from this deal.');
    await record(context, tx, { opportunityId, kind: 'lifted', leftOn: null, reason });
    tx.record({ action: 'clawback.lift', entityId: opportunityId, after: { deal: deal.number, reason } });
    await requestDecision(tx, context, [opportunityId], 'the customer did not leave');
  });
}

function record(
  context: Context,
  tx: Parameters<typeof insertClawback>[0],
  given: {
    opportunityId: string;
    kind: 'made' | 'lifted';
    leftOn: LocalDate | null;
    reason: string;
  },
): Promise<void> {
  const { organization, now, ports, actor } = context;
  const id = ports.ids.next<Id<'clawback'>>(now);
  return insertClawback(tx, organization.orgId, { ...given, id, by: actorId(actor), now });
}

function refusal(answer: Exclude<ClawbackAnswer, { kind: 'yes' }>, days: number): string {
  switch (answer.why) {
    case 'not_won':
      return 'The deal is not won, so it pays nothing that could be taken back.';
    case 'made':
      return 'It is recorded already that the customer left.';
    case 'future':
      return 'That day has not come. Record it once the customer has left.';
    case 'before_close':
      return 'The customer left before the deal closed. Give the day after the close on which it left.';
    case 'too_late':
      return days === 0
        ? 'The signed page takes nothing back when a customer leaves.'
        : `The signed page takes back what was paid if the customer leaves within ${days} days; the last one was ${answer.until}.`;
  }
}
