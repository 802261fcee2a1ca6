import { blocksVersion, exactBlocks } from '#core/ecosystem/account-block.ts';
import { type AccountKeys, accountKeys } from '#core/ecosystem/account-key.ts';
import { type Nearness, nearness } from '#core/ecosystem/nearness.ts';
import { type AccountId, brandId, type OrgId } from '#core/ids.ts';
import type { Known, Likeness } from '#core/registration/check-facts.ts';
import type { Tx } from '../database/transaction.ts';
import { type AccountRow, accountsUnder } from './queries.ts';
import { readHost } from './read-host.ts';

/** An account of ours, and how it was found to be the one that was asked for, or like it. */
export type FoundAccount = {
  readonly accountId: AccountId;
  readonly name: string;
  readonly domain: string | null;
  readonly country: string | null;
  readonly likeness: Likeness;
  readonly reasons: Nearness['reasons'];
};

/** A key that more accounts share says little of who is who, and is for a person. */
const mostOfOneKey = 1000;

/**
 * DR-3: the accounts that share an exact key with what was typed: the registrable domain, or name and country where one
 * side has no domain. One query. `shared` are the hosts that the program calls shared by many companies; the keys that
 * are asked for must have been made with the same. Not known while accounts are still being kept, or where more than a
 * thousand accounts share the key. Takes a transaction in the scope of an organization; a portal's would find nothing.
 */
export async function findSame(
  tx: Tx,
  org: OrgId,
  keys: AccountKeys,
  shared: ReadonlySet<string> = new Set(),
): Promise<Known<readonly FoundAccount[]>> {
  const { isWhole, rows } = await accountsUnder(tx, org, blocksVersion, exactBlocks(keys), mostOfOneKey + 1);
  if (!isWhole || rows.length > mostOfOneKey) return { known: false };
  const found = new Map<string, FoundAccount>();
  for (const row of rows) {
    const judged = nearness(keys, keysOf(row, shared), 1);
    if (judged.outcome === 'same') found.set(row.account_id, foundAccount(row, judged));
  }
  return { known: true, value: [...found.values()] };
}

/** The keys of an account of ours, made when they are needed. */
export function keysOf({ name, domain, country }: AccountRow, shared: ReadonlySet<string>): AccountKeys {
  return accountKeys({ name, domain, country }, readHost, shared);
}

export function foundAccount(row: AccountRow, { score, reasons }: Nearness): FoundAccount {
  const { account_id: id, name, domain, country } = row;
  const codes = new Set(reasons.map(({ code }) => code));
  const exact = codes.has('same_domain')
    ? 'domain'
    : codes.has('same_name_country')
      ? 'name_country'
      : 'near';
  const by = codes.has('subdomain') ? 'subdomain' : exact;
  return { accountId: brandId<AccountId>(id), name, domain, country, likeness: { by, score }, reasons };
}
