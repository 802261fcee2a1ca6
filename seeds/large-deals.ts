import type { LocalDate } from '#core/calendar.ts';
import { uuidV7 } from '#server/ids.ts';
import { copyInstant } from '#server/import/load/copy-text.ts';
import { type Chance, chance } from './random.ts';

export type LargeSize = {
  readonly opportunities: number;
  readonly partners: number;
  /** About so many, spread over the deals. */
  readonly stageChanges: number;
};

export const dayMs = 86_400_000;
export const stages = ['Lead', 'Qualified', 'Discovery', 'Validation', 'Proposal', 'Contract'] as const;
const roles = ['originator', 'originator', 'joint_seller', 'validator', null] as const;
const classes = ['sourced', 'sourced', 'co_sold', 'influenced', 'assisted'] as const;

export type World = {
  readonly size: LargeSize;
  readonly today: LocalDate;
  readonly currency: string;
  readonly startMs: number;
  readonly accounts: number;
};

export type LargeDeal = {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly createdMs: number;
  readonly expectedMs: number;
  readonly amount: number;
  readonly changes: readonly { readonly stage: string; readonly atMs: number }[];
  readonly claim: { readonly partner: string; readonly role: string | null } | null;
  readonly credit: { readonly class: string; readonly partner: string } | null;
};

/** The same deals each time that they are asked for, so that no table has to be kept. */
export function* deals(world: World): Generator<LargeDeal> {
  const endMs = Date.parse(`${world.today}T00:00:00Z`);
  const span = endMs - world.startMs;
  const { opportunities } = world.size;
  for (let number = 1; number <= opportunities; number += 1) {
    const random = chance(number);
    // The company grows: more deals in the later years.
    const createdMs = world.startMs + Math.floor(span * Math.sqrt(number / (opportunities + 1)));
    const partner = idOf('partner', random.between(0, world.size.partners - 1), world.startMs);
    const isClaimed = random.happens(0.12);
    const isCredited = random.happens(0.04);
    yield {
      id: idOf('opportunity', number, createdMs),
      number,
      name: `Deal ${number}`,
      createdMs,
      expectedMs: createdMs + random.between(60, 240) * dayMs,
      amount: Math.round(random.logNormal(20_000, 0.9)) * 100,
      changes: stageChanges(world, random, createdMs, endMs),
      claim: isClaimed ? { partner, role: random.pick(roles) } : null,
      credit: isCredited ? { class: random.pick(classes), partner } : null,
    };
  }
}

/** A walk through the stages until it is won, lost, or today. */
function stageChanges(
  world: World,
  random: Chance,
  createdMs: number,
  endMs: number,
): { stage: string; atMs: number }[] {
  const { stageChanges: wanted, opportunities } = world.size;
  const changes: { stage: string; atMs: number }[] = [];
  const most = random.count(wanted / opportunities - 0.35);
  let atMs = createdMs;
  for (const stage of stages.slice(0, most)) {
    if (atMs >= endMs) return changes;
    changes.push({ stage, atMs });
    atMs += random.days(18) * dayMs + random.between(0, 6) * 3_600_000;
  }
  if (atMs < endMs && !random.happens(0.08)) {
    changes.push({ stage: random.happens(0.3) ? 'Won' : 'Lost', atMs });
  }
  return changes;
}

const kinds = ['source', 'account', 'partner', 'opportunity', 'fact', 'change', 'claim', 'credit'] as const;
const bytes = new Uint8Array(16);

/** The id of the nth row of a kind: the same each time. */
export function idOf(kind: (typeof kinds)[number], index: number, atMs: number): string {
  bytes.fill(0);
  bytes[8] = kinds.indexOf(kind) + 1;
  new DataView(bytes.buffer).setUint32(12, index);
  return uuidV7(atMs, bytes);
}

/** The date of an instant, in UTC. */
export function dayOf(ms: number): string {
  return copyInstant(ms).slice(0, 10);
}
