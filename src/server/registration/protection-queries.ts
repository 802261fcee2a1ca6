import type { LocalDate } from '#core/calendar.ts';
import type { OrgId } from '#core/ids.ts';
import type { ProtectionWindow } from '#core/registration/life.ts';
import type { Tx } from '../database/transaction.ts';

/** What the database says when an account is protected already: for whom is a question of its own. */
export const protectedAlready = 'an_account_is_protected_for_one_partner_at_a_time';

/** Numbers for products; one that is new gets the next. */
async function numbersOf(tx: Tx, org: OrgId, products: readonly string[]): Promise<number[]> {
  await tx.query(
    `insert into tandem.protected_product (org_id, product_key, number)
     select $1, k.key, coalesce((select max(number) from tandem.protected_product where org_id = $1), 0) + k.nth
     from unnest($2::text[]) with ordinality as k(key, nth)
     where not exists (select from tandem.protected_product p where p.org_id = $1 and p.product_key = k.key)
     on conflict (org_id, product_key) do nothing`,
    [org, products],
  );
  const rows = await tx.query<{ number: number }>(
    'select number from tandem.protected_product where org_id = $1 and product_key = any($2::text[])',
    [org, products],
  );
  return rows.map(({ number }) => number);
}

/**
 * Writes what a registration protects: its account, for each of its products or for all of them, on the days of the
 * window. Replaces what it protected before. The exclusion constraint refuses it where another one protects the same.
 */
export async function writeProtection(
  tx: Tx,
  org: OrgId,
  id: string,
  claim: { readonly accountKey: string; readonly products: readonly string[] },
  window: ProtectionWindow,
): Promise<void> {
  await tx.query('delete from tandem.registration_protection where org_id = $1 and registration_id = $2', [
    org,
    id,
  ]);
  if (window.until !== null && window.until <= window.from) return;
  const numbers = claim.products.length === 0 ? [] : await numbersOf(tx, org, claim.products);
  const ranges = claim.products.length === 0 ? ['(,)'] : numbers.map((number) => `[${number},${number + 1})`);
  await tx.query(
    `insert into tandem.registration_protection (org_id, registration_id, product, account_key, during)
     select $1, $2, r.product::int4range, $3, daterange($4::date, $5::date)
     from unnest($6::text[]) as r(product)`,
    [org, id, claim.accountKey, window.from, window.until, ranges],
  );
}

/**
 * Makes everybody who wants this account one after the other, until the end of the transaction, and returns when the one
 * before was complete (epoch milliseconds; null: nobody was there): who comes next comes later, be it by a millisecond.
 */
export async function lockAccount(tx: Tx, org: OrgId, accountKey: string): Promise<number | null> {
  await tx.prepared('select pg_advisory_xact_lock(hashtextextended($1, 20))', [`${org} ${accountKey}`]);
  const [row] = await tx.prepared<{ last: number | null }>(
    'select max(complete_at) as last from tandem.registration where org_id = $1 and account_key = $2',
    [org, accountKey],
  );
  return row?.last ?? null;
}

/** The registrations that protect this account on a day or later, for one of these products or for all. */
export async function ownersOf(
  tx: Tx,
  org: OrgId,
  accountKey: string,
  products: readonly string[],
  today: LocalDate,
): Promise<string[]> {
  const rows = await tx.query<{ registration_id: string }>(
    `select distinct p.registration_id from tandem.registration_protection p
     where p.org_id = $1 and p.account_key = $2 and (upper_inf(p.during) or upper(p.during) > $4::date)
       and (cardinality($3::text[]) = 0 or p.product = '(,)' or exists (select from tandem.protected_product k
         where k.org_id = p.org_id and k.product_key = any($3::text[]) and p.product @> k.number))`,
    [org, accountKey, products, today],
  );
  return rows.map((row) => row.registration_id);
}
