import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditClasses } from '../credit-class.ts';
import { amountIn, type Counted, notCounted } from './counted.ts';
import { type Decision, frozenFigure, type Restated, restate, standingOf } from './restate.ts';

const someCount: fc.Arbitrary<Counted> = fc.oneof(
  fc.constant(notCounted),
  fc.record({
    class: fc.constantFrom('sourced', 'co_sold', 'influenced', 'assisted'),
    partnerId: fc.constantFrom('north', 'south'),
    coSold: fc.boolean(),
    amountMinor: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  }),
);

/** A later reading of the deal, and what Finance says to what waits after it. */
const someStep = fc.record({
  reading: someCount,
  decision: fc.constantFrom<Exclude<Decision, 'superseded'> | null>('accepted', 'refused', null),
});

/** Plays readings and decisions as the server does: a new restatement supersedes the one that waits. */
function play(
  frozen: Counted,
  steps: readonly { reading: Counted; decision: 'accepted' | 'refused' | null }[],
): Restated[] {
  let restated: Restated[] = [];
  for (const { reading, decision } of steps) {
    const outcome = restate(frozen, restated, { counted: reading, absence: null });
    if (outcome.kind !== 'said') {
      restated = restated.map((one) => (one.decision === null ? { ...one, decision: 'superseded' } : one));
    }
    if (outcome.kind === 'raise') restated.push({ ...outcome.restatement, decision: null });
    restated = restated.map((one) => (one.decision === null ? { ...one, decision } : one));
  }
  return restated;
}

const lives = fc.tuple(someCount, fc.array(someStep, { maxLength: 12 }));

describe('a closed quarter', () => {
  it('is not moved by any later fact before Finance decides', () => {
    fc.assert(
      fc.property(lives, ([frozen, steps]) => {
        const restated = play(
          frozen,
          steps.map((step) => ({ ...step, decision: null })),
        );
        expect(standingOf(frozen, restated)).toEqual(frozen);
        for (const creditClass of creditClasses) {
          const figure = frozenFigure(creditClass, [frozen], restated);
          expect(figure.frozenMinor).toBe(amountIn(frozen, creditClass));
          expect(figure.acceptedMinor).toBe(0);
        }
      }),
    );
  });

  it('is the present figure when every restatement is accepted', () => {
    fc.assert(
      fc.property(lives, ([frozen, steps]) => {
        const restated = play(
          frozen,
          steps.map((step) => ({ ...step, decision: 'accepted' })),
        );
        const present = steps.at(-1)?.reading ?? frozen;
        expect(standingOf(frozen, restated)).toEqual(present);
        for (const creditClass of creditClasses) {
          const { frozenMinor, acceptedMinor } = frozenFigure(creditClass, [frozen], restated);
          expect(frozenMinor + acceptedMinor).toBe(amountIn(present, creditClass));
        }
      }),
    );
  });

  it('stands at the frozen figure plus the accepted differences, whatever was refused or waits', () => {
    fc.assert(
      fc.property(lives, ([frozen, steps]) => {
        const restated = play(frozen, steps);
        const standing = standingOf(frozen, restated);
        for (const creditClass of creditClasses) {
          const { frozenMinor, acceptedMinor } = frozenFigure(creditClass, [frozen], restated);
          expect(frozenMinor + acceptedMinor).toBe(amountIn(standing, creditClass));
        }
      }),
    );
  });

  it('has at most one restatement of a deal waiting, and it leads from what stands to what is', () => {
    fc.assert(
      fc.property(lives, ([frozen, steps]) => {
        const restated = play(frozen, steps);
        const waiting = restated.filter(({ decision }) => decision === null);
        expect(waiting.length).toBeLessThanOrEqual(1);
        for (const one of waiting) {
          expect(one.before).toEqual(standingOf(frozen, restated));
          expect(one.after).toEqual(steps.at(-1)?.reading);
        }
      }),
    );
  });

  it('does not ask Finance twice about the reading that it refused last', () => {
    fc.assert(
      fc.property(someCount, someCount, (frozen, reading) => {
        const refused = play(frozen, [{ reading, decision: 'refused' }]);
        const again = restate(frozen, refused, { counted: reading, absence: null });
        expect(again.kind).not.toBe('raise');
      }),
    );
  });
});
