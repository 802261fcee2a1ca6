import { askedBlocks, blocksVersion } from '#core/ecosystem/account-block.ts';
import type { AccountKeys } from '#core/ecosystem/account-key.ts';
import { nearness } from '#core/ecosystem/nearness.ts';
import type { OrgId } from '#core/ids.ts';
import type { Known } from '#core/registration/check-facts.ts';
import type { Tx } from '../database/transaction.ts';
import { type FoundAccount, foundAccount, keysOf } from './find-same.ts';
import { accountsOfEach, type BlockRow, standingAccounts } from './queries.ts';

/** A block that more accounts have finds nobody: that many companies with one word in their names are not near. */
const mostOfOneBlock = 100;
/** So many accounts are judged at most, those of the rarest blocks first. */
const mostJudged = 300;

export type NearAccounts = {
  /** The most alike first; of two, the older one. */
  readonly accounts: readonly FoundAccount[];
  /** Words, brands and pieces of names by which nobody was looked for, since too many accounts have them. */
  readonly tooCommon: readonly string[];
  /** How many accounts were compared. */
  readonly judged: number;
};

/**
 * DR-3: accounts that are not the same by a key, and so much alike that a person looks: from the signed page's `askFrom`
 * on, at most `most` of them. For a job: a look-up of about a hundred blocks and a comparison of at most 300 accounts.
 * Spellings that differ are looked for down to a likeness of 0.9; a lower `askFrom` judges the others that come up with
 * them. Not known while accounts are still being kept. `shared` and the transaction are those of `findSame`.
 */
export async function findNear(
  tx: Tx,
  org: OrgId,
  keys: AccountKeys,
  asked: { readonly askFrom: number; readonly most: number; readonly shared?: ReadonlySet<string> },
): Promise<Known<NearAccounts>> {
  const { askFrom, most, shared = new Set() } = asked;
  const wanted = askedBlocks(keys, askFrom);
  const { isWhole, rows: blocks } = await accountsOfEach(tx, org, blocksVersion, wanted, mostOfOneBlock);
  if (!isWhole) return { known: false };
  const tooCommon = blocks.filter(({ ids }) => ids.length > mostOfOneBlock).map(({ block }) => block);
  const ids = rarestFirst(blocks.filter((block) => block.ids.length <= mostOfOneBlock));
  const found: FoundAccount[] = [];
  for (const row of ids.length === 0 ? [] : await standingAccounts(tx, org, ids)) {
    const judged = nearness(keys, keysOf(row, shared), askFrom);
    if (judged.outcome === 'ask') found.push(foundAccount(row, judged));
  }
  found.sort((a, b) => b.likeness.score - a.likeness.score || (a.accountId < b.accountId ? -1 : 1));
  return { known: true, value: { accounts: found.slice(0, most), tooCommon, judged: ids.length } };
}

/** Accounts by their rarest block; a block of a few says more than one of many. */
function rarestFirst(blocks: readonly BlockRow[]): string[] {
  const inOrder = blocks.toSorted((a, b) => a.ids.length - b.ids.length || (a.block < b.block ? -1 : 1));
  return [...new Set(inOrder.flatMap(({ ids }) => ids))].slice(0, mostJudged);
}
