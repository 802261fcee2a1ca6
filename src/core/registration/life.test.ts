import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '#core/calendar.ts';
import { eventOf, lifeOf, noonOf, type WrittenEvent } from '#test/harness/registration-life.ts';
import cases from '#test/vectors/registration-life.json' with { type: 'json' };
import {
  advance,
  isProtectedOn,
  newRegistration,
  type RegistrationEvent,
  type RegistrationLife,
  registrationAfter,
} from './life.ts';
import {
  heldStates,
  mayCause,
  movesFor,
  openStates,
  type RegistrationActor,
  type RegistrationMove,
  type RegistrationState,
  registrationMoves,
  registrationStates,
} from './state.ts';

const states = Object.keys(registrationStates) as RegistrationState[];
const moves = Object.keys(registrationMoves) as RegistrationMove[];
const actors: RegistrationActor[] = ['partner', 'manager', 'decider', 'panel', 'cro', 'ae', 'system'];
const table: Readonly<Record<string, Readonly<Record<string, string>>>> = cases.moves;
const causers: Readonly<Record<string, readonly string[]>> = cases.by;

describe('the table of a registration (DR-4 to DR-16)', () => {
  const every = states.flatMap((state) => moves.map((type) => ({ state, type })));

  it.each(every)('$state, $type: leads where the table says, or is refused', ({ state, type }) => {
    const to = table[state]?.[type];
    for (const by of actors) {
      const may = mayCause(state, type, by);
      expect(may.allowed).toBe(to !== undefined && causers[type]?.includes(by));
      if (!may.allowed) expect(may.why).toMatch(/^[A-Z].*\.$/);
      expect(movesFor(state, by).includes(type)).toBe(may.allowed);
    }
    if (to !== undefined) {
      expect((registrationMoves[type].moves as Record<string, string>)[state]).toBe(to);
    }
  });

  it('is written out in full', () => {
    expect(Object.keys(table).toSorted()).toEqual(states.toSorted());
    expect(Object.keys(causers).toSorted()).toEqual(moves.toSorted());
  });

  it('lets nothing be accepted by the passing of time (DR-5)', () => {
    for (const state of states) {
      for (const type of moves) {
        const to = table[state]?.[type];
        if (to === 'accepted' && state !== 'accepted') expect(causers[type]).not.toContain('system');
      }
    }
  });

  it('starts protection with every acceptance and ends it with every end', () => {
    for (const type of moves) {
      const { moves: pairs, protection } = registrationMoves[type];
      for (const [from, to] of Object.entries(pairs)) {
        const held = (state: string) => (heldStates as readonly string[]).includes(state);
        if (!held(from) && held(to) && type !== 'correct') {
          expect(['starts', 'returns']).toContain(protection);
        }
        if (held(from) && !held(to)) expect(protection).toBe('ends');
      }
    }
  });
});

describe('a life', () => {
  it.each(cases.lives)('$id: $name', ({ events, is }) => {
    const { completeOn, rulingSince, ...plain } = is as Record<string, unknown>;
    const life = lifeOf(events);
    expect(life).toMatchObject(plain);
    if (completeOn !== undefined) expect(life.completeAt).toBe(noonOf(completeOn as string).at);
    if (rulingSince !== undefined) {
      expect(life.rulingFrom).toBe(rulingSince === null ? null : noonOf(rulingSince as string).at);
    }
  });

  it.each(cases.refused)('$id: refuses $name', ({ events, then, why }) => {
    const refused = advance(lifeOf(events), eventOf(then));
    expect(refused).toMatchObject({ ok: false, why: expect.stringContaining(why) });
  });

  it('that holds an impossible event cannot be read', () => {
    const events: WrittenEvent[] = [{ on: '2026-11-02', type: 'accept' }];
    expect(() => lifeOf(events)).toThrow('event 1 (accept)');
  });
});

const first = '2026-01-01' as LocalDate;
const anyEvent: fc.Arbitrary<RegistrationEvent> = fc
  .record({
    type: fc.constantFrom(...moves),
    by: fc.constantFrom(...actors),
    day: fc.integer({ min: 0, max: 400 }),
    days: fc.integer({ min: 1, max: 200 }),
    isIncomplete: fc.boolean(),
    step: fc.integer({ min: 0, max: 2 }),
  })
  .map(
    ({ day, ...event }) =>
      ({
        ...event,
        ...noonOf(addDays(first, day)),
        changes: [],
        asks: 'Who buys?',
        reason: 'other',
        words: '',
      }) as unknown as RegistrationEvent,
  );
/** Lives that get somewhere: steps that are possible where they come, days apart, now and then with a clock that jumps back. */
const anyLife: fc.Arbitrary<RegistrationEvent[]> = fc
  .array(
    fc.record({
      event: anyEvent,
      pick: fc.nat(),
      later: fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 0, max: 40 }) },
        fc.integer({ min: -90, max: 0 }),
      ),
    }),
    { maxLength: 40, size: 'max' },
  )
  .map((steps) => {
    const events: RegistrationEvent[] = [];
    let life: RegistrationLife = newRegistration;
    let day = first;
    for (const { event, pick, later } of steps) {
      const possible = moves.filter((type) =>
        registrationMoves[type].by.some((by) => mayCause(life.state, type, by).allowed),
      );
      const type = possible[pick % possible.length];
      if (type === undefined) break;
      day = addDays(day, later);
      const by = registrationMoves[type].by[0];
      const step = type === 'approve' ? { step: life.approvals } : {};
      const caused = { ...event, type, by, ...noonOf(day), ...step } as unknown as RegistrationEvent;
      const next = advance(life, caused);
      if (!next.ok) continue;
      life = next.life;
      events.push(caused);
    }
    return events;
  });

describe('any life', () => {
  it('answers every event in every state, and changes nothing where it refuses', () => {
    fc.assert(
      fc.property(anyLife, anyEvent, (events, event) => {
        const life = registrationAfter(events);
        const before = structuredClone(life);
        const next = advance(life, event);
        expect(life).toEqual(before);
        if (next.ok) expect(states).toContain(next.life.state);
        else expect(next.why).toMatch(/^[A-Z].*\.$/);
      }),
    );
  });

  it('never runs backwards, and protects only what was accepted', () => {
    fc.assert(
      fc.property(anyLife, (events) => {
        let last = 0;
        let life = newRegistration;
        for (const event of events) {
          const next = advance(life, event);
          if (!next.ok) throw new Error(next.why);
          life = next.life;
          expect(life.last?.at ?? 0).toBeGreaterThanOrEqual(last);
          last = life.last?.at ?? 0;
          const on = life.last?.on ?? first;
          const isHeldState = (heldStates as readonly string[]).includes(life.state);
          if (isProtectedOn(life, on)) expect(isHeldState).toBe(true);
          if ((openStates as readonly string[]).includes(life.state)) {
            expect(life.submittedAt).not.toBeNull();
            expect(isProtectedOn(life, on)).toBe(false);
          }
          const { protection } = life;
          if (protection !== null && protection.until !== null) {
            expect(protection.until >= protection.from).toBe(true);
          }
          expect(protection?.until === null).toBe(life.held !== null);
          expect(life.pauses.filter(({ to }) => to === null).length).toBe(life.state === 'returned' ? 1 : 0);
        }
      }),
    );
  });

  it('reaches every state', () => {
    const reached = new Set<string>(['draft']);
    for (const life of fc.sample(anyLife, { numRuns: 400, seed: 7 })) {
      let at = newRegistration;
      for (const event of life) {
        const next = advance(at, event);
        if (next.ok) at = next.life;
        reached.add(at.state);
      }
    }
    expect([...reached].toSorted()).toEqual(states.toSorted());
  });
});
