import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';
import { apiKeys } from './api-key-queries.ts';
import { members } from './queries.ts';

/** The present names of an organization's people and keys by id, for whoever shows who did something. */
export async function memberNames(tx: Tx, org: OrgId): Promise<ReadonlyMap<string, string>> {
  return namesOf(await members(tx, org), await apiKeys(tx, org));
}

/** The company's own people and keys by id; nobody at a partner is among them. */
export async function deskNames(tx: Tx, org: OrgId): Promise<ReadonlyMap<string, string>> {
  const own = (await members(tx, org)).filter((one) => one.partner_id === null);
  return namesOf(own, await apiKeys(tx, org));
}

function namesOf(
  people: readonly { readonly membership_id: string; readonly display_name: string }[],
  keys: readonly { readonly api_key_id: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  return new Map([
    ...people.map((one) => [one.membership_id, one.display_name] as const),
    ...keys.map((one) => [one.api_key_id, `${one.name} (API key)`] as const),
  ]);
}
