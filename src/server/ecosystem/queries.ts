import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';
import { copyLine } from '../import/load/copy-text.ts';

export type AccountRow = {
  readonly account_id: string;
  readonly name: string;
  readonly domain: string | null;
  readonly country: string | null;
};

/** An account of an undone import stands where another deal still names it. */
const stands = `(not a.is_withdrawn or exists (select from tandem.opportunity o
  where o.org_id = a.org_id and o.account_id = a.account_id and not o.is_withdrawn))`;

/**
 * Accounts that are kept under one of these blocks, of which there are two at most, at most so many; and whether all
 * accounts of the organization are kept as this version makes blocks. Each block is a value of its own: a list of unknown
 * length would be planned anew by every call, which takes longer than the look-up.
 */
export async function accountsUnder(
  tx: Tx,
  org: OrgId,
  version: number,
  [one, other]: readonly string[],
  most: number,
): Promise<{ isWhole: boolean; rows: AccountRow[] }> {
  const rows = await tx.prepared<{ is_whole: boolean } & (AccountRow | { account_id: null })>(
    `select w.is_whole, a.account_id, a.name, a.domain, a.country
     from (${isWhole('$3')}) w
     left join lateral (
       select a.account_id, a.name, a.domain, a.country from tandem.account_block b
       join tandem.account a on a.org_id = b.org_id and a.account_id = b.account_id
       where b.org_id = $1 and b.block in ($2, $5) and ${stands} limit $4) a on true`,
    [org, one ?? null, version, most, other ?? null],
  );
  return {
    isWhole: rows[0]?.is_whole ?? false,
    rows: rows.flatMap((row) => (row.account_id === null ? [] : [row])),
  };
}

/** The row that says so, or no account at all. */
function isWhole(version: string): string {
  return `select coalesce(
      (select f.version = ${version} and f.is_done from tandem.account_block_fill f where f.org_id = $1),
      not exists (select from tandem.account where org_id = $1)) as is_whole`;
}

export type BlockRow = { readonly block: string; readonly ids: readonly string[] };

/**
 * Whom each of these blocks leads to: its accounts in their order, one more than `most` where there are more. Each block
 * is one short walk along the primary key, however many accounts have it. And whether all are kept, as above.
 */
export async function accountsOfEach(
  tx: Tx,
  org: OrgId,
  version: number,
  blocks: readonly string[],
  most: number,
): Promise<{ isWhole: boolean; rows: BlockRow[] }> {
  const rows = await tx.prepared<{ is_whole: boolean } & (BlockRow | { block: null })>(
    `select w.is_whole, e.block, e.ids
     from (${isWhole('$3')}) w
     left join lateral (
       select asked.block, array_agg(kept.account_id) as ids
       from unnest($2::text[]) as asked (block)
       cross join lateral (
         select b.account_id from tandem.account_block b
         where b.org_id = $1 and b.block = asked.block order by b.account_id limit $4) kept
       group by asked.block) e on true`,
    [org, blocks, version, most + 1],
  );
  return {
    isWhole: rows[0]?.is_whole ?? false,
    rows: rows.flatMap((row) => (row.block === null ? [] : [row])),
  };
}

export function standingAccounts(tx: Tx, org: OrgId, ids: readonly string[]): Promise<AccountRow[]> {
  return tx.prepared<AccountRow>(
    `select a.account_id, a.name, a.domain, a.country from tandem.account a
     where a.org_id = $1 and a.account_id = any($2) and ${stands}`,
    [org, ids],
  );
}

/** These accounts, whether they stand or not. */
export function accountRows(tx: Tx, org: OrgId, ids: readonly string[]): Promise<AccountRow[]> {
  return tx.query<AccountRow>(
    `select account_id, name, domain, country from tandem.account where org_id = $1 and account_id = any($2)`,
    [org, ids],
  );
}

/** Puts the blocks of these accounts in the place of those under which they were kept. */
export async function replaceBlocks(
  tx: Tx,
  org: OrgId,
  ids: readonly string[],
  kept: Iterable<readonly [accountId: string, block: string]>,
): Promise<void> {
  await tx.query('delete from tandem.account_block where org_id = $1 and account_id = any($2)', [org, ids]);
  await tx.query(
    'create temporary table if not exists kept_block (account_id uuid, block text) on commit drop; truncate kept_block',
  );
  const lines: string[] = [];
  for (const row of kept) lines.push(copyLine(row));
  await tx.copyIn('copy kept_block from stdin', [lines.join('')]);
  await tx.query(
    `insert into tandem.account_block (org_id, block, account_id)
     select $1, block, account_id from kept_block order by block, account_id`,
    [org],
  );
}

/** Adds the blocks of accounts that an import just made. */
export async function insertStagedBlocks(tx: Tx, org: OrgId): Promise<void> {
  await tx.query(
    `insert into tandem.account_block (org_id, block, account_id)
     select $1, block, account_id from staged_account_block order by block, account_id`,
    [org],
  );
}

/** Where there is no account but these, or none at all: from here on all are kept. */
export async function beginFill(
  tx: Tx,
  org: OrgId,
  version: number,
  first: readonly string[] = [],
): Promise<void> {
  await tx.query(
    `insert into tandem.account_block_fill (org_id, version, is_done)
     select $1, $2, true
     where not exists (select from tandem.account_block_fill where org_id = $1)
       and not exists (select from tandem.account where org_id = $1 and account_id <> all($3::uuid[]))
     on conflict (org_id) do nothing`,
    [org, version, first],
  );
}

/** Where the fill of this version stands; a row of another version begins anew. Null once it is done. */
export async function fillFrom(
  tx: Tx,
  org: OrgId,
  version: number,
): Promise<{ readonly after: string | null } | null> {
  await tx.query(
    `insert into tandem.account_block_fill (org_id, version, is_done) values ($1, $2, false)
     on conflict (org_id) do update set version = $2, after_account = null, is_done = false
       where account_block_fill.version <> $2`,
    [org, version],
  );
  const [row] = await tx.query<{ after_account: string | null; is_done: boolean }>(
    'select after_account, is_done from tandem.account_block_fill where org_id = $1',
    [org],
  );
  return row === undefined || row.is_done ? null : { after: row.after_account };
}

/** The next accounts in the order of their ids, those of undone imports as well. */
export async function nextToFill(tx: Tx, org: OrgId, after: string | null, most: number): Promise<string[]> {
  const rows = await tx.query<{ account_id: string }>(
    `select account_id from tandem.account where org_id = $1 and ($2::uuid is null or account_id > $2)
     order by account_id limit $3`,
    [org, after, most],
  );
  return rows.map((row) => row.account_id);
}

export async function saveFill(tx: Tx, org: OrgId, after: string | null, isDone: boolean): Promise<void> {
  await tx.query(
    `update tandem.account_block_fill set after_account = coalesce($2, after_account), is_done = $3 where org_id = $1`,
    [org, after, isDone],
  );
}
