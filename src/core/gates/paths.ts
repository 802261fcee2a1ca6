/**
 * Two ways to launch: design first (path A) or hire first (path B), and what the weeks of design buy (S1; X11).
 *
 * Handbook: docs/handbook/gates.md
 */

import { addDays, addMonths, type LocalDate } from '#core/calendar.ts';
import type { GateFacts } from './facts.ts';
import type { GateSettings } from './gate-settings.ts';

/** Months after the kickoff; `on` are the days, where there is a kickoff. */
export type TrackPoint = {
  readonly key: 'design_ready' | 'hire' | 'cohort' | 'first_joint_opportunity' | 'first_sourced_win';
  readonly title: string;
  readonly when: string;
  readonly months: { readonly from: number; readonly to: number };
  readonly on: { readonly from: LocalDate; readonly to: LocalDate } | null;
};

export type Track = {
  readonly title: string;
  readonly total: { readonly from: number; readonly to: number };
  readonly points: readonly TrackPoint[];
};

export type DesignPaths = {
  readonly a: Track;
  readonly b: Track;
  /** What the weeks of design cost and buy. */
  readonly weeks: { readonly from: number; readonly to: number };
  readonly monthsSaved: { readonly from: number; readonly to: number };
  readonly says: string;
};

const weeksPerMonth = 52 / 12;

type Span = { readonly from: number; readonly to: number };

/**
 * Path A designs for six to eight weeks, hires, signs the cohort, sees the first joint opportunity in week 16 and the
 * first sourced win from month six on. Path B hires at once; what it has not designed it designs beside the work, and its
 * first opportunity and first win come three to five months later.
 */
export function designPaths(facts: GateFacts, settings: GateSettings): DesignPaths {
  const { kickoffOn } = facts;
  const { designWeeksLeast, designWeeksMost, firstJointWeek, firstWinMonth, firstWinMonthMost } = settings;
  const { delayMonthsLeast, delayMonthsMost } = settings;
  const cohort = facts.document.assumptions.plan.cohort;
  const inWeeks = (key: TrackPoint['key'], title: string, from: number, to: number): TrackPoint => ({
    key,
    title,
    when: from === to ? `Week ${to}` : `Weeks ${from} to ${to}`,
    months: { from: tenth(from / weeksPerMonth), to: tenth(to / weeksPerMonth) },
    on: kickoffOn === null ? null : { from: addDays(kickoffOn, from * 7), to: addDays(kickoffOn, to * 7) },
  });
  const inMonths = (key: TrackPoint['key'], title: string, { from, to }: Span): TrackPoint => ({
    key,
    title,
    when: from === to ? `Month ${to}` : `Months ${from} to ${to}`,
    months: { from, to },
    on: kickoffOn === null ? null : { from: addMonths(kickoffOn, from), to: addMonths(kickoffOn, to) },
  });
  const later = (months: number): Span => ({
    from: months + delayMonthsLeast,
    to: months + delayMonthsMost,
  });
  const jointMonths = Math.round(firstJointWeek / weeksPerMonth);
  const lateWin = later(firstWinMonth);
  return {
    a: {
      title: 'Path A: design, then hire',
      total: { from: firstWinMonth, to: firstWinMonthMost },
      points: [
        inWeeks('design_ready', 'The design is signed', designWeeksLeast, designWeeksMost),
        inWeeks('hire', 'The leader starts', designWeeksMost, designWeeksMost),
        inWeeks('cohort', `${cohort} partners are signed`, designWeeksMost, firstJointWeek),
        inWeeks('first_joint_opportunity', 'First joint opportunity', firstJointWeek, firstJointWeek),
        inMonths('first_sourced_win', 'First sourced win', { from: firstWinMonth, to: firstWinMonth }),
      ],
    },
    b: {
      title: 'Path B: hire, then design',
      total: lateWin,
      points: [
        inWeeks('hire', 'The leader starts', 0, 0),
        inMonths('first_joint_opportunity', 'First joint opportunity', later(jointMonths)),
        inMonths('first_sourced_win', 'First sourced win', lateWin),
      ],
    },
    weeks: { from: designWeeksLeast, to: designWeeksMost },
    monthsSaved: { from: delayMonthsLeast, to: delayMonthsMost },
    says: `${designWeeksLeast} to ${designWeeksMost} weeks of design bring the first sourced win ${delayMonthsLeast} to ${delayMonthsMost} months sooner.`,
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
