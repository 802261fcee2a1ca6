import type { PageWord } from '#core/program/page.ts';
import type { Context } from '../access/context.ts';
import { restateClosedQuarters } from '../attribution/quarter/raise-restatements.ts';
import { requestDecisionsByPage } from '../attribution/request-decision.ts';
import type { WriteTx } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { projectOpportunities } from '../import/project/project-opportunities.ts';
import { waitForImports } from '../import/wait-for-imports.ts';
import { archetypeShares, attributionPolicies, presentEntryStage } from './policies.ts';

/**
 * Runs a change of a page's versions, and then what follows from it elsewhere, in the same transaction: where the
 * entry stage that counts is another one, every deal is read anew; where other versions of the attribution page
 * count, or one has got its last signature, the deals with acts are decided again, each by the page of its creation day,
 * and with other commissions they are paid anew. Deals of an import that is under
 * way are among them: it ends first.
 */
export async function carryOut<T>(
  tx: WriteTx,
  context: Context,
  word: PageWord,
  change: () => Promise<T>,
): Promise<T> {
  const { organization } = context;
  if (word === 'scoreboard') {
    const before = await presentEntryStage(tx, organization);
    const value = await change();
    if ((await presentEntryStage(tx, organization)) !== before) {
      await waitForImports(tx, organization);
      await projectOpportunities(tx, organization, { of: 'all' });
      await restateClosedQuarters(tx, context, 'entry stage of the scoreboard page');
    }
    return value;
  }
  if (word === 'attribution') {
    const before = await times(tx, context);
    const value = await change();
    if ((await times(tx, context)) !== before) {
      await waitForImports(tx, organization);
      await requestDecisionsByPage(tx, context, 'attribution page');
    }
    return value;
  }
  if (word === 'archetypes') {
    const before = await ratesToday(tx, context);
    const value = await change();
    if ((await ratesToday(tx, context)) !== before) {
      await waitForImports(tx, organization);
      await requestDecisionsByPage(tx, context, 'archetypes page');
    }
    return value;
  }
  return change();
}

/** Which version's commissions apply today; none while it lacks a signature. */
async function ratesToday(tx: WriteTx, { organization, now }: Context): Promise<number | null> {
  return (await archetypeShares(tx, organization, localDateAt(now, organization.timeZone))).version;
}

async function times(tx: WriteTx, context: Context): Promise<string> {
  const policies = await attributionPolicies(tx, context.organization);
  return policies
    .map(({ version, inForceFrom, isDraft }) => `${version} from ${inForceFrom}${isDraft ? ', a draft' : ''}`)
    .join('; ');
}
