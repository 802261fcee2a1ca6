import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../../database/transaction.ts';

/** Every deal and the source whose stages it has. */
export function dealSources(tx: Tx, org: OrgId): Promise<{ opportunity_id: string; source_id: string }[]> {
  return tx.query(
    `select opportunity_id, source_id from tandem.opportunity
     where org_id = $1 and not is_withdrawn order by opportunity_id`,
    [org],
  );
}

/** Imports that were undone: what they brought never counts. */
export async function undoneImports(tx: Tx, org: OrgId): Promise<string[]> {
  const rows = await tx.query<{ import_id: string }>(
    `select import_id from tandem.import where org_id = $1 and withdrawn_at is not null order by import_id`,
    [org],
  );
  return rows.map((row) => row.import_id);
}
