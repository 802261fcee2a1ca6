/**
 * Who decides a registration (DR-4, DR-5): seats in order, as the signed page says by value, archetype, country and tier,
 * and the people who sit in them. Never the seller who would lose the deal; a deputy where somebody is away; the Head of
 * Partnerships where nobody is left, then the CRO.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { MembershipId } from '#core/ids.ts';
import type { Archetype } from '#core/program/archetype.ts';
import type { RegistrationBody } from './registration-page.ts';

/** Seats that can decide. */
export type DecidingSeat = 'partner_ops' | 'partner_manager' | 'head_of_partnerships' | 'cro';

/** What the route depends on; all of it is the partner's own or its entries, so the partner may see the route before. */
export type RouteFacts = {
  readonly valueMinor: number | null;
  readonly archetype: Archetype | null;
  readonly country: string | null;
  readonly tier: string | null;
};

/**
 * DR-4: the seats that decide, in order and each once. The first row of the page that fits; where none fits, the seat
 * that answers in time. A value that is not known may be any, so rows for every value fit and it takes the most careful
 * of the others: the one with the most seats.
 */
export function routeOf(
  { routes, entry }: Pick<RegistrationBody, 'routes' | 'entry'>,
  facts: RouteFacts,
): DecidingSeat[] {
  const fits = routes.filter(
    (row) =>
      (row.archetype === 'any' || row.archetype === facts.archetype) &&
      isListed(row.territory, facts.country) &&
      isListed(row.tier, facts.tier) &&
      (facts.valueMinor === null || row.from <= facts.valueMinor),
  );
  const seats = fits.map(({ first, second, third }) => [...new Set([first, second, third])].filter(isSeat));
  const row =
    facts.valueMinor === null
      ? seats.toSorted((a, b) => b.length - a.length)[0]
      : seats.find((route) => route.length > 0);
  return row === undefined || row.length === 0 ? [entry.slaSeat] : row;
}

/** Somebody who may sit in a seat of the route. */
export type Decider = {
  readonly id: MembershipId;
  readonly seats: readonly DecidingSeat[];
  /** Away, suspended or left; then the deputy takes the place. */
  readonly isAway: boolean;
  readonly deputy: MembershipId | null;
  /** For a partner manager: whether the partner is one of theirs. */
  readonly managesPartner: boolean;
  /** Owns a deal that the registration collides with, or would earn from it: the seller who would lose (DR-4). */
  readonly wouldLose: boolean;
};

export type RouteStep = {
  /** The seat that the page names. */
  readonly seat: DecidingSeat;
  /** The seat whose people decide: the same, or the one that it fell to. */
  readonly filledBy: DecidingSeat;
  readonly people: readonly MembershipId[];
  /** Who stands in for whom. */
  readonly deputies: readonly { readonly for: MembershipId; readonly by: MembershipId }[];
};

/** What stands in for a seat in which nobody can decide. */
const fallsTo: Readonly<Record<DecidingSeat, DecidingSeat | null>> = {
  partner_ops: 'head_of_partnerships',
  partner_manager: 'head_of_partnerships',
  head_of_partnerships: 'cro',
  cro: 'head_of_partnerships',
};

/**
 * DR-4, DR-5: the people of every step. A step in which nobody can decide falls to the Head of Partnerships, then to the
 * CRO. With nobody there either its people are empty, and the registration waits where everybody sees it. Two steps that
 * fall to the same seat are one.
 */
export function peopleOf(seats: readonly DecidingSeat[], deciders: readonly Decider[]): RouteStep[] {
  const steps: RouteStep[] = [];
  for (const seat of seats) {
    const step = fill(seat, deciders);
    if (!steps.some(({ filledBy }) => filledBy === step.filledBy)) steps.push(step);
  }
  return steps;
}

function fill(seat: DecidingSeat, deciders: readonly Decider[]): RouteStep {
  const tried = new Set<DecidingSeat>();
  for (let at: DecidingSeat | null = seat; at !== null && !tried.has(at); at = fallsTo[at]) {
    tried.add(at);
    const { people, deputies } = sitting(at, deciders);
    if (people.length > 0) return { seat, filledBy: at, people, deputies };
  }
  return { seat, filledBy: seat, people: [], deputies: [] };
}

function sitting(seat: DecidingSeat, deciders: readonly Decider[]): Pick<RouteStep, 'people' | 'deputies'> {
  const holders = deciders.filter(
    ({ seats, managesPartner }) => seats.includes(seat) && (seat !== 'partner_manager' || managesPartner),
  );
  const people = new Set<MembershipId>();
  const deputies: { for: MembershipId; by: MembershipId }[] = [];
  for (const holder of holders) {
    if (!holder.isAway) {
      if (!holder.wouldLose) people.add(holder.id);
      continue;
    }
    const deputy = deciders.find(({ id }) => id === holder.deputy);
    if (deputy === undefined || deputy.isAway || deputy.wouldLose || deputy.id === holder.id) continue;
    people.add(deputy.id);
    deputies.push({ for: holder.id, by: deputy.id });
  }
  return { people: [...people], deputies };
}

/** Why somebody may not decide this step; null if they may. Whoever said yes before does not say it again. */
export function deciderRefusal(
  person: MembershipId,
  step: RouteStep,
  deciders: readonly Decider[],
  saidYes: readonly MembershipId[],
): 'would_lose' | 'decided_before' | 'not_asked' | null {
  if (deciders.some(({ id, wouldLose }) => id === person && wouldLose)) return 'would_lose';
  if (saidYes.includes(person)) return 'decided_before';
  return step.people.includes(person) ? null : 'not_asked';
}

/** Whether a cell of the page that lists values fits; an empty cell fits everything, and what is unknown fits only it. */
function isListed(cell: string, value: string | null): boolean {
  const listed = cell
    .split(/[,;]+/)
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');
  return listed.length === 0 || (value !== null && listed.includes(value.trim().toLowerCase()));
}

function isSeat(seat: DecidingSeat | 'none'): seat is DecidingSeat {
  return seat !== 'none';
}
