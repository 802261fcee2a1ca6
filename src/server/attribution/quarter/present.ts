import type { Counted, QuarterDeal } from '#core/attribution/quarter/counted.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { Organization } from '../../access/context.ts';
import type { Tx } from '../../database/transaction.ts';
import { loadConversion } from '../../scoreboard/deals/conversion.ts';
import { creditedBetween, type FrozenRow, type PresentRow, presentDeals } from './quarter-queries.ts';

/** A deal as it is known now, with its amounts in the organization's currency, and the verdict behind it. */
export type PresentDeal = QuarterDeal & { readonly creditId: string | null };

/** The present reading of these deals, or of those with partner credit that began or ended between two days. */
export async function readPresent(
  tx: Tx,
  organization: Organization,
  which: { readonly ids: readonly string[] } | { readonly from: string; readonly to: string },
): Promise<PresentDeal[]> {
  const { orgId: org } = organization;
  const rows =
    'ids' in which
      ? await presentDeals(tx, org, which.ids)
      : await creditedBetween(tx, org, which.from, which.to);
  const { at } = await loadConversion(tx, organization);
  return rows.map((row) => dealOf(row, at));
}

function dealOf(row: PresentRow, at: Awaited<ReturnType<typeof loadConversion>>['at']): PresentDeal {
  const enteredOn = row.entered_on as LocalDate | null;
  const closedOn = row.closed_on as LocalDate | null;
  const entry = row.entry_currency as CurrencyCode | null;
  return {
    opportunityId: row.opportunity_id,
    ended: row.ended,
    outcome: row.outcome,
    enteredOn,
    entryAmountMinor: enteredOn === null ? null : at(row.entry_amount_minor, entry, enteredOn),
    closedOn,
    closedAmountMinor:
      closedOn === null ? null : at(row.amount_minor, row.currency as CurrencyCode | null, closedOn),
    credit: { class: row.credit_class, partnerId: row.credit_partner_id, coSold: row.credit_co_sold },
    creditId: row.credit_id,
  };
}

/** What a frozen row counts as. */
export function countOf(row: Pick<FrozenRow, 'class' | 'partner_id' | 'co_sold' | 'amount_minor'>): Counted {
  return {
    class: row.class,
    partnerId: row.partner_id,
    coSold: row.co_sold,
    amountMinor: row.amount_minor,
  };
}
