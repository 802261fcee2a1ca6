import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import vectors from '#test/vectors/incentive.json' with { type: 'json' };
import { type ClawbackFacts, decideClawback } from './clawback.ts';

describe('a customer that left', () => {
  it.each(vectors.clawbacks.map((one) => [one.id, one.name, one] as const))('%s: %s', (_id, _name, one) => {
    const facts = { ...vectors.won, ...one.facts } as ClawbackFacts;
    const answer = decideClawback(facts, one.days ?? vectors.clawbackDays);
    expect(answer.kind === 'yes' ? 'yes' : answer.why).toBe(one.answer);
  });

  it('is asked about by the day on which it left, however late that is written down', () => {
    const facts = { ...vectors.won, leftOn: '2026-07-01', today: '2027-03-01' } as ClawbackFacts;
    expect(decideClawback(facts, 90)).toEqual({ kind: 'yes', until: '2026-09-16' as LocalDate });
  });
});
