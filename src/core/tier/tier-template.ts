import type { Archetype } from '#core/program/archetype.ts';
import { defaultBody } from '#core/program/field.ts';
import { type TiersBody, tiersPage } from './tier-page.ts';
import { tierThresholds } from './tier-thresholds.ts';

type Difference = {
  /** Certified people and our hours by tier: first, second, third. */
  readonly certified: readonly [number, number, number];
  readonly hours: readonly [number, number, number];
  readonly registrations: readonly [number, number];
  readonly strategicBenefits?: string;
  readonly growthCommitments?: string;
};

/** What a tier asks and gives by archetype (TIER-4 to TIER-6; numbers INF). */
const differences: Readonly<Record<Archetype, Difference>> = {
  referral: {
    certified: [1, 1, 1],
    hours: [1, 4, 12],
    registrations: [6, 15],
    growthCommitments: 'Two introductions to named accounts per quarter; an answer within 5 business days.',
    strategicBenefits: 'Named manager; sponsor; rate uplift; customer stories together.',
  },
  agency: { certified: [1, 2, 4], hours: [3, 12, 40], registrations: [4, 10] },
  reseller: {
    certified: [1, 2, 4],
    hours: [4, 16, 48],
    registrations: [6, 15],
    strategicBenefits: 'Named manager; sponsor; QBR; margin uplift; roadmap briefing; lead share.',
  },
  msp: {
    certified: [1, 2, 4],
    hours: [6, 20, 60],
    registrations: [3, 8],
    growthCommitments:
      'Check-in within 14 days on open deals; a value review per customer and half-year; one joint plan.',
  },
  si: { certified: [1, 2, 4], hours: [4, 16, 48], registrations: [4, 10] },
  isv: {
    certified: [1, 1, 2],
    hours: [4, 16, 48],
    registrations: [4, 10],
    growthCommitments:
      'Integration kept current; overlap shared weekly; check-in within 14 days on open deals; one joint plan.',
  },
};

/** The tiers to begin with for a program of that archetype. The amounts follow once a typical first year is known. */
export function tiersTemplate(archetype: Archetype): TiersBody {
  const body: TiersBody = defaultBody(tiersPage.fields);
  const { member, growth, strategic } = body.tiers;
  const { certified, hours, registrations, ...words } = differences[archetype];
  return {
    ...body,
    tiers: {
      member: { ...member, certified: certified[0], hours: hours[0] },
      growth: {
        ...growth,
        certified: certified[1],
        hours: hours[1],
        registrations: registrations[0],
        commitments: words.growthCommitments ?? growth.commitments,
      },
      strategic: {
        ...strategic,
        certified: certified[2],
        hours: hours[2],
        registrations: registrations[1],
        benefits: words.strategicBenefits ?? strategic.benefits,
      },
    },
  };
}

/** The same with the amounts that a typical first year gives (TIER-3). */
function withAmounts(body: TiersBody, typicalFirstYear: number): TiersBody {
  const { entryShare, ratio } = body.rules;
  const { growth, strategic } = tierThresholds(typicalFirstYear, entryShare, ratio);
  return {
    tiers: {
      ...body.tiers,
      growth: { ...body.tiers.growth, sourcedWon: growth },
      strategic: { ...body.tiers.strategic, sourcedWon: strategic },
    },
    rules: { ...body.rules, typicalFirstYear },
  };
}

/**
 * The tiers of the worked example, in minor units of its currency: a producer sources $144K of pipeline a year (OM-6),
 * of which a quarter is won.
 */
export const tiersExample: TiersBody = withAmounts(tiersTemplate('si'), 3_600_000);
