import type { Id } from '#core/ids.ts';
import type { Context } from '../access/context.ts';
import type { WriteTx } from '../audit/write.ts';
import { appendFacts, lockManaged, setManager } from './queries.ts';

/**
 * Passes the partners that one person manages to another, in the transaction of whoever hands everything over and
 * records it. What is known of each partner stays as a fact. Answers whose.
 */
export async function passPartners(
  tx: WriteTx,
  context: Context,
  from: string,
  to: string,
): Promise<string[]> {
  const { organization, ports, now } = context;
  const partners = await lockManaged(tx, organization.orgId, from);
  if (partners.length === 0) return [];
  await setManager(tx, organization.orgId, partners, to);
  const facts = partners.map(() => ports.ids.next<Id<'fact'>>(now));
  await appendFacts(tx, organization.orgId, partners, facts, now);
  return partners;
}
