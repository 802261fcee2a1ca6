import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export function partnerNameRows(tx: Tx, org: OrgId): Promise<{ partner_id: string; name: string }[]> {
  return tx.query('select partner_id, name from tandem.partner where org_id = $1', [org]);
}
