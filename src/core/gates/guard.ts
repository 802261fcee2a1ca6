/**
 * What a closed gate closes. A program that already runs keeps its live deals and its partners: nothing of theirs stands
 * in this table.
 *
 * Handbook: docs/handbook/gates.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { GateKey } from './facts.ts';
import { type GateStanding, missingOf } from './gates.ts';

/** Which gate guards what (method 14, S2; TIER-13, AR-2). */
export const guardedBy = {
  recruiting: { gate: 'g4', label: 'Recruiting' },
  tiers: { gate: 'g5', label: 'Tiers' },
  portal: { gate: 'g5', label: 'The portal' },
  portal_benefits: { gate: 'g5', label: 'Benefits in the portal' },
  second_archetype: { gate: 'g6', label: 'A second archetype' },
  bigger_recruiting: { gate: 'g6', label: 'Recruiting beyond the first cohort' },
  mdf: { gate: 'g6', label: 'MDF' },
  scale: { gate: 'g7', label: 'Scale' },
  prm: { gate: 'g7', label: 'A PRM' },
} as const satisfies Record<string, { readonly gate: GateKey; readonly label: string }>;

export type Guarded = keyof typeof guardedBy;

export type GuardDecision =
  | { readonly allowed: true; readonly because: 'open' | 'overridden' }
  | {
      readonly allowed: false;
      readonly gate: GateKey;
      readonly says: string;
      /** What is missing, in the order that works: of earlier gates that are closed first. */
      readonly missing: readonly string[];
    };

/** Whether the gate that guards this lets it through; if not, everything that is missing up to it. */
export function decideGuard(what: Guarded, standings: readonly GateStanding[]): GuardDecision {
  const { gate, label } = guardedBy[what];
  const standing = standings.find((one) => one.key === gate);
  if (standing !== undefined && standing.state !== 'closed')
    return { allowed: true, because: standing.state };
  const before = standings.filter((one) => one.state === 'closed' && one.key <= gate);
  return {
    allowed: false,
    gate,
    says: `${label} waits for gate ${gate.toUpperCase()}${standing ? `: ${standing.title}` : ''}.`,
    missing: before.flatMap(missingOf),
  };
}

/**
 * Whether a partner with this signing date was there before the program: an opening state, which no gate closes. Without
 * a kickoff every signing is one that already happened.
 */
export function isOpeningState(signedOn: LocalDate, kickoffOn: LocalDate | null): boolean {
  return kickoffOn === null || signedOn < kickoffOn;
}

/**
 * The day from which a signature is recruiting by this program: the kickoff once it has come, until then the day on which
 * the company came here. A kickoff in the future opens nothing: whoever signs before it recruits all the same.
 */
export function recruitsFrom(kickoffOn: LocalDate | null, cameOn: LocalDate, today: LocalDate): LocalDate {
  return kickoffOn !== null && kickoffOn <= today ? kickoffOn : cameOn;
}
