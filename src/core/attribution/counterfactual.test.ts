import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { creditFacts, endOf } from '#test/harness/credit-vectors.ts';
import vectors from '#test/vectors/attribution-counterfactuals.json' with { type: 'json' };
import { counterfactualSentence, counterfactuals } from './counterfactual.ts';
import { defaultAttributionPolicy } from './policy.ts';

type Vector = {
  id: string;
  name: string;
  on?: string;
  facts: Record<string, unknown>;
  says: string[];
  de: string[];
};

const policy = defaultAttributionPolicy('2026-01-01' as LocalDate);
const names: Readonly<Record<string, string>> = vectors.names;

describe('what would have changed the answer', () => {
  it.each((vectors.cases as unknown as Vector[]).map((vector) => [vector.id, vector.name, vector] as const))(
    '%s: %s',
    (_id, _name, { on, facts, says, de }) => {
      const told = counterfactuals(creditFacts(facts), policy, endOf(on ?? vectors.on));
      const nameOf = (id: string) => names[id] ?? id;
      expect(told.map((one) => counterfactualSentence(one, nameOf))).toEqual(says);
      expect(told.map((one) => counterfactualSentence(one, nameOf, 'de'))).toEqual(de);
    },
  );
});
