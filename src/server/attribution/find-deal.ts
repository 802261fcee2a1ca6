import type { OrgId } from '#core/ids.ts';
import { type Context, requireCapability } from '../access/context.ts';
import type { Tx } from '../database/transaction.ts';
import { readTransaction } from '../database/transaction.ts';
import { accountOfRecord, type CreditedRow, creditedDeals, findCredited } from './queries.ts';

/** The deal and the account that records of the CRM became, or null where neither was imported yet. */
export async function findDeal(
  context: Context,
  recordId: string,
  accountRecordId: string | null = null,
): Promise<{ opportunityId: string | null; accountId: string | null } | null> {
  requireCapability(context, 'opportunity.read');
  const org = context.organization.orgId;
  return readTransaction(context.ports.pool, { org }, async (tx) => {
    const [deal] = await findCredited(tx, org, recordId);
    const account = accountRecordId === null ? null : await accountOfRecord(tx, org, accountRecordId);
    if (!deal && !account) return null;
    return { opportunityId: deal?.opportunity_id ?? null, accountId: account ?? deal?.account_id ?? null };
  });
}

/** One deal by its id, for a caller that has asked already whether it may be seen; null if there is none. */
export async function findCreditedById(
  tx: Tx,
  org: OrgId,
  opportunityId: string,
): Promise<CreditedRow | null> {
  const rows = await findCredited(tx, org, opportunityId);
  return rows.find((row) => row.opportunity_id === opportunityId) ?? null;
}

/** Deals by their ids, in the order of the ids, for a caller that has asked already whether they may be seen. */
export function findCreditedByIds(tx: Tx, org: OrgId, ids: readonly string[]): Promise<CreditedRow[]> {
  return creditedDeals(tx, org, ids);
}
