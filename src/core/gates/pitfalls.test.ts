import { describe, expect, it } from 'vitest';
import { changedFacts, completeFacts, emptyFacts } from '#test/harness/gate-facts.ts';
import vectors from '#test/vectors/pitfalls.json' with { type: 'json' };
import type { GateFacts } from './facts.ts';
import { decideGates } from './gates.ts';
import { decidePitfalls } from './pitfalls.ts';

type Vector = {
  id: string;
  pitfall: string;
  from: string;
  change: Record<string, unknown>;
  expect: { state: string; says?: string; on?: string };
};

const cases = vectors.cases as Vector[];
const watch = (facts: GateFacts) => decidePitfalls(facts, decideGates(facts));
const factsOf = ({ from, change }: Vector) =>
  changedFacts(from === 'empty' ? emptyFacts() : completeFacts(), change);

describe('a pitfall', () => {
  it.each(cases.map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
    const found = watch(factsOf(vector)).find((one) => one.key === vector.pitfall);
    expect(found?.state).toBe(vector.expect.state);
    if (vector.expect.says !== undefined) expect(found?.says).toContain(vector.expect.says);
    if (vector.expect.on !== undefined) expect(found?.on).toBe(vector.expect.on);
  });

  it('has an owner, a date unless it is not measured, and an action where it is raised', () => {
    for (const one of [...cases.map(factsOf), emptyFacts(), completeFacts()].flatMap(watch)) {
      expect(one.says).toMatch(/^[A-Z“0-9n].*\.$/);
      expect(one.says).not.toMatch(/undefined|null|NaN|\[object/);
      expect(one.on === null).toBe(one.state === 'not_measured');
      expect(one.action === null).toBe(one.state === 'clear' || one.state === 'not_measured');
    }
  });

  it('is each of the fifteen rows of the method, with cases for fine, found and unknown', () => {
    const keys = watch(emptyFacts()).map((one) => one.key);
    expect(keys.length).toBe(15);
    for (const key of keys) {
      const states = new Set(cases.filter((one) => one.pitfall === key).map((one) => one.expect.state));
      expect(states.has('clear')).toBe(true);
      expect(states.has('warning') || states.has('blocked')).toBe(true);
      // Who holds a seat is always known.
      expect(states.has('not_measured')).toBe(key !== 'hire_first');
    }
  });

  it('is clear throughout in a program that does everything right', () => {
    expect(watch(completeFacts()).filter((one) => one.state !== 'clear')).toEqual([]);
  });
});
