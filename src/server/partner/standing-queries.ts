import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export type StandingRow = {
  suspended_at: number | null;
  countries: string[] | null;
  certified_on: string | null;
};

/** How a partner stands, locked until the end of the transaction; null where there is no such partner. */
export async function standingRow(tx: Tx, org: OrgId, partner: string): Promise<StandingRow | null> {
  const [row] = await tx.query<StandingRow>(
    `select suspended_at, countries, certified_on from tandem.partner
     where org_id = $1 and partner_id = $2 and not is_withdrawn for update`,
    [org, partner],
  );
  return row ?? null;
}

export async function updateStanding(
  tx: Tx,
  org: OrgId,
  partner: string,
  to: {
    readonly suspendedAt: number | null;
    readonly countries: readonly string[] | null;
    readonly certifiedOn: string | null;
  },
): Promise<void> {
  await tx.query(
    `update tandem.partner set suspended_at = to_timestamp($3::double precision / 1000), countries = $4,
       certified_on = $5 where org_id = $1 and partner_id = $2`,
    [org, partner, to.suspendedAt, to.countries, to.certifiedOn],
  );
}
