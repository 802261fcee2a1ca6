/**
 * The catch-up plan of a program that already runs: every missing gate with a day, an owner and what it lacks.
 *
 * Handbook: docs/handbook/gates.md
 */

import { addDays, type LocalDate } from '#core/calendar.ts';
import type { Seat } from '#core/program/seat.ts';
import type { GateFacts, GateKey } from './facts.ts';
import { type GateStanding, missingOf } from './gates.ts';

export type CatchUpItem = {
  readonly gate: GateKey;
  readonly name: string;
  readonly title: string;
  readonly dueOn: LocalDate;
  readonly isLate: boolean;
  readonly owner: Seat;
  /** Who holds that seat today; empty is a gap. */
  readonly holders: readonly string[];
  readonly missing: readonly string[];
};

export type CatchUpPlan = {
  readonly countedFrom: 'kickoff' | 'today';
  readonly startsOn: LocalDate;
  readonly items: readonly CatchUpItem[];
};

/**
 * The missing gates of a running program by the weeks of the launch plan, counted from the kickoff; while none is set,
 * from today, so that the plan can be seen before anybody commits to it. A gate that the CRO overrode is still owed. Null
 * for a new program, whose plan is the launch plan.
 */
export function catchUpPlan(facts: GateFacts, standings: readonly GateStanding[]): CatchUpPlan | null {
  if (facts.mode !== 'running') return null;
  const startsOn = facts.kickoffOn ?? facts.today;
  const items = standings
    .filter((one) => one.state !== 'open')
    .map((one) => {
      const dueOn = addDays(startsOn, one.weeks.by * 7);
      return {
        gate: one.key,
        name: one.name,
        title: one.title,
        dueOn,
        isLate: dueOn < facts.today,
        owner: one.owner,
        holders: facts.seats[one.owner].map((holder) => holder.name),
        missing: missingOf(one),
      };
    });
  return { countedFrom: facts.kickoffOn === null ? 'today' : 'kickoff', startsOn, items };
}
