import { describe, expect, it } from 'vitest';
import { readHost } from '#server/ecosystem/read-host.ts';
import cases from '#test/vectors/overlap.json' with { type: 'json' };
import type { ListedCompany } from './listed-company.ts';
import { matchLists } from './match-lists.ts';

type Written = Partial<ListedCompany> & { readonly name: string };

const nobody = { otherNames: [], websites: [], emails: [], country: null };
const listed = (written: Written): ListedCompany => ({
  ...{ id: written.name, row: 2, city: '', lei: '', duns: '', linkedin: '' },
  ...nobody,
  ...written,
});

describe('two records of companies', () => {
  it.each(cases.cases)('$title: $decision', ({ ours, theirs, decision, reason }) => {
    for (const [a, b] of [
      [ours, theirs],
      [theirs, ours],
    ] as const) {
      const { pairs } = matchLists([listed(a as Written)], [listed(b as Written)], readHost);
      expect(pairs[0]?.decision ?? 'none', JSON.stringify(pairs)).toBe(decision);
      expect(pairs[0]?.reasons.join(' ') ?? '').toContain(reason);
    }
  });
});
