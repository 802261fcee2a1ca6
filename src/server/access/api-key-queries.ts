import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';
import { type OrganizationRow, organizationColumns } from './queries.ts';

export type ApiKeyRow = {
  api_key_id: string;
  name: string;
  hint: string;
  capabilities: string[];
  made_by: string;
  made_at: number;
  ends_on: string | null;
  last_used_at: number | null;
  revoked_at: number | null;
};

const columns =
  'k.api_key_id, k.name, k.hint, k.capabilities, k.made_by, k.made_at, k.ends_on, k.last_used_at, k.revoked_at';

/** Keys, the newest first; those that are over stay in the list as what they were. */
export function apiKeys(tx: Tx, org: OrgId): Promise<ApiKeyRow[]> {
  return tx.query(
    `select ${columns} from tandem.api_key k where k.org_id = $1 order by k.made_at desc, k.api_key_id desc`,
    [org],
  );
}

/** The key that a secret of that hash opens, with the frame of its organization. */
export async function apiKeyOfHash(
  tx: Tx,
  org: OrgId,
  hash: Uint8Array,
): Promise<(ApiKeyRow & OrganizationRow) | null> {
  const [row] = await tx.query<ApiKeyRow & OrganizationRow>(
    `select ${columns}, ${organizationColumns}
     from tandem.api_key k join tandem.organization o using (org_id) where k.org_id = $1 and k.secret_hash = $2`,
    [org, Buffer.from(hash)],
  );
  return row ?? null;
}

export async function insertApiKey(
  tx: Tx,
  org: OrgId,
  row: Pick<
    ApiKeyRow,
    'api_key_id' | 'name' | 'hint' | 'capabilities' | 'made_by' | 'made_at' | 'ends_on'
  > & {
    readonly secret_hash: Uint8Array;
  },
): Promise<void> {
  await tx.query(
    `insert into tandem.api_key (org_id, api_key_id, name, secret_hash, hint, capabilities, made_by, made_at, ends_on)
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::double precision / 1000), $9)`,
    [
      org,
      row.api_key_id,
      row.name,
      Buffer.from(row.secret_hash),
      row.hint,
      row.capabilities,
      row.made_by,
      row.made_at,
      row.ends_on,
    ],
  );
}

/** The name of the key that was revoked; null where there is none, or it was revoked before. */
export async function closeApiKey(
  tx: Tx,
  org: OrgId,
  id: string,
  by: string,
  now: number,
): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>(
    `update tandem.api_key set revoked_at = to_timestamp($4::double precision / 1000), revoked_by = $3
     where org_id = $1 and api_key_id = $2 and revoked_at is null returning name`,
    [org, id, by, now],
  );
  return row?.name ?? null;
}

/** Notes that a key was used. */
export async function noteUse(tx: Tx, org: OrgId, id: string, now: number): Promise<void> {
  await tx.query(
    `update tandem.api_key set last_used_at = to_timestamp($3::double precision / 1000)
     where org_id = $1 and api_key_id = $2`,
    [org, id, now],
  );
}
