/**
 * Traits of deals, made coarse enough that deals can be alike in them.
 *
 * Handbook: docs/handbook/lift.md
 */

import { quantileOf } from './cohort.ts';
import type { Case, Traits } from './deal.ts';
import type { LiftSettings } from './settings.ts';

/** In the order in which they are kept: where too few deals are alike in all of them, the last are let go first. */
export const traitNames = [
  'customer',
  'segment',
  'amountMinor',
  'country',
  'product',
  'quarter',
  'stage',
] as const satisfies readonly (keyof Traits)[];
export type TraitName = (typeof traitNames)[number];

export type Field = {
  readonly trait: TraitName;
  /** What the values are called. */
  readonly levels: readonly string[];
  /** Which of them each case has, in the order of the cases. */
  readonly of: Uint8Array;
};

export type Coarsened = {
  readonly fields: readonly Field[];
  /** Traits in which no two deals differ, as far as anybody knows. */
  readonly without: readonly TraitName[];
};

const unknown = 'not known';
const others = 'all others';

/** The traits of both sides together, without a look at what became of the deals. */
export function coarsen(cases: readonly Case[], settings: LiftSettings): Coarsened {
  const fields: Field[] = [];
  const without: TraitName[] = [];
  for (const trait of traitNames) {
    const texts = trait === 'amountMinor' ? bandsOf(cases) : cases.map(({ deal }) => deal.traits[trait]);
    const field = fieldOf(trait, texts, settings);
    if (field.levels.length < 2) without.push(trait);
    else fields.push(field);
  }
  return { fields, without };
}

/** Quarters of the deals by their amount, so that the bands fit whatever is sold. */
function bandsOf(cases: readonly Case[]): (string | null)[] {
  const known = cases.flatMap(({ deal }) => deal.traits.amountMinor ?? []);
  if (known.length === 0) return cases.map(() => null);
  const cuts = [0.25, 0.5, 0.75].map((share) => quantileOf(known, share));
  return cases.map(({ deal: { traits } }) => {
    const { amountMinor } = traits;
    if (amountMinor === null) return null;
    const band = cuts.filter((cut) => amountMinor > cut).length;
    return ['smallest quarter', 'second quarter', 'third quarter', 'largest quarter'][band] ?? null;
  });
}

function fieldOf(trait: TraitName, texts: readonly (string | null)[], settings: LiftSettings): Field {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text ?? unknown, (counts.get(text ?? unknown) ?? 0) + 1);
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const kept = byCount
    .filter(
      ([, count], index) => index < settings.mostLevels - 1 && count >= settings.rareLevel * texts.length,
    )
    .map(([text]) => text);
  const levels = kept.length < byCount.length ? [...kept, others] : kept;
  const indexOf = new Map(levels.map((level, index) => [level, index]));
  return {
    trait,
    levels,
    of: Uint8Array.from(texts, (text) => indexOf.get(text ?? unknown) ?? levels.length - 1),
  };
}
