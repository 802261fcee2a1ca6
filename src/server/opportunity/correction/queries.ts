import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

export type DealEnd = {
  opportunity_id: string;
  number: number;
  name: string;
  kind: 'merged' | 'deleted' | 'restored' | null;
  into_opportunity_id: string | null;
};

/** Deals, each with how it ended at its source by the newest row; locked, since one deal ends once. */
export async function dealsToEnd(tx: Tx, org: OrgId, ids: readonly string[]): Promise<DealEnd[]> {
  await tx.query(
    `select from tandem.opportunity where org_id = $1 and opportunity_id = any($2::uuid[])
     order by opportunity_id for no key update`,
    [org, ids],
  );
  return tx.query(
    `select o.opportunity_id, o.number, o.name, e.kind, e.into_opportunity_id from tandem.opportunity o
     left join lateral (select kind, into_opportunity_id from tandem.opportunity_end e
       where e.org_id = o.org_id and e.opportunity_id = o.opportunity_id
       order by e.recorded_at desc, e.end_id desc limit 1) e on true
     where o.org_id = $1 and o.opportunity_id = any($2::uuid[])`,
    [org, ids],
  );
}

export async function insertEnd(
  tx: Tx,
  org: OrgId,
  row: {
    id: string;
    opportunityId: string;
    kind: 'merged' | 'deleted' | 'restored';
    intoId: string | null;
    reason: string;
    by: string;
    now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into tandem.opportunity_end (org_id, opportunity_id, end_id, kind, into_opportunity_id, reason, recorded_by,
       recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::double precision / 1000))`,
    [org, row.opportunityId, row.id, row.kind, row.intoId, row.reason, row.by, row.now],
  );
}

/** The deals that were merged into this one. */
export async function mergedInto(tx: Tx, org: OrgId, opportunity: string): Promise<string[]> {
  const rows = await tx.query<{ opportunity_id: string }>(
    `select distinct opportunity_id from tandem.opportunity_end where org_id = $1 and into_opportunity_id = $2`,
    [org, opportunity],
  );
  return rows.map((row) => row.opportunity_id);
}
