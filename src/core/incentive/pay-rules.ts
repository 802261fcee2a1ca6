import type { AttributionBody } from '#core/attribution/attribution-page.ts';
import type { Archetype } from '#core/program/archetype.ts';
import type { PayRules } from './pay.ts';

/** A page of which the part about pay is read. A page that was signed before a part existed lacks it. */
export type PayingPage = {
  readonly version: number;
  readonly isDraft: boolean;
  readonly body: Pick<AttributionBody, 'incentives'> &
    Partial<Pick<AttributionBody, 'sourcedPays' | 'otherAmounts'>>;
};

/**
 * What the signed pages pay a partner of this archetype. The commission is that of the archetypes page; whether it
 * applies stands on the attribution page: who keeps a margin on its own invoice is owed nothing on top (IN-2). Another
 * flat amount for the archetype comes before the usual one (IN-1); influence that earns points earns no money (IN-3).
 *
 * Handbook: docs/handbook/incentive.md
 */
export function payRulesOf(
  page: PayingPage,
  archetype: Archetype | null,
  commission: number | null,
): PayRules {
  const { incentives, otherAmounts, sourcedPays } = page.body;
  const sourced = archetype === null ? undefined : sourcedPays?.[archetype];
  const pays = sourced?.pays ?? 'share';
  const flat = (creditClass: 'co_sold' | 'influenced', usual: number | null): number | null =>
    otherAmounts?.find((one) => one.archetype === archetype && one.class === creditClass)?.amount ?? usual;
  return {
    policyVersion: page.version,
    isDraft: page.isDraft,
    sourcedShare: pays === 'share' && archetype !== null ? commission : null,
    sourcedMinor: pays === 'flat' ? (sourced?.amount ?? null) : null,
    coSoldMinor: flat('co_sold', incentives.coSold),
    influencedMinor: incentives.influencedPays === 'flat' ? flat('influenced', incentives.influenced) : null,
  };
}
