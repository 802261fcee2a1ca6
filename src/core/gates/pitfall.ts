/**
 * One pitfall of the method as a check: what it is called, what was found, and what to do.
 *
 * Handbook: docs/handbook/gates.md
 */

import type { LocalDate } from '#core/calendar.ts';
import type { Seat } from '#core/program/seat.ts';
import type { GateFacts, GateKey, Measured } from './facts.ts';
import type { GateSettings } from './gate-settings.ts';
import type { GateStanding } from './gates.ts';

/**
 * - `warning`: it is happening, and people are told.
 * - `blocked`: it is happening, and what it is about is refused until it is repaired.
 */
export type PitfallState = 'clear' | 'warning' | 'blocked' | 'not_measured';

export type PitfallFinding =
  | {
      readonly state: Exclude<PitfallState, 'not_measured'>;
      readonly says: string;
      /** The day since which it is so; null where only today is known. */
      readonly on: LocalDate | null;
      readonly evidence: string | null;
    }
  | { readonly state: 'not_measured'; readonly waitsFor: string };

export type PitfallRule = {
  readonly title: string;
  readonly source: string;
  /** Who is told, and answers for it. */
  readonly owner: Seat;
  readonly action: string;
  readonly find: (
    facts: GateFacts,
    gate: (key: GateKey) => GateStanding,
    settings: GateSettings,
  ) => PitfallFinding;
};

/** A number that should not be: how many are too many, what it says when it is fine and when it is not. */
export function tooMany(rule: {
  readonly fact: (facts: GateFacts) => Measured<number>;
  readonly state: 'warning' | 'blocked';
  readonly fine: string;
  readonly found: (count: number, facts: GateFacts, settings: GateSettings) => string;
}): PitfallRule['find'] {
  return (facts, _gate, settings) => {
    const fact = rule.fact(facts);
    if (!fact.known) return { state: 'not_measured', waitsFor: fact.waitsFor };
    const { value, on, evidence } = fact;
    if (value === 0) return { state: 'clear', says: rule.fine, on, evidence };
    return { state: rule.state, says: rule.found(value, facts, settings), on, evidence };
  };
}

type Sign<T = unknown> = {
  readonly fact: Measured<T>;
  readonly isBad: boolean;
  readonly says: string;
};

/** One sign of a pitfall: bad only where it is known to be. */
export function sign<T>(
  fact: Measured<T>,
  isBad: (value: T) => boolean,
  says: (value: T) => string,
): Sign<T> {
  return fact.known
    ? { fact, isBad: isBad(fact.value), says: says(fact.value) }
    : { fact, isBad: false, says: '' };
}

/**
 * A pitfall with several signs. One bad sign is enough to warn; it is clear only when every sign is known to be good.
 */
export function anySign(signs: readonly Sign[]): PitfallFinding {
  const bad = signs.filter((one) => one.isBad);
  const shown = bad.length > 0 ? bad : signs;
  if (bad.length === 0) {
    for (const { fact } of signs) if (!fact.known) return { state: 'not_measured', waitsFor: fact.waitsFor };
  }
  const days = shown.flatMap(({ fact }) => (fact.known && fact.on !== null ? [fact.on] : [])).sort();
  return {
    state: bad.length > 0 ? 'warning' : 'clear',
    says: shown.map((one) => one.says).join(' '),
    on: days[0] ?? null,
    evidence: shown.flatMap(({ fact }) => (fact.known ? [fact.evidence] : [])).join(' '),
  };
}
