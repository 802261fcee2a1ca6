import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { creditFacts, endOf } from '#test/harness/credit-vectors.ts';
import vectors from '#test/vectors/attribution-counterfactuals.json' with { type: 'json' };
import { counterfactualSentence, counterfactuals } from './counterfactual.ts';
import { defaultAttributionPolicy } from './policy.ts';

type Vector = { id: string; name: string; on?: string; facts: Record<string, unknown>; says: string[] };

const policy = defaultAttributionPolicy('2026-01-01' as LocalDate);
const names: Readonly<Record<string, string>> = vectors.names;

describe('what would have changed the answer', () => {
  it.each((vectors.cases as unknown as Vector[]).map((vector) => [vector.id, vector.name, vector] as const))(
    '%s: %s',
    (_id, _name, { on, facts, says }) => {
      const told = counterfactuals(creditFacts(facts), policy, endOf(on ?? vectors.on));
      expect(told.map((one) => counterfactualSentence(one, (id) => names[id] ?? id))).toEqual(says);
    },
  );
});
