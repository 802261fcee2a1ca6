import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';
import { members } from './queries.ts';

/** The present names of an organization's people by membership id, for whoever shows who did something. */
export async function memberNames(tx: Tx, org: OrgId): Promise<ReadonlyMap<string, string>> {
  return new Map((await members(tx, org)).map((one) => [one.membership_id, one.display_name]));
}

/** The company's own people by membership id; nobody at a partner is among them. */
export async function deskNames(tx: Tx, org: OrgId): Promise<ReadonlyMap<string, string>> {
  const own = (await members(tx, org)).filter((one) => one.partner_id === null);
  return new Map(own.map((one) => [one.membership_id, one.display_name]));
}
