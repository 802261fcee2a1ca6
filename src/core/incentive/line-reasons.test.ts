import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '#test/vectors/incentive.json' with { type: 'json' };
import { lineReasons, lineSentence } from './line-reasons.ts';
import { lineWords } from './line-words.ts';
import type { PayLine } from './pay.ts';

type Line = Parameters<typeof lineReasons>[0];

const line: Line = { kind: 'accrual', rule: 'IN-2', share: null, cause: 'import.commit' };

describe('why a line is there', () => {
  it.each(vectors.reasons)('$en', ({ kind, rule, share, cause, en, de }) => {
    const reasons = lineReasons({
      ...{ kind: kind as Line['kind'], rule: rule as PayLine['rule'], share, cause },
    });
    expect(lineSentence('en', reasons)).toBe(en);
    expect(lineSentence('de', reasons)).toBe(de);
    expect(reasons.filter(({ code }) => code === 'other')).toEqual(
      cause.includes('unheard of') ? [expect.anything()] : [],
    );
  });

  it('has each code among the cases', () => {
    const shown = vectors.reasons.flatMap((one) =>
      lineReasons({ ...one, kind: one.kind as Line['kind'], rule: one.rule as PayLine['rule'] }),
    );
    expect([...new Set(shown.map(({ code }) => code))].toSorted()).toEqual(
      Object.keys(lineWords.en).toSorted(),
    );
  });

  it('loses nothing of what somebody wrote, with commas and line ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab, .\n') }), (reason) => {
        const cause = `the customer left on 2026-08-01: ${reason}`;
        const reasons = lineReasons({ ...line, kind: 'reversal', cause });
        expect(reasons).toEqual([
          { code: 'taken_back', params: {} },
          { code: 'customer_left', params: { on: '2026-08-01', reason } },
        ]);
      }),
    );
  });

  it('is said in English only where a code is newer than the page', () => {
    expect(lineSentence('de', [{ code: 'sold_to_mars', params: {} }])).toBeNull();
    expect(lineSentence('de', [{ code: 'constructor', params: {} }])).toBeNull();
  });
});
