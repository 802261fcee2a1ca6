import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '#test/vectors/registration-past.json' with { type: 'json' };
import { workedExample } from '../blueprint/worked-example.ts';
import { addDays, type BusinessCalendar, type LocalDate, type Moment } from '../calendar.ts';
import { decisionClock } from './clock.ts';
import { isProtectedOn, registrationAfter } from './life.ts';
import { eventsOfPast, type PastState, pastStanding, pastStates } from './past.ts';

const today = vectors.today as LocalDate;
const sentOn = '2025-01-01' as LocalDate;
const momentOf = (on: LocalDate): Moment => ({ at: Date.parse(`${on}T12:00:00Z`), on });
const calendar: BusinessCalendar = { workingDays: [1, 2, 3, 4, 5], holidays: new Set() };
const reason = { kind: 'duplicate', words: 'Somebody was first' } as never;

type Given = {
  readonly state: PastState;
  readonly decidedOn: LocalDate | null;
  readonly protectedUntil: LocalDate | null;
  readonly deal: { readonly createdOn: LocalDate | null; readonly enteredOn: LocalDate | null } | null;
};

function eventsGiven({ state, decidedOn, deal, ...past }: Given) {
  const { until, standsOnDeal } = pastStanding({ ...past, state, decidedOn, deal }, vectors.days, today);
  const pipeline = standsOnDeal && deal?.enteredOn ? momentOf(deal.enteredOn) : null;
  const days = { decided: decidedOn && momentOf(decidedOn), until: until && momentOf(until) };
  return eventsOfPast({ state, sent: momentOf(sentOn), ...days, reason, pipeline, ended: null }, today);
}

const lifeOf = (given: Given) => registrationAfter(eventsGiven(given));

describe('a registration of the past (DR-4 to DR-16)', () => {
  it.each(vectors.cases)('$name', ({ past, deal, stands, life }) => {
    const given = { protectedUntil: null, ...past, deal: deal ?? null } as Given;
    expect(pastStanding(given, vectors.days, today)).toEqual(stands);
    expect(lifeOf(given).state).toBe(life);
  });

  it('has each state among the cases', () => {
    const shown = new Set(vectors.cases.map(({ past }) => past.state));
    expect([...shown].toSorted()).toEqual(Object.keys(pastStates).toSorted());
  });

  it('is a life that the table allows, protected just as long as its days say', () => {
    const dayAfter = (from: LocalDate, most: number) =>
      fc.integer({ min: 0, max: most }).map((days) => addDays(from, days));
    const state = fc.constantFrom(...(Object.keys(pastStates) as PastState[]));
    const some = fc.record({
      state,
      decidedOn: dayAfter(sentOn, 500),
      length: fc.option(fc.integer({ min: 0, max: 400 })),
      deal: fc.option(fc.record({ createdOn: dayAfter(sentOn, 500), enteredOn: dayAfter(sentOn, 500) })),
    });
    fc.assert(
      fc.property(some, ({ length, ...one }) => {
        const decidedOn = one.state === 'submitted' ? null : one.decidedOn;
        const protectedUntil = length === null ? null : addDays(one.decidedOn, length);
        const given = { ...one, decidedOn, protectedUntil };
        const { until, isOver, standsOnDeal, introduces, opens } = pastStanding(given, vectors.days, today);
        if (one.state === 'expired' && !isOver) return;
        const life = lifeOf(given);
        const isHeld = life.state === 'accepted' || (life.state === 'converted' && !isOver);
        expect(isProtectedOn(life, today)).toBe(isHeld);
        if (isHeld) expect(life.protection?.until).toBe(until);
        const wanted = one.state === 'accepted' ? ['accepted', 'converted', 'expired'] : [one.state];
        expect(wanted).toContain(life.state);
        if (introduces) expect(standsOnDeal).toBe(true);
        if (isHeld) expect(opens).toBe(true);
      }),
    );
  });

  it('was never ours to decide within days once it comes in decided (DR-4), whatever happens then', () => {
    const known: Given = { ...{ state: 'accepted', decidedOn: today, protectedUntil: null }, deal: null };
    const { deciding } = workedExample.registration;
    const mark = { ...momentOf(today), type: 'import', by: 'system', importNumber: 1 } as const;
    const news = { ...momentOf(today), type: 'update', by: 'partner', news: 'We met' } as const;
    const clockOf = (given: Given) => {
      const life = registrationAfter([...eventsGiven(given), mark, ...(given.decidedOn ? [news] : [])]);
      return decisionClock(life, deciding, calendar, today).kind;
    };
    expect(clockOf(known)).toBe('none');
    expect(clockOf({ ...known, state: 'submitted', decidedOn: null })).toBe('running');
  });
});
