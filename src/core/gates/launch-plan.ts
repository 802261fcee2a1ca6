/**
 * The launch plan: the weeks of the method as days from the kickoff, planned against actual, and what the weeks of design
 * buy (method 14, X7, X11).
 *
 * Handbook: docs/handbook/gates.md
 */

import { addDays, addMonths, type LocalDate } from '#core/calendar.ts';
import type { Seat } from '#core/program/seat.ts';
import { leaderOf } from './design-pitfalls.ts';
import type { GateFacts, Measured } from './facts.ts';
import { defaultGateSettings, type GateSettings } from './gate-settings.ts';
import { type GateStanding, weekStart } from './gates.ts';
import { type DesignPaths, designPaths } from './paths.ts';

/**
 * - `done`: it happened by its day. `done_late`: it happened after it. `ahead`: it happened before its weeks began.
 * - `due`: its weeks are running. `late`: its day has passed and it has not happened. `coming`: its weeks have not begun.
 * - `not_scheduled`: there is no kickoff to count from.
 */
export type MilestoneState = 'done' | 'done_late' | 'ahead' | 'due' | 'late' | 'coming' | 'not_scheduled';

export type Milestone = {
  readonly key: string;
  readonly title: string;
  readonly owner: Seat;
  /** Weeks or months after the kickoff, as the method has them. */
  readonly when: string;
  readonly planned: { readonly from: LocalDate; readonly by: LocalDate } | null;
  readonly actualOn: LocalDate | null;
  readonly state: MilestoneState;
  /** Whether it counts as reached by an override of the CRO. */
  readonly isOverridden: boolean;
  readonly says: string | null;
};

export type LaunchPlan = {
  readonly kickoffOn: LocalDate | null;
  readonly milestones: readonly Milestone[];
  readonly paths: DesignPaths;
};

/** Every gate, the hire, the first signing, the first joint opportunity and the first sourced win, in the order planned. */
export function decideLaunchPlan(
  facts: GateFacts,
  standings: readonly GateStanding[],
  settings: GateSettings = defaultGateSettings,
): LaunchPlan {
  const milestones = [
    ...standings.map((one) => gateMilestone(one, facts)),
    ...eventMilestones(facts, settings),
  ];
  return {
    kickoffOn: facts.kickoffOn,
    milestones: milestones.toSorted((a, b) => a.order - b.order).map(({ order: _order, ...rest }) => rest),
    paths: designPaths(facts, settings),
  };
}

type Ordered = Milestone & { readonly order: number };

function gateMilestone(gate: GateStanding, facts: GateFacts): Ordered {
  const isReached = gate.state !== 'closed';
  const actualOn = isReached ? gate.openedOn : null;
  const { from, by } = gate.weeks;
  return {
    key: gate.key,
    title: `${gate.name}: ${gate.title}`,
    owner: gate.owner,
    when: from === by ? `Week ${by}` : `Weeks ${from} to ${by}`,
    planned: gate.planned,
    actualOn,
    state: stateOf(gate.planned, isReached, actualOn, facts.today),
    isOverridden: gate.state === 'overridden',
    says: null,
    order: by * 7,
  };
}

function eventMilestones(facts: GateFacts, settings: GateSettings): Ordered[] {
  const { kickoffOn, today } = facts;
  const { designWeeksLeast, designWeeksMost, firstSigningWeek, firstJointWeek } = settings;
  const { firstWinMonth, firstWinMonthMost } = settings;
  const weeks = (from: number, by: number): Pick<Ordered, 'when' | 'planned' | 'order'> => ({
    when: from === by ? `Week ${by}` : `Weeks ${from} to ${by}`,
    planned: kickoffOn === null ? null : { from: weekStart(kickoffOn, from), by: addDays(kickoffOn, by * 7) },
    order: by * 7 + 1,
  });
  const months: Pick<Ordered, 'when' | 'planned' | 'order'> = {
    when: `Months ${firstWinMonth} to ${firstWinMonthMost}`,
    planned:
      kickoffOn === null
        ? null
        : { from: addMonths(kickoffOn, firstWinMonth), by: addMonths(kickoffOn, firstWinMonthMost) },
    order: firstWinMonth * 30,
  };
  const hire = { key: 'hire', title: 'Start of the leader', owner: 'cro' } as const;
  const signing = {
    key: 'first_signing',
    title: 'First signing of a partner',
    owner: 'head_of_partnerships',
  } as const;
  const joint = {
    key: 'first_joint_opportunity',
    title: 'First joint opportunity',
    owner: 'partner_manager',
  } as const;
  const win = {
    key: 'first_sourced_win',
    title: 'First sourced win',
    owner: 'head_of_partnerships',
  } as const;
  return [
    eventOf({ ...hire, ...weeks(designWeeksMost, designWeeksMost) }, leaderStart(facts), today),
    eventOf({ ...signing, ...weeks(designWeeksLeast, firstSigningWeek) }, facts.firstSigning, today),
    eventOf({ ...joint, ...weeks(firstSigningWeek, firstJointWeek) }, facts.firstJointOpportunity, today),
    eventOf({ ...win, ...months }, facts.firstSourcedWin, today),
  ];
}

function eventOf(
  base: Pick<Ordered, 'key' | 'title' | 'owner' | 'when' | 'planned' | 'order'>,
  fact: Measured<LocalDate>,
  today: LocalDate,
): Ordered {
  const actualOn = fact.known ? fact.value : null;
  return {
    ...base,
    actualOn,
    state: stateOf(base.planned, fact.known, actualOn, today),
    isOverridden: false,
    says: fact.known ? fact.evidence : `Not measured yet: it waits for ${fact.waitsFor}.`,
  };
}

function leaderStart(facts: GateFacts): Measured<LocalDate> {
  const leader = leaderOf(facts);
  if (leader === null) return { known: false, waitsFor: 'the seat’s own person' };
  const { name, since } = leader;
  return { known: true, value: since, on: since, evidence: `${name}, since ${since}.` };
}

function stateOf(
  planned: Milestone['planned'],
  isReached: boolean,
  actualOn: LocalDate | null,
  today: LocalDate,
): MilestoneState {
  if (isReached) {
    if (planned === null || actualOn === null) return 'done';
    return actualOn > planned.by ? 'done_late' : actualOn < planned.from ? 'ahead' : 'done';
  }
  if (planned === null) return 'not_scheduled';
  if (today > planned.by) return 'late';
  return today >= planned.from ? 'due' : 'coming';
}
