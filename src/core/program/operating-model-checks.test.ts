import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPage } from '#test/harness/arbitrary-page.ts';
import { describeChecks } from '#test/harness/check-vectors.ts';
import vectors from '#test/vectors/program-operating-model.json' with { type: 'json' };
import { type Archetype, archetypeLabels } from './archetype.ts';
import { checkSentence, mayPropose } from './check.ts';
import { checkOperatingModel, operatingModelCheckWords } from './operating-model-checks.ts';
import { operatingModelExample, operatingModelTemplate } from './operating-model-template.ts';
import type { Seat } from './seat.ts';

type Held = Partial<Record<Seat, boolean>>;
const failing = (body: Parameters<typeof checkOperatingModel>[0], held: Held = {}) =>
  checkOperatingModel(body, held).filter(({ holds }) => !holds);

describeChecks('the checks of the operating model', vectors, {
  check: (body: typeof operatingModelExample, facts) => checkOperatingModel(body, facts.heldSeats as Held),
  words: operatingModelCheckWords,
});

describe('the operating model', () => {
  it.each(Object.keys(archetypeLabels) as Archetype[])(
    'of the template for %s passes its checks',
    (archetype) => {
      expect(failing(operatingModelTemplate(archetype))).toEqual([]);
    },
  );

  it('is judged in full sentences, whatever somebody writes', () => {
    fc.assert(
      fc.property(arbitraryPage('operating_model'), (body) => {
        for (const check of checkOperatingModel(body, { cro: false })) {
          expect(checkSentence(operatingModelCheckWords, check)).toMatch(/\.$/);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('loses one fault for each open seat that somebody takes', () => {
    const seat = fc.constantFrom<Seat>('cro', 'cfo', 'partner_ops', 'ae', 'executive_sponsor');
    fc.assert(
      fc.property(fc.uniqueArray(seat), seat, (open, one) => {
        const held: Held = Object.fromEntries(open.map((each) => [each, false]));
        const before = failing(operatingModelExample, held).length;
        const after = failing(operatingModelExample, { ...held, [one]: true }).length;
        expect(after).toBe(open.includes(one) ? before - 1 : before);
        expect(mayPropose(checkOperatingModel(operatingModelExample, held))).toBe(true);
      }),
    );
  });
});
