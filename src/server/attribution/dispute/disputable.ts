import { disputableUntil } from '#core/attribution/dispute/case.ts';
import type { LocalDate } from '#core/calendar.ts';
import { businessCalendar } from '../../access/business-calendar.ts';
import type { Context } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import type { Tx } from '../../database/transaction.ts';
import { attributionPageOn } from '../../program/policies.ts';
import type { Decided } from '../decide-credit.ts';

/**
 * ATT-19, by the page that judges the deal: the last day on which its credit may be disputed, null while no day ends
 * it, and whether today is past it in the organization's time zone. A deal that no page judges has no last day.
 */
export async function disputeWindow(
  tx: Tx,
  { organization, now }: Context,
  createdOn: string | null,
  decided: Decided | null,
) {
  const today = localDateAt(now, organization.timeZone);
  const page = await attributionPageOn(tx, organization, (createdOn ?? today) as LocalDate);
  const { rulings } = page.body;
  const until =
    decided === null
      ? null
      : disputableUntil(
          { lockOn: decided.decision.lockOn, closedOn: decided.facts.opportunity.closedOn },
          rulings.disputeBusinessDays,
          businessCalendar(organization),
        );
  return { until, isOver: until !== null && today > until, rulings };
}
