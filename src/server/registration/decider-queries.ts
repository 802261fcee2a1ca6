import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export type MemberRow = {
  membership_id: string;
  display_name: string;
  roles: string[];
  suspended_at: number | null;
};

/** Everybody of the company who could decide a registration. */
export function deskMembers(tx: Tx, org: OrgId): Promise<MemberRow[]> {
  return tx.prepared(
    `select membership_id, display_name, roles, suspended_at from tandem.membership
     where org_id = $1 and partner_id is null
       and roles && array['partner_ops','partner_manager','head_of_partnerships','cro','ae']
     order by created_at, membership_id`,
    [org],
  );
}

/** The names that the CRM gives as owners of these deals. */
export async function ownersOfDeals(tx: Tx, org: OrgId, deals: readonly string[]): Promise<string[]> {
  if (deals.length === 0) return [];
  const rows = await tx.query<{ owner: string }>(
    `select distinct owner from tandem.opportunity
     where org_id = $1 and opportunity_id = any($2::uuid[]) and owner is not null`,
    [org, deals],
  );
  return rows.map(({ owner }) => owner);
}
