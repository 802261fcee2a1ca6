import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export async function insertDispute(
  tx: Tx,
  org: OrgId,
  row: { id: string; number: number; opportunityId: string; claim: string; by: string; now: number },
): Promise<void> {
  await tx.query(
    `insert into tandem.dispute (org_id, dispute_id, number, opportunity_id, claim, opened_by, opened_at)
     values ($1, $2, $3, $4, $5, $6, to_timestamp($7::double precision / 1000))`,
    [org, row.id, row.number, row.opportunityId, row.claim, row.by, row.now],
  );
}

export async function closeDisputeRow(
  tx: Tx,
  org: OrgId,
  row: { id: string; outcome: string; by: string; now: number },
): Promise<{ opportunity_id: string; claim: string } | null> {
  const [closed] = await tx.query<{ opportunity_id: string; claim: string }>(
    `update tandem.dispute set closed_by = $3, closed_at = to_timestamp($4::double precision / 1000), outcome = $5,
       state = 'closed'
     where org_id = $1 and dispute_id = $2 and closed_at is null returning opportunity_id, claim`,
    [org, row.id, row.by, row.now, row.outcome],
  );
  return closed ?? null;
}

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
