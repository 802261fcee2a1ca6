import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedFacts, completeFacts, emptyFacts } from '#test/harness/gate-facts.ts';
import { pageWords } from '../program/page.ts';
import { seats } from '../program/seat.ts';
import { type GateFacts, gateKeys } from './facts.ts';
import { decideGates } from './gates.ts';
import { decidePitfalls } from './pitfalls.ts';

const worst = emptyFacts();
const best = completeFacts();

/** Every fact that a gate asks for, from nothing to everything: unknown, known and too little, known and enough. */
const numbers = {
  cohortActivation: 0.6,
  producingPartners: 5,
  acceptedRegistrations: 10,
  weeklyReviews: 8,
  registrationSla: 0.95,
  lowBandMet: 1,
} as const;
const flags = [
  'feasible',
  'crmFields',
  'testDeal',
  'certification',
  'coSellPlanTemplate',
  'shareForecast',
  'cfoAudit',
] as const;
const amounts = ['coverage', 'sourcedShare'] as const;

type Step = { readonly path: string; readonly values: readonly unknown[] };

const known = (value: unknown) => ({ known: true, value, on: '2026-06-01', evidence: 'Read from a test.' });
const notBegun = worst.pages.thesis;
const draft = { ...notBegun, hasDraft: true };
const proposed = { ...draft, proposed: { version: 1, missing: ['cro'] } };
const ahead = { ...notBegun, signedAhead: { version: 1, from: '2027-01-01', signedOn: '2026-11-01' } };

const ladders: readonly Step[] = [
  ...Object.entries(numbers).map(([path, enough]) => ({
    path,
    values: [worst.coverage, known(0), known(enough / 2), known(enough), known(enough * 2)],
  })),
  ...flags.map((path) => ({ path, values: [worst.feasible, known(false), known(true)] })),
  ...amounts.map((path) => ({ path, values: [worst.coverage, known(0.2)] })),
  ...pageWords.map((word) => ({
    path: `pages.${word}`,
    values: [notBegun, draft, proposed, ahead, best.pages[word]],
  })),
  ...seats.map((seat) => ({ path: `seats.${seat}`, values: [[], best.seats[seat]] })),
  {
    path: 'document.assumptions.ledger.newPipelinePerYear.value',
    values: [null, 2_400_000_000],
  },
  {
    path: 'document.archetypes',
    values: [
      worst.document.archetypes,
      best.document.archetypes,
      changedFacts(best, { 'document.archetypes.archetypes.si.state': 'passed' }).document.archetypes,
    ],
  },
  {
    path: 'document.profile.candidates',
    values: [[], best.document.profile.candidates.slice(0, 5), best.document.profile.candidates],
  },
];

/** A rung on each ladder, mostly high, so that late gates are reached too. */
const rungs = fc.tuple(
  ...ladders.map(({ values }) =>
    fc.oneof(
      { weight: 12, arbitrary: fc.constant(values.length - 1) },
      { weight: 1, arbitrary: fc.nat({ max: values.length - 1 }) },
    ),
  ),
);
const overridden = fc.subarray([...gateKeys]);

function factsAt(at: readonly number[], gates: readonly string[]): GateFacts {
  const changes = Object.fromEntries(
    ladders.map(({ path, values }, index) => [path, values[at[index] ?? 0]]),
  );
  const overrides = gates.map((gate) => ({
    gate,
    reason: 'The board wants it now',
    by: 'Cleo',
    on: '2026-02-01',
  }));
  return changedFacts(best, { ...changes, overrides });
}

const unknownIn = (facts: GateFacts) =>
  changedFacts(
    facts,
    Object.fromEntries(
      Object.entries(facts).flatMap(([name, value]) =>
        typeof value === 'object' && value !== null && 'known' in value ? [[name, worst.coverage]] : [],
      ),
    ),
  );

describe('more evidence', () => {
  it('never closes a gate, and never takes a met condition away', () => {
    fc.assert(
      fc.property(rungs, overridden, fc.nat(), fc.nat(), (at, gates, which, up) => {
        const index = which % ladders.length;
        const better = [...at];
        const top = (ladders[index]?.values.length ?? 1) - 1;
        better[index] = Math.min(top, (at[index] ?? 0) + 1 + (up % 4));
        const before = decideGates(factsAt(at, gates));
        const after = decideGates(factsAt(better, gates));
        before.forEach((gate, order) => {
          if (gate.state !== 'closed') expect(after[order]?.state).not.toBe('closed');
          if (gate.state === 'open') expect(after[order]?.state).toBe('open');
          gate.conditions.forEach((condition, place) => {
            if (condition.state === 'met') expect(after[order]?.conditions[place]?.state).toBe('met');
          });
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('an override', () => {
  it('changes no condition, and closes nothing', () => {
    fc.assert(
      fc.property(rungs, overridden, (at, gates) => {
        const plain = decideGates(factsAt(at, []));
        const forced = decideGates(factsAt(at, gates));
        expect(forced.map((one) => one.conditions)).toEqual(plain.map((one) => one.conditions));
        forced.forEach((gate, order) => {
          expect(gate.override !== null).toBe(gates.includes(gate.key));
          if (plain[order]?.state === 'open') expect(gate.state).toBe('open');
          if (gates.includes(gate.key)) expect(gate.state).not.toBe('closed');
        });
      }),
    );
  });
});

describe('any program', () => {
  it('has no open gate behind a closed one, and no gate that opened before an earlier one', () => {
    fc.assert(
      fc.property(rungs, overridden, (at, gates) => {
        const standings = decideGates(factsAt(at, gates));
        standings.forEach((gate, order) => {
          const earlier = standings.slice(0, order);
          if (gate.state !== 'open') return;
          expect(earlier.every((one) => one.state !== 'closed')).toBe(true);
          for (const { openedOn } of earlier)
            if (openedOn !== null && gate.openedOn !== null) expect(openedOn <= gate.openedOn).toBe(true);
        });
      }),
    );
  });

  it('meets nothing, and clears nothing, on a fact that is unknown', () => {
    const measured = new Set(
      decideGates(best).flatMap((gate, order) =>
        gate.conditions.flatMap((one, place) =>
          decideGates(unknownIn(best))[order]?.conditions[place]?.state === 'not_measured' ? [one.code] : [],
        ),
      ),
    );
    expect(measured.size).toBe(13);
    fc.assert(
      fc.property(rungs, overridden, (at, gates) => {
        const facts = unknownIn(factsAt(at, gates));
        const standings = decideGates(facts);
        for (const condition of standings.flatMap((gate) => gate.conditions))
          if (measured.has(condition.code)) expect(condition.state).toBe('not_measured');
        for (const pitfall of decidePitfalls(facts, standings))
          if (
            !['hire_first', 'too_many_archetypes', 'no_attribution', 'packaging_first'].includes(pitfall.key)
          )
            expect(pitfall.state).toBe('not_measured');
      }),
    );
  });

  it('is reached with every gate open and every gate closed, so that these properties speak of both', () => {
    const seen = new Set(
      fc
        .sample(rungs, { seed: 1, numRuns: 600 })
        .flatMap((at) => decideGates(factsAt(at, [])).map((one) => `${one.key} ${one.state}`)),
    );
    for (const key of gateKeys) expect(seen.has(`${key} open`) && seen.has(`${key} closed`)).toBe(true);
  });
});
