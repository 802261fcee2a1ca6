import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

/** The two kinds of fact that somebody of ours confirms or refuses. */
export type ClaimKind = 'touch' | 'introduction';

export type ClaimState = {
  partner_id: string;
  opportunity_id: string | null;
  account_id: string | null;
  side: 'vendor' | 'partner';
  recorded_by: string;
  confirmed_by: string | null;
  refused_by: string | null;
  withdrawn_by: string | null;
};

/** Where a claim stands: waiting, confirmed, refused or withdrawn. Null when there is no such fact. */
export async function claimState(
  tx: Tx,
  org: OrgId,
  kind: ClaimKind,
  fact: string,
): Promise<ClaimState | null> {
  const [row] = await tx.query<ClaimState>(
    `select f.partner_id, f.opportunity_id, f.account_id, f.side, f.recorded_by, c.confirmed_by, r.refused_by, w.withdrawn_by
     from tandem.${kind} f
     left join tandem.${kind}_confirmation c on c.org_id = f.org_id and c.${kind}_id = f.${kind}_id
     left join tandem.claim_refusal r on r.org_id = f.org_id and r.fact_kind = $3 and r.fact_id = f.${kind}_id
     left join tandem.withdrawal w on w.org_id = f.org_id and w.fact_kind = $3 and w.fact_id = f.${kind}_id
     where f.org_id = $1 and f.${kind}_id = $2`,
    [org, fact, kind],
  );
  return row ?? null;
}

export async function insertConfirmation(
  tx: Tx,
  org: OrgId,
  kind: ClaimKind,
  fact: string,
  by: string,
  now: number,
): Promise<void> {
  await tx.query(
    `insert into tandem.${kind}_confirmation (org_id, ${kind}_id, confirmed_by, confirmed_at)
     values ($1, $2, $3, to_timestamp($4::double precision / 1000))`,
    [org, fact, by, now],
  );
}

export async function insertRefusal(
  tx: Tx,
  org: OrgId,
  kind: ClaimKind,
  row: { fact: string; reason: string; by: string; now: number },
): Promise<void> {
  await tx.query(
    `insert into tandem.claim_refusal (org_id, fact_kind, fact_id, reason, refused_by, refused_at)
     values ($1, $2, $3, $4, $5, to_timestamp($6::double precision / 1000))`,
    [org, kind, row.fact, row.reason, row.by, row.now],
  );
}
