/**
 * The four leading groups, by archetype: capability, capacity, motion, conversion. They tell what may come; they
 * never stand in row one, and the types keep them out of it. One whose facts do not exist yet says what it waits
 * for instead of showing a nought.
 *
 * Handbook: docs/handbook/scoreboard.md
 */

import { daysBetween, type LocalDate } from '#core/calendar.ts';
import type { ScoreboardSettings } from '#core/program/settings.ts';
import { weekEnds } from './board.ts';
import type { ActFact, BoardFacts, PartnerFact } from './facts.ts';
import type { Indicator, IndicatorName, IndicatorSeries } from './payload.ts';

/** Days that a quarter's worth of touches is counted over. */
const quarterDays = 91;
const repsPerPartnerTarget = 2;
const touchesPerPartnerTarget = 3;

/** The five indicators in their fixed order. */
export function leadingIndicators(
  asOf: LocalDate,
  { partners, acts, hasActs, hasTouches }: Pick<BoardFacts, 'partners' | 'acts' | 'hasActs' | 'hasTouches'>,
  settings: ScoreboardSettings,
): readonly Indicator[] {
  const touches = acts.filter(({ kind }) => kind === 'touch');
  return [
    waiting('certifiedPartners', 'capability', 'certified partners', 'count', 'certifications'),
    activeReps(asOf, partners, hasActs ? acts : null, settings.activeRepDays),
    touchesPerPartner(asOf, partners, hasTouches ? touches : null),
    waiting(
      'registrationsPerPartner',
      'motion',
      'accepted registrations per partner in a quarter',
      'perPartner',
      'registrations',
    ),
    waiting(
      'registeredToPipeline',
      'conversion',
      'registered deals that became pipeline within 60 days',
      'share',
      'registrations',
    ),
  ];
}

function waiting(
  name: IndicatorName,
  group: Indicator['group'],
  text: string,
  unit: Indicator['unit'],
  what: string,
): Indicator {
  return { name, group, text, unit, state: 'waiting', waitsFor: `not measured yet, waits for ${what}` };
}

function activeReps(
  asOf: LocalDate,
  partners: readonly PartnerFact[],
  acts: readonly ActFact[] | null,
  activeDays: number,
): Indicator {
  const text = `partner reps active in the last ${activeDays} days`;
  if (acts === null) {
    return waiting('activeReps', 'capacity', text, 'count', 'touches, introductions or registrations');
  }
  const series = byArchetype(asOf, partners, (group, on) => {
    const reps = new Set<string>();
    for (const act of acts) {
      if (!group.has(act.partnerId) || !isWithinDays(act.occurredOn, on, activeDays)) continue;
      if (act.partnerPersonId !== null) reps.add(act.partnerPersonId);
    }
    return reps.size;
  });
  const withTarget = series.map((each) => ({ ...each, target: repsPerPartnerTarget * each.partners }));
  return {
    name: 'activeReps',
    group: 'capacity',
    text,
    unit: 'count',
    state: 'measured',
    series: withTarget,
  };
}

function touchesPerPartner(
  asOf: LocalDate,
  partners: readonly PartnerFact[],
  touches: readonly ActFact[] | null,
): Indicator {
  const text = 'confirmed touches per partner in a quarter';
  if (touches === null) return waiting('touchesPerPartner', 'motion', text, 'perPartner', 'touches');
  const series = byArchetype(asOf, partners, (group, on) => {
    let count = 0;
    for (const touch of touches) {
      if (group.has(touch.partnerId) && isWithinDays(touch.occurredOn, on, quarterDays)) count += 1;
    }
    return group.size === 0 ? 0 : count / group.size;
  });
  const withTarget = series.map((each) => ({ ...each, target: touchesPerPartnerTarget }));
  return {
    name: 'touchesPerPartner',
    group: 'motion',
    text,
    unit: 'perPartner',
    state: 'measured',
    series: withTarget,
  };
}

/** One series per archetype, in the order of the alphabet, partners without one last. */
function byArchetype(
  asOf: LocalDate,
  partners: readonly PartnerFact[],
  measure: (partnerIds: ReadonlySet<string>, on: LocalDate) => number,
): Omit<IndicatorSeries, 'target'>[] {
  const groups = new Map<string | null, PartnerFact[]>();
  for (const partner of partners) {
    const group = groups.get(partner.archetype);
    if (group) group.push(partner);
    else groups.set(partner.archetype, [partner]);
  }
  const names = [...groups.keys()].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  return names.map((archetype) => {
    const known = groups.get(archetype) ?? [];
    const there = (on: LocalDate): ReadonlySet<string> =>
      new Set(known.flatMap((one) => (one.signedOn === null || one.signedOn <= on ? [one.partnerId] : [])));
    const weeks = weekEnds(asOf).map((on) => ({ on, value: measure(there(on), on) }));
    return { archetype, partners: there(asOf).size, value: weeks.at(-1)?.value ?? 0, weeks };
  });
}

/** The last `days` days, `on` itself the last of them. */
function isWithinDays(date: LocalDate, on: LocalDate, days: number): boolean {
  const age = daysBetween(date, on);
  return age >= 0 && age < days;
}
