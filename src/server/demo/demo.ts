import { brandId, type OrgId, type UserId } from '#core/ids.ts';
import type { Actor, Ports } from '../access/context.ts';
import { addMember, contextOf, organizationNames } from '../access/create-organization.ts';
import { write } from '../audit/write.ts';
import { readTransaction, writeTransaction } from '../database/transaction.ts';
import { administratorsOf, deleteDemo } from './queries.ts';

/** The name of the demo organization. There is at most one. */
export const demoSlug = 'demo';

const system: Actor = { kind: 'system', name: 'demo' };

/** Whether the demo company is there. */
export async function isDemoLoaded(ports: Ports): Promise<boolean> {
  return (await organizationNames(ports)).some((row) => row.slug === demoSlug);
}

/** Removes the demo company whole: its rows, its trail, its name. Nothing else is touched. */
export async function removeDemo(ports: Ports): Promise<boolean> {
  const context = await contextOf(ports, demoSlug, system);
  if (!context?.organization.isDemo) return false;
  const org = context.organization.orgId;
  await writeTransaction(ports.pool, { org }, (tx) => deleteDemo(tx, org));
  return true;
}

/** Lets the administrators of the other organizations into the demo, as its administrators and CRO. */
export async function admitAdministrators(ports: Ports, slug: string): Promise<void> {
  const context = await contextOf(ports, slug, system);
  if (!context) return;
  const people = new Map<string, string>();
  for (const row of await organizationNames(ports)) {
    const org = brandId<OrgId>(row.org_id);
    const found = await readTransaction(ports.pool, { org }, (tx) => administratorsOf(tx, org));
    for (const one of found) people.set(one.user_id, one.display_name);
  }
  const inside = await readTransaction(ports.pool, { org: context.organization.orgId }, (tx) =>
    administratorsOf(tx, context.organization.orgId),
  );
  for (const one of inside) people.delete(one.user_id);
  if (people.size === 0) return;
  await write(context, async (tx) => {
    for (const [userId, name] of people) {
      await addMember(tx, context, { userId: brandId<UserId>(userId), name }, ['administrator', 'cro']);
    }
  });
}
