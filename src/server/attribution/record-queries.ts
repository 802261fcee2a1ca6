import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export type DisputeRow = {
  dispute_id: string;
  number: number;
  state: string;
  claim: string;
  opened_by: string;
  opened_at: number;
  closed_by: string | null;
  closed_at: number | null;
  outcome: string | null;
};

export function disputesOn(tx: Tx, org: OrgId, opportunity: string): Promise<DisputeRow[]> {
  return tx.query(
    `select dispute_id, number, state, claim, opened_by, opened_at, closed_by, closed_at, outcome from tandem.dispute
     where org_id = $1 and opportunity_id = $2 order by opened_at desc`,
    [org, opportunity],
  );
}
