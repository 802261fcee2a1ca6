/**
 * The conditions of G0 to G3: sponsors, thesis, archetype and profile, operating model (method 14).
 *
 * Handbook: docs/handbook/gates.md
 */

import { addDays, type LocalDate } from '#core/calendar.ts';
import { pageWords } from '#core/program/page.ts';
import { interimHolders, type Seat, seatLabel, seats } from '#core/program/seat.ts';
import { type ConditionRule, conditionRule, judged } from './condition.ts';
import type { GateFacts } from './facts.ts';
import { begunOr, findInBody, pageCondition, signersOf } from './page-condition.ts';
import { counted, listed } from './phrase.ts';

type HolderParams = { readonly seat: string; readonly names: string; readonly isInterim: boolean };

/** OM-1: a gate asks for a holder, not for a hire; an interim one counts. */
function seatCondition(seat: Seat): ConditionRule {
  return conditionRule<HolderParams>({
    rule: 'OM-1',
    subject: `The seat ${seatLabel(seat)}`,
    who: ['cro'],
    place: 'seats',
    find: (facts) => {
      const holders = facts.seats[seat];
      const named = holders.map((one) =>
        one.interim === null ? one.name : `${one.name} (${interimHolders[one.interim]}, in the interim)`,
      );
      return {
        state: holders.length > 0 ? 'met' : 'unmet',
        params: {
          seat: seatLabel(seat),
          names: listed(named),
          isInterim: holders.length > 0 && holders.every((one) => one.interim !== null),
        },
        on: heldSince(facts, [seat]),
        evidence: null,
      };
    },
    met: (p) => `${p.seat}: ${p.names}.`,
    unmet: (p) =>
      `Nobody holds the seat ${p.seat}. Name its person, or an interim holder: the CEO, the CRO or an outside advisor.`,
  });
}

/** The day from which the last of these seats is held; null if one is not. */
export function heldSince(facts: GateFacts, which: readonly Seat[]): LocalDate | null {
  let latest: LocalDate | null = null;
  for (const seat of which) {
    const first = facts.seats[seat].map((one) => one.since).sort()[0];
    if (first === undefined) return null;
    if (latest === null || first > latest) latest = first;
  }
  return latest;
}

/**
 * The seats that must be held today (OM-1): those that sign a page of the program, and each seat of the operating model
 * whose start week has come, counted from the kickoff. A seat that starts later may stay open.
 */
export function seatsToHold(facts: GateFacts): Seat[] {
  const signing = new Set(pageWords.flatMap(signersOf));
  return seats.filter((seat) => {
    if (signing.has(seat)) return true;
    const { startWeek } = facts.document.operating_model.seats[seat];
    if (facts.kickoffOn === null || startWeek === null) return false;
    return addDays(facts.kickoffOn, startWeek * 7) <= facts.today;
  });
}

export const sponsorConditions = {
  'seat.cro': seatCondition('cro'),
  'seat.cfo': seatCondition('cfo'),
  'seat.head_of_partnerships': seatCondition('head_of_partnerships'),
  'pipeline.known': conditionRule<Record<string, never>>({
    rule: 'OM-6',
    subject: 'Total new pipeline',
    who: ['cfo'],
    place: 'assumptions',
    find: (facts) => ({
      state: facts.document.assumptions.ledger.newPipelinePerYear.value === null ? 'unmet' : 'met',
      params: {},
      on: null,
      evidence: null,
    }),
    met: () => 'Total new pipeline per year is in the assumption ledger.',
    unmet: () => 'Total new pipeline per year is not known. Answer it in the assumption ledger.',
  }),
};

export const thesisConditions = { 'thesis.in_force': pageCondition('thesis', 'TH-9') };

export const targetConditions = {
  'archetypes.in_force': pageCondition('archetypes', 'AR-2'),
  'archetypes.one_in_build': conditionRule({
    rule: 'AR-2',
    subject: 'The archetype in build',
    who: ['head_of_partnerships'],
    place: 'archetypes',
    find: (facts) => {
      const { inBuild, passed } = countArchetypes(facts);
      const { inBuildMost } = facts.document.archetypes.limits;
      const holds = passed > 0 || (inBuild > 0 && inBuild <= inBuildMost);
      return findInBody('archetypes', facts, holds, String(inBuild));
    },
    met: () => 'One archetype is in build, or has passed all four pillars.',
    unmet: (p) =>
      begunOr(p, 'choose the archetype to build first', (count) =>
        count === '0'
          ? 'No archetype is in build. Choose the one to build first.'
          : `${count} archetypes are in build. Build one, and leave the others selected.`,
      ),
  }),
  'profile.in_force': pageCondition('profile', 'IPP-1'),
  'profile.tried': conditionRule<TriedParams>({
    rule: 'G2',
    subject: 'The profile',
    who: ['head_of_partnerships'],
    place: 'profile',
    find: (facts) => {
      const tried = facts.document.profile.candidates.filter(isTried).length;
      const least = facts.document.profile.thresholds.testLeast;
      const finding = findInBody('profile', facts, tried >= least, '');
      return finding.state === 'not_measured' ? finding : { ...finding, params: { tried, least } };
    },
    met: (p) => `The profile was tried on ${counted(p.tried, 'candidate')}.`,
    unmet: (p) =>
      `The profile was tried on ${counted(p.tried, 'candidate')} of ${p.least}. Score more candidates that you know, good and bad.`,
  }),
};

type TriedParams = { readonly tried: number; readonly least: number };

/** A candidate counts once it has a name and either a value or the rule that disqualified it. */
function isTried(candidate: GateFacts['document']['profile']['candidates'][number]): boolean {
  const { name, disqualified, ipp1, ipp2, ipp3, ipp4, ipp5, ipp6 } = candidate;
  const isScored = [ipp1, ipp2, ipp3, ipp4, ipp5, ipp6].some((value) => value !== null);
  return name.trim() !== '' && (isScored || disqualified.trim() !== '');
}

/** How many archetypes are chosen, being built, and through all four pillars. Those in build and passed are chosen too. */
export function countArchetypes(facts: GateFacts): { selected: number; inBuild: number; passed: number } {
  const states = Object.values(facts.document.archetypes.archetypes).map((one) => one.state);
  const count = (state: string) => states.filter((each) => each === state).length;
  return {
    selected: states.length - count('not_selected'),
    inBuild: count('in_build'),
    passed: count('passed'),
  };
}

export const modelConditions = {
  'operating_model.in_force': pageCondition('operating_model', 'OM-1'),
  'seats.numbers': conditionRule({
    rule: 'OM-1',
    subject: 'The number of each seat',
    who: ['head_of_partnerships'],
    place: 'operating_model',
    find: (facts) => {
      const without = seats.filter((seat) => facts.document.operating_model.seats[seat].number.trim() === '');
      return findInBody('operating_model', facts, without.length === 0, listed(without.map(seatLabel)));
    },
    met: () => 'Every seat owns one number.',
    unmet: (p) =>
      begunOr(
        p,
        'give each seat its number',
        (names) => `No number is written for: ${names}. Give each seat the one that it owns.`,
      ),
  }),
  'seats.held': conditionRule<{ readonly without: string }>({
    rule: 'OM-1',
    subject: 'The holder of each seat',
    who: ['cro', 'head_of_partnerships'],
    place: 'seats',
    find: (facts) => {
      const due = seatsToHold(facts);
      const without = due.filter((seat) => facts.seats[seat].length === 0);
      return {
        state: without.length === 0 ? 'met' : 'unmet',
        params: { without: listed(without.map(seatLabel)) },
        on: heldSince(facts, due),
        evidence: `Due to be held: ${listed(due.map(seatLabel))}.`,
      };
    },
    met: () => 'Every seat that has to be held today has a holder.',
    unmet: (p) => `Nobody holds: ${p.without}. Name a person or an interim holder.`,
  }),
  'raci.decided': conditionRule({
    rule: '4.2',
    subject: 'Who decides what',
    who: ['head_of_partnerships'],
    place: 'operating_model',
    find: (facts) => {
      const open = undecided(facts);
      return findInBody(
        'operating_model',
        facts,
        open === 0,
        counted(open, 'decision has', 'decisions have'),
      );
    },
    met: () => 'Every decision has somebody who decides.',
    unmet: (p) =>
      begunOr(
        p,
        'say who decides what',
        (what) => `Nobody decides: ${what} no deciding seat. Say who decides.`,
      ),
  }),
  'assumptions.in_force': pageCondition('assumptions', 'OM-4'),
  'plan.feasible': conditionRule<Record<string, never>>({
    rule: 'OM-7',
    subject: 'Whether the plan can work',
    who: ['cfo'],
    place: 'assumptions',
    find: (facts) =>
      judged(
        facts.feasible,
        (isFeasible) => isFeasible,
        () => ({}),
      ),
    met: () => 'By its assumptions the plan can reach its target.',
    unmet: () => 'By its assumptions the plan cannot reach its target. Change an assumption or the target.',
  }),
};

function undecided(facts: GateFacts): number {
  return Object.values(facts.document.operating_model.raci).filter(
    (row) => !seats.some((seat) => row[seat] === 'decides' || row[seat] === 'decides_and_does'),
  ).length;
}
