import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MembershipId } from '#core/ids.ts';
import { defaultBody } from '#core/program/field.ts';
import cases from '#test/vectors/registration-routing.json' with { type: 'json' };
import { registrationPage } from './registration-page.ts';
import {
  type Decider,
  type DecidingSeat,
  deciderRefusal,
  peopleOf,
  type RouteFacts,
  routeOf,
} from './routing.ts';

const page = defaultBody(registrationPage.fields);
const unknown: RouteFacts = { valueMinor: null, archetype: null, country: null, tier: null };
const seats: DecidingSeat[] = ['partner_ops', 'partner_manager', 'head_of_partnerships', 'cro'];

describe('the route of a registration', () => {
  it.each(cases.routes)('$id: $name', ({ rows, facts, seats: expected }) => {
    const routes = rows as typeof page.routes;
    expect(routeOf({ ...page, routes }, { ...unknown, ...(facts as Partial<RouteFacts>) })).toEqual(expected);
  });

  it.each(cases.people)('$id: $name', ({ seats: route, deciders, steps }) => {
    const filled = peopleOf(route as DecidingSeat[], deciders as unknown as Decider[]);
    expect(filled.map(({ seat, filledBy, people }) => [seat, filledBy, people])).toEqual(steps);
  });

  const anyId = fc.constantFrom('a', 'b', 'c', 'd', 'e') as fc.Arbitrary<MembershipId>;
  const anyDeciders: fc.Arbitrary<Decider[]> = fc.uniqueArray(
    fc.record({
      id: anyId,
      seats: fc.subarray(seats),
      isAway: fc.boolean(),
      deputy: fc.option(anyId),
      managesPartner: fc.boolean(),
      wouldLose: fc.boolean(),
    }),
    { selector: ({ id }) => id },
  );

  it('never names the seller who would lose, nor somebody who is away, nor the same seat twice', () => {
    fc.assert(
      fc.property(fc.subarray(seats, { minLength: 1 }), anyDeciders, (route, deciders) => {
        const steps = peopleOf(route, deciders);
        expect(steps.length).toBeGreaterThan(0);
        expect(new Set(steps.map(({ filledBy }) => filledBy)).size).toBe(steps.length);
        for (const step of steps) {
          for (const person of step.people) {
            const decider = deciders.find(({ id }) => id === person);
            expect(decider).toMatchObject({ wouldLose: false, isAway: false });
            expect(deciderRefusal(person, step, deciders, [])).toBeNull();
            expect(deciderRefusal(person, step, deciders, [person])).toBe('decided_before');
          }
          for (const { id, wouldLose } of deciders) {
            if (wouldLose) expect(deciderRefusal(id, step, deciders, [])).toBe('would_lose');
            else if (!step.people.includes(id))
              expect(deciderRefusal(id, step, deciders, [])).toBe('not_asked');
          }
        }
      }),
    );
  });

  it('leaves a step empty only if nobody up to the CRO could decide', () => {
    fc.assert(
      fc.property(fc.constantFrom(...seats), anyDeciders, (seat, deciders) => {
        const [step] = peopleOf([seat], deciders);
        const canDecide = deciders.some(
          (one) =>
            (one.seats.includes('head_of_partnerships') || one.seats.includes('cro')) &&
            !one.isAway &&
            !one.wouldLose,
        );
        if (canDecide) expect(step?.people.length).toBeGreaterThan(0);
      }),
    );
  });
});
