import { type FunnelFact, showsFriction } from '#core/program/funnel.ts';
import type { Actual } from '#core/program/variance.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction } from '../../database/transaction.ts';
import { Kept } from '../../scoreboard/kept.ts';
import { scoreboard } from '../../scoreboard/scoreboard.ts';
import { readFactsSeq } from './design-queries.ts';
import { loadActuals } from './load-actuals.ts';
import { loadFunnel } from './load-funnel.ts';
import { loadPartners } from './load-partners.ts';

type FunnelRead = {
  readonly facts: readonly (FunnelFact & { readonly showsFriction: boolean })[];
  readonly actuals: readonly Actual[];
};

/** How many funnels a process keeps: one read of a large company takes seconds. */
const kept = new Kept<FunnelRead>(100, () => 1, 2);

/** The direct funnel as measured facts, and what the company's own data says about the assumptions of the ledger. */
export async function readFunnel(context: Context): Promise<FunnelRead> {
  requireCapability(context, 'organization.read');
  const { organization, ports, now } = context;
  const scope = { org: organization.orgId };
  const today = localDateAt(now, organization.timeZone);
  const figures = await scoreboard(context);
  const seq = await readTransaction(ports.pool, scope, (tx) => readFactsSeq(tx, organization.orgId));
  return kept.get(`${organization.orgId} ${today} ${seq}`, () =>
    readTransaction(ports.pool, scope, async (tx) => ({
      facts: (await loadFunnel(tx, organization, today)).map((fact) => ({
        ...fact,
        showsFriction: showsFriction(fact),
      })),
      actuals: await loadActuals(
        tx,
        organization,
        today,
        figures,
        await loadPartners(tx, organization, today),
      ),
    })),
  );
}
