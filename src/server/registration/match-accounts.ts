import type { AccountKeys } from '#core/ecosystem/account-key.ts';
import { hostsIn } from '#core/ecosystem/common-hosts.ts';
import type { OrgId } from '#core/ids.ts';
import type { Known, Likeness } from '#core/registration/check-facts.ts';
import type { RegistrationBody } from '#core/registration/registration-page.ts';
import type { Tx } from '../database/transaction.ts';
import { findNear } from '../ecosystem/find-near.ts';
import { findSame } from '../ecosystem/find-same.ts';

/** An account of ours that is, or may be, the one that is registered. */
export type AccountMatch = { readonly accountId: string; readonly likeness: Likeness };

/** So many accounts that are only alike are put beside a registration. */
const mostNear = 20;

/** DR-3: our accounts with an exact key in common with what is registered. */
export async function matchAccounts(
  tx: Tx,
  org: OrgId,
  keys: AccountKeys,
  { checks }: Pick<RegistrationBody, 'checks'>,
): Promise<Known<readonly AccountMatch[]>> {
  return findSame(tx, org, keys, hostsIn(checks.commonHosts));
}

/** DR-3: the same, and those that are only alike, for a person to look at. */
export async function matchAlike(
  tx: Tx,
  org: OrgId,
  keys: AccountKeys,
  page: Pick<RegistrationBody, 'checks'>,
): Promise<Known<readonly AccountMatch[]>> {
  const same = await matchAccounts(tx, org, keys, page);
  const shared = hostsIn(page.checks.commonHosts);
  const near = await findNear(tx, org, keys, { askFrom: page.checks.nameMatch, most: mostNear, shared });
  if (!same.known || !near.known) return { known: false };
  return { known: true, value: [...same.value, ...near.value.accounts] };
}
