import { describe, expect, it } from 'vitest';
import { changedFacts, completeFacts, emptyFacts } from '#test/harness/gate-facts.ts';
import vectors from '#test/vectors/gates.json' with { type: 'json' };
import { addDays, type LocalDate } from '../calendar.ts';
import { catchUpPlan } from './catch-up.ts';
import { decideGates, missingOf, passableGates } from './gates.ts';
import { decideGuard, type Guarded, guardedBy, isOpeningState, recruitsFrom } from './guard.ts';

type Vector = {
  id: string;
  gate: string;
  code: string;
  change: Record<string, unknown>;
  expect: { gate: string; state: string; says?: string; on?: string };
};

const override = (gate: string) => ({
  gate,
  reason: 'The board wants it now',
  by: 'Cleo',
  on: '2026-02-01',
});

describe('a gate', () => {
  it.each((vectors.cases as Vector[]).map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
    const standings = decideGates(changedFacts(completeFacts(), vector.change));
    const gate = standings.find((one) => one.key === vector.gate);
    const condition = gate?.conditions.find((one) => one.code === vector.code);
    expect(condition).toMatchObject({ state: vector.expect.state });
    expect(gate?.state).toBe(vector.expect.gate);
    if (vector.expect.says !== undefined) expect(condition?.says).toContain(vector.expect.says);
    if (vector.expect.on !== undefined) expect(condition?.on).toBe(vector.expect.on);
  });

  it('has a vector for every state that a condition can have', () => {
    const codes = decideGates(completeFacts()).flatMap((gate) =>
      gate.conditions.map((one) => `${gate.key}/${one.code}`),
    );
    const covered = (state: string) =>
      new Set(
        (vectors.cases as Vector[])
          .filter((one) => one.expect.state === state)
          .map((one) => `${one.gate}/${one.code}`),
      );
    expect(codes.filter((code) => !covered('met').has(code))).toEqual([]);
    const failing = new Set([...covered('unmet'), ...covered('not_measured')]);
    expect(codes.filter((code) => !failing.has(code))).toEqual([]);
  });

  it('says everything in whole sentences', () => {
    const all = [
      ...(vectors.cases as Vector[]).map((one) => changedFacts(completeFacts(), one.change)),
      emptyFacts(),
    ];
    for (const facts of all) {
      for (const { says } of decideGates(facts).flatMap((gate) => gate.conditions)) {
        expect(says).toMatch(/^[A-Z“0-9n].*\.$/);
        expect(says).not.toMatch(/undefined|null|NaN|\[object/);
      }
    }
  });

  it('is closed in a program that nobody has begun, and only what is unknown is not measured', () => {
    const standings = decideGates(emptyFacts());
    expect(standings.map((one) => one.state)).toEqual(Array(8).fill('closed'));
    expect(standings.flatMap((gate) => gate.conditions).filter((one) => one.state === 'met')).toEqual([]);
  });

  it('opens on the latest day of its conditions and of the gates before it', () => {
    const standings = decideGates(completeFacts());
    expect(standings.map((one) => [one.key, one.openedOn])).toEqual([
      ['g0', '2026-03-02'],
      ['g1', '2026-03-02'],
      ['g2', '2026-03-02'],
      ['g3', '2026-03-02'],
      ['g4', '2026-03-02'],
      ['g5', '2026-03-02'],
      ['g6', '2026-06-20'],
      ['g7', '2026-10-12'],
    ]);
  });

  it('waits for the gates before it, even where all of its own conditions are met', () => {
    const standings = decideGates(changedFacts(completeFacts(), { 'seats.cfo': [] }));
    const g1 = standings.find((one) => one.key === 'g1');
    expect(g1).toMatchObject({ state: 'closed', waitsFor: ['g0'], openedOn: null });
    expect(missingOf(standings[1]!)).toEqual([]);
  });

  it('is let through by an override, which stays visible with its reason, name and day', () => {
    const facts = changedFacts(completeFacts(), { 'seats.cfo': [], overrides: [override('g0')] });
    const [g0, g1] = decideGates(facts);
    expect(g0).toMatchObject({ state: 'overridden', openedOn: '2026-02-01', override: override('g0') });
    expect(g1).toMatchObject({ state: 'open', waitsFor: [] });
    const repaired = decideGates(changedFacts(completeFacts(), { overrides: [override('g0')] }));
    expect(repaired[0]).toMatchObject({ state: 'open', override: override('g0') });
  });

  it('has its weeks as days where there is a kickoff', () => {
    const g5 = decideGates(completeFacts())[5];
    expect(g5).toMatchObject({
      weeks: { from: 6, by: 8 },
      planned: { from: '2026-02-09', by: '2026-03-02' },
    });
    expect(decideGates(changedFacts(completeFacts(), { kickoffOn: null }))[5]?.planned).toBeNull();
  });
});

describe('what a gate guards', () => {
  it('is refused with everything that is missing up to the gate, earlier gates first', () => {
    const facts = changedFacts(completeFacts(), { 'seats.cfo': [], testDeal: emptyFacts().testDeal });
    const decision = decideGuard('recruiting', decideGates(facts));
    expect(decision).toMatchObject({ allowed: false, gate: 'g4' });
    if (decision.allowed) return;
    expect(decision.says).toBe('Recruiting waits for gate G4: Credit and registration work.');
    expect(decision.missing[0]).toContain('CFO');
    expect(decision.missing.at(-1)).toContain('test deal');
  });

  it.each([
    ['recruiting', 'g4'],
    ['tiers', 'g5'],
    ['portal', 'g5'],
    ['portal_benefits', 'g5'],
    ['second_archetype', 'g6'],
    ['bigger_recruiting', 'g6'],
    ['mdf', 'g6'],
    ['scale', 'g7'],
    ['prm', 'g7'],
  ] as const)('is %s behind %s', (what, gate) => {
    const closed = decideGates(emptyFacts());
    expect(decideGuard(what, closed)).toMatchObject({ allowed: false, gate });
    expect(decideGuard(what, decideGates(completeFacts()))).toEqual({ allowed: true, because: 'open' });
    const overridden = decideGates(changedFacts(emptyFacts(), { overrides: [override(gate)] }));
    expect(decideGuard(what, overridden)).toEqual({ allowed: true, because: 'overridden' });
    expect([...passableGates(overridden)]).toEqual([gate]);
    const others = (Object.keys(guardedBy) as Guarded[]).filter((one) => guardedBy[one].gate !== gate);
    for (const other of others) expect(decideGuard(other, overridden).allowed).toBe(false);
  });

  it('does not touch a partner that was signed before the kickoff', () => {
    const kickoff = '2026-01-05' as LocalDate;
    expect(isOpeningState(addDays(kickoff, -1), kickoff)).toBe(true);
    expect(isOpeningState(kickoff, kickoff)).toBe(false);
    expect(isOpeningState(kickoff, null)).toBe(true);
  });

  it('counts from the kickoff once it has come, and a kickoff in the future opens nothing', () => {
    const [came, today] = ['2026-01-05' as LocalDate, '2026-07-15' as LocalDate];
    expect(recruitsFrom(null, came, today)).toBe(came);
    expect(recruitsFrom(addDays(today, 1), came, today)).toBe(came);
    expect(recruitsFrom(today, came, today)).toBe(today);
    expect(recruitsFrom(addDays(came, -90), came, today)).toBe(addDays(came, -90));
  });
});

describe('the catch-up plan', () => {
  it('is nothing for a new program', () => {
    expect(catchUpPlan(emptyFacts(), decideGates(emptyFacts()))).toBeNull();
  });

  it('gives each missing gate a day, an owner and what it lacks', () => {
    const facts = changedFacts(completeFacts(), {
      mode: 'running',
      testDeal: emptyFacts().testDeal,
      today: '2026-02-01',
      'document.operating_model.seats.partner_ops.startWeek': null,
    });
    const plan = catchUpPlan(facts, decideGates(facts));
    expect(plan).toMatchObject({ countedFrom: 'kickoff', startsOn: '2026-01-05' });
    expect(plan?.items.map((one) => [one.gate, one.dueOn, one.isLate])).toEqual([
      ['g4', '2026-02-09', false],
      ['g5', '2026-03-02', false],
      ['g6', '2026-07-20', false],
      ['g7', '2027-01-04', false],
    ]);
    expect(plan?.items[0]).toMatchObject({
      owner: 'head_of_partnerships',
      holders: ['Holder of head_of_partnerships'],
      missing: [expect.stringContaining('test deal')],
    });
  });

  it('counts from today until a kickoff is set, and still owes a gate that was overridden', () => {
    const facts = changedFacts(emptyFacts(), {
      mode: 'running',
      kickoffOn: null,
      overrides: [override('g4')],
    });
    const plan = catchUpPlan(facts, decideGates(facts));
    expect(plan).toMatchObject({ countedFrom: 'today', startsOn: '2026-12-01' });
    expect(plan?.items.map((one) => one.gate)).toContain('g4');
  });
});
