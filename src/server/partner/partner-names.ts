import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';
import { partnerNameRows } from './queries.ts';

/** The names of an organization's partners by id, for sentences that mention one. */
export async function partnerNames(tx: Tx, org: OrgId): Promise<ReadonlyMap<string, string>> {
  return new Map((await partnerNameRows(tx, org)).map((row) => [row.partner_id, row.name]));
}
