import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export type ListRow = {
  list_id: string;
  refreshed_on: string;
  kept_at: number;
  kept_by: string;
  count: number;
};

/** The list that counts now; null: nobody ever gave one. */
export async function presentList(tx: Tx, org: OrgId): Promise<ListRow | null> {
  const [row] = await tx.query<ListRow>(
    `select l.list_id, l.refreshed_on, l.kept_at, l.kept_by,
       (select count(*)::int from tandem.direct_only_account a
         where a.org_id = l.org_id and a.list_id = l.list_id) as count
     from tandem.direct_only_list l where l.org_id = $1 order by l.kept_at desc, l.list_id desc limit 1`,
    [org],
  );
  return row ?? null;
}

export type EntryRow = { entry_id: string; name: string; domain: string | null; country: string | null };

/** Entries of a list in order of name, by the letters' codes so that every database sorts alike. */
export function listEntries(
  tx: Tx,
  org: OrgId,
  list: { id: string; after: { sortKey: string; id: string } | null; limit: number },
): Promise<EntryRow[]> {
  return tx.query(
    `select entry_id, name, domain, country from tandem.direct_only_account
     where org_id = $1 and list_id = $2
       and ($3::text is null or (name collate "C", entry_id) > ($3 collate "C", $4::uuid))
     order by name collate "C", entry_id limit $5`,
    [org, list.id, list.after?.sortKey ?? null, list.after?.id ?? null, list.limit],
  );
}

/** Keeps a list. What is given later counts, though the clock stood still or went back. */
export async function insertList(
  tx: Tx,
  org: OrgId,
  list: { id: string; refreshedOn: string; by: string; now: number },
): Promise<void> {
  await tx.query(
    `insert into tandem.direct_only_list (org_id, list_id, refreshed_on, kept_at, kept_by)
     values ($1, $2, $3, greatest(to_timestamp($4::double precision / 1000), (
       select max(kept_at) + interval '1 millisecond' from tandem.direct_only_list where org_id = $1)), $5)`,
    [org, list.id, list.refreshedOn, list.now, list.by],
  );
}

export type NewEntry = EntryRow & { readonly nameCountry: string | null };

export async function insertEntries(
  tx: Tx,
  org: OrgId,
  list: string,
  entries: readonly NewEntry[],
): Promise<void> {
  await tx.query(
    `insert into tandem.direct_only_account (org_id, list_id, entry_id, name, country, domain, name_country)
     select $1, $2, e.id, e.name, e.country, e.domain, e.name_country
     from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])
       as e(id, name, country, domain, name_country)`,
    [
      org,
      list,
      entries.map((one) => one.entry_id),
      entries.map((one) => one.name),
      entries.map((one) => one.country),
      entries.map((one) => one.domain),
      entries.map((one) => one.nameCountry),
    ],
  );
}
