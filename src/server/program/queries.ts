import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export type PolicyWord = 'attribution' | 'scoreboard';
export type PolicyRow = {
  version: number;
  body: unknown;
  in_force_from: string;
  created_at: number;
  signatures: { seat: string; membershipId: string; signedAt: number }[];
};

/** Every version of a policy with its signatures, oldest first. */
export function policyRows(tx: Tx, org: OrgId, word: PolicyWord): Promise<PolicyRow[]> {
  return tx.query(
    `select p.version, p.body, p.in_force_from, p.created_at,
       coalesce((select jsonb_agg(jsonb_build_object('seat', s.seat, 'membershipId', s.membership_id,
           'signedAt', (extract(epoch from s.signed_at) * 1000)::bigint) order by s.signed_at)
         from tandem.policy_signature s
         where s.org_id = p.org_id and s.word = p.word and s.version = p.version), '[]') as signatures
     from tandem.policy p where p.org_id = $1 and p.word = $2 order by p.version`,
    [org, word],
  );
}

export async function insertPolicy(
  tx: Tx,
  org: OrgId,
  word: PolicyWord,
  row: { version: number; body: unknown; inForceFrom: string; createdBy: string; now: number },
): Promise<void> {
  await tx.query(
    `insert into tandem.policy (org_id, word, version, body, in_force_from, created_at, created_by)
     values ($1, $2, $3, $4, $5, to_timestamp($6::double precision / 1000), $7)`,
    [org, word, row.version, JSON.stringify(row.body), row.inForceFrom, row.now, row.createdBy],
  );
}

/** Adds a signature; false when the seat has signed this version already. */
export async function insertSignature(
  tx: Tx,
  org: OrgId,
  word: PolicyWord,
  row: { version: number; seat: string; membershipId: string; now: number },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.policy_signature (org_id, word, version, seat, membership_id, signed_at)
     values ($1, $2, $3, $4, $5, to_timestamp($6::double precision / 1000)) on conflict do nothing returning seat`,
    [org, word, row.version, row.seat, row.membershipId, row.now],
  );
  return rows.length === 1;
}
