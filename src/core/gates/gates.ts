/**
 * The launch gates G0 to G7 (method 14): each opens what comes next once its conditions are met, in order.
 *
 * Handbook: docs/handbook/gates.md
 */

import { addDays, type LocalDate } from '#core/calendar.ts';
import type { Seat } from '#core/program/seat.ts';
import type { Condition, ConditionRule } from './condition.ts';
import {
  modelConditions,
  sponsorConditions,
  targetConditions,
  thesisConditions,
} from './design-conditions.ts';
import { type GateFacts, type GateKey, type GateOverride, gateKeys } from './facts.ts';
import { defaultGateSettings, type GateSettings } from './gate-settings.ts';
import { cohortConditions, recruitingConditions } from './launch-conditions.ts';
import { proofConditions, scaleConditions } from './result-conditions.ts';

export type GateRule = {
  readonly name: string;
  readonly title: string;
  /** What comes next once it is open. */
  readonly unlocks: string;
  /** Who answers for it. */
  readonly owner: Seat;
  readonly conditions: Readonly<Record<string, ConditionRule>>;
};

export const gates = {
  g0: {
    name: 'G0',
    title: 'Sponsors named',
    unlocks: 'The design begins',
    owner: 'cro',
    conditions: sponsorConditions,
  },
  g1: {
    name: 'G1',
    title: 'Thesis signed',
    unlocks: 'The choice of an archetype',
    owner: 'cro',
    conditions: thesisConditions,
  },
  g2: {
    name: 'G2',
    title: 'One archetype, one profile',
    unlocks: 'The operating model',
    owner: 'head_of_partnerships',
    conditions: targetConditions,
  },
  g3: {
    name: 'G3',
    title: 'Numbers, owners and a plan that works',
    unlocks: 'The attribution page',
    owner: 'cfo',
    conditions: modelConditions,
  },
  g4: {
    name: 'G4',
    title: 'Credit and registration work',
    unlocks: 'Recruiting',
    owner: 'head_of_partnerships',
    conditions: recruitingConditions,
  },
  g5: {
    name: 'G5',
    title: 'The journey is ready',
    unlocks: 'The hire, the first cohort, tiers and what partners see of them',
    owner: 'head_of_partnerships',
    conditions: cohortConditions,
  },
  g6: {
    name: 'G6',
    title: 'The first cohort produces',
    unlocks: 'A second archetype, MDF and bigger recruiting',
    owner: 'head_of_partnerships',
    conditions: proofConditions,
  },
  g7: {
    name: 'G7',
    title: 'The number can be relied on',
    unlocks: 'Scale, and a PRM',
    owner: 'cro',
    conditions: scaleConditions,
  },
} as const satisfies Readonly<Record<GateKey, GateRule>>;

export type GateStanding = {
  readonly key: GateKey;
  readonly name: string;
  readonly title: string;
  readonly unlocks: string;
  readonly owner: Seat;
  /** The weeks of the plan in which it is due, first and last, and their days where there is a kickoff. */
  readonly weeks: { readonly from: number; readonly by: number };
  readonly planned: { readonly from: LocalDate; readonly by: LocalDate } | null;
  readonly state: 'open' | 'overridden' | 'closed';
  readonly conditions: readonly Condition[];
  /** Earlier gates that are closed: this one does not open before them. */
  readonly waitsFor: readonly GateKey[];
  /** The day on which it opened, as far as its conditions can tell; of an overridden gate that of the override. */
  readonly openedOn: LocalDate | null;
  /** Stays visible, also where the gate has opened since. */
  readonly override: GateOverride | null;
};

/**
 * Where every gate stands. A gate is open when all its conditions are met and every earlier gate is open or overridden;
 * a condition that is not measured is not met. An override by the CRO opens a closed gate and changes no condition. The
 * day on which a gate opened is the latest of the days of its conditions and of the gates before it; conditions whose
 * day cannot be told do not count.
 */
export function decideGates(facts: GateFacts, settings: GateSettings = defaultGateSettings): GateStanding[] {
  const standings: GateStanding[] = [];
  let before: LocalDate | null = null;
  for (const [index, key] of gateKeys.entries()) {
    const rule: GateRule = gates[key];
    const conditions = Object.entries(rule.conditions).map(([code, each]) =>
      each.find(facts, settings, code),
    );
    const waitsFor = standings.flatMap((one) => (one.state === 'closed' ? [one.key] : []));
    const override = facts.overrides.find((one) => one.gate === key) ?? null;
    const isOpen = waitsFor.length === 0 && conditions.every((one) => one.state === 'met');
    const state = isOpen ? 'open' : override !== null ? 'overridden' : 'closed';
    const openedOn: LocalDate | null = isOpen ? latest([before, ...conditions.map((one) => one.on)]) : null;
    const { name, title, unlocks, owner } = rule;
    standings.push({
      key,
      name,
      title,
      unlocks,
      owner,
      ...plannedOf(index, facts, settings),
      state,
      conditions,
      waitsFor,
      openedOn: state === 'overridden' ? (override?.on ?? null) : openedOn,
      override,
    });
    before = latest([before, standings.at(-1)?.openedOn ?? null]);
  }
  return standings;
}

function plannedOf(
  index: number,
  { kickoffOn }: GateFacts,
  settings: GateSettings,
): Pick<GateStanding, 'weeks' | 'planned'> {
  const from = settings.gateFromWeek[index] ?? 0;
  const by = settings.gateByWeek[index] ?? from;
  const planned =
    kickoffOn === null ? null : { from: weekStart(kickoffOn, from), by: addDays(kickoffOn, by * 7) };
  return { weeks: { from, by }, planned };
}

/** The first day of a week of the plan; week 0 is the day of the kickoff itself. */
export function weekStart(kickoffOn: LocalDate, week: number): LocalDate {
  return addDays(kickoffOn, week === 0 ? 0 : (week - 1) * 7);
}

/** The latest of these days; null where none is known. */
function latest(days: readonly (LocalDate | null)[]): LocalDate | null {
  return days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
}

/** The conditions that are not met, each in its sentence. */
export function missingOf(standing: GateStanding): string[] {
  return standing.conditions.flatMap((one) => (one.state === 'met' ? [] : [one.says]));
}

/** The gates that let through: open ones and overridden ones. */
export function passableGates(standings: readonly GateStanding[]): ReadonlySet<GateKey> {
  return new Set(standings.flatMap((one) => (one.state === 'closed' ? [] : [one.key])));
}
