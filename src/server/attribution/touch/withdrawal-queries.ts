import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

export type WithdrawableFact = 'introduction' | 'touch' | 'vendor_contact' | 'cosell_plan' | 'check_in';

type Subject = { opportunity_id: string | null; account_id: string | null; partner_id: string | null };

const subjects: Readonly<Record<WithdrawableFact, string>> = {
  introduction: 'opportunity_id, account_id, partner_id',
  touch: 'opportunity_id, account_id, partner_id',
  vendor_contact: 'null::uuid as opportunity_id, account_id, null::uuid as partner_id',
  cosell_plan: 'opportunity_id, null::uuid as account_id, partner_id',
  check_in: 'opportunity_id, null::uuid as account_id, partner_id',
};

/** The account and deal that a fact is about, or null when there is no such fact. */
export async function subjectOfFact(
  tx: Tx,
  org: OrgId,
  kind: WithdrawableFact,
  fact: string,
): Promise<Subject | null> {
  const [row] = await tx.query<Subject>(
    `select ${subjects[kind]} from tandem.${kind} where org_id = $1 and ${kind}_id = $2`,
    [org, fact],
  );
  return row ?? null;
}

export async function insertWithdrawal(
  tx: Tx,
  org: OrgId,
  row: { id: string; kind: string; factId: string; reason: string; by: string; now: number },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.withdrawal (org_id, withdrawal_id, fact_kind, fact_id, reason, withdrawn_by, withdrawn_at)
     values ($1, $2, $3, $4, $5, $6, to_timestamp($7::double precision / 1000)) on conflict do nothing
     returning withdrawal_id`,
    [org, row.id, row.kind, row.factId, row.reason, row.by, row.now],
  );
  return rows.length === 1;
}

export type WithdrawalRow = {
  fact_kind: WithdrawableFact;
  fact_id: string;
  withdrawn_by: string;
  withdrawn_at: number;
};

export async function withdrawalRow(tx: Tx, org: OrgId, withdrawal: string): Promise<WithdrawalRow | null> {
  const [row] = await tx.query<WithdrawalRow>(
    `select fact_kind, fact_id, withdrawn_by, withdrawn_at from tandem.withdrawal
     where org_id = $1 and withdrawal_id = $2`,
    [org, withdrawal],
  );
  return row ?? null;
}

export async function insertCosignature(
  tx: Tx,
  org: OrgId,
  row: { withdrawal: string; by: string; now: number },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into tandem.withdrawal_cosignature (org_id, withdrawal_id, signed_by, signed_at)
     values ($1, $2, $3, to_timestamp($4::double precision / 1000)) on conflict do nothing returning withdrawal_id`,
    [org, row.withdrawal, row.by, row.now],
  );
  return rows.length === 1;
}
