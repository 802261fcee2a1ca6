import { blocksVersion } from '#core/ecosystem/account-block.ts';
import type { Context, Ports } from '../access/context.ts';
import { contextOf, organizationNames } from '../access/create-organization.ts';
import { waitForImports } from '../import/wait-for-imports.ts';
import { withoutTrail } from '../jobs/without-trail.ts';
import { keepBlocks } from './keep-blocks.ts';
import { fillFrom, nextToFill, saveFill } from './queries.ts';

/** Accounts kept in one transaction: an import that comes meanwhile waits about a second. */
const accountsAtOnce = 2000;

/**
 * The job `fill_account_blocks`, left at every start: keeps the accounts of every organization under blocks of the
 * present making, where they are not. Each step is a transaction that says how far it has come, so a job that is broken
 * off goes on from there; until the last step a search in that organization knows nothing. Derived rows only: no trail.
 */
export async function fillBlocks(ports: Ports): Promise<void> {
  for (const { slug } of await organizationNames(ports)) {
    const context = await contextOf(ports, slug, { kind: 'job', name: 'accounts' });
    while (context && (await fillSome(context)));
  }
}

/** One step; whether there is another. */
function fillSome(context: Context): Promise<boolean> {
  const { organization } = context;
  const org = organization.orgId;
  return withoutTrail(context, async (tx) => {
    await waitForImports(tx, organization);
    const at = await fillFrom(tx, org, blocksVersion);
    if (at === null) return false;
    const ids = await nextToFill(tx, org, at.after, accountsAtOnce);
    await keepBlocks(tx, org, ids);
    const isDone = ids.length < accountsAtOnce;
    await saveFill(tx, org, ids.at(-1) ?? null, isDone);
    return !isDone;
  });
}
