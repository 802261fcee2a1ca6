import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import type { Role } from '#core/program/roles.ts';
import {
  appealRefusal,
  type CaseParties,
  type CaseState,
  caseMoves,
  caseStates,
  disputableUntil,
  grayArea,
  mayMove,
  nextDue,
  partyReason,
  partyWords,
  stateAfter,
} from './case.ts';
import {
  type PanelSeat,
  panelSeats,
  panelStanding,
  type RulingSignature,
  seatsFor,
  takesSourcedAway,
} from './panel.ts';

type Pair = readonly [string, string | null];
type Cases = {
  panels: {
    name: string;
    needsCfo?: boolean;
    isAppeal?: boolean;
    signatures: RulingSignature[];
    standsAt: number | null;
    missing: PanelSeat[];
  }[];
  seats: {
    name: string;
    roles: Role[];
    needsCfo?: boolean;
    isAppeal?: boolean;
    croCanDecide?: boolean;
    seats: PanelSeat[];
  }[];
  sourcedAway: { name: string; now: Pair; ruled: Pair; takesAway: boolean }[];
  moves: Record<CaseState, Partial<Record<keyof typeof caseMoves, CaseState>>>;
  windows: {
    name: string;
    lockOn: LocalDate;
    closedOn: LocalDate | null;
    businessDays: number;
    until: LocalDate | null;
  }[];
  due: { state: CaseState; due: 'answer' | 'ruling' | 'appeal' | null }[];
  parties: { name: string; person: string; parties: Partial<CaseParties>; why: string | null }[];
  appeals: {
    name: string;
    side: 'opener' | 'other';
    claim: readonly [string | null, string | null];
    ruling: Pair;
    may: boolean;
  }[];
  grayArea: {
    name: string;
    deals: number;
    gray: number;
    most: number;
    value: number | null;
    mustRevise: boolean;
  }[];
};

const file = new URL('../../../../test/vectors/disputes.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as Cases;
const calendar = {
  workingDays: [1, 2, 3, 4, 5] as const,
  holidays: new Set(['2026-12-25', '2027-01-01'] as LocalDate[]),
};
const named = (pair: Pair) => ({ class: pair[0], partnerId: pair[1] });

describe('a panel', () => {
  it.each(cases.panels)('$name', ({ signatures, needsCfo = false, isAppeal = false, standsAt, missing }) => {
    expect(panelStanding(signatures, { needsCfo, isAppeal })).toEqual({ standsAt, missing });
  });

  it.each(cases.seats)(
    '$name',
    ({ roles, needsCfo = false, isAppeal = false, croCanDecide = true, seats }) => {
      expect(seatsFor(roles, { needsCfo, isAppeal, croCanDecide })).toEqual(seats);
    },
  );

  it.each(cases.sourcedAway)('$name', ({ now, ruled, takesAway }) => {
    expect(takesSourcedAway(named(now), named(ruled))).toBe(takesAway);
  });

  const anySignatures = fc.array(
    fc.record({
      by: fc.constantFrom('a', 'b', 'c', 'd'),
      seat: fc.constantFrom(...(Object.keys(panelSeats) as PanelSeat[])),
      at: fc.integer({ min: 1, max: 20 }),
    }),
    { maxLength: 6 },
  );

  it('needs two people unless it decides an appeal that takes no sourced credit away', () => {
    fc.assert(
      fc.property(anySignatures, fc.boolean(), fc.boolean(), (signatures, needsCfo, isAppeal) => {
        const { standsAt } = panelStanding(signatures, { needsCfo, isAppeal });
        if (standsAt === null || (isAppeal && !needsCfo)) return;
        const people = new Set(signatures.filter(({ at }) => at <= standsAt).map(({ by }) => by));
        expect(people.size).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('stands from a moment on: what is signed later, and the order in which it is told, change nothing', () => {
    fc.assert(
      fc.property(anySignatures, fc.boolean(), fc.boolean(), (signatures, needsCfo, isAppeal) => {
        const { standsAt } = panelStanding(signatures, { needsCfo, isAppeal });
        if (standsAt === null) return;
        const then = signatures.filter(({ at }) => at <= standsAt);
        expect(panelStanding(then, { needsCfo, isAppeal }).standsAt).toBe(standsAt);
        expect(panelStanding(signatures.toReversed(), { needsCfo, isAppeal }).standsAt).toBe(standsAt);
      }),
    );
  });
});

describe('the life of a case', () => {
  const states = Object.keys(caseStates) as CaseState[];
  const moves = Object.keys(caseMoves) as (keyof typeof caseMoves)[];
  const every = states.flatMap((state) => moves.map((move) => ({ state, move })));

  it.each(every)(
    '$state, $move: leads where the table says, or is refused with a reason',
    ({ state, move }) => {
      const to = cases.moves[state][move];
      const may = mayMove(state, move);
      expect(may.allowed).toBe(to !== undefined);
      if (may.allowed) expect(stateAfter(state, move)).toBe(to);
      else expect(may.why).toMatch(/^[A-Z].*\.$/);
    },
  );

  it.each(cases.windows)('$name', ({ lockOn, closedOn, businessDays, until }) => {
    expect(disputableUntil({ lockOn, closedOn }, businessDays, calendar)).toBe(until);
  });

  it.each(cases.due)('$state: $due is due next', ({ state, due }) => {
    const dues = { answer: 1, ruling: 2, appeal: 3 };
    expect(nextDue(state, dues)).toBe(due === null ? null : dues[due]);
  });

  it.each(cases.parties)('$name', ({ person, parties, why }) => {
    const nobody = { openedBy: '', owner: null, partnerManagers: [], recordedBy: [], spokeFor: [] };
    const reason = partyReason({ id: person, name: person }, { ...nobody, ...parties });
    expect(reason === null ? null : partyWords[reason].you).toBe(why);
  });

  it.each(cases.appeals)('$name', ({ side, claim, ruling, may }) => {
    const refusal = appealRefusal(side, { class: claim[0], partnerId: claim[1] }, named(ruling));
    expect(refusal === null).toBe(may);
  });

  it.each(cases.grayArea)('$name', ({ deals, gray, most, value, mustRevise }) => {
    expect(grayArea({ deals, gray }, most)).toEqual({ value, mustRevise });
  });
});
