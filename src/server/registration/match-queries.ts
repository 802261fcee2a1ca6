import type { AccountKeys } from '#core/ecosystem/account-key.ts';
import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

/** Accounts that have this domain or, in this country, this name. */
export function accountsByKey(
  tx: Tx,
  org: OrgId,
  { domain, nameCountry, country }: AccountKeys,
): Promise<{ account_id: string; by: 'domain' | 'name_country' }[]> {
  const name = nameCountry?.slice(0, nameCountry.lastIndexOf('|')) ?? null;
  return tx.query(
    `select account_id, case when domain = $2 then 'domain' else 'name_country' end as by from tandem.account
     where org_id = $1 and not is_withdrawn
       and (domain = $2 or (name_key = $3 and (country is null or country = $4)))`,
    [org, domain, name, country],
  );
}
