import { type Context, requireCapability } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { accountOfRecord, findCredited } from './queries.ts';

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
