import { blocksVersion, keptBlocks } from '#core/ecosystem/account-block.ts';
import { accountKeys } from '#core/ecosystem/account-key.ts';
import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';
import { accountRows, beginFill, insertStagedBlocks, replaceBlocks } from './queries.ts';
import { readHost } from './read-host.ts';

/**
 * The blocks under which an account with this name, domain and country is kept. Hosts that only one program calls shared
 * are looked at when somebody asks, so that its page may change without all accounts being kept anew.
 */
export function blocksOf(name: string, domain: string | null, country: string | null): string[] {
  return keptBlocks(accountKeys({ name, domain, country }, readHost));
}

/**
 * Keeps accounts under the blocks that their present names, domains and countries make: whoever changes those calls it
 * in the same transaction.
 */
export async function keepBlocks(tx: Tx, org: OrgId, ids: readonly string[]): Promise<void> {
  const rows = await accountRows(tx, org, ids);
  await replaceBlocks(tx, org, ids, blocksOfEach(rows));
  await beginFill(tx, org, blocksVersion, ids);
}

function* blocksOfEach(
  rows: Awaited<ReturnType<typeof accountRows>>,
): Generator<readonly [accountId: string, block: string]> {
  for (const { account_id: id, name, domain, country } of rows)
    for (const block of blocksOf(name, domain, country)) yield [id, block];
}

/** To be called before an import adds accounts: the first ones make the organization searchable at once. */
export async function beforeNewAccounts(tx: Tx, org: OrgId): Promise<void> {
  await beginFill(tx, org, blocksVersion);
}

/** Keeps the accounts that an import made, under the blocks that it staged. */
export async function keepStagedBlocks(tx: Tx, org: OrgId): Promise<void> {
  await insertStagedBlocks(tx, org);
}
