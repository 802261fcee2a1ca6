import { payRulesOf } from '#core/incentive/pay-rules.ts';
import { type Archetype, archetypeLabels } from '#core/program/archetype.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { localDateAt } from '../clock.ts';
import { readTransaction } from '../database/transaction.ts';
import { archetypeShares, attributionPageOn } from '../program/policies.ts';

/**
 * What a deal that is created and won today would pay, archetype by archetype and class by class, with the versions of
 * both pages. Null: nothing is chosen. While the attribution page lacks a signature nothing is paid at all (ATT-1).
 */
export function readPayRules(context: Context) {
  requireCapability(context, 'accrual.read');
  const { organization, now } = context;
  const today = localDateAt(now, organization.timeZone);
  return readTransaction(context.ports.pool, { org: organization.orgId }, async (tx) => {
    const page = await attributionPageOn(tx, organization, today);
    const rates = await archetypeShares(tx, organization, today);
    const items = (Object.keys(archetypeLabels) as Archetype[]).map((archetype) => {
      const rules = payRulesOf(page, archetype, rates.shares.get(archetype) ?? null);
      return {
        archetype,
        label: archetypeLabels[archetype],
        sourcedPays: page.body.sourcedPays?.[archetype]?.pays ?? 'share',
        sourcedShare: rules.sourcedShare,
        sourcedMinor: rules.sourcedMinor,
        coSoldMinor: rules.coSoldMinor,
        influencedMinor: rules.influencedMinor,
      };
    });
    return {
      policyVersion: page.version,
      isDraft: page.isDraft,
      ratesVersion: rates.version,
      influencedPays: page.body.incentives.influencedPays,
      clawbackDays: page.body.incentives.clawbackDays,
      currency: organization.currency,
      items,
    };
  });
}
