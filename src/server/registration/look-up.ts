import { brandId } from '#core/ids.ts';
import type { Actor, Context, Ports } from '../access/context.ts';
import { contextOf } from '../access/create-organization.ts';
import { readTransaction, type Tx } from '../database/transaction.ts';

/** Where a secret is looked for when there is no such organization. */
const nowhere = '00000000-0000-0000-0000-000000000000';

/**
 * What a secret opens in an organization; null for one that opens nothing there, and where there is no such
 * organization, after the same work.
 */
export async function lookUp<Found>(
  ports: Ports,
  slug: string,
  actor: Actor,
  find: (tx: Tx, org: string) => Promise<Found | null>,
): Promise<{ readonly context: Context; readonly found: Found } | null> {
  const context = await contextOf(ports, slug, actor);
  const org = context?.organization.orgId ?? nowhere;
  const found = await readTransaction(ports.pool, { org: brandId(org) }, (tx) => find(tx, org));
  return context === null || found === null ? null : { context, found };
}
