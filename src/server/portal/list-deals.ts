import type { PartnerId } from '#core/ids.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { pageOf, readCursor } from '../http/page.ts';
import { notFound } from '../problem.ts';
import { partnersDeals, type ShownDealRow, shownDeals } from './deal-queries.ts';
import { requirePartner, requirePartnerDeal } from './require-partner-deal.ts';

/** The deals in which the signed-in partner has a part, the latest first. Which they are is asked as the partner. */
export async function listPortalDeals(
  context: Context,
  list: { readonly cursor?: string | undefined; readonly limit: number },
) {
  requireCapability(context, 'portal.read');
  const partner = requirePartner(context);
  const org = context.organization.orgId;
  const after = readCursor(list.cursor);
  const own = await readTransaction(context.ports.pool, { org, partner }, (tx) =>
    partnersDeals(tx, org, partner, after, list.limit + 1),
  );
  const ids = own.map((row) => row.opportunity_id);
  const rows = await readTransaction(context.ports.pool, { org }, (tx) => shownDeals(tx, org, ids));
  const byId = new Map(rows.map((row) => [row.opportunity_id, row]));
  const page = pageOf(
    own,
    list.limit,
    (row) => ({ sortKey: String(row.since_at), id: row.opportunity_id }),
    (row) => byId.get(row.opportunity_id),
  );
  const shown = page.items.filter((row): row is ShownDealRow => row?.is_withdrawn === false);
  return { items: shown.map((row) => shownTo(partner, row)), nextCursor: page.nextCursor };
}

/** One deal of the signed-in partner. */
export async function readPortalDeal(context: Context, opportunityId: string) {
  requireCapability(context, 'portal.read');
  const partner = await requirePartnerDeal(context, opportunityId);
  const org = context.organization.orgId;
  const [row] = await readTransaction(context.ports.pool, { org }, (tx) =>
    shownDeals(tx, org, [opportunityId]),
  );
  if (!row || row.is_withdrawn) throw notFound('deal of yours');
  return shownTo(partner, row);
}

/**
 * A deal as the partner may see it: its own class and whether it is the one that is credited. Of other partners it
 * learns at most that there is one; amounts stand on its statements, where it is paid for them.
 */
function shownTo(partner: PartnerId, row: ShownDealRow) {
  const isCredited = row.credit_partner_id === partner;
  const own = row.considered?.find((one) => one.partnerId === partner)?.class ?? 'none';
  return {
    opportunityId: row.opportunity_id,
    number: row.number,
    name: row.name,
    account: row.account,
    outcome: row.outcome,
    createdOn: row.created_on,
    closedOn: row.closed_on,
    class: isCredited ? row.credit_class : own,
    isCredited,
    isCreditedToAnother: row.credit_partner_id !== null && !isCredited,
    lockOn: row.lock_on,
    disputed: row.disputed,
  };
}
