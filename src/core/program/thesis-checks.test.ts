import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { withValues } from '#test/harness/with-values.ts';
import vectors from '#test/vectors/program-thesis.json' with { type: 'json' };
import { checkSentence } from './check.ts';
import type { FunnelFact } from './funnel.ts';
import { type ThesisBody, thesisPage } from './thesis.ts';
import { gainPerHour, neededInPeriod } from './thesis-arithmetic.ts';
import { thesisCheckWords } from './thesis-check-words.ts';
import { checkThesis, type ThesisFacts, thesisTexts } from './thesis-checks.ts';
import { carriesNumber, countSentences, countWords } from './thesis-words.ts';

type Vector = { id: string; name: string; facts?: object; set: Record<string, unknown>; fails: string[] };

// The vectors are data from outside; the test that they run is what checks their shape.
const base = vectors.base as ThesisBody;
const facts = (over: object = {}): ThesisFacts => ({
  ...vectors.facts,
  today: vectors.facts.today as LocalDate,
  funnel: vectors.facts.funnel as readonly FunnelFact[],
  ...over,
});
const failing = (thesis: ThesisBody, given = facts()) =>
  checkThesis(thesis, given).filter(({ holds }) => !holds);

describe('the checks of the thesis', () => {
  it.each((vectors.cases as Vector[]).map((vector) => [vector.id, vector.name, vector] as const))(
    '%s: %s',
    (_id, _name, vector) => {
      const failed = failing(withValues(base, vector.set), facts(vector.facts));
      expect(failed.map(({ code }) => code).toSorted()).toEqual(vector.fails.toSorted());
      for (const check of failed) {
        expect(check.severity === 'blocking').toBe(vectors.blocking.includes(check.code));
        expect(checkSentence(thesisCheckWords, check)).toMatch(/^[^{}]{30,}[.]$/);
      }
    },
  );

  it('have a case for every code that can stop the page', () => {
    const seen = new Set((vectors.cases as Vector[]).flatMap(({ fails }) => fails));
    expect(vectors.blocking.filter((code) => !seen.has(code))).toEqual([]);
    expect(Object.keys(thesisCheckWords).filter((code) => !seen.has(code))).toEqual([]);
  });

  it('say what holds, too', () => {
    for (const check of checkThesis(base, facts())) {
      expect(checkSentence(thesisCheckWords, check)).not.toMatch(/undefined|null|NaN/);
    }
  });

  it('lead to a field of the page', () => {
    for (const { path } of checkThesis(base, facts())) {
      expect(['', ...Object.keys(thesisPage.fields)]).toContain(path.split(/[.[]/)[0]);
    }
  });

  it('never fail anew because evidence was added', () => {
    const kind = fc.constantFrom('won', 'lost', 'interview', null);
    const evidence = fc.array(fc.record({ kind, what: fc.string({ maxLength: 30 }) }), { maxLength: 8 });
    fc.assert(
      fc.property(evidence, fc.integer({ min: 0, max: 8 }), (rows, cut) => {
        const of = (some: ThesisBody['evidence']) =>
          failing({ ...base, evidence: some })
            .map(({ code }) => code)
            .filter((code) => code !== 'page_length');
        const before = of(rows.slice(0, cut));
        expect(of(rows).filter((code) => !before.includes(code))).toEqual([]);
      }),
    );
  });

  it('find a friction again that was measured before, whatever else is measured now', () => {
    const more = fc.integer({ min: 20, max: 90 }).map((order) => ({
      ...({ key: `stage_days:${order}`, kind: 'stage_days', unit: 'days' } as const),
      ...{ stage: { order, name: `Stage ${order}` }, value: order, deals: 3, comparison: 20 },
    }));
    fc.assert(
      fc.property(fc.array(more, { maxLength: 5 }), (added) => {
        expect(failing(base, facts({ funnel: [...facts().funnel, ...added] }))).toEqual([]);
      }),
    );
  });
});

describe('what the thesis reads in a text', () => {
  it.each(vectors.words)('$text', ({ text, words, sentences, number }) => {
    expect([countWords(text), countSentences(text), carriesNumber(text)]).toEqual([words, sentences, number]);
  });

  it('counts the words however they are spaced', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9äé€]*[A-Za-z0-9äé]$/);
    const space = fc.stringMatching(/^[ \t\n]{1,4}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), space, space, (words, between, around) => {
        expect(countWords(`${around}${words.join(between)}${around}`)).toBe(words.length);
      }),
    );
  });

  it('adds up the words of two texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(countWords(`${one} ${other}`)).toBe(countWords(one) + countWords(other));
      }),
    );
  });

  it('counts every text of the page and nothing else', () => {
    const marked = JSON.stringify(base, (key, value) =>
      typeof value === 'string' && !['kind', 'archetype', 'fact', 'on', 'from', 'to'].includes(key)
        ? 'x'
        : value,
    );
    const choices = Object.keys(base.firstQuestions).length;
    expect(thesisTexts(JSON.parse(marked))).toHaveLength((marked.match(/"x"/g)?.length ?? 0) - choices);
  });
});

describe('the arithmetic of the thesis', () => {
  it.each(vectors.gainPerHour)('an hour of $hours with $value at $probability brings $expect', (given) => {
    expect(gainPerHour(given)).toBe(given.expect);
  });

  it('needs half of a year in half a year', () => {
    const [from, to] = ['2027-01-01' as LocalDate, '2027-12-31' as LocalDate];
    expect(neededInPeriod(360_000_000, from, to)).toBe(360_000_000);
    expect(neededInPeriod(365, from, '2027-01-01' as LocalDate)).toBe(1);
    expect(neededInPeriod(365, to, from)).toBeNull();
    expect(neededInPeriod(null, from, to)).toBeNull();
  });
});
