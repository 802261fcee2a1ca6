import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export type ViewRow = {
  view_id: string;
  membership_id: string;
  page: string;
  name: string;
  query: string;
  shared: boolean;
};

/** A person's own views of a page, and those that others share. */
export function viewRows(tx: Tx, org: OrgId, member: string, page: string): Promise<ViewRow[]> {
  return tx.query(
    `select view_id, membership_id, page, name, query, shared from tandem.saved_view
     where org_id = $1 and page = $3 and (membership_id = $2 or shared) order by lower(name), view_id`,
    [org, member, page],
  );
}

export async function insertView(tx: Tx, org: OrgId, row: ViewRow, now: number): Promise<void> {
  await tx.query(
    `insert into tandem.saved_view (org_id, view_id, membership_id, page, name, query, shared, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::double precision / 1000))`,
    [org, row.view_id, row.membership_id, row.page, row.name, row.query, row.shared, now],
  );
}

export async function deleteView(tx: Tx, org: OrgId, member: string, view: string): Promise<ViewRow | null> {
  const [row] = await tx.query<ViewRow>(
    `delete from tandem.saved_view where org_id = $1 and membership_id = $2 and view_id = $3
     returning view_id, membership_id, page, name, query, shared`,
    [org, member, view],
  );
  return row ?? null;
}
