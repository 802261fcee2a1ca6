import { brandId, type OrgId, type UserId } from '#core/ids.ts';
import { type Actor, type Context, type Ports, requireCapability } from '../access/context.ts';
import { addMember, contextOf, organizationNames } from '../access/create-organization.ts';
import { write } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction, writeTransaction } from '../database/transaction.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { ProblemError } from '../problem.ts';
import { administratorsOf, deleteDemo, hasEnded } from './queries.ts';

/** The name of the demo organization. There is at most one. */
export const demoSlug = 'demo';

const system: Actor = { kind: 'system', name: 'demo' };

export type DemoState = 'none' | 'loading' | 'ready';

/** Whether the demo company is there, and whether its story has been played to the end. */
export async function demoState(ports: Ports): Promise<DemoState> {
  const context = await contextOf(ports, demoSlug, system);
  if (!context) return 'none';
  const org = context.organization.orgId;
  return (await readTransaction(ports.pool, { org }, (tx) => hasEnded(tx, org))) ? 'ready' : 'loading';
}

/** Starts loading the demo company in the background. A second wish while the first is under way changes nothing. */
export async function startDemo(context: Context): Promise<void> {
  requireCapability(context, 'demo.change');
  if ((await demoState(context.ports)) === 'ready') {
    throw new ProblemError('conflict', 'The demo company is loaded already.');
  }
  await write(context, async (tx) => {
    await enqueue(
      tx,
      'load_demo',
      { endOn: localDateAt(context.now, context.organization.timeZone) },
      'load_demo',
    );
    tx.record({ action: 'demo.start' });
  });
}

/** Marks the story as played, and lets the administrators of the other organizations in. */
export async function endDemo(ports: Ports): Promise<void> {
  await admitAdministrators(ports);
  const context = await contextOf(ports, demoSlug, system);
  if (context) await write(context, async (tx) => tx.record({ action: 'demo.end' }));
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
export async function admitAdministrators(ports: Ports): Promise<void> {
  const context = await contextOf(ports, demoSlug, system);
  if (!context?.organization.isDemo) return;
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
