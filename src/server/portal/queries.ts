import type { OrgId, PartnerId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export async function isPartnersDeal(
  tx: Tx,
  org: OrgId,
  partner: PartnerId,
  opportunity: string,
): Promise<boolean> {
  const rows = await tx.query(
    'select from tandem.partner_deal where org_id = $1 and partner_id = $2 and opportunity_id = $3',
    [org, partner, opportunity],
  );
  return rows.length === 1;
}
