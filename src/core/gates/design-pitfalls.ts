/**
 * The pitfalls of a design that is missing or comes too late (method 14).
 *
 * Handbook: docs/handbook/gates.md
 */

import { countArchetypes } from './design-conditions.ts';
import type { GateFacts, SeatHolder } from './facts.ts';
import { bodySource } from './page-condition.ts';
import { counted } from './phrase.ts';
import type { PitfallFinding, PitfallRule } from './pitfall.ts';

/** The seat's own person, where one has come; an interim holder is no hire. */
export function leaderOf(facts: GateFacts): SeatHolder | null {
  const own = facts.seats.head_of_partnerships.filter((one) => one.interim === null);
  return own.toSorted((a, b) => (a.since < b.since ? -1 : 1))[0] ?? null;
}

export const designPitfalls = {
  hire_first: {
    title: 'Hire first, design later',
    source: 'S1',
    owner: 'cro',
    action: 'Finish the design up to gate G5 before anything else, and plan with the delay.',
    find: (facts, gate, settings) => {
      const leader = leaderOf(facts);
      if (leader === null) {
        const says = 'No leader of the program has started; the seat is held in the interim, or open.';
        return { state: 'clear', says, on: null, evidence: null };
      }
      const { state, openedOn } = gate('g5');
      const evidence = `${leader.name} is Head of Partnerships since ${leader.since}.`;
      if (state === 'open' && (openedOn === null || openedOn <= leader.since)) {
        const says = 'The leader of the program started after the design was ready.';
        return { state: 'clear', says, on: leader.since, evidence };
      }
      if (facts.firstSourcedWin.known) {
        const says =
          'The leader started before the design was ready; the delay is over since the first sourced win.';
        return { state: 'clear', says, on: facts.firstSourcedWin.value, evidence };
      }
      const { delayMonthsLeast: least, delayMonthsMost: most } = settings;
      const says = `The leader started before gate G5 was open. Expect the first sourced win ${least} to ${most} months later.`;
      return { state: 'warning', says, on: leader.since, evidence };
    },
  },
  too_many_archetypes: {
    title: 'Too many archetypes',
    source: 'S1 S2',
    owner: 'head_of_partnerships',
    action: 'Build one archetype through all four pillars; leave the others out or selected.',
    find: (facts, gate) => {
      const source = bodySource('archetypes', facts);
      if (source === null) return { state: 'not_measured', waitsFor: 'the page “Archetypes”' };
      const { selected, inBuild } = countArchetypes(facts);
      const { selectedMost: most, inBuildMost: buildMost } = facts.document.archetypes.limits;
      if (selected > most) {
        const says = `${selected} archetypes are chosen; at launch ${most} are the most.`;
        return { state: 'blocked', says, ...source };
      }
      const g6 = gate('g6').state;
      if (inBuild > buildMost && g6 !== 'open') {
        const says = `${inBuild} archetypes are in build, and gate G6 is not open.`;
        return { state: g6 === 'overridden' ? 'warning' : 'blocked', says, ...source };
      }
      const says = `${counted(selected, 'archetype is', 'archetypes are')} chosen, ${inBuild} in build.`;
      return { state: 'clear', says, ...source };
    },
  },
  no_attribution: {
    title: 'No attribution',
    source: 'S1',
    owner: 'head_of_partnerships',
    action: 'Stop recruiting until gate G4 is open: credit and registration come first.',
    find: ({ recruiting }, gate) => {
      const { state, openedOn } = gate('g4');
      if (state === 'open') {
        const says = 'Gate G4 is open: credit and registration work.';
        return { state: 'clear', says, on: openedOn, evidence: null };
      }
      if (!recruiting.known) return { state: 'not_measured', waitsFor: recruiting.waitsFor };
      const { value, on, evidence } = recruiting;
      if (value === 0) return { state: 'clear', says: 'Nobody is being recruited.', on, evidence };
      const many = counted(value, 'partner is', 'partners are');
      const how = state === 'overridden' ? 'is open by override only' : 'is not open';
      const says = `${many} being recruited or newly signed, and gate G4 ${how}.`;
      return { state: state === 'overridden' ? 'warning' : 'blocked', says, on, evidence };
    },
  },
  packaging_first: {
    title: 'Packaging before pillars',
    source: 'S2',
    owner: 'head_of_partnerships',
    action: 'Take the tiers and benefits back until gate G5 is open.',
    find: (facts, gate) => {
      const { state, openedOn } = gate('g5');
      if (state === 'open') {
        const says = 'Gate G5 is open: tiers and benefits have something to stand on.';
        return { state: 'clear', says, on: openedOn, evidence: null };
      }
      const found = packagingOf(facts);
      return found.state === 'blocked' && state === 'overridden' ? { ...found, state: 'warning' } : found;
    },
  },
  prm_too_early: {
    title: 'PRM too early',
    source: 'S1',
    owner: 'cfo',
    action: 'Wait with a PRM; the shared form and the CRM are enough.',
    find: (facts) => {
      const { prmLeast, tooling } = facts.document.assumptions;
      const source = bodySource('assumptions', facts);
      const choice = source === null ? null : tooling.prm.choice;
      const { activePartners } = facts;
      if (choice === 'wait')
        return { state: 'clear', says: 'The PRM waits.', on: null, evidence: source?.evidence ?? null };
      if (!activePartners.known) return { state: 'not_measured', waitsFor: activePartners.waitsFor };
      const { value, on, evidence } = activePartners;
      const many = `${counted(value, 'active partner')}, and a PRM is worth it from ${prmLeast}`;
      if (value >= prmLeast) return { state: 'clear', says: `There are ${many}.`, on, evidence };
      if (choice === null) {
        const says = `There are ${many}. Nobody has decided to buy one.`;
        return { state: 'clear', says, on, evidence };
      }
      const says = `There are ${many}; yet ${choice === 'buy' ? 'one is to be bought' : 'there is one already'}.`;
      return { state: 'warning', says, on, evidence };
    },
  },
} as const satisfies Record<string, PitfallRule>;

function packagingOf({ pages, packaging }: GateFacts): PitfallFinding {
  const tiers = pages.tiers.inForce ?? pages.tiers.signedAhead;
  if (tiers !== null) {
    const says = 'The tiers are signed, and gate G5 is not open.';
    const evidence = `“Tiers”, version ${tiers.version}, signed on ${tiers.signedOn}.`;
    return { state: 'blocked', says, on: tiers.signedOn, evidence };
  }
  if (!packaging.known) return { state: 'not_measured', waitsFor: packaging.waitsFor };
  const { value, on, evidence } = packaging;
  return value
    ? { state: 'blocked', says: 'Partners see tiers or benefits, and gate G5 is not open.', on, evidence }
    : { state: 'clear', says: 'No tiers and no benefits are promised yet.', on, evidence };
}
