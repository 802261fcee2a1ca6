import type { AccountKeys } from '#core/ecosystem/account-key.ts';
import type { OrgId } from '#core/ids.ts';
import type { Likeness } from '#core/registration/check-facts.ts';
import type { Tx } from '../database/transaction.ts';
import { accountsByKey } from './match-queries.ts';

/** An account of ours that is, or may be, the one that is registered. */
export type AccountMatch = { readonly accountId: string; readonly likeness: Likeness };

/** DR-3: our accounts with an exact key in common with what is registered. */
export async function matchAccounts(tx: Tx, org: OrgId, keys: AccountKeys): Promise<AccountMatch[]> {
  const rows = await accountsByKey(tx, org, keys);
  return rows.map((row) => ({ accountId: row.account_id, likeness: { by: row.by, score: 1 } }));
}
