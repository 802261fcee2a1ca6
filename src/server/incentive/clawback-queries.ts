import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export type ClawbackDeal = {
  number: number;
  outcome: 'open' | 'won' | 'lost' | 'unknown';
  created_on: string | null;
  closed_on: string | null;
  is_withdrawn: boolean;
  is_made: boolean;
  /** What stands on the deal now, in minor units: what a clawback would take back. */
  standing_minor: number;
};

/** The deal, locked against another clawback. */
export async function dealToClawBack(
  tx: Tx,
  org: OrgId,
  opportunityId: string,
): Promise<ClawbackDeal | null> {
  await tx.query(
    'select from tandem.opportunity where org_id = $1 and opportunity_id = $2 for no key update',
    [org, opportunityId],
  );
  const [row] = await tx.query<ClawbackDeal>(
    `select o.number, o.outcome, o.created_on, o.closed_on, o.is_withdrawn,
       coalesce((select k.kind = 'made' from tandem.clawback k where k.org_id = o.org_id
         and k.opportunity_id = o.opportunity_id order by k.clawback_id desc limit 1), false) as is_made,
       (select coalesce(sum(a.amount_minor), 0)::bigint from tandem.accrual a where a.org_id = o.org_id
         and a.opportunity_id = o.opportunity_id) as standing_minor
     from tandem.opportunity o where o.org_id = $1 and o.opportunity_id = $2`,
    [org, opportunityId],
  );
  return row ?? null;
}

export async function insertClawback(
  tx: Tx,
  org: OrgId,
  row: {
    id: string;
    opportunityId: string;
    kind: 'made' | 'lifted';
    leftOn: string | null;
    reason: string;
    by: string;
    now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into tandem.clawback (org_id, clawback_id, opportunity_id, kind, left_on, reason, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::double precision / 1000))`,
    [org, row.id, row.opportunityId, row.kind, row.leftOn, row.reason, row.by, row.now],
  );
}
